#include <remit/analysis/nestedness.hpp>

#include "shared_neighbors.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <utility>
#include <vector>

namespace remit {

namespace {

using detail::count;
using detail::neighbors;

/// The pairs of one side.
struct Pairs {
    double sum = 0.0;
    double count = 0.0;
};

/// How many of those that came before are greater? Counts by rank, as a tree of sums (Fenwick).
class Before {
 public:
    explicit Before(std::size_t ranks) : counts_(ranks + 1) {}

    void add(std::size_t rank) {
        for (auto i = rank + 1; i < counts_.size(); i += i & (~i + 1)) ++counts_[i];
        ++all_;
    }
    [[nodiscard]] std::uint64_t above(std::size_t rank) const {
        auto above = all_;
        for (auto i = rank + 1; i > 0; i -= i & (~i + 1)) above -= counts_[i];
        return above;
    }

 private:
    std::vector<std::uint64_t> counts_;
    std::uint64_t all_ = 0;
};

/// A neighbor that two share adds 1 to their overlap: it is enough to know, of each neighbor, how
/// many of those that have it have a greater degree.
template <class Index, class Middle>
Pairs pairs(const ResponsibilityGraph& graph, NestednessOrder order) {
    const auto n = count(graph, Index{});
    std::vector<std::uint64_t> overlap;  // by the degree of the lesser
    std::vector<Index> having;
    std::vector<std::size_t> degrees;  // of those, ascending
    for (Middle middle; middle.value < count(graph, Middle{}); ++middle.value) {
        const auto found = neighbors(graph, middle);
        having.assign(found.begin(), found.end());
        std::sort(having.begin(), having.end());
        degrees.clear();
        for (const auto each : having) degrees.push_back(neighbors(graph, each).size());
        std::sort(degrees.begin(), degrees.end());
        if (!degrees.empty() && overlap.size() <= degrees.back())
            overlap.resize(degrees.back() + 1);
        Before before(degrees.size());
        for (const auto each : having) {
            const auto degree = neighbors(graph, each).size();
            const auto end = std::upper_bound(degrees.begin(), degrees.end(), degree);
            if (order == NestednessOrder::by_degree) {
                overlap[degree] += static_cast<std::size_t>(degrees.end() - end);
                continue;
            }
            const auto rank = static_cast<std::size_t>(end - degrees.begin()) - 1;
            overlap[degree] += before.above(rank);
            before.add(rank);
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

/// A flow that costs the least: as much as makes it cheaper still, from vertex 0 to vertex 1. Where
/// costs are few small numbers, so are the lengths of shortest paths, and all of one length are
/// filled at once.
class CheapestFlow {
 public:
    explicit CheapestFlow(std::size_t vertices) : out_(vertices) {}

    void add(std::size_t from, std::size_t to, std::int64_t capacity, std::int64_t cost) {
        out_[from].push_back(arcs_.size());
        arcs_.push_back({to, capacity, cost});
        out_[to].push_back(arcs_.size());
        arcs_.push_back({from, 0, -cost});
    }

    /// The cost of the whole flow, at most 0.
    [[nodiscard]] std::int64_t run() {
        std::int64_t cost = 0;
        while (find_distances(), distance_[1] < 0) {
            while (find_levels()) {
                next_.assign(out_.size(), 0);
                cost += distance_[1] * push(0, unlimited);
            }
        }
        return cost;
    }

    static constexpr auto unlimited = std::numeric_limits<std::int64_t>::max() / 2;

 private:
    struct Arc {
        std::size_t to;
        std::int64_t left;  ///< Of its capacity.
        std::int64_t cost;
    };

    void find_distances() {
        distance_.assign(out_.size(), unlimited);
        distance_[0] = 0;
        std::vector<bool> waits(out_.size());
        std::deque<std::size_t> queue{0};
        while (!queue.empty()) {
            const auto from = queue.front();
            queue.pop_front();
            waits[from] = false;
            for (const auto i : out_[from]) {
                const auto& arc = arcs_[i];
                const auto there = distance_[from] + arc.cost;
                if (arc.left == 0 || there >= distance_[arc.to]) continue;
                distance_[arc.to] = there;
                if (!waits[arc.to]) queue.push_back(arc.to);
                waits[arc.to] = true;
            }
        }
    }

    [[nodiscard]] bool is_shortest(std::size_t from, const Arc& arc) const {
        return arc.left > 0 && distance_[from] + arc.cost == distance_[arc.to];
    }

    /// Arcs from the start, on shortest paths. \return whether the end is reached
    [[nodiscard]] bool find_levels() {
        level_.assign(out_.size(), 0);
        level_[0] = 1;
        std::vector<std::size_t> queue{0};
        for (std::size_t at = 0; at < queue.size() && level_[1] == 0; ++at) {
            for (const auto i : out_[queue[at]]) {
                const auto& arc = arcs_[i];
                if (level_[arc.to] > 0 || !is_shortest(queue[at], arc)) continue;
                level_[arc.to] = level_[queue[at]] + 1;
                queue.push_back(arc.to);
            }
        }
        return level_[1] > 0;
    }

    /// \return how much of what may come from a vertex gets to the end
    std::int64_t push(std::size_t from, std::int64_t limit) {
        if (from == 1) return limit;
        std::int64_t pushed = 0;
        for (auto& next = next_[from]; next < out_[from].size(); ++next) {
            const auto i = out_[from][next];
            auto& arc = arcs_[i];
            if (level_[arc.to] != level_[from] + 1 || !is_shortest(from, arc)) continue;
            const auto got = push(arc.to, std::min(limit - pushed, arc.left));
            arc.left -= got;
            arcs_[i ^ 1U].left += got;
            pushed += got;
            if (pushed == limit) break;
        }
        return pushed;
    }

    std::vector<Arc> arcs_;  // each before the one back
    std::vector<std::vector<std::size_t>> out_;
    std::vector<std::int64_t> distance_;
    std::vector<std::size_t> level_;  // from 1; 0 if not reached
    std::vector<std::size_t> next_;   // of the arcs out, the first that may take more
};

/// The departments' degrees, ascending.
std::vector<std::size_t> sorted_degrees(const ResponsibilityGraph& graph) {
    std::vector<std::size_t> degrees;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        degrees.push_back(graph.measures(d).size());
    }
    std::sort(degrees.begin(), degrees.end());
    return degrees;
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
///
/// A department of degree k has no gap where one of its measures stands in a column before k. So
/// columns between two degrees are alike, and so are measures whose departments lie between the
/// same ones: what is looked for is how many of which go where, a flow. A measure that may stand in
/// a range of columns may stand in those before it, too.
std::int64_t least_gaps(const ResponsibilityGraph& graph, const std::vector<std::size_t>& degrees,
                        const std::vector<MeasureIndex>& tied, std::size_t first) {
    const auto end = std::min(degrees.empty() ? 0 : degrees.back(), first + tied.size());
    if (first >= end) return 0;
    std::int64_t gaps = 0;  // if nothing stood there
    for (const auto degree : degrees) {
        if (degree > first) gaps += static_cast<std::int64_t>(std::min(degree, end) - first);
    }
    std::vector<std::size_t> ranges;  // their ends
    for (const auto degree : degrees) {
        const bool inside = degree > first && degree < end;
        if (inside && (ranges.empty() || ranges.back() != degree)) ranges.push_back(degree);
    }
    ranges.push_back(end);

    // By measures alike: their departments, as the ranges that are the last before their degrees.
    std::map<std::vector<std::size_t>, std::int64_t> alike;
    for (const auto m : tied) {
        std::vector<std::size_t> last;
        for (const auto d : graph.departments(m)) {
            const auto degree = std::min(graph.measures(d).size(), end);
            if (degree <= first) continue;
            const auto found = std::lower_bound(ranges.begin(), ranges.end(), degree);
            last.push_back(static_cast<std::size_t>(found - ranges.begin()));
        }
        std::sort(last.begin(), last.end());
        ++alike[last];
    }
    CheapestFlow flow(2 + ranges.size() + alike.size());
    const auto range = [](std::size_t i) { return 2 + i; };
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const auto begin = i > 0 ? ranges[i - 1] : first;
        flow.add(range(i), 1, static_cast<std::int64_t>(ranges[i] - begin), 0);
        if (i > 0) flow.add(range(i), range(i - 1), CheapestFlow::unlimited, 0);
    }
    auto vertex = range(ranges.size());
    for (const auto& [last, count] : alike) {
        flow.add(0, vertex, count, 0);
        for (std::size_t i = 0; i < last.size(); ++i) {
            if (i > 0 && last[i] == last[i - 1]) continue;
            flow.add(vertex, range(last[i]), count, -static_cast<std::int64_t>(last.size() - i));
        }
        ++vertex;
    }
    return gaps + flow.run();
}

}  // namespace

Nodf nodf(const ResponsibilityGraph& graph, NestednessOrder order) {
    const auto rows = pairs<DepartmentIndex, MeasureIndex>(graph, order);
    const auto columns = pairs<MeasureIndex, DepartmentIndex>(graph, order);
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
    const auto degrees = sorted_degrees(graph);
    std::int64_t result = 0;
    std::size_t first = 0;
    for (const auto& tied : tied_measures(graph)) {
        result += least_gaps(graph, degrees, tied, first);
        first += tied.size();
    }
    return static_cast<std::size_t>(result);
}

}  // namespace remit
