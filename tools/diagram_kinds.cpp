#include "diagram_kinds.hpp"

#include <remit/diagram/responsibility_map.hpp>

#include <array>

namespace remit::cli {
namespace {

constexpr std::array kinds{
    DiagramKind{"responsibility-map", "who guides what, and where",
                [](const Dataset& dataset, const DiagramRequest& request) {
                    return responsibility_map(dataset, request.picture);
                }},
};

}  // namespace

std::span<const DiagramKind> diagram_kinds() {
    return kinds;
}

}  // namespace remit::cli
