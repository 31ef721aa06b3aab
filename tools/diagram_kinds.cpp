#include "diagram_kinds.hpp"

#include <remit/diagram/responsibility_map.hpp>
#include <remit/diagram/workload_diagram.hpp>

#include <array>

namespace remit::cli {
namespace {

constexpr std::array kinds{
    DiagramKind{"responsibility-map", "who guides what, and where",
                [](const Dataset& dataset, const DiagramRequest& request) {
                    return responsibility_map(dataset, request.picture);
                }},
    DiagramKind{"workload", "who carries how much, as bars",
                [](const Dataset& dataset, const DiagramRequest& request) {
                    return workload_diagram(dataset, request.picture);
                }},
};

}  // namespace

std::span<const DiagramKind> diagram_kinds() {
    return kinds;
}

}  // namespace remit::cli
