#include "diagram_kinds.hpp"

#include "batches.hpp"

#include <remit/diagram/comparison_diagram.hpp>
#include <remit/diagram/cover_diagram.hpp>
#include <remit/diagram/department_diagram.hpp>
#include <remit/diagram/groups_diagram.hpp>
#include <remit/diagram/lattice_diagram.hpp>
#include <remit/diagram/matrix_diagram.hpp>
#include <remit/diagram/network_diagram.hpp>
#include <remit/diagram/region_diagram.hpp>
#include <remit/diagram/reorganization_diagram.hpp>
#include <remit/diagram/responsibility_map.hpp>
#include <remit/diagram/workload_diagram.hpp>

#include <array>

namespace remit::cli {
namespace {

/// What the picture is to be like, in the languages that were asked for.
PictureOptions picture_of(const DiagramRequest& request, const Dataset& dataset) {
    auto picture = request.picture;
    if (!request.languages) {
        picture.languages = language_of(std::nullopt, dataset);
        return picture;
    }
    picture.languages = language_of(request.languages->first, dataset);
    if (request.languages->second) {
        picture.languages.second = language_of(request.languages->second, dataset);
    }
    return picture;
}

Picture draw_comparison(const DiagramRequest& request) {
    const auto batches = load_batches("comparison", request.input, request.view);
    return comparison_diagram(batches, picture_of(request, batches.back()));
}

Picture draw_reorganization(const DiagramRequest& request) {
    const auto dataset = load_programme(request.input, request.view, Plans::left);
    refuse_without_plan(dataset, "reorganization");
    const auto after = carried_out(dataset, language_of_messages(request.input.language));
    return reorganization_diagram(dataset, after, picture_of(request, dataset));
}

Dataset programme(const DiagramRequest& request) {
    return load_programme(request.input, request.view);
}

/// A picture of the whole programme.
template <auto diagram>
Picture draw(const DiagramRequest& request) {
    const auto dataset = programme(request);
    return diagram(dataset, picture_of(request, dataset));
}

void refuse_without(const std::string& name, const std::string& option) {
    if (name.empty()) throw UsageError(option, "is needed for this picture");
}

Picture draw_department(const DiagramRequest& request) {
    refuse_without(request.department, "--department");
    const auto dataset = programme(request);
    return department_diagram(dataset, body_named(dataset, request.department, "--department"),
                              picture_of(request, dataset));
}

Picture draw_region(const DiagramRequest& request) {
    refuse_without(request.region, "--region");
    const auto dataset = programme(request);
    refuse_without_scope(dataset, "region");
    return region_diagram(dataset, region_named(dataset, request.region, "--region"),
                          picture_of(request, dataset));
}

Picture draw_regions(const DiagramRequest& request) {
    const auto dataset = programme(request);
    refuse_without_scope(dataset, "regions");
    return regions_diagram(dataset, picture_of(request, dataset));
}

Picture draw_cover(const DiagramRequest& request) {
    const auto dataset = programme(request);
    return cover_diagram(dataset, cover(responsibility_graph(dataset)),
                         picture_of(request, dataset));
}

constexpr std::array kinds{
    DiagramKind{"responsibility-map", "who guides what, and where", draw<responsibility_map>},
    DiagramKind{"matrix", "the same as a table of signs", draw<matrix_diagram>},
    DiagramKind{"network", "who guides measures together", draw<network_diagram>},
    DiagramKind{"workload", "who carries how much, as bars", draw<workload_diagram>},
    DiagramKind{"department", "one department's measures and partners", draw_department},
    DiagramKind{"region", "what reaches one region, and whom to ask", draw_region},
    DiagramKind{"regions", "what reaches which regions, and whom to ask", draw_regions},
    DiagramKind{"groups", "which departments share several measures", draw<groups_diagram>},
    DiagramKind{"lattice", "all groups and how they lie within each other", draw<lattice_diagram>},
    DiagramKind{"cover", "the smallest coordinating group", draw_cover},
    DiagramKind{"comparison", "what changed from batch to batch", draw_comparison},
    DiagramKind{"reorganization", "what a plan changes, before beside after", draw_reorganization},
};

}  // namespace

std::span<const DiagramKind> diagram_kinds() {
    return kinds;
}

}  // namespace remit::cli
