#include "support/programmes.hpp"
#include "support/zipf.hpp"

#include <remit/analysis/cover.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace remit {
namespace {

constexpr MeasureIndex A{0}, B{1}, C{2}, D{3};
constexpr DepartmentIndex x{0}, y{1}, z{2};
using Group = std::vector<DepartmentIndex>;
using Groups = std::vector<Group>;

/// A{x, y}, B{y, z}, C{z}
ResponsibilityGraph chain() {
    return ResponsibilityGraph(3, 3, {{A, x}, {A, y}, {B, y}, {B, z}, {C, z}});
}

TEST(Cover, IsTheSmallestGroupsThatReachEveryMeasure) {
    const auto result = cover(chain());

    EXPECT_EQ(result.optimal.groups, (Groups{{x, z}, {y, z}}));
    EXPECT_TRUE(result.optimal.all);
    EXPECT_EQ(result.optimal.in_every, Group{z});
    EXPECT_TRUE(result.optimal.in_every_complete);
    EXPECT_EQ(result.cost, Weight{2000});
    EXPECT_EQ(result.bound, Weight{2000});
    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.measures, 3U);
    EXPECT_TRUE(result.unreachable.empty());
}

TEST(Cover, HasWhoMustBeInItEvenWhereNotNeeded) {
    const auto result = cover(chain(), {.must = {x, y}});

    EXPECT_EQ(result.optimal.groups, (Groups{{x, y, z}}));
    EXPECT_EQ(result.optimal.in_every, (Group{x, y, z}));
    EXPECT_EQ(result.cost, Weight{3000});
}

TEST(Cover, LeavesOutMeasuresThatOnlyExcludedDepartmentsHave) {
    const auto result = cover(chain(), {.excluded = {z}});

    EXPECT_EQ(result.optimal.groups, Groups{{y}});
    EXPECT_EQ(result.unreachable, std::vector{C});
    EXPECT_EQ(result.measures, 2U);
}

TEST(Cover, CostsWhatItsDepartmentsWeigh) {
    const auto result = cover(chain(), {.weights = {{1500}, {1250}, {3000}}});

    EXPECT_EQ(result.optimal.groups, (Groups{{y, z}}));
    EXPECT_EQ(result.cost, Weight{4250});
    EXPECT_EQ(result.bound, Weight{4250});
}

TEST(Cover, IsOfTheMeasuresThatAreAskedFor) {
    const auto result = cover(chain(), std::vector{A, B});

    EXPECT_EQ(result.optimal.groups, Groups{{y}});
    EXPECT_EQ(result.measures, 2U);
}

TEST(Cover, OfNothingIsOneEmptyGroup) {
    const auto result = cover(ResponsibilityGraph(1, 0, {}));

    EXPECT_EQ(result.optimal.groups, Groups{{}});
    EXPECT_TRUE(result.optimal.all);
    EXPECT_EQ(result.cost, Weight{0});
    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.unreachable, std::vector{A});
    EXPECT_EQ(result.measures, 0U);
}

/// n pairs of departments, one measure each: 2^n smallest groups.
ResponsibilityGraph pairs(std::uint32_t n) {
    std::vector<Link> links;
    for (std::uint32_t i = 0; i < n; ++i) {
        links.push_back({{i}, {i}});
        links.push_back({{i}, {n + i}});
    }
    return ResponsibilityGraph(n, std::size_t{2} * n, links);
}

TEST(Cover, ListsTheFirstGroupsInOrderWhereThereAreMore) {
    const auto result = cover(pairs(40), {.groups = 3});

    Group first;
    for (std::uint32_t i = 0; i < 40; ++i) first.push_back({i});
    auto second = first;
    second.back() = {79};
    auto third = first;
    third.erase(third.end() - 2);
    third.push_back({78});
    EXPECT_EQ(result.optimal.groups, (Groups{first, second, third}));
    EXPECT_FALSE(result.optimal.all);
    EXPECT_FALSE(result.optimal.effort_ended);
    EXPECT_TRUE(result.optimal.in_every.empty());
    EXPECT_TRUE(result.optimal.in_every_complete);
}

TEST(Cover, HasAllGroupsWhereTheLimitIsTheirNumber) {
    EXPECT_TRUE(cover(chain(), {.groups = 2}).optimal.all);
    EXPECT_FALSE(cover(chain(), {.groups = 1}).optimal.all);
    EXPECT_EQ(cover(pairs(3), {.groups = 8}).optimal.groups.size(), 8U);
    EXPECT_TRUE(cover(pairs(3), {.groups = 8}).optimal.all);
    EXPECT_FALSE(cover(pairs(3), {.groups = 7}).optimal.all);
}

/// Each measure is shared by two of n departments, each two share one: all but one are needed.
ResponsibilityGraph complete(std::uint32_t n) {
    std::vector<Link> links;
    std::uint32_t m = 0;
    for (std::uint32_t a = 0; a < n; ++a) {
        for (std::uint32_t b = a + 1; b < n; ++b, ++m) {
            links.push_back({{m}, {a}});
            links.push_back({{m}, {b}});
        }
    }
    return ResponsibilityGraph(m, n, links);
}

