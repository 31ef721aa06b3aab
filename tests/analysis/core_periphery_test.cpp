#include "support/programmes.hpp"

#include <remit/analysis/core_periphery.hpp>
#include <remit/analysis/projection.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace remit {
namespace {

/// One measure for each tie.
ResponsibilityGraph of_ties(std::size_t departments,
                            const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ties) {
    std::vector<Link> links;
    for (std::uint32_t m = 0; m < ties.size(); ++m) {
        links.push_back({{m}, {ties[m].first}});
        links.push_back({{m}, {ties[m].second}});
    }
    return {ties.size(), departments, links};
}

// x-y, x-z, y-z, x-v, y-w, v-w: three partners for x and y, two for the others.
TEST(CorePeriphery, IsThatOfTheWorkedExample) {
    const auto result =
        core_periphery(of_ties(5, {{0, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 4}, {3, 4}}));

    EXPECT_EQ(result.partners, (std::vector<std::size_t>{3, 3, 2, 2, 2}));
    EXPECT_EQ(result.core, (std::vector<DepartmentIndex>{{0}, {1}}));
    EXPECT_EQ(result.interchangeable, (std::vector<DepartmentIndex>{{2}, {3}, {4}}));
    EXPECT_EQ(result.chosen, 0U);
    EXPECT_EQ(result.errors, 1U);
    EXPECT_EQ(result.pairs, 10U);
    EXPECT_DOUBLE_EQ(result.fit.value(), 0.9);
    EXPECT_NEAR(result.correlation.value(), 2.0 / std::sqrt(12.0), 1e-15);
}

TEST(CorePeriphery, IsPerfectWhereThePeripherySharesWithTheCoreAlone) {
    // A core of 0, 1, 2, and two that share with one of it each.
    const auto result = core_periphery(of_ties(5, {{0, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 4}}));

    EXPECT_EQ(result.core, (std::vector<DepartmentIndex>{{0}, {1}}));
    EXPECT_EQ(result.interchangeable, (std::vector<DepartmentIndex>{{2}}));
    EXPECT_EQ(result.errors, 0U);
    EXPECT_DOUBLE_EQ(result.fit.value(), 1.0);
    EXPECT_DOUBLE_EQ(result.correlation.value(), 1.0);
}

TEST(CorePeriphery, OfAStarIsItsMiddle) {
    const auto result = core_periphery(of_ties(4, {{2, 0}, {2, 1}, {2, 3}}));

    EXPECT_EQ(result.core, (std::vector<DepartmentIndex>{{2}}));
    EXPECT_EQ(result.interchangeable, (std::vector<DepartmentIndex>{{0}, {1}, {3}}));
    EXPECT_DOUBLE_EQ(result.fit.value(), 1.0);
    EXPECT_EQ(result.correlation, std::nullopt) << "no pair lies in the core";
}

TEST(CorePeriphery, IsNoneWhereNobodyShares) {
    const auto result = core_periphery(ResponsibilityGraph(2, 2, {{{0}, {0}}, {{1}, {1}}}));

    EXPECT_TRUE(result.core.empty());
    EXPECT_TRUE(result.interchangeable.empty());
    EXPECT_EQ(result.fit, std::nullopt);
    EXPECT_EQ(core_periphery(ResponsibilityGraph(0, 0, {})), CorePeriphery{});
}

// The correlations are R's: cor(P[cells], ideal[cells]), as tests/peers/roles.R has it.
TEST(CorePeriphery, OfTheThirdBatchAndTheSouthernWomen) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto batch = core_periphery(responsibility_graph(dataset));
    std::vector<DepartmentIndex> core;
    for (const auto* id : {"pbc", "most", "mof", "ndrc"}) {
        core.push_back(test::department(dataset, id));
    }
    const auto women = core_periphery(test::southern_women());

    EXPECT_EQ(batch.core, core);
    EXPECT_EQ(batch.interchangeable.size(), 5U);
    EXPECT_EQ(batch.errors, 5U);
    EXPECT_EQ(batch.pairs, 78U);
    EXPECT_NEAR(batch.correlation.value(), 0.6853444, 5e-8);
    EXPECT_EQ(women.core.size(), 15U);
    EXPECT_TRUE(women.interchangeable.empty());
    EXPECT_EQ(women.errors, 1U);
    EXPECT_EQ(women.pairs, 153U);
    EXPECT_NEAR(women.correlation.value(), 0.8126361, 5e-8);
}

/// The errors of each set of departments, as bits.
std::vector<std::size_t> errors_of_all_sets(const ResponsibilityGraph& graph) {
    const auto n = static_cast<std::uint32_t>(graph.department_count());
    std::set<std::pair<std::uint32_t, std::uint32_t>> tied;
    for (const auto& edge : projection(graph)) tied.insert({edge.a.value, edge.b.value});
    std::vector<std::size_t> errors(std::size_t{1} << n);
    for (std::size_t set = 0; set < errors.size(); ++set) {
        for (std::uint32_t a = 0; a < n; ++a) {
            for (std::uint32_t b = a + 1; b < n; ++b) {
                const auto inside = (set >> a & 1U) + (set >> b & 1U);
                const bool tie = tied.count({a, b}) > 0;
                if ((inside == 2 && !tie) || (inside == 0 && tie)) ++errors[set];
            }
        }
    }
    return errors;
}

TEST(CorePeriphery, HasTheFewestErrorsOfAllSets) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const auto graph = test::random_graph(seed);
        const auto result = core_periphery(graph);
        const auto errors = errors_of_all_sets(graph);
        EXPECT_EQ(result.errors, *std::min_element(errors.begin(), errors.end())) << seed;
        if (!result.fit) continue;
        // The interchangeable are those in which the best sets differ, and they differ in nothing
        // but how many, and in which.
        std::size_t set = 0;
        std::size_t movable = 0;
        for (const auto d : result.core) set |= std::size_t{1} << d.value;
        for (const auto d : result.interchangeable) movable |= std::size_t{1} << d.value;
        EXPECT_EQ(static_cast<std::size_t>(std::popcount(set & movable)), result.chosen) << seed;
        for (std::size_t other = 0; other < errors.size(); ++other) {
            const auto taken = static_cast<std::size_t>(std::popcount(other & movable));
            const bool as_said =
                (other & ~movable) == (set & ~movable) &&
                (movable == 0 || taken == result.chosen || taken == result.chosen + 1);
            EXPECT_EQ(errors[other] == result.errors, as_said) << seed << ' ' << other;
        }
    }
}

}  // namespace
}  // namespace remit
