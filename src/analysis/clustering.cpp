#include <remit/analysis/clustering.hpp>

#include "shared_neighbors.hpp"

#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/projection.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace remit {

namespace {

using detail::count;
using detail::neighbors;
using detail::SharedNeighbors;

template <class Index>
std::uint64_t squared_degrees(const ResponsibilityGraph& graph) {
    std::uint64_t sum = 0;
    for (Index a; a.value < count(graph, a); ++a.value) {
        const std::uint64_t degree = neighbors(graph, a).size();
        sum += degree * degree;
    }
    return sum;
}

/// Butterflies through each vertex of one side, and of the other, which `Index` shares.
template <class Index>
void count_butterflies(const ResponsibilityGraph& graph, std::vector<std::uint64_t>& own,
                       std::vector<std::uint64_t>& others) {
    SharedNeighbors<Index> shared(graph);
    for (Index a; a.value < count(graph, a); ++a.value) {
        shared.count_for(a);
        for (const auto b : shared.partners()) {
            own[a.value] += shared[b] * (shared[b] - 1) / 2;
        }
        for (const auto middle : neighbors(graph, a)) {
            for (const auto b : neighbors(graph, middle)) {
                if (a < b) others[middle.value] += shared[b] - 1;
            }
        }
    }
}

/// Sums of overlaps, for their mean.
struct OverlapSum {
    Overlap sum;
    std::size_t terms = 0;

    void add(const Overlap& overlap) {
        sum.dot += overlap.dot;
        sum.min += overlap.min;
        sum.max += overlap.max;
        ++terms;
    }

    [[nodiscard]] std::optional<Overlap> mean() const {
        if (terms == 0) return std::nullopt;
        const auto n = static_cast<double>(terms);
        return Overlap{sum.dot / n, sum.min / n, sum.max / n};
    }
};

Overlap overlap(std::uint64_t shared, std::uint64_t degree, std::uint64_t other_degree) {
    const auto both = static_cast<double>(shared);
    return {both / static_cast<double>(degree + other_degree - shared),
            both / static_cast<double>(std::min(degree, other_degree)),
            both / static_cast<double>(std::max(degree, other_degree))};
}

template <class Index>
std::vector<std::optional<Overlap>> mean_overlaps(const ResponsibilityGraph& graph) {
    std::vector<std::optional<Overlap>> means;
    means.reserve(count(graph, Index{}));
    SharedNeighbors<Index> shared(graph);
    for (Index a; a.value < count(graph, a); ++a.value) {
        shared.count_for(a);
        OverlapSum sum;
        for (const auto b : shared.partners()) {
            sum.add(overlap(shared[b], neighbors(graph, a).size(), neighbors(graph, b).size()));
        }
        means.push_back(sum.mean());
    }
    return means;
}

std::optional<Overlap> mean(const std::vector<std::optional<Overlap>>& overlaps) {
    OverlapSum sum;
    for (const auto& overlap : overlaps) {
        if (overlap) sum.add(*overlap);
    }
    return sum.mean();
}

std::optional<double> ratio(std::uint64_t numerator, std::uint64_t denominator) {
    if (denominator == 0) return std::nullopt;
    return static_cast<double>(numerator) / static_cast<double>(denominator);
}

/// The paths i, p, v, q, k that are closed and those that there are, without visiting them.
///
/// With n(i, v) measures that both take part in, a pair i, k of v's partners has n(i, v) n(k, v)
/// paths, but for those with p = q. They are closed where i and k share three measures or more, as
/// two of them may be p and q. Where they share one, s, and v takes part in it, p or q is s in the
/// open ones; where they share two, and v takes part in both, these are p and q in the two open
/// ones; all others are closed.
class PathCounter {
 public:
    PathCounter(const ResponsibilityGraph& graph, std::vector<Closure>& closures)
        : graph_(graph), closures_(closures), shared_(graph), later_(graph.department_count()) {
        for (const auto& edge : projection(graph)) later_[edge.a.value].push_back(edge.b);
    }

    void count() {
        add_once_shared();
        add_twice_shared();
        for (DepartmentIndex v; v.value < graph_.department_count(); ++v.value) count(v);
    }

 private:
    /// All paths through v and, so far as not known to be open, those between partners.
    void count(DepartmentIndex v) {
        shared_.count_for(v);
        std::uint64_t sum = 0;
        std::uint64_t squares = 0;
        std::uint64_t between = 0;  // partners that share a measure
        for (const auto i : shared_.partners()) {
            sum += shared_[i];
            squares += shared_[i] * shared_[i];
            std::uint64_t others = 0;
            for (const auto k : later_[i.value]) others += shared_[k];
            between += shared_[i] * others;
        }
        std::uint64_t in_one = 0;  // pairs of partners in one measure of v
        for (const auto p : graph_.measures(v)) {
            const std::uint64_t others = graph_.departments(p).size() - 1;
            if (others > 1) in_one += others * (others - 1) / 2;
        }
        auto& closure = closures_[v.value];
        closure.four_paths = (sum * sum - squares) / 2 - in_one;
        closure.closed = between - in_one - open_[v.value];
    }

