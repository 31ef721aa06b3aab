#include "support/programmes.hpp"
#include "support/shuffled.hpp"

#include <remit/analysis/communities.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace remit {
namespace {

constexpr MeasureIndex A{0}, B{1}, C{2};
constexpr DepartmentIndex x{0}, y{1}, z{2};

TEST(BipartiteModularity, OfTwoLinksIsAHalf) {
    const ResponsibilityGraph graph(2, 2, {{A, x}, {B, y}});

    EXPECT_EQ(bipartite_modularity(graph, {{7, 3}, {7, 3}}), 0.5);
    EXPECT_EQ(bipartite_modularity(graph, {{0, 0}, {0, 0}}), 0.0);
    EXPECT_EQ(bipartite_modularity(graph, {{0, 1}, {1, 0}}), -0.5);
    EXPECT_EQ(bipartite_modularity(graph, {{0, 1}, {2, 3}}), 0.0);
}

TEST(BipartiteModularity, IsZeroWithoutLinks) {
    EXPECT_EQ(bipartite_modularity(ResponsibilityGraph(0, 0, {}), {}), 0.0);
    EXPECT_EQ(bipartite_modularity(ResponsibilityGraph(1, 2, {}), {{0, 1}, {1}}), 0.0);
}

// The authors of the book saw two groups: women 1 to 9 with the first eight events, and the rest.
// The number is that of NetworkX's bipartite modularity.
TEST(BipartiteModularity, OfTheSouthernWomenInTheTwoGroupsOfTheBook) {
    Partition groups;
    groups.departments.assign(18, 1);
    std::fill_n(groups.departments.begin(), 9, 0);
    groups.measures.assign(14, 1);
    std::fill_n(groups.measures.begin(), 8, 0);

    EXPECT_NEAR(bipartite_modularity(test::southern_women(), groups), 0.318394142154, 1e-12);
}

TEST(Communities, KeepTogetherWhatSharesMeasures) {
    // A{x, y}, B{x, y}, C{z}
    const ResponsibilityGraph graph(3, 3, {{A, x}, {A, y}, {B, x}, {B, y}, {C, z}});

    const auto result = communities(graph);

    EXPECT_EQ(result.modules, (Partition{{0, 0, 1}, {0, 0, 1}}));
    EXPECT_EQ(result.count, 2U);
    EXPECT_DOUBLE_EQ(result.modularity, 0.32);
    EXPECT_TRUE(result.exact);
}

TEST(Communities, LeaveWhatIsIsolatedToItself) {
    const ResponsibilityGraph graph(3, 3, {{C, z}});

    const auto result = communities(graph);

    EXPECT_EQ(result.modules, (Partition{{0, 1, 2}, {3, 4, 2}}));
    EXPECT_EQ(result.count, 5U);
    EXPECT_EQ(result.modularity, 0.0);
    EXPECT_TRUE(result.exact);
}

TEST(Communities, AreNoneOfAnEmptyGraph) {
    const auto result = communities(ResponsibilityGraph(0, 0, {}));

    EXPECT_EQ(result.modules, Partition{});
    EXPECT_EQ(result.count, 0U);
    EXPECT_EQ(result.modularity, 0.0);
    EXPECT_TRUE(result.exact);
}

// The number is that of NetworkX for the best partition that the R package bipartite found.
TEST(Communities, OfTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto result = communities(responsibility_graph(dataset));

    EXPECT_NEAR(result.modularity, 0.461330448891, 1e-12);
    EXPECT_EQ(result.count, 6U);
    EXPECT_TRUE(result.exact);
    const auto module = [&](const char* id) {
        return result.modules.departments[test::department(dataset, id).value];
    };
    EXPECT_EQ(module("cbirc"), module("pbc"));
    EXPECT_EQ(module("most"), module("ndrc"));
    EXPECT_NE(module("cbirc"), module("most"));
    EXPECT_EQ(result.modules.measures[0], module("cbirc"));
}

TEST(Communities, OfTheThirdBatchWithoutProof) {
    const auto result = communities(test::third_batch(), {.steps = 0});

    EXPECT_NEAR(result.modularity, 0.461330448891, 1e-12);
    EXPECT_FALSE(result.exact);
}

TEST(Communities, OfTheSouthernWomen) {
    const auto result = communities(test::southern_women(), {.steps = 0});

    EXPECT_NEAR(result.modularity, 0.345537179649, 1e-12);
    EXPECT_EQ(result.count, 4U);
}

TEST(Communities, OfTheSouthernWomenWithProof) {
    const auto result = communities(test::southern_women());

    EXPECT_NEAR(result.modularity, 0.345537179649, 1e-12);
    EXPECT_TRUE(result.exact);
}

TEST(Communities, AreWithoutProofWhereTheStepsEnd) {
    const auto result = communities(test::southern_women(), {.steps = 1000});

    EXPECT_NEAR(result.modularity, 0.345537179649, 1e-12);
    EXPECT_FALSE(result.exact);
}

/// The highest modularity: enumerates the partitions of the departments from a place on; each
/// measure tries every module. A second way to the same number.
double best_by_enumeration(const ResponsibilityGraph& graph, Partition& partition,
                           std::size_t place, std::uint32_t modules) {
    if (place < graph.department_count()) {
        double best = 0.0;
        for (std::uint32_t module = 0; module <= modules; ++module) {
            partition.departments[place] = module;
            best = std::max(best, best_by_enumeration(graph, partition, place + 1,
                                                      std::max(modules, module + 1)));
        }
        return best;
    }
    std::vector<double> degrees(modules);
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        degrees[partition.departments[d.value]] += static_cast<double>(graph.measures(d).size());
    }
    const auto links = static_cast<double>(graph.link_count());
    double total = 0.0;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        std::vector<double> gains(modules);
        const auto departments = graph.departments(m);
        for (const auto d : departments) gains[partition.departments[d.value]] += 1.0 / links;
        for (std::uint32_t c = 0; c < modules; ++c) {
            gains[c] -= static_cast<double>(departments.size()) * degrees[c] / links / links;
        }
        if (links > 0) total += *std::max_element(gains.begin(), gains.end());
    }
    return total;
}

