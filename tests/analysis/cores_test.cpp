#include "support/programmes.hpp"

#include <remit/analysis/cores.hpp>

#include <gtest/gtest.h>

#include <set>

namespace remit {
namespace {

constexpr DepartmentIndex x{0};
constexpr DepartmentIndex y{1};
constexpr DepartmentIndex z{2};

std::vector<Link> links(const std::vector<std::vector<DepartmentIndex>>& measures) {
    std::vector<Link> result;
    for (std::uint32_t m = 0; m < measures.size(); ++m) {
        for (const auto d : measures[m]) result.push_back({{m}, d});
    }
    return result;
}

TEST(Core, LosesWhatHasTooFewLinksUntilNothingHas) {
    const ResponsibilityGraph graph(3, 3, links({{x, y}, {x, y, z}, {z}}));

    EXPECT_EQ(core(graph, 2, 2), (Core{{x, y}, {{0}, {1}}}));
    EXPECT_EQ(core(graph, 2, 3), Core{});
}

TEST(Core, WithBoundsOfZeroKeepsTheIsolated) {
    const ResponsibilityGraph graph(2, 2, links({{x}, {}}));

    EXPECT_EQ(core(graph, 0, 0), (Core{{x, y}, {{0}, {1}}}));
    EXPECT_EQ(core(graph, 1, 0), (Core{{x}, {{0}, {1}}}));
    EXPECT_EQ(core(graph, 0, 1), (Core{{x, y}, {{0}}}));
    EXPECT_EQ(core(graph, 1, 1), (Core{{x}, {{0}}}));
    EXPECT_EQ(core(graph, 0, 2), (Core{{x, y}, {}}));
}

TEST(CoreSizes, AreThoseOfAllCores) {
    const ResponsibilityGraph graph(2, 2, links({{x, y}, {x}}));

    EXPECT_EQ(core_sizes(graph), (std::vector<CoreSize>{{1, 1, 2, 2}, {1, 2, 2, 1}, {2, 1, 1, 2}}));
}

TEST(CoreSizes, OfNothingAreNone) {
    EXPECT_TRUE(core_sizes({0, 0, {}}).empty());
    EXPECT_TRUE(core_sizes({3, 0, {}}).empty());
    EXPECT_TRUE(core_sizes({0, 3, {}}).empty());
    EXPECT_TRUE(core_sizes({2, 2, {}}).empty());
}

// By repeated deletion in Python with NetworkX 2.8.8.
TEST(CoreSizes, OfTheSouthernWomen) {
    EXPECT_EQ(core_sizes(test::southern_women()),
              (std::vector<CoreSize>{
                  {1, 1, 18, 14}, {1, 2, 18, 14}, {1, 3, 18, 14}, {1, 4, 18, 10}, {1, 5, 18, 8},
                  {1, 6, 18, 7},  {1, 7, 18, 5},  {1, 8, 18, 5},  {1, 9, 18, 3},  {1, 10, 18, 3},
                  {1, 11, 17, 2}, {1, 12, 17, 2}, {1, 13, 14, 1}, {1, 14, 14, 1}, {2, 1, 18, 14},
                  {2, 2, 18, 14}, {2, 3, 18, 14}, {2, 4, 18, 10}, {2, 5, 16, 8},  {2, 6, 16, 7},
                  {2, 7, 16, 5},  {2, 8, 16, 5},  {2, 9, 14, 3},  {3, 1, 15, 14}, {3, 2, 15, 14},
                  {3, 3, 15, 13}, {3, 4, 15, 9},  {3, 5, 15, 8},  {3, 6, 15, 7},  {3, 7, 11, 5},
                  {4, 1, 14, 14}, {4, 2, 14, 14}, {4, 3, 14, 13}, {4, 4, 14, 9},  {4, 5, 13, 8},
                  {5, 1, 8, 14},  {5, 2, 8, 14},  {5, 3, 7, 13},  {6, 1, 7, 14},  {6, 2, 7, 13},
                  {6, 3, 7, 13},  {7, 1, 6, 14},  {7, 2, 6, 13},  {7, 3, 4, 8},   {8, 1, 3, 14}}));
}

// By repeated deletion in Python with NetworkX 2.8.8; its table ended at alpha 8, and the ministry
// of science alone with its nine measures is the core of alpha 9.
TEST(CoreSizes, OfTheThirdBatch) {
    EXPECT_EQ(core_sizes(test::third_batch()),
              (std::vector<CoreSize>{{1, 1, 13, 16}, {1, 2, 12, 15}, {1, 3, 10, 9}, {1, 4, 8, 2},
                                     {1, 5, 5, 1},   {2, 1, 6, 15},  {2, 2, 5, 13}, {2, 3, 5, 6},
                                     {3, 1, 6, 15},  {3, 2, 5, 13},  {3, 3, 3, 3},  {4, 1, 5, 13},
                                     {4, 2, 5, 13},  {5, 1, 5, 13},  {5, 2, 5, 13}, {6, 1, 5, 13},
                                     {6, 2, 5, 13},  {7, 1, 1, 9},   {8, 1, 1, 9},  {9, 1, 1, 9}}));
}

TEST(Core, OfTheThirdBatchAreFiveDepartmentsThatShareThirteenMeasures) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto result = core(responsibility_graph(dataset), 6, 2);

