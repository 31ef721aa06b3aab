#include <remit/analysis/projection_communities.hpp>

#include "group_search.hpp"

#include <remit/analysis/projection.hpp>

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>
#include <random>
#include <utility>

namespace remit {

namespace {

using Order = std::vector<std::uint32_t>;

constexpr std::size_t shuffled_starts = 8;
constexpr std::size_t most_searched = 100;  // departments, whose pairs the search has as a table

struct Arc {
    std::uint32_t to = 0;
    std::int64_t weight = 0;
};

/// Departments, or groups of them, and what they share.
struct Projection {
    std::vector<std::vector<Arc>> arcs;  ///< By vertex; each pair has one in both directions.
    std::vector<std::int64_t> strength;  ///< By vertex; within a group each pair counts twice.
    std::int64_t total = 0;              ///< The sum of the strengths.

    explicit Projection(std::size_t vertices) : arcs(vertices), strength(vertices) {}

    void add(std::uint32_t a, std::uint32_t b, std::int64_t weight) {
        arcs[a].push_back({b, weight});
        arcs[b].push_back({a, weight});
    }
};

Projection departments_of(const ResponsibilityGraph& graph) {
    Projection result(graph.department_count());
    for (const auto& pair : projection(graph)) {
        const auto weight = std::int64_t{pair.shared};
        result.add(pair.a.value, pair.b.value, weight);
        result.strength[pair.a.value] += weight;
        result.strength[pair.b.value] += weight;
        result.total += 2 * weight;
    }
    return result;
}

/// Numbers groups from 0 by their first vertex. \return how many there are
std::uint32_t renumber(Groups& groups) {
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (auto& group : groups) {
        const auto next = static_cast<std::uint32_t>(numbers.size());
        group = numbers.try_emplace(group, next).first->second;
    }
    return static_cast<std::uint32_t>(numbers.size());
}

/// Moves vertices, in order, to their best groups until none gains. Each move raises modularity.
Groups moved(const Projection& graph) {
    Groups groups(graph.arcs.size());
    std::iota(groups.begin(), groups.end(), 0U);
    auto strength = graph.strength;                   // by group
    std::vector<std::int64_t> weight(groups.size());  // to a vertex, by group
    const auto visit = [&](std::uint32_t v) {
        const auto present = groups[v];
        strength[present] -= graph.strength[v];
        for (const auto& arc : graph.arcs[v]) weight[groups[arc.to]] += arc.weight;
        const auto gain = [&](std::uint32_t group) {
            return graph.total * weight[group] - graph.strength[v] * strength[group];
        };
        auto best = present;
        for (const auto& arc : graph.arcs[v]) {
            const auto group = groups[arc.to];
            const auto more = gain(group) - gain(best);
            if (more > 0 || (more == 0 && best != present && group < best)) best = group;
        }
        for (const auto& arc : graph.arcs[v]) weight[groups[arc.to]] = 0;
        groups[v] = best;
        strength[best] += graph.strength[v];
        return best != present;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (std::uint32_t v = 0; v < groups.size(); ++v) {
            if (visit(v)) changed = true;
        }
    }
    return groups;
}

/// Each group as one vertex.
Projection joined(const Projection& graph, const Groups& groups, std::uint32_t count) {
    Projection result(count);
    result.total = graph.total;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> between;
    for (std::uint32_t v = 0; v < groups.size(); ++v) {
        result.strength[groups[v]] += graph.strength[v];
        for (const auto& arc : graph.arcs[v]) {
            if (groups[v] < groups[arc.to]) between[{groups[v], groups[arc.to]}] += arc.weight;
        }
    }
    for (const auto& [pair, weight] : between) result.add(pair.first, pair.second, weight);
    return result;
}

/// L / w - (s / 2 w)^2, with everything counted twice: 2 L / t - (s / t)^2.
double modularity(const Projection& graph, const Groups& groups) {
    if (graph.total == 0) return 0.0;
    std::map<std::uint32_t, std::int64_t> strength;
    std::int64_t score = 0;
    for (std::uint32_t v = 0; v < groups.size(); ++v) {
        strength[groups[v]] += graph.strength[v];
        for (const auto& arc : graph.arcs[v]) {
            if (groups[arc.to] == groups[v]) score += graph.total * arc.weight;
        }
    }
    for (const auto& [group, sum] : strength) score -= sum * sum;
    const auto total = static_cast<double>(graph.total);
    return static_cast<double>(score) / (total * total);
}

/// By the Louvain method.
Groups climbed(const Projection& departments) {
    Groups result(departments.arcs.size());
    std::iota(result.begin(), result.end(), 0U);
    auto level = departments;
    for (bool smaller = true; smaller;) {
        auto groups = moved(level);
        const auto count = renumber(groups);
        for (auto& group : result) group = groups[group];
        smaller = count < groups.size();
        if (smaller) level = joined(level, groups, count);
    }
    return result;
}

/// The graph whose vertex i is that in place i of the order.
Projection ordered(const Projection& graph, const Order& order) {
    Order place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    Projection result(order.size());
    result.total = graph.total;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        result.strength[i] = graph.strength[order[i]];
        for (const auto& arc : graph.arcs[order[i]]) {
            result.arcs[i].push_back({place[arc.to], arc.weight});
        }
        std::sort(result.arcs[i].begin(), result.arcs[i].end(),
                  [](const Arc& a, const Arc& b) { return a.to < b.to; });
    }
    return result;
}

/// What belongs to the vertices of `ordered`, by the vertices of the graph.
Groups restored(const Groups& groups, const Order& order) {
    Groups result(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) result[order[i]] = groups[i];
    return result;
}

/// The strongest first.
Order by_strength(const Projection& graph) {
    Order order(graph.arcs.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return graph.strength[a] > graph.strength[b];
    });
    return order;
}