TEST(Cover, OfAllPairsIsAllButOne) {
    const auto result = cover(complete(12));

    EXPECT_EQ(result.cost, Weight{11'000});
    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.optimal.groups.size(), 12U);
    EXPECT_TRUE(result.optimal.all);
    EXPECT_TRUE(result.optimal.in_every.empty());
}

/// Any three departments share a measure: all but two are needed.
ResponsibilityGraph all_triples(std::uint32_t n) {
    std::vector<Link> links;
    std::uint32_t m = 0;
    for (std::uint32_t a = 0; a < n; ++a) {
        for (std::uint32_t b = a + 1; b < n; ++b) {
            for (std::uint32_t c = b + 1; c < n; ++c, ++m) {
                for (const auto d : {a, b, c}) links.push_back({{m}, {d}});
            }
        }
    }
    return ResponsibilityGraph(m, n, links);
}

// A third of each department suffices by the linear relaxation, so that the bound starts at 4.
TEST(Cover, SaysWhatIsProvedWhereTheEffortEnds) {
    const auto result = cover(all_triples(12), {.effort = 1});

    EXPECT_FALSE(result.proved);
    EXPECT_EQ(result.cost, Weight{10'000});
    EXPECT_EQ(result.bound, Weight{4'000});
    EXPECT_EQ(result.optimal.groups.size(), 1U);
    EXPECT_FALSE(result.optimal.all);
    EXPECT_TRUE(result.optimal.in_every.empty());
    EXPECT_FALSE(result.optimal.in_every_complete);
    EXPECT_TRUE(result.optimal.effort_ended);
}

// A node looks at each of the 29640 links many times, so that the looks of 100 nodes end within the
// first. A third of each of the 40 departments suffices by the linear relaxation.
TEST(Cover, EndsWithinANodeOfALargeProgramme) {
    const auto result = cover(all_triples(40), {.effort = 100});

    EXPECT_EQ(result.nodes, 1U);
    EXPECT_FALSE(result.proved);
    EXPECT_EQ(result.cost, Weight{38'000});
    EXPECT_EQ(result.bound, Weight{14'000});
    EXPECT_EQ(result.optimal.groups.size(), 1U);
    EXPECT_TRUE(result.optimal.effort_ended);
}

// Of n departments in a row, each two neighbors with a measure: where n is odd, every second one is
// the only smallest group, without a search.
TEST(Cover, OfALongChainIsEverySecondDepartment) {
    std::vector<Link> links;
    Group seconds;
    for (std::uint32_t i = 0; i < 2000; ++i) {
        links.push_back({{i}, {i}});
        links.push_back({{i}, {i + 1}});
        if (i % 2 == 1) seconds.push_back({i});
    }

    const auto result = cover(ResponsibilityGraph(2000, 2001, links));

    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.optimal.groups, Groups{seconds});
    EXPECT_TRUE(result.optimal.all);
    EXPECT_EQ(result.optimal.in_every, seconds);
}

TEST(Cover, IsProvedThoughTheEffortDoesNotSufficeToListIt) {
    const auto result = cover(pairs(40), {.effort = 50});

    EXPECT_EQ(result.cost, Weight{40'000});
    EXPECT_TRUE(result.proved);
    EXPECT_FALSE(result.optimal.groups.empty());
    EXPECT_FALSE(result.optimal.all);
    EXPECT_TRUE(result.optimal.effort_ended);
    EXPECT_TRUE(result.optimal.in_every.empty());
    EXPECT_FALSE(result.optimal.in_every_complete);
}

Group departments(const Dataset& dataset, const std::vector<std::string>& ids) {
    Group group;
    for (const auto& id : ids) group.push_back(test::department(dataset, id));
    std::sort(group.begin(), group.end());
    return group;
}

// By hand: 12 needs gacc; 10, 14 and 15 cnipa, or two others. With most, 4, 5, 11 and 16 are left:
// pbc with one of the five of 16, or mof with pbc, ndrc or cbirc. Without it, 7, 8 and 9 need
// cbirc, ndrc and mof, which are enough.
TEST(Cover, OfTheThirdBatchIsFiveInEightWays) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    Groups expected;
    for (const auto& three : std::vector<std::vector<std::string>>{{"most", "pbc", "moe"},
                                                                   {"most", "pbc", "ndrc"},
                                                                   {"most", "pbc", "miit"},
                                                                   {"most", "pbc", "mof"},
                                                                   {"most", "pbc", "mohrss"},
                                                                   {"most", "mof", "ndrc"},
                                                                   {"most", "mof", "cbirc"},
                                                                   {"cbirc", "ndrc", "mof"}}) {
        auto ids = three;
        ids.insert(ids.end(), {"gacc", "cnipa"});
        expected.push_back(departments(dataset, ids));
    }
    std::sort(expected.begin(), expected.end());

    const auto result = cover(responsibility_graph(dataset));

    EXPECT_EQ(result.cost, Weight{5000});
    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.optimal.groups, expected);
    EXPECT_TRUE(result.optimal.all);
    EXPECT_EQ(result.optimal.in_every, departments(dataset, {"gacc", "cnipa"}));
    EXPECT_EQ(result.measures, 16U);
}

// A{x}, B{x, y}, C{y, z}, D{z}
ResponsibilityGraph path() {
    return ResponsibilityGraph(4, 3, {{A, x}, {B, x}, {B, y}, {C, y}, {C, z}, {D, z}});
}

TEST(MostReached, OfOneDepartmentAreEquals) {
    const auto result = most_reached(path(), Weight{1000});

    EXPECT_EQ(result.optimal.groups, (Groups{{x}, {y}, {z}}));
    EXPECT_TRUE(result.optimal.all);
    EXPECT_TRUE(result.optimal.in_every.empty());
    EXPECT_EQ(result.reached, 2U);
    EXPECT_EQ(result.bound, 2U);
    EXPECT_EQ(result.cost, Weight{1000});
    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.measures, 4U);
}

TEST(MostReached, TakesNoMoreDepartmentsThanItNeeds) {
    for (const std::uint64_t budget : {2000U, 3000U}) {
        const auto result = most_reached(path(), Weight{budget});

        EXPECT_EQ(result.optimal.groups, (Groups{{x, z}}));
        EXPECT_EQ(result.optimal.in_every, (Group{x, z}));
        EXPECT_EQ(result.reached, 4U);
        EXPECT_EQ(result.cost, Weight{2000});
        EXPECT_TRUE(result.proved);
    }
}

TEST(MostReached, StartsFromWhoMustBeInTheGroup) {
    const auto result = most_reached(path(), Weight{2000}, {.must = {y}, .excluded = {z}});

    EXPECT_EQ(result.optimal.groups, (Groups{{x, y}}));
    EXPECT_EQ(result.reached, 3U);
    EXPECT_EQ(result.measures, 3U);
    EXPECT_EQ(result.unreachable, std::vector{D});
}

TEST(MostReached, IsNothingIfNobodyIsWithinTheBudget) {
    const auto result = most_reached(path(), Weight{999});

    EXPECT_EQ(result.optimal.groups, Groups{{}});
    EXPECT_EQ(result.reached, 0U);
    EXPECT_EQ(result.bound, 0U);
    EXPECT_EQ(result.cost, Weight{0});
    EXPECT_TRUE(result.proved);
}

// Each department reaches 11 of the 66; four reach 11 + 10 + 9 + 8.
TEST(MostReached, OfAllPairsIsTheSameForAnyFour) {
    const auto result = most_reached(complete(12), Weight{4000}, {.groups = 1000});

    EXPECT_EQ(result.reached, 38U);
    EXPECT_EQ(result.optimal.groups.size(), 495U);
    EXPECT_TRUE(result.optimal.all);
    EXPECT_TRUE(result.proved);
}

TEST(MostReached, SaysWhatIsProvedWhereTheEffortEnds) {
    const auto result = most_reached(complete(12), Weight{4000}, {.effort = 1});

    EXPECT_EQ(result.reached, 38U);
    EXPECT_EQ(result.bound, 44U);
    EXPECT_FALSE(result.proved);
    EXPECT_TRUE(result.optimal.effort_ended);
    EXPECT_FALSE(result.optimal.all);
}

// Any five of the 40 departments reach all of the 9880 triples but the 6545 of the others.
TEST(MostReached, EndsWithinANodeOfALargeProgramme) {
    const auto result = most_reached(all_triples(40), Weight{5000}, {.effort = 10});

    EXPECT_EQ(result.nodes, 1U);
    EXPECT_FALSE(result.proved);
    EXPECT_EQ(result.reached, 3335U);
    EXPECT_GE(result.bound, result.reached);
    EXPECT_TRUE(result.optimal.effort_ended);
}

TEST(Cover, IsProvedForALargeProgramme) {
    const auto graph = test::zipf_graph(5000, 200, 1);

    const auto result = cover(graph);
    const auto most = most_reached(graph, Weight{10'000});

    EXPECT_EQ(result.cost, Weight{154'000});
    EXPECT_TRUE(result.proved);
    EXPECT_TRUE(result.optimal.in_every_complete);
    EXPECT_EQ(most.reached, 4207U);
    EXPECT_TRUE(most.proved);
}

// Without the measures that name one department alone, which settle most of the rest. The least
// size is that of scipy's milp (HiGHS).
TEST(Cover, IsProvedForALargeProgrammeOfSharedMeasures) {
    const auto graph = test::zipf_graph(5000, 200, 1);
    std::vector<MeasureIndex> shared;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        if (graph.departments(m).size() > 1) shared.push_back(m);
    }

    const auto result = cover(graph, shared, {.groups = 5});

    EXPECT_EQ(result.cost, Weight{76'000});
    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.optimal.groups.size(), 5U);
    EXPECT_FALSE(result.optimal.all);
    EXPECT_TRUE(result.optimal.in_every_complete);
}

}  // namespace
}  // namespace remit