    std::set<DepartmentIndex> expected;
    for (const auto* id : {"cbirc", "pbc", "most", "mof", "ndrc"}) {
        expected.insert(test::department(dataset, id));
    }
    EXPECT_EQ(result.departments, (std::vector<DepartmentIndex>(expected.begin(), expected.end())));
    EXPECT_EQ(result.measures.size(), 13U);
}

class RandomCores : public testing::TestWithParam<unsigned> {};

/// Links of a department to the measures of a set, or the other way round.
template <class Neighbors, class Set>
std::size_t links_into(const Neighbors& neighbors, const Set& set) {
    std::size_t count = 0;
    for (const auto neighbor : neighbors) count += set.count(neighbor);
    return count;
}

/// The union of all subgraphs that hold the bounds: every set of departments is tried, with the
/// measures that have enough of them.
Core by_trying_all(const ResponsibilityGraph& graph, std::size_t alpha, std::size_t beta) {
    std::set<DepartmentIndex> departments;
    std::set<MeasureIndex> measures;
    for (std::uint32_t code = 1; code < (1U << graph.department_count()); ++code) {
        std::set<DepartmentIndex> chosen;
        for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
            if (((code >> d.value) & 1U) != 0) chosen.insert(d);
        }
        std::set<MeasureIndex> enough;
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            if (links_into(graph.departments(m), chosen) >= beta) enough.insert(m);
        }
        bool holds = true;
        for (const auto d : chosen) holds = holds && links_into(graph.measures(d), enough) >= alpha;
        if (!holds) continue;
        departments.insert(chosen.begin(), chosen.end());
        measures.insert(enough.begin(), enough.end());
    }
    return {{departments.begin(), departments.end()}, {measures.begin(), measures.end()}};
}

TEST_P(RandomCores, AreTheUnionOfAllSubgraphsThatHoldTheBounds) {
    const auto graph = test::random_graph(GetParam());

    for (std::size_t alpha = 1; alpha < 5; ++alpha) {
        for (std::size_t beta = 1; beta < 5; ++beta) {
            EXPECT_EQ(core(graph, alpha, beta), by_trying_all(graph, alpha, beta))
                << alpha << ", " << beta;
        }
    }
}

TEST_P(RandomCores, HaveTheSizesListed) {
    const auto graph = test::random_graph(GetParam());
    std::vector<CoreSize> expected;
    for (std::size_t alpha = 1; alpha <= graph.measure_count(); ++alpha) {
        for (std::size_t beta = 1; beta <= graph.department_count(); ++beta) {
            const auto members = core(graph, alpha, beta);
            if (members.departments.empty()) continue;
            expected.push_back({alpha, beta, members.departments.size(), members.measures.size()});
        }
    }

    EXPECT_EQ(core_sizes(graph), expected);
    EXPECT_LE(expected.size(), graph.link_count());
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomCores, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
