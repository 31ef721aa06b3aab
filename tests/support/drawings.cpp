#include "support/drawings.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/model/reorganization.hpp>

namespace remit::test {

namespace {

Drawing of_programme(const PictureKind& kind, const Dataset& dataset) {
    return {std::string(kind.name), [dataset, &kind](const PictureOptions& options) {
                return kind.draw({std::span(&dataset, 1)}, options);
            }};
}

void add_departments(const PictureKind& kind, const Dataset& dataset, std::vector<Drawing>& all) {
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        all.push_back({"department " + dataset[d].id, [=, &kind](const PictureOptions& options) {
                           const auto body = dataset.departments()[d.value].body;
                           return kind.draw({std::span(&dataset, 1), body}, options);
                       }});
    }
}

void add_regions(const PictureKind& kind, const Dataset& dataset, std::vector<Drawing>& all) {
    const auto add = [&](const std::string& id, const ScopeTerm& where) {
        all.push_back({"region " + id, [=, &kind](const PictureOptions& options) {
                           return kind.draw({std::span(&dataset, 1), {}, where}, options);
                       }});
    };
    const auto& registry = dataset.registry();
    for (PlaceIndex p; p.value < registry.places.size(); ++p.value) add(registry[p].id, p);
    for (GroupIndex g; g.value < registry.groups.size(); ++g.value) add(registry[g].id, g);
}

void add_batches(const PictureKind& kind, const Dataset& dataset, std::vector<Drawing>& all) {
    if (dataset.notices().size() < 2) return;
    std::vector<Dataset> batches;
    for (NoticeIndex n; n.value < dataset.notices().size(); ++n.value) {
        batches.push_back(only(dataset, n));
    }
    const std::vector ends{batches.front(), batches.back()};
    all.push_back({std::string(kind.name), [ends, &kind](const PictureOptions& options) {
                       return kind.draw({ends}, options);
                   }});
    if (batches.size() < 3) return;
    all.push_back({std::string(kind.name) + " of all", [batches, &kind](const auto& options) {
                       return kind.draw({batches}, options);
                   }});
}

void add_plan(const PictureKind& kind, const Dataset& dataset, std::vector<Drawing>& all) {
    if (dataset.plans().empty()) return;
    const auto after = reorganize(dataset, dataset.plans());
    all.push_back(
        {std::string(kind.name), [=, &kind](const PictureOptions& options) {
             return kind.draw({std::span(&dataset, 1), {}, PlaceIndex{}, &after}, options);
         }});
}

}  // namespace

std::vector<Drawing> whole_pictures(const Dataset& dataset) {
    std::vector<Drawing> all;
    for (const auto& kind : picture_kinds()) {
        if (kind.of == PictureOf::programme) all.push_back(of_programme(kind, dataset));
    }
    return all;
}

std::vector<Drawing> all_pictures(const Dataset& dataset) {
    auto all = whole_pictures(dataset);
    for (const auto& kind : picture_kinds()) {
        switch (kind.of) {
            case PictureOf::programme:
                break;
            case PictureOf::department:
                add_departments(kind, dataset, all);
                break;
            case PictureOf::region:
                add_regions(kind, dataset, all);
                break;
            case PictureOf::batches:
                add_batches(kind, dataset, all);
                break;
            case PictureOf::plan:
                add_plan(kind, dataset, all);
                break;
        }
    }
    return all;
}

}  // namespace remit::test
