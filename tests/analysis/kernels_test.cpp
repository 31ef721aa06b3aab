// The kernels beside plain references, on graphs with what they treat apart: measures alike, long
// paths, several components, isolated vertices, long lists, more vertices than one batch.
#include "../../src/analysis/kernels/betweenness.hpp"
#include "../../src/analysis/kernels/measure_kinds.hpp"
#include "../../src/analysis/kernels/reach.hpp"

#include <remit/analysis/brokerage.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/projection.hpp>
#include <remit/graph/bgl.hpp>

#include <gtest/gtest.h>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>
#include <vector>

namespace remit {
namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

ResponsibilityGraph graph_of(const Lists& measures, std::size_t departments) {
    std::vector<Link> links;
    for (MeasureIndex m; m.value < measures.size(); ++m.value) {
        for (const auto d : measures[m.value]) links.push_back({m, {d}});
    }
    return {measures.size(), departments, links};
}

/// Each measure has the departments near a place, so that there are long paths; some are alike,
/// some have none, one has many.
ResponsibilityGraph random_graph(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
    const std::size_t departments = 1 + below(seed % 3 == 0 ? 300 : 12);
    const std::size_t measures = seed % 4 == 0 ? 700 : below(40);
    const auto near = seed % 2 == 0 ? std::min<std::size_t>(departments, 4) : departments;
    Lists lists(measures);
    for (std::size_t m = 0; m < measures; ++m) {
        if (m > 0 && below(4) == 0) {
            lists[m] = lists[below(m)];
            std::shuffle(lists[m].begin(), lists[m].end(), random);
            continue;
        }
        const auto place = below(departments);
        std::set<std::uint32_t> chosen;
        for (auto count = below(5); count > 0; --count) {
            chosen.insert(static_cast<std::uint32_t>((place + below(near)) % departments));
        }
        if (m == 7) {
            for (std::uint32_t d = 0; d < departments; d += 2) chosen.insert(d);
        }
        lists[m].assign(chosen.begin(), chosen.end());
        std::shuffle(lists[m].begin(), lists[m].end(), random);
    }
    return graph_of(lists, departments);
}

class Kernels : public testing::TestWithParam<unsigned> {
 protected:
    ResponsibilityGraph graph_ = random_graph(GetParam());
    detail::MeasureKinds kinds_{graph_};
};

TEST_P(Kernels, KindsAreMeasuresWithTheSameDepartments) {
    std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> measures;
    std::vector<std::vector<std::uint32_t>> in_order;
    for (MeasureIndex m; m.value < graph_.measure_count(); ++m.value) {
        std::vector<std::uint32_t> list;
        for (const auto d : graph_.departments(m)) list.push_back(d.value);
        std::sort(list.begin(), list.end());
        if (!measures.contains(list)) in_order.push_back(list);
        measures[list].push_back(m.value);
    }
    ASSERT_EQ(kinds_.count(), in_order.size());
    for (std::uint32_t kind = 0; kind < kinds_.count(); ++kind) {
        const auto list = kinds_.departments(kind);
        EXPECT_EQ(std::vector(list.begin(), list.end()), in_order[kind]);
        EXPECT_EQ(kinds_.size(kind), measures[in_order[kind]].size());
        for (const auto m : measures[in_order[kind]]) EXPECT_EQ(kinds_.of({m}), kind);
    }
}

TEST_P(Kernels, BetweennessIsThatOfBoost) {
    const auto& bgl = graph_.bgl();
    std::vector<double> wanted(num_vertices(bgl));
    boost::brandes_betweenness_centrality(
        bgl, boost::make_iterator_property_map(wanted.begin(), get(boost::vertex_index, bgl)));
    const auto found = detail::betweenness(graph_, kinds_);
    for (MeasureIndex m; m.value < graph_.measure_count(); ++m.value) {
        const auto boost = wanted[graph_.vertex(m)];
        EXPECT_NEAR(found.kinds[kinds_.of(m)], boost, 1e-9 * (1.0 + boost)) << m.value;
    }
    for (DepartmentIndex d; d.value < graph_.department_count(); ++d.value) {
        const auto boost = wanted[graph_.vertex(d)];
        EXPECT_NEAR(found.departments[d.value], boost, 1e-9 * (1.0 + boost)) << d.value;
    }
}

TEST_P(Kernels, ReachIsThatOfASearchFromEachVertex) {
    const auto& bgl = graph_.bgl();
    const auto found = detail::reaches(graph_, kinds_);
    const auto measures = graph_.measure_count();
    for (std::uint32_t source = 0; source < num_vertices(bgl); ++source) {
        std::vector<std::uint32_t> distance(num_vertices(bgl));
        boost::breadth_first_search(
            bgl, source,
            boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, bgl)),
                boost::on_tree_edge()))));
        double count = 0.0;
        double distances = 0.0;
        double least = 0.0;
        double inverse = 0.0;
        for (std::uint32_t v = 0; v < distance.size(); ++v) {
            if (distance[v] == 0) continue;
            count += 1.0;
            distances += distance[v];
            least += (v < measures) == (source < measures) ? 2.0 : 1.0;
            inverse += 1.0 / distance[v];
        }
        const auto& reach = source < measures ? found.kinds[kinds_.of({source})]
                                              : found.departments[source - measures];
        EXPECT_EQ(std::tuple(reach.count, reach.distances, reach.least),
                  std::tuple(count, distances, least))
            << source;
        EXPECT_NEAR(reach.inverse.value(), inverse, 1e-9) << source;
    }
}

