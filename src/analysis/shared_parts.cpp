#include <remit/analysis/shared_parts.hpp>

#include "compensated_sum.hpp"

#include <algorithm>
#include <utility>

namespace remit {
namespace {

using Part = std::pair<DepartmentIndex, double>;

/// Of each measure, its departments' parts in table order.
std::vector<std::vector<Part>> parts_of(const ResponsibilityGraph& graph,
                                        const LinkWeights& weights) {
    std::vector<std::vector<Part>> all(graph.measure_count());
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto departments = graph.departments(m);
        for (std::size_t i = 0; i < departments.size(); ++i) {
            all[m.value].emplace_back(departments[i], weights.part(m, i, departments.size()));
        }
        std::sort(all[m.value].begin(), all[m.value].end());
    }
    return all;
}

double part_of(const std::vector<Part>& parts, DepartmentIndex department) {
    return std::lower_bound(parts.begin(), parts.end(), Part{department, 0.0})->second;
}

}  // namespace

std::vector<double> shared_parts(const ResponsibilityGraph& graph,
                                 std::span<const Coresponsibility> pairs,
                                 const LinkWeights& weights) {
    const auto parts = parts_of(graph, weights);
    std::vector<double> result;
    result.reserve(pairs.size());
    for (const auto& pair : pairs) {
        detail::CompensatedSum sum;
        for (const auto m : pair.measures) {
            sum.add(part_of(parts[m.value], pair.a) * part_of(parts[m.value], pair.b));
        }
        result.push_back(sum.value());
    }
    return result;
}

}  // namespace remit
