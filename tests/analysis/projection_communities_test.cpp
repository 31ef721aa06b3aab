#include "support/programmes.hpp"

#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/projection_communities.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

namespace remit {
namespace {

using Groups = std::vector<std::uint32_t>;

constexpr MeasureIndex A{0}, B{1}, C{2}, D{3}, E{4};
constexpr DepartmentIndex x{0}, y{1}, z{2}, u{3};

TEST(ProjectionModularity, OfTwoPairsIsAHalf) {
    const ResponsibilityGraph graph(2, 4, {{A, x}, {A, y}, {B, z}, {B, u}});

    EXPECT_EQ(projection_modularity(graph, {5, 5, 2, 2}), 0.5);
    EXPECT_EQ(projection_modularity(graph, {0, 0, 0, 0}), 0.0);
    EXPECT_EQ(projection_modularity(graph, {0, 1, 0, 1}), -0.5);
}

TEST(ProjectionModularity, IsZeroWhereNothingIsShared) {
    EXPECT_EQ(projection_modularity(ResponsibilityGraph(0, 0, {}), {}), 0.0);
    EXPECT_EQ(projection_modularity(ResponsibilityGraph(2, 2, {{A, x}, {B, y}}), {0, 0}), 0.0);
}

TEST(ProjectionCommunities, AreThoseThatShareMost) {
    const ResponsibilityGraph graph(
        5, 4, {{A, x}, {A, y}, {B, x}, {B, y}, {C, y}, {C, z}, {D, z}, {D, u}, {E, z}, {E, u}});

    const auto result = projection_communities(graph);

    EXPECT_EQ(result.groups, (Groups{0, 0, 1, 1}));
    EXPECT_EQ(result.count, 2U);
    EXPECT_DOUBLE_EQ(result.modularity, 0.3);
}

TEST(ProjectionCommunities, LeaveToItselfWhatSharesNothing) {
    const auto result = projection_communities(ResponsibilityGraph(2, 3, {{A, x}, {A, z}, {B, y}}));

    EXPECT_EQ(result.groups, (Groups{0, 1, 0}));
    EXPECT_EQ(result.modularity, 0.0);
    EXPECT_EQ(projection_communities(ResponsibilityGraph(0, 0, {})).count, 0U);
    EXPECT_EQ(projection_communities(ResponsibilityGraph(0, 2, {})).groups, (Groups{0, 1}));
}

// The best of 100 runs of NetworkX's louvain_communities.
TEST(ProjectionCommunities, OfTheThirdBatch) {
    const auto result = projection_communities(test::third_batch());

    EXPECT_NEAR(result.modularity, 0.190914007572, 1e-12);
    EXPECT_EQ(result.count, 4U);
}

// The best of 100 runs of NetworkX's louvain_communities: women 1 to 7 and 9, and the rest.
TEST(ProjectionCommunities, OfTheSouthernWomen) {
    const auto result = projection_communities(test::southern_women());

    EXPECT_NEAR(result.modularity, 0.151865282975, 1e-12);
    EXPECT_EQ(result.groups, (Groups{0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1}));
}

/// Seven departments whose best groups the Louvain method misses in some orders.
ResponsibilityGraph seven(const std::vector<std::uint32_t>& place) {
    const std::vector<std::vector<std::uint32_t>> measures{{2, 6},    {5, 6}, {3, 4}, {0, 2, 4},
                                                           {0, 3, 5}, {3, 5}, {1, 6}, {1, 4}};
    std::vector<Link> links;
    for (std::uint32_t m = 0; m < measures.size(); ++m) {
        for (const auto d : measures[m]) links.push_back({{m}, {place[d]}});
    }
    return ResponsibilityGraph(measures.size(), place.size(), links);
}

// igraph's community_optimal_modularity gives 1/6.
TEST(ProjectionCommunities, AreTheSameInEveryOrderOfTheTable) {
    std::vector<std::uint32_t> place(7);
    std::iota(place.begin(), place.end(), 0U);
    const auto expected = projection_communities(seven(place));
    EXPECT_DOUBLE_EQ(expected.modularity, 1.0 / 6.0);
    EXPECT_TRUE(expected.exact);
    std::mt19937 random(1);
    for (int i = 0; i < 50; ++i) {
        for (auto n = place.size(); n > 1; --n) std::swap(place[n - 1], place[random() % n]);
        ProjectionOptions options;
        for (const auto at : place) options.order.push_back({at});

        const auto result = projection_communities(seven(place), options);

        EXPECT_DOUBLE_EQ(result.modularity, 1.0 / 6.0);
        for (std::size_t a = 0; a < 7; ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                EXPECT_EQ(result.groups[place[a]] == result.groups[place[b]],
                          expected.groups[a] == expected.groups[b]);
            }
        }
    }
}

TEST(ProjectionCommunities, SayWhereTheStepsDidNotSuffice) {
    const auto result = projection_communities(test::southern_women(), {{}, 10});

    EXPECT_FALSE(result.exact);
    EXPECT_NEAR(result.modularity, 0.151865282975, 1e-12);
    EXPECT_FALSE(projection_communities(test::southern_women(), {{}, 0}).exact);
}

class RandomProjection : public testing::TestWithParam<unsigned> {};

TEST_P(RandomProjection, HasTheModularityOfItsGroupsByDefinition) {
    const auto graph = test::random_graph(GetParam());
    double weight = 0.0;
    const auto pairs = coresponsibility(graph);
    for (const auto& pair : pairs) weight += static_cast<double>(pair.shared());

    const auto [groups, count, modularity, exact] = projection_communities(graph);

    std::map<std::uint32_t, double> strength;
    double expected = 0.0;
    for (const auto& pair : pairs) {
        const auto shared = static_cast<double>(pair.shared());
        strength[groups[pair.a.value]] += shared;
        strength[groups[pair.b.value]] += shared;
        if (groups[pair.a.value] == groups[pair.b.value]) expected += shared / weight;
    }
    for (const auto& [group, sum] : strength) expected -= sum * sum / (4.0 * weight * weight);
    EXPECT_NEAR(modularity, expected, 1e-12);
    EXPECT_EQ(modularity, projection_modularity(graph, groups));
    EXPECT_GE(modularity, 0.0);
}

TEST_P(RandomProjection, HasNoGroupsThatWouldGainByMerging) {
    const auto graph = test::random_graph(GetParam());

    const auto [groups, count, modularity, exact] = projection_communities(graph);

    EXPECT_EQ(groups.size(), graph.department_count());
    for (std::uint32_t a = 0; a < count; ++a) {
        for (std::uint32_t b = a + 1; b < count; ++b) {
            auto merged = groups;
            for (auto& group : merged) {
                if (group == b) group = a;
            }
            EXPECT_LE(projection_modularity(graph, merged), modularity);
        }
    }
}

/// The highest modularity of all groups of things that go on from some labels.
double highest(const ResponsibilityGraph& graph, Groups& labels, std::uint32_t used) {
    if (labels.size() == graph.department_count()) return projection_modularity(graph, labels);
    double most = -1.0;
    for (std::uint32_t label = 0; label <= used; ++label) {
        labels.push_back(label);
        most = std::max(most, highest(graph, labels, std::max(used, label + 1)));
        labels.pop_back();
    }
    return most;
}

TEST_P(RandomProjection, HasTheHighestModularityOfAllGroups) {
    const auto graph = test::random_graph(GetParam());
    if (graph.department_count() > 6) return;  // there would be too many
    Groups labels;

    const auto result = projection_communities(graph);

    EXPECT_TRUE(result.exact);
    EXPECT_NEAR(result.modularity, highest(graph, labels, 0), 1e-12);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomProjection, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
