#include <remit/analysis/similarity.hpp>

#include <algorithm>
#include <cmath>

namespace remit {

std::vector<Similarity> similarity(const ResponsibilityGraph& graph,
                                   std::span<const Coresponsibility> pairs) {
    std::vector<std::size_t> strength(graph.department_count());
    std::size_t all = 0;
    for (const auto& pair : pairs) {
        strength[pair.a.value] += pair.shared();
        strength[pair.b.value] += pair.shared();
        all += pair.shared();
    }
    const auto measures = static_cast<double>(graph.measure_count());

    std::vector<Similarity> result;
    result.reserve(pairs.size());
    for (const auto& pair : pairs) {
        const auto c = static_cast<double>(pair.shared());
        const auto a = static_cast<double>(graph.measures(pair.a).size());
        const auto b = static_cast<double>(graph.measures(pair.b).size());
        const auto links_a = static_cast<double>(strength[pair.a.value]);
        const auto links_b = static_cast<double>(strength[pair.b.value]);
        result.push_back({c / (a + b - c), c / std::min(a, b), c / std::sqrt(a * b),
                          2.0 * c / (a + b), c / (a * b),
                          2.0 * static_cast<double>(all) * c / (links_a * links_b),
                          measures * c / (a * b)});
    }
    return result;
}

}  // namespace remit
