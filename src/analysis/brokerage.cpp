#include <remit/analysis/brokerage.hpp>

#include "compensated_sum.hpp"
#include "shared_neighbors.hpp"

#include <remit/analysis/projection.hpp>
#include <remit/graph/bgl.hpp>

#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>
#include <set>
#include <span>
#include <utility>

namespace remit {
namespace {

std::optional<double> of_pairs(std::uint64_t redundant, std::size_t n) {
    if (n < 2) return std::nullopt;
    return static_cast<double>(redundant) / (static_cast<double>(n * (n - 1)) / 2.0);
}

/// Two departments of a measure are linked otherwise if they share a second one.
void add_redundancy_of_measures(const ResponsibilityGraph& graph, BrokerageResult& result) {
    std::vector<std::uint64_t> redundant(graph.measure_count());
    detail::SharedNeighbors<DepartmentIndex> shared(graph);
    for (DepartmentIndex a; a.value < graph.department_count(); ++a.value) {
        shared.count_for(a);
        for (const auto m : graph.measures(a)) {
            for (const auto b : graph.departments(m)) {
                if (a < b && shared[b] > 1) ++redundant[m.value];
            }
        }
    }
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        result.measures[m.value].redundancy =
            of_pairs(redundant[m.value], graph.departments(m).size());
    }
}

/// Which of some measures of one department have another one, as bits.
class OtherDepartments {
 public:
    static constexpr std::size_t measures = 4096;

    explicit OtherDepartments(const ResponsibilityGraph& graph)
        : graph_(graph), bits_(graph.department_count()) {}

    /// \param some  at most as many as there are bits
    void assign(DepartmentIndex of, std::span<const MeasureIndex> some) {
        for (const auto d : set_) bits_[d.value] = {};
        set_.clear();
        of_ = of;
        for (std::size_t i = 0; i < some.size(); ++i) {
            for (const auto d : graph_.departments(some[i])) {
                if (d == of) continue;
                if (bits_[d.value].empty()) {
                    bits_[d.value].resize(some.size() / 64 + 1);
                    set_.push_back(d);
                }
                bits_[d.value][i / 64] |= std::uint64_t{1} << (i % 64);
            }
        }
    }

    /// How many of them share another department with a measure; itself, if it is one and has any.
    [[nodiscard]] std::uint64_t sharing(MeasureIndex with) {
        any_.clear();
        for (const auto d : graph_.departments(with)) {
            const auto& bits = bits_[d.value];
            if (d == of_ || bits.empty()) continue;
            any_.resize(bits.size());
            for (std::size_t i = 0; i < bits.size(); ++i) any_[i] |= bits[i];
        }
        std::uint64_t count = 0;
        for (const auto word : any_) count += static_cast<std::uint64_t>(std::popcount(word));
        return count;
    }

 private:
    const ResponsibilityGraph& graph_;
    DepartmentIndex of_;
    std::vector<std::vector<std::uint64_t>> bits_;  // by department
    std::vector<DepartmentIndex> set_;              // those that have bits
    std::vector<std::uint64_t> any_;
};

/// Two measures of a department are linked otherwise if they share another one.
void add_redundancy_of_departments(const ResponsibilityGraph& graph, BrokerageResult& result) {
    OtherDepartments others(graph);
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        const auto found = graph.measures(d);
        const std::vector<MeasureIndex> measures(found.begin(), found.end());
        std::uint64_t both_ways = 0;
        for (std::size_t first = 0; first < measures.size(); first += OtherDepartments::measures) {
            const auto some = std::span(measures).subspan(
                first, std::min(OtherDepartments::measures, measures.size() - first));
            others.assign(d, some);
            for (const auto m : measures) both_ways += others.sharing(m);
        }
        for (const auto m : measures) {
            if (graph.departments(m).size() > 1) --both_ways;  // with itself
        }
        result.departments[d.value].redundancy = of_pairs(both_ways / 2, measures.size());
    }
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

/// \param strength  of each department: the sum of its weights
/// \param share_of  scratch, 0 before and after
std::optional<double> constraint(const Projection& projection, std::size_t ego,
                                 const std::vector<double>& strength, std::vector<double>& share_of,
                                 bool weighted) {
    const auto& partners = projection[ego];
    if (partners.empty()) return std::nullopt;
    const auto weight = [&](const Partner& partner) { return weighted ? partner.weight : 1.0; };
    // What reaches each partner from the ego, directly and by way of one other.
    const auto own = strength[ego];
    for (const auto& each : partners) share_of[each.department] += weight(each) / own;
    for (const auto& between : partners) {
        const auto share = weight(between) / own;
        const auto theirs = strength[between.department];
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
    Projection partners(graph.department_count());
    std::vector<double> strength(partners.size());
    std::vector<double> count(partners.size());
    for (const auto& edge : projection(graph)) {
        const auto weight = static_cast<double>(edge.shared);
        for (const auto& [one, other] : {std::pair(edge.a, edge.b), std::pair(edge.b, edge.a)}) {
            partners[one.value].push_back({other.value, weight});
            strength[one.value] += weight;
            ++count[one.value];
        }
    }
    std::vector<double> scratch(partners.size());
    for (std::size_t ego = 0; ego < partners.size(); ++ego) {
        auto& holes = result.among_departments[ego];
        holes.constraint = constraint(partners, ego, strength, scratch, true);
        holes.constraint_unweighted = constraint(partners, ego, count, scratch, false);
        holes.effective_size = effective_size(partners, ego, scratch);
    }
}

}  // namespace

BrokerageResult brokerage(const ResponsibilityGraph& graph) {
    BrokerageResult result;
    result.departments.resize(graph.department_count());
    result.measures.resize(graph.measure_count());
    result.among_departments.resize(graph.department_count());
    add_redundancy_of_measures(graph, result);
    add_redundancy_of_departments(graph, result);
    add_cuts(graph, result);
    add_structural_holes(graph, result);
    return result;
}

}  // namespace remit