/// The best of the Louvain method from several orders of the vertices.
Groups best_climbed(const Projection& graph) {
    auto best = climbed(graph);
    auto highest = modularity(graph, best);
    auto order = by_strength(graph);
    std::mt19937 random;  // the standard says what it gives; of std::shuffle it does not
    for (std::size_t start = 0; start <= shuffled_starts; ++start) {
        const auto groups = restored(climbed(ordered(graph, order)), order);
        const auto reached = modularity(graph, groups);
        if (reached > highest) {
            highest = reached;
            best = groups;
        }
        for (auto i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    }
    return best;
}

/// 2 (t w - s s') of each pair is what modularity gains, times t^2.
PairGains gains_of(const Projection& graph) {
    const auto size = graph.arcs.size();
    PairGains gains(size, std::vector<std::int64_t>(size));
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) {
            gains[a][b] = -graph.strength[a] * graph.strength[b];
        }
        for (const auto& arc : graph.arcs[a]) gains[a][arc.to] += graph.total * arc.weight;
    }
    return gains;
}

}  // namespace

double projection_modularity(const ResponsibilityGraph& graph, const Groups& groups) {
    assert(groups.size() == graph.department_count());
    return modularity(departments_of(graph), groups);
}

ProjectionCommunities projection_communities(const ResponsibilityGraph& graph,
                                             const ProjectionOptions& options) {
    Order order(graph.department_count());
    std::iota(order.begin(), order.end(), 0U);
    assert(options.order.empty() || options.order.size() == order.size());
    for (std::size_t i = 0; i < options.order.size(); ++i) order[i] = options.order[i].value;
    const auto departments = ordered(departments_of(graph), order);
    auto groups = best_climbed(departments);
    ProjectionCommunities result;
    auto steps = order.size() <= most_searched ? options.steps : 0;
    if (steps > 0) {
        const auto strongest = by_strength(departments);
        Groups known(groups.size());
        for (std::size_t i = 0; i < known.size(); ++i) known[i] = groups[strongest[i]];
        const auto best = best_groups(gains_of(ordered(departments, strongest)), known, steps);
        groups = restored(best, strongest);
    }
    result.exact = steps > 0;
    result.groups = restored(groups, order);
    result.count = renumber(result.groups);
    result.modularity = modularity(departments_of(graph), result.groups);
    return result;
}

ProjectionCommunities projection_communities(const Dataset& dataset) {
    ProjectionOptions options;
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        options.order.push_back(d);
    }
    std::sort(options.order.begin(), options.order.end(),
              [&](auto a, auto b) { return dataset[a].id < dataset[b].id; });
    return projection_communities(responsibility_graph(dataset), options);
}

}  // namespace remit
