#include "support/programmes.hpp"

#include <remit/analysis/matching.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <optional>
#include <set>
#include <vector>

namespace remit {
namespace {

// A{x}, B{x}, C{x, y}
TEST(Matching, IsThatOfTheWorkedExample) {
    const auto result =
        matching(ResponsibilityGraph(3, 2, {{{0}, {0}}, {{1}, {0}}, {{2}, {0}}, {{2}, {1}}}));

    EXPECT_EQ(result.size, 2U);
    EXPECT_EQ(result.own[2], DepartmentIndex{1});
    EXPECT_EQ(result.contending, (std::vector<MeasureIndex>{{0}, {1}}));
    EXPECT_EQ(result.contended, (std::vector<DepartmentIndex>{{0}}));
}

// x takes A first, as the first of its measures, and has to leave it to y, and y to z.
TEST(Matching, TakesMeasuresAwayAlongAPath) {
    // A{x, y}, B{x}, C{y, z}
    const auto result = matching(
        ResponsibilityGraph(3, 3, {{{0}, {0}}, {{0}, {1}}, {{1}, {0}}, {{2}, {1}}, {{2}, {2}}}));

    EXPECT_EQ(result.size, 3U);
    EXPECT_EQ(result.own, (std::vector<std::optional<DepartmentIndex>>{{{1}}, {{0}}, {{2}}}));
    EXPECT_TRUE(result.contending.empty());
    EXPECT_TRUE(result.contended.empty());
}

TEST(Matching, LeavesOverWhatNamesNobody) {
    const auto result = matching(ResponsibilityGraph(2, 1, {{{1}, {0}}}));

    EXPECT_EQ(result.size, 1U);
    EXPECT_EQ(result.contending, (std::vector<MeasureIndex>{{0}}));
    EXPECT_TRUE(result.contended.empty());
    EXPECT_EQ(matching(ResponsibilityGraph(0, 0, {})), Matching{});
}

// Sizes as igraph's max_bipartite_match and NetworkX's hopcroft_karp_matching have them.
TEST(Matching, OfTheThirdBatchAndTheSouthernWomen) {
    const auto batch = matching(test::third_batch());

    EXPECT_EQ(batch.size, 11U);
    EXPECT_EQ(batch.contending.size() - batch.contended.size(), 16U - 11U);
    EXPECT_EQ(matching(test::southern_women()).size, 14U);
}

/// The departments that some measures name.
std::set<DepartmentIndex> named_by(const ResponsibilityGraph& graph, std::size_t measures) {
    std::set<DepartmentIndex> result;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        if ((measures >> m.value & 1U) == 0) continue;
        for (const auto d : graph.departments(m)) result.insert(d);
    }
    return result;
}

// Hall's theorem with a deficiency: as many are left over as some set exceeds what it names by.
TEST(Matching, LeavesOverWhatHallSays) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const auto graph = test::random_graph(seed);
        const auto result = matching(graph);
        std::size_t most = 0;
        for (std::size_t set = 0; set < std::size_t{1} << graph.measure_count(); ++set) {
            const auto measures = static_cast<std::size_t>(std::popcount(set));
            const auto departments = named_by(graph, set).size();
            if (measures > departments) most = std::max(most, measures - departments);
        }
        EXPECT_EQ(result.size, graph.measure_count() - most) << seed;

        std::set<DepartmentIndex> taken;
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            if (!result.own[m.value]) continue;
            const auto names = graph.departments(m);
            EXPECT_NE(std::find(names.begin(), names.end(), *result.own[m.value]), names.end());
            EXPECT_TRUE(taken.insert(*result.own[m.value]).second) << seed;
        }
        EXPECT_EQ(taken.size(), result.size);

        std::size_t contending = 0;
        for (const auto m : result.contending) contending |= std::size_t{1} << m.value;
        const auto names = named_by(graph, contending);
        EXPECT_EQ(result.contended, (std::vector<DepartmentIndex>(names.begin(), names.end())));
        EXPECT_EQ(result.contending.size() - result.contended.size(), most) << seed;
    }
}

}  // namespace
}  // namespace remit
