#include "facts.hpp"

#include <algorithm>

namespace remit::drawing {
namespace {

constexpr std::size_t most_named = 3;

void add_departments(const Dataset& dataset, MatrixFacts& facts) {
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        facts.departments.push_back({d});
    }
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        for (const auto& each : dataset.responsibilities(m)) {
            ++facts.departments[each.department.value].measures;
            ++facts.links;
        }
    }
    auto& all = facts.departments;
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.measures > b.measures; });
    const auto ahead =
        static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const auto& each) {
            return each.measures == all.front().measures;
        }));
    if (ahead < all.size() && ahead <= most_named) facts.ahead = ahead;
}

void add_regions(const Dataset& dataset, MatrixFacts& facts) {
    const auto named = named_places(dataset);
    facts.places = named.others.size();
    auto places = named.others;
    auto rest = rest_of_nation(dataset, named);
    if (!rest) places.insert(places.begin(), named.nations.begin(), named.nations.end());
    facts.regions = region_kinds(dataset, places);
    if (!rest || (places.empty() && rest->measures == dataset.measures().size())) return;
    facts.regions.push_back(std::move(*rest));
}

}  // namespace

MatrixFacts matrix_facts(const Dataset& dataset) {
    MatrixFacts facts;
    facts.rows = programme_rows(dataset);
    facts.scopes = scopes_of(dataset);
    add_departments(dataset, facts);
    if (dataset.has_scope() && !dataset.measures().empty()) add_regions(dataset, facts);
    return facts;
}

}  // namespace remit::drawing
