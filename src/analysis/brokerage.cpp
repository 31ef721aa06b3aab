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

/// The structural holes of one department after another, each from one pass over the partners of
/// its partners.
class Holes {
 public:
    explicit Holes(const Projection& partners)
        : partners_(partners), strength_(partners.size()), around_(partners.size()) {
        for (std::size_t d = 0; d < partners.size(); ++d) {
            for (const auto& each : partners[d]) strength_[d] += each.weight;
        }
    }

    [[nodiscard]] StructuralHoles of(std::size_t ego) {
        const auto& own = partners_[ego];
        if (own.empty()) return {};
        const auto n = static_cast<double>(own.size());
        // What reaches each from the ego, directly and by way of one other.
        for (const auto& each : own) {
            around_[each.department] = {each.weight / strength_[ego], 1.0 / n, 1.0};
        }
        std::size_t met = own.size();
        double ends = 0.0;  // of the links among the partners, each counted from both
        for (const auto& between : own) {
            const auto& theirs = partners_[between.department];
            const auto share = between.weight / strength_[ego];
            const auto even = 1.0 / n;
            const auto count = static_cast<double>(theirs.size());
            for (const auto& each : theirs) {
                auto& around = around_[each.department];
                around.weighted += share * each.weight / strength_[between.department];
                around.even += even / count;
                ends += around.is_partner;
            }
            met += theirs.size();
        }
        detail::CompensatedSum weighted;
        detail::CompensatedSum even;
        for (const auto& each : own) {
            const auto& around = around_[each.department];
            weighted.add(around.weighted * around.weighted);
            even.add(around.even * around.even);
        }
        forget(own, met);
        return {weighted.value(), even.value(), n - ends / n};
    }

 private:
    struct Around {
        double weighted = 0.0;
        double even = 0.0;
        double is_partner = 0.0;
    };

    void forget(const std::vector<Partner>& own, std::size_t met) {
        if (met > around_.size()) {
            std::fill(around_.begin(), around_.end(), Around{});
            return;
        }
        for (const auto& between : own) {
            around_[between.department] = {};
            for (const auto& each : partners_[between.department]) around_[each.department] = {};
        }
    }

    const Projection& partners_;
    std::vector<double> strength_;
    std::vector<Around> around_;  // by department; 0 between calls
};

void add_structural_holes(const ResponsibilityGraph& graph, BrokerageResult& result) {
    Projection partners(graph.department_count());
    for (const auto& edge : projection(graph)) {
        const auto weight = static_cast<double>(edge.shared);
        partners[edge.a.value].push_back({edge.b.value, weight});
        partners[edge.b.value].push_back({edge.a.value, weight});
    }
    Holes holes(partners);
    for (std::size_t ego = 0; ego < partners.size(); ++ego) {
        result.among_departments[ego] = holes.of(ego);
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
