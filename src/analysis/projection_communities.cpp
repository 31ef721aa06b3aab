#include <remit/analysis/projection_communities.hpp>

#include <remit/analysis/coresponsibility.hpp>

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>
#include <utility>

namespace remit {

namespace {

using Groups = std::vector<std::uint32_t>;

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

Projection projection(const ResponsibilityGraph& graph) {
    Projection result(graph.department_count());
    for (const auto& pair : coresponsibility(graph)) {
        const auto weight = static_cast<std::int64_t>(pair.shared());
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

}  // namespace

double projection_modularity(const ResponsibilityGraph& graph, const Groups& groups) {
    assert(groups.size() == graph.department_count());
    return modularity(projection(graph), groups);
}

ProjectionCommunities projection_communities(const ResponsibilityGraph& graph) {
    const auto departments = projection(graph);
    ProjectionCommunities result;
    result.groups.resize(graph.department_count());
    std::iota(result.groups.begin(), result.groups.end(), 0U);
    auto level = departments;
    for (bool smaller = true; smaller;) {
        auto groups = moved(level);
        const auto count = renumber(groups);
        for (auto& group : result.groups) group = groups[group];
        smaller = count < groups.size();
        if (smaller) level = joined(level, groups, count);
    }
    result.count = renumber(result.groups);
    result.modularity = modularity(departments, result.groups);
    return result;
}

}  // namespace remit
