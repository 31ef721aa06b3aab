#include "support/shuffled.hpp"

#include <remit/analysis/cover.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

namespace remit {
namespace {

using Group = std::vector<DepartmentIndex>;
using Groups = std::vector<Group>;

/// A small programme with conditions, from a seed.
struct Instance {
    ResponsibilityGraph graph{0, 0, {}};
    CoverOptions options;
    Weight budget;
};

Instance instance(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    // Few departments a measure, many measures: nothing is left but to branch.
    const bool hard = seed % 25 == 1;
    // Two departments a measure: any three or four of them may be pairs, too.
    const bool paired = seed % 5 == 4;
    const auto n = hard ? 15 : 2 + below(9);
    const auto measures = hard || paired ? 35 + below(20) : below(16);
    std::vector<Link> links;
    for (MeasureIndex m; m.value < measures; ++m.value) {
        if (paired && below(8) > 0) {
            const auto first = below(n);
            links.push_back({m, {first}});
            links.push_back({m, {(first + 1 + below(n - 1)) % n}});
            continue;
        }
        const auto chance = hard ? 4 : 2 + below(4);
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
    std::vector<std::uint32_t> measures(graph.measure_count());  // their departments as bits
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) measures[m.value] |= 1U << d.value;
    }
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
        for (const auto departments : measures) trial.reached += (departments & bits) != 0 ? 1 : 0;
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

/// One programme and all its groups.
class Sample {
 public:
    explicit Sample(unsigned seed) : seed_(seed) {}

    void is_the_best_of_all_groups() const;
    void reaches_most_of_all_groups_within_a_budget() const;
    void bounds_the_best_where_the_effort_ends() const;
    void is_the_same_in_any_order() const;
    void lists_the_first_groups_of_the_whole_list() const;

 private:
    unsigned seed_;
    Instance instance_ = instance(seed_);
    std::vector<Trial> trials_ = all_groups(instance_);
};

void Sample::is_the_best_of_all_groups() const {
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

void Sample::reaches_most_of_all_groups_within_a_budget() const {
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

void Sample::bounds_the_best_where_the_effort_ends() const {
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
    auto other = test::shuffled(graph, seed);
    graph = other.graph;
    const auto weights = options.weights;
    for (std::size_t d = 0; d < weights.size(); ++d) {
        options.weights[other.departments[d]] = weights[d];
    }
    for (auto* names : {&options.must, &options.excluded}) {
        for (auto& d : *names) d = {other.departments[d.value]};
    }
    return other.departments;
}

void Sample::is_the_same_in_any_order() const {
    auto other = instance_;
    const auto moved = shuffle(other, seed_);
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

void Sample::lists_the_first_groups_of_the_whole_list() const {
    auto options = instance_.options;
    const auto all = cover(instance_.graph, options).optimal.groups;
    options.groups = 3;

    const auto result = cover(instance_.graph, options).optimal;

    const auto count = std::min<std::size_t>(3, all.size());
    EXPECT_EQ(result.groups, Groups(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)));
    EXPECT_EQ(result.all, all.size() <= 3);
}

/// Ten programmes a test: a test is a process, and there are 500 of them.
class RandomCover : public testing::TestWithParam<unsigned> {
 protected:
    void each(void (Sample::*property)() const) const {
        for (auto seed = 10 * GetParam(); seed < 10 * GetParam() + 10; ++seed) {
            SCOPED_TRACE(seed);
            (Sample(seed).*property)();
        }
    }
};

TEST_P(RandomCover, IsTheBestOfAllGroups) {
    each(&Sample::is_the_best_of_all_groups);
}

TEST_P(RandomCover, ReachesMostOfAllGroupsWithinABudget) {
    each(&Sample::reaches_most_of_all_groups_within_a_budget);
}

TEST_P(RandomCover, BoundsTheBestWhereTheEffortEnds) {
    each(&Sample::bounds_the_best_where_the_effort_ends);
}

TEST_P(RandomCover, IsTheSameInAnyOrder) {
    each(&Sample::is_the_same_in_any_order);
}

TEST_P(RandomCover, ListsTheFirstGroupsOfTheWholeList) {
    each(&Sample::lists_the_first_groups_of_the_whole_list);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomCover, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
