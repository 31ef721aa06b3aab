#include <remit/analysis/clustering.hpp>

#include "shared_neighbors.hpp"

#include <algorithm>

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

/// A set that is emptied at the cost of what is in it.
template <class Index>
class Marks {
 public:
    explicit Marks(std::size_t size) : marked_(size, 0) {}

    void assign(Neighbors<Index> indices) {
        for (const auto index : current_) marked_[index.value] = 0;
        current_.assign(indices.begin(), indices.end());
        for (const auto index : current_) marked_[index.value] = 1;
    }

    /// 1 or 0.
    [[nodiscard]] std::uint64_t operator[](Index index) const { return marked_[index.value]; }

 private:
    std::vector<std::uint8_t> marked_;
    std::vector<Index> current_;
};

/// Adds the paths i, p, v, q, k with i < k to the v of each.
class PathsFrom {
 public:
    PathsFrom(const ResponsibilityGraph& graph, std::vector<Closure>& closures)
        : graph_(graph),
          closures_(closures),
          shared_(graph),
          of_i_(graph.measure_count()),
          in_p_(graph.department_count()) {}

    void count(DepartmentIndex i) {
        shared_.count_for(i);
        of_i_.assign(graph_.measures(i));
        for (const auto p : graph_.measures(i)) {
            in_p_.assign(graph_.departments(p));
            for (const auto v : graph_.departments(p)) {
                if (v != i) count(i, p, v);
            }
        }
    }

 private:
    void count(DepartmentIndex i, MeasureIndex p, DepartmentIndex v) {
        auto& closure = closures_[v.value];
        for (const auto q : graph_.measures(v)) {
            if (q == p) continue;
            for (const auto k : graph_.departments(q)) {
                if (k <= i || k == v) continue;
                ++closure.four_paths;
                if (shared_[k] > in_p_[k] + of_i_[q]) ++closure.closed;
            }
        }
    }

    const ResponsibilityGraph& graph_;
    std::vector<Closure>& closures_;
    SharedNeighbors<DepartmentIndex> shared_;
    Marks<MeasureIndex> of_i_;
    Marks<DepartmentIndex> in_p_;
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

OverlapClustering overlap_clustering(const ResponsibilityGraph& graph) {
    OverlapClustering result;
    result.departments = mean_overlaps<DepartmentIndex>(graph);
    result.measures = mean_overlaps<MeasureIndex>(graph);
    result.department_mean = mean(result.departments);
    result.measure_mean = mean(result.measures);
    return result;
}

TwoModeClustering two_mode_clustering(const ResponsibilityGraph& graph) {
    TwoModeClustering result;
    result.departments.resize(graph.department_count());
    PathsFrom paths(graph, result.departments);
    for (DepartmentIndex i; i.value < graph.department_count(); ++i.value) paths.count(i);

    for (auto& closure : result.departments) {
        closure.coefficient = ratio(closure.closed, closure.four_paths);
        result.global.closed += closure.closed;
        result.global.four_paths += closure.four_paths;
    }
    result.global.coefficient = ratio(result.global.closed, result.global.four_paths);
    return result;
}

}  // namespace remit
