#include <remit/analysis/coresponsibility.hpp>

#include <remit/analysis/fraction_sum.hpp>

#include <algorithm>

namespace remit {

std::vector<Coresponsibility> coresponsibility(const ResponsibilityGraph& graph) {
    std::vector<Coresponsibility> pairs;
    std::vector<std::vector<MeasureIndex>> shared(graph.department_count());  // of `a` with each
    std::vector<std::uint32_t> partners;
    FractionSum newman;
    for (DepartmentIndex a; a.value < graph.department_count(); ++a.value) {
        for (const auto measure : graph.measures(a)) {
            for (const auto b : graph.departments(measure)) {
                if (b <= a) continue;
                if (shared[b.value].empty()) partners.push_back(b.value);
                shared[b.value].push_back(measure);
            }
        }
        std::sort(partners.begin(), partners.end());
        for (const auto b : partners) {
            for (const auto measure : shared[b]) {
                newman.add(graph.departments(measure).size() - 1);
            }
            pairs.push_back({a, {b}, newman.take(), std::move(shared[b])});
            shared[b] = {};
        }
        partners.clear();
    }
    return pairs;
}

}  // namespace remit