TEST_P(Kernels, ProjectionIsWhatSetsOfMeasuresShare) {
    std::vector<ProjectionEdge> edges;
    std::vector<std::pair<std::vector<MeasureIndex>, double>> pairs;
    for (DepartmentIndex a; a.value < graph_.department_count(); ++a.value) {
        for (DepartmentIndex b{a.value + 1}; b.value < graph_.department_count(); ++b.value) {
            std::vector<MeasureIndex> both;
            double newman = 0.0;
            const auto of_b = graph_.measures(b);
            for (const auto m : graph_.measures(a)) {
                if (std::find(of_b.begin(), of_b.end(), m) == of_b.end()) continue;
                both.push_back(m);
                newman += 1.0 / static_cast<double>(graph_.departments(m).size() - 1);
            }
            if (both.empty()) continue;
            edges.push_back({a, b, static_cast<std::uint32_t>(both.size())});
            pairs.push_back({both, newman});
        }
    }
    EXPECT_EQ(projection(graph_), edges);
    const auto found = coresponsibility(graph_);
    ASSERT_EQ(found.size(), pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        EXPECT_EQ(std::pair(found[i].a, found[i].b), std::pair(edges[i].a, edges[i].b));
        EXPECT_EQ(std::vector(found[i].measures.begin(), found[i].measures.end()), pairs[i].first);
        EXPECT_NEAR(found[i].newman, pairs[i].second, 1e-12);
    }
}

TEST_P(Kernels, RedundancyIsThatOfAllPairsOfNeighbors) {
    const auto found = brokerage(graph_);
    const auto& bgl = graph_.bgl();
    const auto neighbors = [&](std::uint32_t v) {
        const auto [begin, end] = adjacent_vertices(v, bgl);
        return std::set<std::uint32_t>(begin, end);
    };
    for (std::uint32_t v = 0; v < num_vertices(bgl); ++v) {
        const auto around = neighbors(v);
        std::size_t redundant = 0;
        std::size_t pairs = 0;
        for (const auto a : around) {
            for (const auto b : around) {
                if (b <= a) continue;
                ++pairs;
                std::vector<std::uint32_t> both;
                const auto of_a = neighbors(a);
                const auto of_b = neighbors(b);
                std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                                      std::back_inserter(both));
                if (both.size() > 1) ++redundant;
            }
        }
        const auto measures = graph_.measure_count();
        const auto& broker = v < measures ? found.measures[v] : found.departments[v - measures];
        ASSERT_EQ(broker.redundancy.has_value(), pairs > 0) << v;
        if (pairs == 0) continue;
        EXPECT_DOUBLE_EQ(*broker.redundancy,
                         static_cast<double>(redundant) / static_cast<double>(pairs))
            << v;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Kernels, testing::Range(0U, 40U));

// More departments than have a cell for each pair.
TEST(Projection, OfManyDepartments) {
    std::mt19937 random(1);
    Lists measures(3000);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> shared;
    for (auto& measure : measures) {
        std::set<std::uint32_t> chosen;
        while (chosen.size() < 4)
            chosen.insert(static_cast<std::uint32_t>(random() % 2000 % (1 + random() % 2000)));
        for (const auto a : chosen) {
            for (const auto b : chosen) {
                if (a < b) ++shared[{a, b}];
            }
        }
        measure.assign(chosen.rbegin(), chosen.rend());
    }
    std::vector<ProjectionEdge> wanted;
    for (const auto& [pair, count] : shared) wanted.push_back({{pair.first}, {pair.second}, count});
    const auto graph = graph_of(measures, 2000);
    EXPECT_EQ(projection(graph), wanted);
    const auto pairs = coresponsibility(graph);
    ASSERT_EQ(pairs.size(), wanted.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        EXPECT_EQ(pairs[i].shared(), wanted[i].shared) << i;
        EXPECT_EQ(std::pair(pairs[i].a, pairs[i].b), std::pair(wanted[i].a, wanted[i].b)) << i;
    }
}

// 5000 measures of one department are more than are compared at once: m is linked with d if it is
// even, with e if it is below 100, so that 2500 choose 2 pairs share d, 100 choose 2 share e, and
// 50 choose 2 share both.
TEST(Redundancy, OfADepartmentWithManyMeasures) {
    Lists measures(5000, {0});
    for (std::uint32_t m = 0; m < measures.size(); ++m) {
        if (m % 2 == 0) measures[m].push_back(1);
        if (m < 100) measures[m].push_back(2);
    }
    const auto found = brokerage(graph_of(measures, 3));
    const double redundant = 2500.0 * 2499 / 2 + 100.0 * 99 / 2 - 50.0 * 49 / 2;
    EXPECT_DOUBLE_EQ(*found.departments[0].redundancy, redundant / (5000.0 * 4999 / 2));
}

// A path of 1000 measures: a vertex with i on one side and n - 1 - i on the other is between i (n -
// 1 - i) pairs.
TEST(Betweenness, OfALongPath) {
    Lists measures;
    for (std::uint32_t m = 0; m < 1000; ++m) measures.push_back({m, m + 1});
    const auto graph = graph_of(measures, 1001);
    const detail::MeasureKinds kinds(graph);
    const auto found = detail::betweenness(graph, kinds);
    for (std::size_t d = 0; d <= 1000; ++d) {
        const auto before = static_cast<double>(2 * d);
        EXPECT_DOUBLE_EQ(found.departments[d], before * (2000.0 - before)) << d;
    }
    for (std::size_t m = 0; m < 1000; ++m) {
        const auto before = static_cast<double>(2 * m + 1);
        EXPECT_DOUBLE_EQ(found.kinds[m], before * (2000.0 - before)) << m;
    }
}

}  // namespace
}  // namespace remit
