#include "diagram_kinds.hpp"

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

#include <algorithm>
#include <array>
#include <iostream>
#include <vector>

namespace remit::cli {
namespace {

/// The first and the last notice, in the bodies of the day of the last one unless the user says of
/// which.
Picture draw_comparison(const Dataset& dataset, const DiagramRequest& request) {
    std::vector<NoticeIndex> notices;
    for (NoticeIndex n; n.value < dataset.notices().size(); ++n.value) notices.push_back(n);
    if (notices.size() < 2) {
        throw UsageError("comparison",
                         "one notice has nothing to be compared with; name two files, or "
                         "a folder of several notices");
    }
    std::stable_sort(notices.begin(), notices.end(), [&](NoticeIndex a, NoticeIndex b) {
        return dataset[a].issued < dataset[b].issued;
    });
    if (notices.size() > 2) {
        std::cerr << "remit: there are " << notices.size()
                  << " notices; the picture compares the first and the last, "
                  << dataset[notices.front()].id << " and " << dataset[notices.back()].id << '\n';
    }
    std::array batches{only(dataset, notices.front()), only(dataset, notices.back())};
    auto view = request.view;
    if (!view.as_of) {
        view.as_of = last_day(batches.back());
        apply_view(batches, view);
    }
    return comparison_diagram(batches.front(), batches.back(), request.picture);
}

/// \param dataset  with its plans not carried out
Picture draw_reorganization(const Dataset& dataset, const DiagramRequest& request) {
    refuse_without_plan(dataset, "reorganization");
    return reorganization_diagram(dataset, carried_out(dataset), request.picture);
}

/// A picture of the whole programme.
template <auto diagram>
Picture draw(const Dataset& dataset, const DiagramRequest& request) {
    return diagram(dataset, request.picture);
}

void refuse_without(const std::string& name, const std::string& option) {
    if (name.empty()) throw UsageError(option, "is needed for this picture");
}

Picture draw_department(const Dataset& dataset, const DiagramRequest& request) {
    refuse_without(request.department, "--department");
    return department_diagram(dataset, body_named(dataset, request.department, "--department"),
                              request.picture);
}

Picture draw_region(const Dataset& dataset, const DiagramRequest& request) {
    refuse_without(request.region, "--region");
    return region_diagram(dataset, region_named(dataset, request.region, "--region"),
                          request.picture);
}

Picture draw_cover(const Dataset& dataset, const DiagramRequest& request) {
    return cover_diagram(dataset, cover(responsibility_graph(dataset)), request.picture);
}

constexpr std::array kinds{
    DiagramKind{"responsibility-map", "who guides what, and where", draw<responsibility_map>},
    DiagramKind{"matrix", "the same as a table of signs", draw<matrix_diagram>},
    DiagramKind{"network", "who guides measures together", draw<network_diagram>},
    DiagramKind{"workload", "who carries how much, as bars", draw<workload_diagram>},
    DiagramKind{"department", "one department's measures and partners", draw_department},
    DiagramKind{"region", "what reaches one region, and whom to ask", draw_region},
    DiagramKind{"regions", "what reaches which regions, and whom to ask", draw<regions_diagram>},
    DiagramKind{"groups", "which departments share several measures", draw<groups_diagram>},
    DiagramKind{"lattice", "all groups and how they lie within each other", draw<lattice_diagram>},
    DiagramKind{"cover", "the smallest coordinating group", draw_cover},
    DiagramKind{"comparison", "what changed from the first to the last notice", draw_comparison,
                Plans::carried_out, true},
    DiagramKind{"reorganization", "what a plan changes, before beside after", draw_reorganization,
                Plans::left},
};

}  // namespace

std::span<const DiagramKind> diagram_kinds() {
    return kinds;
}

}  // namespace remit::cli
