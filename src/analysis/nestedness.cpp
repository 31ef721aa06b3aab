#include <remit/analysis/nestedness.hpp>

#include "shared_neighbors.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace remit {

namespace {

using detail::count;
using detail::neighbors;
using detail::SharedNeighbors;

/// The pairs of one side.
struct Pairs {
    double sum = 0.0;
    double count = 0.0;
};

template <class Index>
Pairs pairs(const ResponsibilityGraph& graph, NestednessOrder order) {
    const auto n = count(graph, Index{});
    std::vector<std::uint64_t> overlap;  // by the degree of the lesser
    SharedNeighbors<Index> shared(graph);
    for (Index a; a.value < n; ++a.value) {
        shared.count_for(a);
        const auto degree = neighbors(graph, a).size();
        for (const auto b : shared.partners()) {
            const auto lesser = neighbors(graph, b).size();
            if (degree <= lesser || (order == NestednessOrder::as_given && b < a)) continue;
            if (overlap.size() <= lesser) overlap.resize(lesser + 1);
            overlap[lesser] += shared[b];
        }
    }
    Pairs result;
    for (std::size_t degree = 1; degree < overlap.size(); ++degree) {
        result.sum += static_cast<double>(overlap[degree]) / static_cast<double>(degree);
    }
    if (n > 1) result.count = static_cast<double>(n) * static_cast<double>(n - 1) / 2.0;
    return result;
}

std::optional<double> percentage(double sum, double count) {
    if (count == 0.0) return std::nullopt;
    return 100.0 * sum / count;
}

/// Gives each position a column of its own, so that the costs sum to the least. Positions come one
/// by one; each finds its place by the shortest path of columns that give way.
class Assignment {
 public:
    explicit Assignment(std::size_t columns) : prices_(columns), owners_(columns, nobody) {}

    /// \param costs  of this position with each column
    void add(std::vector<std::int64_t> costs) {
        const auto position = costs_.size();
        costs_.push_back(std::move(costs));
        distances_.assign(owners_.size(), std::numeric_limits<std::int64_t>::max());
        sources_.assign(owners_.size(), position);
        settled_.assign(owners_.size(), 0);
        reach(position, 0);
        auto column = settle_nearest();
        while (owners_[column] != nobody) {
            const auto owner = owners_[column];
            reach(owner, distances_[column] - reduced(owner, column));
            column = settle_nearest();
        }
        raise_prices(distances_[column]);
        while (true) {
            const auto source = sources_[column];
            owners_[column] = source;
            if (source == position) break;
            std::swap(column, places_[source]);
        }
        places_.push_back(column);
    }

    [[nodiscard]] std::int64_t cost() const {
        std::int64_t sum = 0;
        for (std::size_t p = 0; p < places_.size(); ++p) sum += costs_[p][places_[p]];
        return sum;
    }

 private:
    static constexpr auto nobody = std::numeric_limits<std::size_t>::max();

    [[nodiscard]] std::int64_t reduced(std::size_t position, std::size_t column) const {
        return costs_[position][column] - prices_[column];
    }

    void reach(std::size_t position, std::int64_t distance) {
        for (std::size_t c = 0; c < owners_.size(); ++c) {
            const auto there = distance + reduced(position, c);
            if (settled_[c] != 0 || there >= distances_[c]) continue;
            distances_[c] = there;
            sources_[c] = position;
        }
    }

    std::size_t settle_nearest() {
        auto nearest = nobody;
        for (std::size_t c = 0; c < owners_.size(); ++c) {
            if (settled_[c] != 0) continue;
            if (nearest == nobody || distances_[c] < distances_[nearest]) nearest = c;
        }
        settled_[nearest] = 1;
        return nearest;
    }

    void raise_prices(std::int64_t end) {
        for (std::size_t c = 0; c < owners_.size(); ++c) {
            if (settled_[c] != 0) prices_[c] += distances_[c] - end;
        }
    }

    std::vector<std::vector<std::int64_t>> costs_;  // by position, then column
    std::vector<std::size_t> places_;               // by position
    std::vector<std::int64_t> prices_;              // by column, as all that follow
    std::vector<std::size_t> owners_;
    std::vector<std::int64_t> distances_;
    std::vector<std::size_t> sources_;
    std::vector<char> settled_;
};

/// How many of some departments have more than n measures, by n.
class DegreeCounts {
 public:
    explicit DegreeCounts(std::size_t greatest) : above_(greatest) {}

    void add(std::size_t degree) {
        for (std::size_t n = 0; n < degree; ++n) ++above_[n];
    }

    /// The greatest degree.
    [[nodiscard]] std::size_t size() const { return above_.size(); }

    [[nodiscard]] std::int64_t above(std::size_t n) const { return above_[n]; }

 private:
    std::vector<std::int64_t> above_;
};

/// Of all departments, up to the greatest degree.
DegreeCounts degree_counts(const ResponsibilityGraph& graph) {
    std::size_t greatest = 0;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        greatest = std::max(greatest, graph.measures(d).size());
    }
    DegreeCounts counts(greatest);
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        counts.add(graph.measures(d).size());
    }
    return counts;
}

/// Those that are tied, the greatest degree first; some groups are empty.
std::vector<std::vector<MeasureIndex>> tied_measures(const ResponsibilityGraph& graph) {
    std::vector<std::vector<MeasureIndex>> groups(graph.department_count() + 1);
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        groups[graph.department_count() - graph.departments(m).size()].push_back(m);
    }
    return groups;
}

/// The gaps in the columns from `first` on, if tied measures stand there in the best order.
std::int64_t least_gaps(const ResponsibilityGraph& graph, const DegreeCounts& all,
                        const std::vector<MeasureIndex>& tied, std::size_t first) {
    const auto end = std::min(all.size(), first + tied.size());
    if (first >= end) return 0;
    std::vector<DegreeCounts> with(tied.size(), DegreeCounts(all.size()));
    for (std::size_t i = 0; i < tied.size(); ++i) {
        for (const auto d : graph.departments(tied[i])) with[i].add(graph.measures(d).size());
    }
    Assignment assignment(tied.size());
    for (auto column = first; column < end; ++column) {
        std::vector<std::int64_t> gaps;
        gaps.reserve(with.size());
        for (const auto& counts : with) gaps.push_back(all.above(column) - counts.above(column));
        assignment.add(std::move(gaps));
    }
    return assignment.cost();
}

}  // namespace

Nodf nodf(const ResponsibilityGraph& graph, NestednessOrder order) {
    const auto rows = pairs<DepartmentIndex>(graph, order);
    const auto columns = pairs<MeasureIndex>(graph, order);
    return {percentage(rows.sum, rows.count), percentage(columns.sum, columns.count),
            percentage(rows.sum + columns.sum, rows.count + columns.count)};
}

std::size_t discrepancy(const ResponsibilityGraph& graph, std::span<const MeasureIndex> order) {
    std::vector<std::size_t> columns(graph.measure_count());
    for (std::size_t i = 0; i < order.size(); ++i) columns[order[i].value] = i;
    std::size_t outside = 0;  // as many links as there are gaps inside
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        const auto measures = graph.measures(d);
        for (const auto m : measures) {
            if (columns[m.value] >= measures.size()) ++outside;
        }
    }
    return outside;
}

std::size_t discrepancy(const ResponsibilityGraph& graph) {
    const auto all = degree_counts(graph);
    std::int64_t result = 0;
    std::size_t first = 0;
    for (const auto& tied : tied_measures(graph)) {
        result += least_gaps(graph, all, tied, first);
        first += tied.size();
    }
    return static_cast<std::size_t>(result);
}

}  // namespace remit