    /// The open paths of pairs that share one measure alone.
    void add_once_shared() {
        open_.resize(graph_.department_count());
        // Of each department of each measure: with how many others there it shares that alone.
        std::vector<std::vector<std::uint64_t>> alone(graph_.measure_count());
        for (DepartmentIndex i; i.value < graph_.department_count(); ++i.value) {
            shared_.count_for(i);
            for (const auto s : graph_.measures(i)) {
                const auto departments = graph_.departments(s);
                auto& counts = alone[s.value];
                counts.resize(departments.size());
                std::size_t place = 0;
                std::uint64_t count = 0;
                for (std::size_t at = 0; at < departments.size(); ++at) {
                    if (departments[at] == i) place = at;
                    if (departments[at] != i && shared_[departments[at]] == 1) ++count;
                }
                counts[place] = count;
            }
        }
        for (DepartmentIndex v; v.value < graph_.department_count(); ++v.value) {
            shared_.count_for(v);
            for (const auto s : graph_.measures(v)) {
                const auto departments = graph_.departments(s);
                for (std::size_t at = 0; at < departments.size(); ++at) {
                    if (departments[at] == v) continue;
                    // With v itself it shares that alone only where this is 0.
                    open_[v.value] += (shared_[departments[at]] - 1) * alone[s.value][at];
                }
            }
        }
    }

    /// The open paths of pairs that share two measures.
    void add_twice_shared() {
        using Two = std::pair<MeasureIndex, MeasureIndex>;
        std::map<Two, std::vector<std::pair<DepartmentIndex, DepartmentIndex>>> pairs;
        for (const auto& pair : coresponsibility(graph_)) {
            if (pair.shared() != 2) continue;
            pairs[{pair.measures[0], pair.measures[1]}].emplace_back(pair.a, pair.b);
        }
        std::vector<std::uint64_t> at(graph_.department_count());  // pairs that it is in
        for (const auto& [two, of_two] : pairs) {
            for (const auto& [i, k] : of_two) {
                ++at[i.value];
                ++at[k.value];
            }
            for (const auto v : graph_.departments(two.first)) {
                const auto others = graph_.measures(v);
                if (!std::binary_search(others.begin(), others.end(), two.second)) continue;
                open_[v.value] += 2 * (of_two.size() - at[v.value]);
            }
            for (const auto& [i, k] : of_two) at[i.value] = at[k.value] = 0;
        }
    }

    const ResponsibilityGraph& graph_;
    std::vector<Closure>& closures_;
    SharedNeighbors<DepartmentIndex> shared_;
    std::vector<std::vector<DepartmentIndex>> later_;  // partners, by department
    std::vector<std::uint64_t> open_;                  // paths with it in their middle
};

}  // namespace

Butterflies butterflies(const ResponsibilityGraph& graph) {
    Butterflies result;
    result.departments.resize(graph.department_count());
    result.measures.resize(graph.measure_count());
    if (squared_degrees<MeasureIndex>(graph) <= squared_degrees<DepartmentIndex>(graph)) {
        count_butterflies<DepartmentIndex>(graph, result.departments, result.measures);
    } else {
        count_butterflies<MeasureIndex>(graph, result.measures, result.departments);
    }
    for (const auto through : result.departments) result.total += through;
    result.total /= 2;
    return result;
}

Reinforcement reinforcement(const ResponsibilityGraph& graph) {
    Reinforcement result;
    result.four_cycles = butterflies(graph).total;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) {
            result.three_paths += std::uint64_t{graph.measures(d).size() - 1} *
                                  std::uint64_t{graph.departments(m).size() - 1};
        }
    }
    result.coefficient = ratio(4 * result.four_cycles, result.three_paths);
    return result;
}

std::vector<std::optional<Overlap>> department_overlaps(const ResponsibilityGraph& graph) {
    return mean_overlaps<DepartmentIndex>(graph);
}

OverlapClustering overlap_clustering(const ResponsibilityGraph& graph) {
    OverlapClustering result;
    result.departments = department_overlaps(graph);
    result.measures = mean_overlaps<MeasureIndex>(graph);
    result.department_mean = mean(result.departments);
    result.measure_mean = mean(result.measures);
    return result;
}

TwoModeClustering two_mode_clustering(const ResponsibilityGraph& graph) {
    TwoModeClustering result;
    result.departments.resize(graph.department_count());
    PathCounter(graph, result.departments).count();
    for (auto& closure : result.departments) {
        closure.coefficient = ratio(closure.closed, closure.four_paths);
        result.global.closed += closure.closed;
        result.global.four_paths += closure.four_paths;
    }
    result.global.coefficient = ratio(result.global.closed, result.global.four_paths);
    return result;
}

}  // namespace remit
