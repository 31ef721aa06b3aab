#include "support/programmes.hpp"
#include "support/zipf.hpp"

#include <remit/analysis/cover.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <random>
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

// Half of each department suffices by the linear relaxation, so that the bound starts at 6.
TEST(Cover, SaysWhatIsProvedWhereTheEffortEnds) {
    const auto result = cover(complete(12), {.effort = 1});

    EXPECT_FALSE(result.proved);
    EXPECT_EQ(result.cost, Weight{11'000});
    EXPECT_EQ(result.bound, Weight{6'000});
    EXPECT_EQ(result.optimal.groups.size(), 1U);
    EXPECT_FALSE(result.optimal.all);
    EXPECT_TRUE(result.optimal.in_every.empty());
    EXPECT_FALSE(result.optimal.in_every_complete);
    EXPECT_TRUE(result.optimal.effort_ended);
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

/// A small programme with conditions, from a seed.
struct Instance {
    ResponsibilityGraph graph{0, 0, {}};
    CoverOptions options;
    Weight budget;
};

Instance instance(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    const auto n = 2 + below(9);
    const auto measures = below(16);
    std::vector<Link> links;
    for (MeasureIndex m; m.value < measures; ++m.value) {
        const auto chance = 2 + below(4);
        for (DepartmentIndex d; d.value < n; ++d.value) {
            if (below(chance) == 0) links.push_back({m, d});
        }
    }
    Instance result{ResponsibilityGraph(measures, n, links), {}, Weight{}};
    result.options.groups = 5000;
    const bool weighted = seed % 3 == 0;
    if (weighted) {
        for (std::uint32_t d = 0; d < n; ++d) {
            result.options.weights.push_back({500 + 250ULL * below(5)});
        }
    }
    std::uint64_t least = 0;
    for (DepartmentIndex d; seed % 2 == 0 && d.value < n; ++d.value) {
        const auto lot = below(8);
        if (lot == 0) result.options.excluded.push_back(d);
        if (lot != 1) continue;
        result.options.must.push_back(d);
        least += weighted ? result.options.weights[d.value].thousandths : 1000;
    }
    result.budget = {least + below(4000)};
    return result;
}

/// One of all groups, and what it does.
struct Trial {
    Group group;
    std::uint64_t cost = 0;
    std::size_t reached = 0;
};

/// Every group that the options allow.
std::vector<Trial> all_groups(const Instance& instance) {
    const auto& [graph, options, budget] = instance;
    std::vector<Trial> trials;
    for (std::uint32_t bits = 0; bits >> graph.department_count() == 0; ++bits) {
        const auto has = [bits](DepartmentIndex d) { return (bits >> d.value & 1U) != 0; };
        const auto& [must, excluded, weights, groups, effort] = options;
        if (!std::all_of(must.begin(), must.end(), has)) continue;
        if (std::any_of(excluded.begin(), excluded.end(), has)) continue;
        Trial trial;
        for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
            if (!has(d)) continue;
            trial.group.push_back(d);
            trial.cost += weights.empty() ? 1000 : weights[d.value].thousandths;
        }
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            const auto departments = graph.departments(m);
            if (std::any_of(departments.begin(), departments.end(), has)) ++trial.reached;
        }
        trials.push_back(trial);
    }
    return trials;
}

/// The groups that reach most within a budget and of these cost least; and who is in all.
struct Best {
    std::size_t reached = 0;
    std::uint64_t cost = 0;
    Groups groups;
    Group in_every;
};

Best best_of(const std::vector<Trial>& trials, std::uint64_t budget) {
    Best best;
    for (const auto& trial : trials) {
        if (trial.cost > budget) continue;
        const bool first = best.groups.empty();
        const bool equal = trial.reached == best.reached && trial.cost == best.cost;
        if (first || trial.reached > best.reached ||
            (trial.reached == best.reached && trial.cost < best.cost)) {
            best = {trial.reached, trial.cost, {trial.group}, {}};
        } else if (equal) {
            best.groups.push_back(trial.group);
        }
    }
    std::sort(best.groups.begin(), best.groups.end());
    best.in_every = best.groups.front();
    for (const auto& group : best.groups) {
        std::erase_if(best.in_every,
                      [&](auto d) { return !std::binary_search(group.begin(), group.end(), d); });
    }
    return best;
}

constexpr auto no_limit = std::numeric_limits<std::uint64_t>::max();

class RandomCover : public testing::TestWithParam<unsigned> {
 protected:
    Instance instance_ = instance(GetParam());
    std::vector<Trial> trials_ = all_groups(instance_);
};

TEST_P(RandomCover, IsTheBestOfAllGroups) {
    const auto best = best_of(trials_, no_limit);

    const auto result = cover(instance_.graph, instance_.options);

    EXPECT_EQ(result.cost, Weight{best.cost});
    EXPECT_EQ(result.bound, Weight{best.cost});
    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.optimal.groups, best.groups);
    EXPECT_TRUE(result.optimal.all);
    EXPECT_EQ(result.optimal.in_every, best.in_every);
    EXPECT_TRUE(result.optimal.in_every_complete);
    EXPECT_FALSE(result.optimal.effort_ended);
    EXPECT_EQ(result.measures, best.reached);
    EXPECT_EQ(result.measures + result.unreachable.size(), instance_.graph.measure_count());
    for (const auto m : result.unreachable) {
        for (const auto d : instance_.graph.departments(m)) {
            const auto& excluded = instance_.options.excluded;
            EXPECT_NE(std::find(excluded.begin(), excluded.end(), d), excluded.end());
        }
    }
}

TEST_P(RandomCover, ReachesMostOfAllGroupsWithinABudget) {
    const auto best = best_of(trials_, instance_.budget.thousandths);

    const auto result = most_reached(instance_.graph, instance_.budget, instance_.options);

    EXPECT_EQ(result.reached, best.reached);
    EXPECT_EQ(result.bound, best.reached);
    EXPECT_EQ(result.cost, Weight{best.cost});
    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.optimal.groups, best.groups);
    EXPECT_TRUE(result.optimal.all);
    EXPECT_EQ(result.optimal.in_every, best.in_every);
    EXPECT_TRUE(result.optimal.in_every_complete);
}

TEST_P(RandomCover, BoundsTheBestWhereTheEffortEnds) {
    const auto best = best_of(trials_, no_limit);
    const auto within = best_of(trials_, instance_.budget.thousandths);
    auto options = instance_.options;
    options.effort = 1;

    const auto result = cover(instance_.graph, options);
    const auto most = most_reached(instance_.graph, instance_.budget, options);

    EXPECT_LE(result.bound, Weight{best.cost});
    EXPECT_GE(result.cost, Weight{best.cost});
    EXPECT_EQ(result.proved, result.bound == result.cost);
    EXPECT_LE(most.reached, within.reached);
    EXPECT_GE(most.bound, within.reached);
    for (const auto d : result.optimal.in_every) {
        EXPECT_TRUE(std::binary_search(best.in_every.begin(), best.in_every.end(), d));
    }
    const auto found = std::find_if(trials_.begin(), trials_.end(), [&](const Trial& trial) {
        return trial.group == result.optimal.groups.front();
    });
    ASSERT_NE(found, trials_.end());
    EXPECT_EQ(found->reached, best.reached);
    EXPECT_EQ(Weight{found->cost}, result.cost);
}

/// The same with its tables in another order, and where each department has gone.
std::vector<std::uint32_t> shuffle(Instance& instance, unsigned seed) {
    auto& [graph, options, budget] = instance;
    std::mt19937 random(seed);
    std::vector<std::uint32_t> measures(graph.measure_count());
    std::vector<std::uint32_t> departments(graph.department_count());
    for (auto* order : {&measures, &departments}) {
        for (std::uint32_t i = 0; i < order->size(); ++i) {
            const auto other = static_cast<std::uint32_t>(random() % (i + 1));
            (*order)[i] = (*order)[other];
            (*order)[other] = i;
        }
    }
    std::vector<Link> links;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) {
            links.push_back({{measures[m.value]}, {departments[d.value]}});
        }
    }
    graph = ResponsibilityGraph(graph.measure_count(), graph.department_count(), links);
    const auto weights = options.weights;
    for (std::size_t d = 0; d < weights.size(); ++d) options.weights[departments[d]] = weights[d];
    for (auto* names : {&options.must, &options.excluded}) {
        for (auto& d : *names) d = {departments[d.value]};
    }
    return departments;
}

