#include "support/programmes.hpp"

#include <remit/graph/bgl.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <gtest/gtest.h>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/bipartite.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/max_cardinality_matching.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>

namespace remit {
namespace {

/// A vector as a property map over the vertices.
template <class Value>
auto map_of(std::vector<Value>& values, const BglGraph& graph) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

/// The path A - x - B - y and the pair C - z. Vertices: A 0, B 1, C 2, x 3, y 4, z 5.
ResponsibilityGraph path_and_pair() {
    return ResponsibilityGraph(3, 3, {{{0}, {0}}, {{1}, {0}}, {{1}, {1}}, {{2}, {2}}});
}

/// The square A{x, y}, B{x, y} with a tail: C{y}. Vertices: A 0, B 1, C 2, x 3, y 4.
ResponsibilityGraph square_with_tail() {
    return ResponsibilityGraph(3, 2, {{{0}, {0}}, {{0}, {1}}, {{1}, {0}}, {{1}, {1}}, {{2}, {1}}});
}

TEST(Bgl, ConnectedComponents) {
    const auto graph = path_and_pair();
    std::vector<std::uint32_t> component(6);

    const auto count = boost::connected_components(graph.bgl(), map_of(component, graph.bgl()));

    EXPECT_EQ(count, 2U);
    EXPECT_EQ(component, (std::vector<std::uint32_t>{0, 0, 1, 0, 0, 1}));
}

TEST(Bgl, IsBipartite) {
    EXPECT_TRUE(boost::is_bipartite(path_and_pair().bgl()));
    EXPECT_TRUE(boost::is_bipartite(square_with_tail().bgl()));
}

TEST(Bgl, Betweenness) {
    const auto path = path_and_pair();
    std::vector<double> centrality(6);
    boost::brandes_betweenness_centrality(path.bgl(),
                                          boost::centrality_map(map_of(centrality, path.bgl())));
    // On A - x - B - y: A-B and A-y pass x, A-y and x-y pass B.
    EXPECT_EQ(centrality, (std::vector<double>{0, 2, 0, 2, 0, 0}));

    const auto square = square_with_tail();
    centrality.assign(5, 0.0);
    boost::brandes_betweenness_centrality(square.bgl(),
                                          boost::centrality_map(map_of(centrality, square.bgl())));
    // y: half of A-B, all of A-C, B-C and C-x; A: half of x-y and of C-x; B alike; x: half of A-B.
    EXPECT_EQ(centrality, (std::vector<double>{1, 1, 0, 0.5, 3.5}));
}

TEST(Bgl, ArticulationPoints) {
    const auto path = path_and_pair();
    std::vector<std::uint32_t> points;
    boost::articulation_points(path.bgl(), std::back_inserter(points));
    std::sort(points.begin(), points.end());
    EXPECT_EQ(points, (std::vector<std::uint32_t>{1, 3}));

    const auto square = square_with_tail();
    points.clear();
    boost::articulation_points(square.bgl(), std::back_inserter(points));
    EXPECT_EQ(points, (std::vector<std::uint32_t>{4}));
}

TEST(Bgl, CoreNumbers) {
    const auto graph = square_with_tail();
    std::vector<std::uint32_t> core(5);

    boost::core_numbers(graph.bgl(), map_of(core, graph.bgl()));

    EXPECT_EQ(core, (std::vector<std::uint32_t>{2, 2, 1, 2, 2}));
}

TEST(Bgl, MaximumMatching) {
    const auto path = path_and_pair();
    const auto square = square_with_tail();
    const auto size = [](const ResponsibilityGraph& graph) {
        std::vector<std::uint32_t> mate(num_vertices(graph.bgl()));
        const auto mates = map_of(mate, graph.bgl());
        EXPECT_TRUE(boost::checked_edmonds_maximum_cardinality_matching(graph.bgl(), mates));
        return boost::matching_size(graph.bgl(), mates);
    };

    EXPECT_EQ(size(path), 3U);
    EXPECT_EQ(size(square), 2U);
    EXPECT_EQ(size(responsibility_graph(test::shipped("2020-third-batch.yaml"))), 11U);
}

TEST(Bgl, PageRank) {
    const auto graph = path_and_pair();
    std::vector<double> rank(6);

    boost::graph::page_rank(graph.bgl(), map_of(rank, graph.bgl()),
                            boost::graph::n_iterations(500));

    // Boost's ranks sum to the number of vertices. With damping 0.85 an end of the path has
    // e = 0.15 + 0.425 m, its middle m = 0.15 + 0.85 e + 0.425 m, and a vertex of the pair 1.
    const double middle = (0.15 + 0.85 * 0.15) / (1.0 - 0.425 - 0.85 * 0.425);
    const double end = 0.15 + 0.425 * middle;
    EXPECT_NEAR(rank[0], end, 1e-12);
    EXPECT_NEAR(rank[3], middle, 1e-12);
    EXPECT_NEAR(rank[1], middle, 1e-12);
    EXPECT_NEAR(rank[4], end, 1e-12);
    EXPECT_NEAR(rank[2], 1.0, 1e-12);
    EXPECT_NEAR(rank[5], 1.0, 1e-12);
}

// The third batch against NetworkX 2.8.8 (betweenness without normalization, articulation points).
TEST(Bgl, AgreesWithNetworkXOnTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto graph = responsibility_graph(dataset);
    std::vector<double> centrality(num_vertices(graph.bgl()));
    boost::brandes_betweenness_centrality(graph.bgl(),
                                          boost::centrality_map(map_of(centrality, graph.bgl())));
    const auto of = [&](const char* id) {
        return centrality[graph.vertex(test::department(dataset, id))];
    };
    EXPECT_NEAR(of("most"), 109.60680708180706, 1e-9);
    EXPECT_NEAR(of("cnipa"), 92.0, 1e-9);
    EXPECT_NEAR(of("cbirc"), 18.49770229770229, 1e-9);
    EXPECT_NEAR(of("ndrc"), 83.23506493506494, 1e-9);
    EXPECT_EQ(of("gacc"), 0.0);

    std::vector<std::uint32_t> points;
    boost::articulation_points(graph.bgl(), std::back_inserter(points));
    std::sort(points.begin(), points.end());
    // Measures 10, 11, 14, 15 and 16 (vertices count from 0), and the intellectual property office.
    EXPECT_EQ(points, (std::vector<std::uint32_t>{
                          9, 10, 13, 14, 15, graph.vertex(test::department(dataset, "cnipa"))}));
}

}  // namespace
}  // namespace remit
