#include "facts.hpp"

#include <remit/analysis/coresponsibility.hpp>

#include <algorithm>

namespace remit::drawing {
namespace {

constexpr std::size_t most_named = 3;

/// All departments share nothing with it until a pair says otherwise.
void find_partners(DepartmentFacts& facts, const ResponsibilityGraph& graph) {
    std::vector<std::size_t> shared(graph.department_count());
    for (const auto& pair : coresponsibility(graph)) {
        if (pair.a == facts.department) shared[pair.b.value] = pair.shared();
        if (pair.b == facts.department) shared[pair.a.value] = pair.shared();
    }
    for (DepartmentIndex d; d.value < shared.size(); ++d.value) {
        if (d == facts.department) continue;
        if (shared[d.value] > 0) {
            facts.partners.push_back({d, shared[d.value]});
        } else {
            facts.strangers.push_back(d);
        }
    }
    std::stable_sort(facts.partners.begin(), facts.partners.end(),
                     [](const auto& a, const auto& b) { return a.shared > b.shared; });
    const auto closest = std::count_if(
        facts.partners.begin(), facts.partners.end(),
        [&](const Partner& each) { return each.shared == facts.partners.front().shared; });
    const auto count = static_cast<std::size_t>(closest);
    facts.closest = count <= most_named ? count : 0;
}

}  // namespace

std::vector<DepartmentIndex> DepartmentFacts::columns() const {
    std::vector<DepartmentIndex> all{department};
    for (const auto& partner : partners) all.push_back(partner.department);
    return all;
}

std::optional<Standing> standing_of(const Dataset& dataset, MeasureIndex measure,
                                    DepartmentIndex department) {
    const auto all = dataset.responsibilities(measure);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].department == department) return dataset.standing(measure, i);
    }
    return std::nullopt;
}

DepartmentFacts department_facts(const Dataset& dataset, DepartmentIndex department) {
    DepartmentFacts facts;
    facts.department = department;
    const auto graph = responsibility_graph(dataset);
    const auto all = graph.measures(department);
    facts.measures.assign(all.begin(), all.end());
    const auto joining = std::stable_partition(
        facts.measures.begin(), facts.measures.end(),
        [&](MeasureIndex m) { return standing_of(dataset, m, department) != Standing::other; });
    facts.leading = static_cast<std::size_t>(joining - facts.measures.begin());
    find_partners(facts, graph);
    const auto loads = workload(graph, dataset.withheld());
    const auto& load = loads.departments[department.value];
    facts.possible = load.possible;
    facts.share = load.share;
    return facts;
}

}  // namespace remit::drawing
