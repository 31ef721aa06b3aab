#include <remit/analysis/core_periphery.hpp>

#include <remit/analysis/projection.hpp>

#include <algorithm>
#include <cmath>
#include <span>

namespace remit {
namespace {

std::size_t pairs_of(std::size_t n) {
    return n < 2 ? 0 : n * (n - 1) / 2;
}

/// Pearson's correlation of two yes-or-no values, from how often they are: both, one, other, none.
std::optional<double> correlation(std::size_t both, std::size_t first, std::size_t second,
                                  std::size_t neither) {
    const auto a = static_cast<double>(both);
    const auto b = static_cast<double>(first);
    const auto c = static_cast<double>(second);
    const auto d = static_cast<double>(neither);
    const auto spread = (a + b) * (c + d) * (a + c) * (b + d);
    if (spread <= 0.0) return std::nullopt;
    return (a * d - b * c) / std::sqrt(spread);
}

/// Who is in the core, and who could be.
void add_core(CorePeriphery& result) {
    const auto& partners = result.partners;
    std::vector<DepartmentIndex> order;
    for (DepartmentIndex d; d.value < partners.size(); ++d.value) order.push_back(d);
    std::stable_sort(order.begin(), order.end(), [&](DepartmentIndex a, DepartmentIndex b) {
        return partners[a.value] > partners[b.value];
    });
    std::size_t k = 0;
    while (k < order.size() && partners[order[k].value] > k) ++k;
    result.core.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(k));
    std::sort(result.core.begin(), result.core.end());
    if (k == 0 || partners[order[k].value] < k) return;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (partners[order[i].value] != k) continue;
        result.interchangeable.push_back(order[i]);
        if (i < k) ++result.chosen;
    }
}

void add_fit(std::span<const ProjectionEdge> edges, CorePeriphery& result) {
    std::vector<char> in_core(result.partners.size());
    for (const auto d : result.core) in_core[d.value] = 1;
    std::size_t inside = 0;   // ties of the core
    std::size_t outside = 0;  // ties of the periphery
    for (const auto& edge : edges) {
        const auto ends = in_core[edge.a.value] + in_core[edge.b.value];
        if (ends == 2) ++inside;
        if (ends == 0) ++outside;
    }
    const auto missing = pairs_of(result.core.size()) - inside;
    const auto apart = pairs_of(in_core.size() - result.core.size()) - outside;
    result.errors = missing + outside;
    result.pairs = pairs_of(in_core.size());
    if (edges.empty()) return;
    result.fit = 1.0 - static_cast<double>(result.errors) / static_cast<double>(result.pairs);
    result.correlation = correlation(inside, missing, outside, apart);
}

}  // namespace

CorePeriphery core_periphery(const ResponsibilityGraph& graph) {
    const auto edges = projection(graph);
    CorePeriphery result;
    result.partners.resize(graph.department_count());
    for (const auto& edge : edges) {
        ++result.partners[edge.a.value];
        ++result.partners[edge.b.value];
    }
    add_core(result);
    add_fit(edges, result);
    return result;
}

}  // namespace remit
