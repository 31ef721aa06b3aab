#include "support/drawings.hpp"

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
#include <remit/model/reorganization.hpp>

namespace remit::test {

std::vector<Drawing> whole_pictures(const Dataset& dataset) {
    const auto of = [&](auto* diagram) {
        return
            [dataset, diagram](const PictureOptions& options) { return diagram(dataset, options); };
    };
    return {{"responsibility-map", of(&responsibility_map)},
            {"matrix", of(&matrix_diagram)},
            {"network", of(&network_diagram)},
            {"workload", of(&workload_diagram)},
            {"regions", of(&regions_diagram)},
            {"groups", of(&groups_diagram)},
            {"lattice", of(&lattice_diagram)},
            {"cover", [dataset](const PictureOptions& options) {
                 return cover_diagram(dataset, cover(responsibility_graph(dataset)), options);
             }}};
}

std::vector<Drawing> all_pictures(const Dataset& dataset) {
    auto all = whole_pictures(dataset);
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        all.push_back({"department " + dataset[d].id, [=](const PictureOptions& options) {
                           return department_diagram(dataset, d, options);
                       }});
    }
    const auto add_region = [&](const std::string& id, const ScopeTerm& where) {
        all.push_back({"region " + id, [=](const PictureOptions& options) {
                           return region_diagram(dataset, where, options);
                       }});
    };
    const auto& registry = dataset.registry();
    for (PlaceIndex p; p.value < registry.places.size(); ++p.value) {
        add_region(registry[p].id, p);
    }
    for (GroupIndex g; g.value < registry.groups.size(); ++g.value) {
        add_region(registry[g].id, g);
    }
    if (const auto notices = dataset.notices().size(); notices > 1) {
        const NoticeIndex last{static_cast<std::uint32_t>(notices - 1)};
        all.push_back({"comparison", [=](const PictureOptions& options) {
                           return comparison_diagram(only(dataset, NoticeIndex{0}),
                                                     only(dataset, last), options);
                       }});
    }
    if (!dataset.plans().empty()) {
        all.push_back({"reorganization", [dataset](const PictureOptions& options) {
                           return reorganization_diagram(
                               dataset, reorganize(dataset, dataset.plans()), options);
                       }});
    }
    return all;
}

}  // namespace remit::test