class RandomCommunities : public testing::TestWithParam<unsigned> {
 protected:
    ResponsibilityGraph graph_ = test::random_graph(GetParam());
};

TEST_P(RandomCommunities, AreTheBestOfAllPartitions) {
    Partition partition{std::vector<std::uint32_t>(graph_.department_count()), {}};

    const auto result = communities(graph_, {.rounds = 0});

    EXPECT_NEAR(result.modularity, best_by_enumeration(graph_, partition, 0, 0), 1e-12);
    EXPECT_TRUE(result.exact);
}

TEST_P(RandomCommunities, AreNotBetterWithoutProof) {
    const auto exact = communities(graph_);

    const auto result = communities(graph_, {.steps = 0});

    EXPECT_LE(result.modularity, exact.modularity);
    EXPECT_GE(result.modularity, 0.0);
    EXPECT_EQ(result.modularity, bipartite_modularity(graph_, result.modules));
}

TEST_P(RandomCommunities, HaveTheSameModularityInAnyOrder) {
    const auto result = communities(test::shuffled(graph_, GetParam()).graph);

    EXPECT_EQ(result.modularity, communities(graph_).modularity);
}

TEST_P(RandomCommunities, LinkEachVertexToItsModuleAndNumberThemByTheirFirst) {
    const auto result = communities(graph_);
    const auto& modules = result.modules;

    std::uint32_t next = 0;
    for (const auto* side : {&modules.departments, &modules.measures}) {
        for (const auto module : *side) {
            ASSERT_LE(module, next);
            next = std::max(next, module + 1);
        }
    }
    EXPECT_EQ(result.count, next);
    for (DepartmentIndex d; d.value < graph_.department_count(); ++d.value) {
        const auto measures = graph_.measures(d);
        EXPECT_TRUE(measures.empty() ||
                    std::any_of(measures.begin(), measures.end(), [&](MeasureIndex m) {
                        return modules.measures[m.value] == modules.departments[d.value];
                    }));
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomCommunities, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
