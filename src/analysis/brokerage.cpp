#include <remit/analysis/brokerage.hpp>

#include "compensated_sum.hpp"

#include <remit/graph/bgl.hpp>

#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <utility>

namespace remit {
namespace {

/// Whether any but `center` is a neighbor of both; both lists ascend.
template <class Neighbors>
bool linked_otherwise(const Neighbors& one, const Neighbors& other, std::uint32_t center) {
    auto a = one.begin();
    auto b = other.begin();
    while (a != one.end() && b != other.end()) {
        if (*a < *b) {
            ++a;
        } else if (*b < *a) {
            ++b;
        } else {
            if (*a != center) return true;
            ++a;
            ++b;
        }
    }
    return false;
}

/// The neighbors of each vertex of one side, ascending.
using Lists = std::vector<std::vector<std::uint32_t>>;

/// \param own    the neighbors of each vertex of a side, which are positions in `other`
/// \param other  the neighbors of those
void add_redundancy(const Lists& own, const Lists& other, std::vector<Brokerage>& result) {
    for (std::uint32_t center = 0; center < own.size(); ++center) {
        const auto& neighbors = own[center];
        const auto n = neighbors.size();
        if (n < 2) continue;
        std::size_t redundant = 0;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = i + 1; j < n; ++j) {
                if (linked_otherwise(other[neighbors[i]], other[neighbors[j]], center)) ++redundant;
            }
        }
        result[center].redundancy =
            static_cast<double>(redundant) / (static_cast<double>(n * (n - 1)) / 2.0);
    }
}

void add_redundancies(const ResponsibilityGraph& graph, BrokerageResult& result) {
    Lists of_measures(graph.measure_count());
    Lists of_departments(graph.department_count());
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) {
            of_measures[m.value].push_back(d.value);
            of_departments[d.value].push_back(m.value);
        }
        std::sort(of_measures[m.value].begin(), of_measures[m.value].end());
    }
    add_redundancy(of_measures, of_departments, result.measures);
    add_redundancy(of_departments, of_measures, result.departments);
}

/// Cut vertices and cut edges, from the order in which a depth-first search finds the vertices and
/// the earliest that each subtree reaches.
void add_cuts(const ResponsibilityGraph& graph, BrokerageResult& result) {
    const auto& bgl = graph.bgl();
    const auto vertices = num_vertices(bgl);
    const auto index = get(boost::vertex_index, bgl);
    std::vector<std::uint32_t> found(vertices);
    std::vector<std::uint32_t> lowest(vertices);
    std::vector<std::uint32_t> parent(vertices);
    for (std::uint32_t v = 0; v < vertices; ++v) parent[v] = v;
    std::vector<std::uint32_t> cut;
    const auto map = [&](auto& values) {
        return boost::make_iterator_property_map(values.begin(), index);
    };
    boost::articulation_points(bgl, std::back_inserter(cut),
                               boost::discover_time_map(map(found))
                                   .lowpoint_map(map(lowest))
                                   .predecessor_map(map(parent)));
    const auto measures = graph.measure_count();
    for (const auto v : cut) {
        if (v < measures) {
            result.measures[v].articulation_point = true;
        } else if (v - measures < graph.department_count()) {
            result.departments[v - measures].articulation_point = true;
        }
    }
    for (MeasureIndex m; m.value < measures; ++m.value) {
        for (std::size_t i = 0; i < graph.departments(m).size(); ++i) {
            const auto d = graph.departments(m)[i];
            const auto a = graph.vertex(m);
            const auto b = graph.vertex(d);
            const bool down = parent[b] == a && lowest[b] > found[a];
            const bool up = parent[a] == b && lowest[a] > found[b];
            if (down || up) result.bridges.push_back({m, d, graph.roles(m)[i]});
        }
    }
    std::stable_sort(result.bridges.begin(), result.bridges.end(),
                     [](const Link& a, const Link& b) {
                         return std::pair(a.measure.value, a.department.value) <
                                std::pair(b.measure.value, b.department.value);
                     });
    std::vector<std::uint32_t> component(vertices);
    const auto all = static_cast<std::size_t>(boost::connected_components(bgl, map(component)));
    std::set<std::uint32_t> without_regions;
    for (std::size_t v = 0; v < measures + graph.department_count(); ++v) {
        without_regions.insert(component[v]);
    }
    result.components = std::min(all, without_regions.size());
}

struct Partner {
    std::uint32_t department;
    double weight;
};

using Projection = std::vector<std::vector<Partner>>;

std::optional<double> constraint(const Projection& projection, std::size_t ego,
                                 std::vector<double>& share_of, bool weighted) {
    const auto& partners = projection[ego];
    if (partners.empty()) return std::nullopt;
    const auto weight = [&](const Partner& partner) { return weighted ? partner.weight : 1.0; };
    const auto strength = [&](std::size_t department) {
        double sum = 0.0;
        for (const auto& each : projection[department]) sum += weight(each);
        return sum;
    };
    // What reaches each partner from the ego, directly and by way of one other.
    const auto own = strength(ego);
    for (const auto& each : partners) share_of[each.department] += weight(each) / own;
    for (const auto& between : partners) {
        const auto share = weight(between) / own;
        const auto theirs = strength(between.department);
        for (const auto& each : projection[between.department]) {
            share_of[each.department] += share * weight(each) / theirs;
        }
    }
    detail::CompensatedSum sum;
    for (const auto& each : partners)
        sum.add(share_of[each.department] * share_of[each.department]);
    for (const auto& between : partners) {
        share_of[between.department] = 0.0;
        for (const auto& each : projection[between.department]) share_of[each.department] = 0.0;
    }
    return sum.value();
}

std::optional<double> effective_size(const Projection& projection, std::size_t ego,
                                     std::vector<double>& is_partner) {
    const auto& partners = projection[ego];
    if (partners.empty()) return std::nullopt;
    for (const auto& each : partners) is_partner[each.department] = 1.0;
    double ends = 0.0;  // of the links among the partners, each counted from both
    for (const auto& partner : partners) {
        for (const auto& each : projection[partner.department]) ends += is_partner[each.department];
    }
    for (const auto& each : partners) is_partner[each.department] = 0.0;
    const auto n = static_cast<double>(partners.size());
    return n - ends / n;
}

void add_structural_holes(const ResponsibilityGraph& graph, BrokerageResult& result) {
    Projection projection(graph.department_count());
    for (const auto& pair : coresponsibility(graph)) {
        const auto weight = static_cast<double>(pair.shared());
        projection[pair.a.value].push_back({pair.b.value, weight});
        projection[pair.b.value].push_back({pair.a.value, weight});
    }
    std::vector<double> scratch(projection.size());
    for (std::size_t ego = 0; ego < projection.size(); ++ego) {
        auto& holes = result.among_departments[ego];
        holes.constraint = constraint(projection, ego, scratch, true);
        holes.constraint_unweighted = constraint(projection, ego, scratch, false);
        holes.effective_size = effective_size(projection, ego, scratch);
    }
}

}  // namespace

BrokerageResult brokerage(const ResponsibilityGraph& graph) {
    BrokerageResult result;
    result.departments.resize(graph.department_count());
    result.measures.resize(graph.measure_count());
    result.among_departments.resize(graph.department_count());
    add_redundancies(graph, result);
    add_cuts(graph, result);
    add_structural_holes(graph, result);
    return result;
}

}  // namespace remit