TEST_P(RandomCover, IsTheSameInAnyOrder) {
    auto other = instance_;
    const auto moved = shuffle(other, GetParam());
    auto expected = cover(instance_.graph, instance_.options).optimal.groups;
    auto reached =
        most_reached(instance_.graph, instance_.budget, instance_.options).optimal.groups;
    for (auto* groups : {&expected, &reached}) {
        for (auto& group : *groups) {
            for (auto& d : group) d = {moved[d.value]};
            std::sort(group.begin(), group.end());
        }
        std::sort(groups->begin(), groups->end());
    }

    EXPECT_EQ(cover(other.graph, other.options).optimal.groups, expected);
    EXPECT_EQ(most_reached(other.graph, other.budget, other.options).optimal.groups, reached);
}

TEST_P(RandomCover, ListsTheFirstGroupsOfTheWholeList) {
    auto options = instance_.options;
    const auto all = cover(instance_.graph, options).optimal.groups;
    options.groups = 3;

    const auto result = cover(instance_.graph, options).optimal;

    const auto count = std::min<std::size_t>(3, all.size());
    EXPECT_EQ(result.groups, Groups(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)));
    EXPECT_EQ(result.all, all.size() <= 3);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomCover, testing::Range(0U, 500U));

TEST(Cover, IsProvedForALargeProgramme) {
    const auto graph = test::zipf_graph(1000, 100, 1);

    const auto result = cover(graph);
    const auto most = most_reached(graph, Weight{10'000});

    EXPECT_TRUE(result.proved);
    EXPECT_TRUE(result.optimal.in_every_complete);
    EXPECT_TRUE(most.proved);
}

}  // namespace
}  // namespace remit
