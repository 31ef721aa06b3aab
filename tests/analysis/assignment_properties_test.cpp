// Fair leads against all leads there are, and against Boost's flows.
#include "support/boost_leads.hpp"
#include "support/programmes.hpp"
#include "support/shuffled.hpp"

#include <remit/analysis/assignment.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <random>
#include <set>

namespace remit {
namespace {

struct Instance {
    ResponsibilityGraph graph;
    AssignmentOptions options;
};

class Draw {
 public:
    explicit Draw(unsigned seed) : random_(seed) {}
    std::uint32_t operator()(std::uint32_t limit) {
        return static_cast<std::uint32_t>(random_() % limit);
    }

 private:
    std::mt19937 random_;
};

/// Up to 7 measures of up to 4 of up to 5 departments; with keeps, caps and weights in some.
Instance instance(unsigned seed) {
    Draw below(seed);
    const auto measures = below(8);
    const auto departments = 1 + below(5);
    std::vector<Link> links;
    std::vector<KeptLead> keep;
    for (std::uint32_t m = 0; m < measures; ++m) {
        std::vector<std::uint32_t> order(departments);
        for (std::uint32_t d = 0; d < departments; ++d) order[d] = d;
        for (auto i = departments; i > 1; --i) std::swap(order[i - 1], order[below(i)]);
        order.resize(std::min(departments, below(12) == 0 ? 0 : 1 + below(4)));
        const auto leading = below(8);
        for (const auto d : order) {
            links.push_back({{m}, {d}, d == leading ? Role::lead : Role::guiding});
        }
        const auto count = static_cast<std::uint32_t>(order.size());
        if (seed % 3 == 1 && count > 0 && below(4) == 0)
            keep.push_back({{m}, {order[below(count)]}});
    }
    Instance result{ResponsibilityGraph(measures, departments, links), {.keep = keep}};
    result.options.reassign_leads = true;
    for (std::uint32_t d = 0; d < departments; ++d) {
        if (seed % 4 == 2 && below(2) == 0) result.options.caps.push_back({{d}, below(4)});
        if (seed % 5 >= 3) result.options.weights.push_back({500 * (1 + below(4))});
    }
    return result;
}

/// All leads that the options allow.
std::vector<MeasureLeads> all_leads(const Instance& instance) {
    const auto& [graph, options] = instance;
    std::vector<MeasureLeads> result;
    MeasureLeads leads(graph.measure_count());
    std::vector<std::uint32_t> loads(graph.department_count());
    const std::function<void(MeasureIndex)> choose = [&](MeasureIndex m) {
        if (m.value == graph.measure_count()) {
            const auto fits = [&](const LeadCap& cap) {
                return loads[cap.department.value] <= cap.most;
            };
            if (std::all_of(options.caps.begin(), options.caps.end(), fits)) {
                result.push_back(leads);
            }
            return;
        }
        if (graph.departments(m).empty()) choose({m.value + 1});
        for (const auto d : graph.departments(m)) {
            const auto against = [&](const KeptLead& kept) {
                return kept.measure == m && kept.department != d;
            };
            if (std::any_of(options.keep.begin(), options.keep.end(), against)) continue;
            leads[m.value] = d;
            ++loads[d.value];
            choose({m.value + 1});
            --loads[d.value];
        }
    };
    choose({0});
    return result;
}

/// 12 000 000 000 times the cost, for weights of 0.5, 1, 1.5 and 2.
std::uint64_t cost(const Instance& instance, const MeasureLeads& leads) {
    const auto& [graph, options] = instance;
    std::vector<std::uint64_t> sums(graph.department_count());
    std::vector<std::uint64_t> squares(graph.department_count());
    for (std::size_t m = 0; m < leads.size(); ++m) {
        if (!leads[m]) continue;
        const auto size = options.sizes.empty() ? 1000 : options.sizes[m].thousandths;
        sums[leads[m]->value] += size;
        squares[leads[m]->value] += size * size;
    }
    std::uint64_t result = 0;
    for (std::size_t d = 0; d < sums.size(); ++d) {
        const auto weight = options.weights.empty() ? 1000 : options.weights[d].thousandths;
        result += (sums[d] * sums[d] + squares[d]) * (6'000'000 / weight);
    }
    return result;
}

std::size_t changes(const MeasureLeads& a, const MeasureLeads& b) {
    std::size_t result = 0;
    for (std::size_t m = 0; m < a.size(); ++m) result += a[m] == b[m] ? 0U : 1U;
    return result;
}

std::vector<std::uint32_t> falling_loads(const Instance& instance, const MeasureLeads& leads) {
    std::vector<std::uint32_t> loads(instance.graph.department_count());
    for (const auto& lead : leads) {
        if (lead) ++loads[lead->value];
    }
    std::sort(loads.begin(), loads.end(), std::greater<>());
    return loads;
}

/// The leads of the least cost, and of those the ones with the fewest changes.
struct Best {
    std::uint64_t cost = std::numeric_limits<std::uint64_t>::max();
    std::size_t changes = 0;
    std::vector<MeasureLeads> optima;
    std::set<MeasureLeads> nearest;
};

Best best_of_all(const Instance& instance) {
    Best best;
    for (auto& leads : all_leads(instance)) {
        const auto found = cost(instance, leads);
        if (found < best.cost) best.optima.clear();
        best.cost = std::min(best.cost, found);
        if (found == best.cost) best.optima.push_back(std::move(leads));
    }
    const auto printed = printed_leads(instance.graph);
    best.changes = printed.size() + 1;
    for (const auto& leads : best.optima) {
        const auto found = changes(leads, printed);
        if (found < best.changes) best.nearest.clear();
        best.changes = std::min(best.changes, found);
        if (found == best.changes) best.nearest.insert(leads);
    }
    return best;
}

MeasureLeads applied(MeasureLeads leads, const std::vector<LeadChange>& made) {
    for (const auto& change : made) {
        EXPECT_EQ(leads[change.measure.value], change.from);
        leads[change.measure.value] = change.to;
    }
    return leads;
}

void expect_shortage(const Instance& instance, const LeadShortage& shortage) {
    std::size_t most = 0;
    for (const auto& cap : instance.options.caps) {
        const auto& departments = shortage.departments;
        if (std::count(departments.begin(), departments.end(), cap.department) > 0) {
            most += std::min<std::size_t>(cap.most, instance.graph.measure_count());
        }
    }
    EXPECT_EQ(shortage.most, most);
    EXPECT_GT(shortage.measures.size(), most);
    for (const auto m : shortage.measures) {
        for (const auto d : instance.graph.departments(m)) {
            const auto kept =
                std::any_of(instance.options.keep.begin(), instance.options.keep.end(),
                            [&](const KeptLead& k) { return k.measure == m; });
            EXPECT_TRUE(kept || std::count(shortage.departments.begin(), shortage.departments.end(),
                                           d) == 1);
        }
    }
}

/// Ten instances: one test each would be thousands of processes.
std::vector<Instance> instances(unsigned tens) {
    std::vector<Instance> result;
    for (unsigned seed = 10 * tens; seed < 10 * tens + 10; ++seed) {
        result.push_back(instance(seed));
    }
    return result;
}

class RandomAssign : public testing::TestWithParam<unsigned> {};

TEST_P(RandomAssign, IsTheBestOfAllAndKnowsHowManyThereAre) {
    for (const auto& drawn : instances(GetParam())) {
        const auto best = best_of_all(drawn);
        auto options = drawn.options;
        options.optima_counted = options.nearest_listed = 20'000;

        const auto result = fair_leads(drawn.graph, options);

        ASSERT_EQ(result.shortage.has_value(), best.optima.empty());
        if (result.shortage) {
            expect_shortage(drawn, *result.shortage);
            continue;
        }
        EXPECT_EQ(cost(drawn, result.fairest), best.cost);
        EXPECT_NEAR(result.cost * 12e9, static_cast<double>(best.cost), 1.0);
        EXPECT_TRUE(result.proved);
        EXPECT_TRUE(result.nearest_proved);
        EXPECT_EQ(result.optima, (OptimumCount{best.optima.size(), true, best.optima.size() == 1}));
        EXPECT_EQ(result.nearest,
                  (OptimumCount{best.nearest.size(), true, best.nearest.size() == 1}));
        EXPECT_EQ(result.changes.size(), best.changes);
        std::set<MeasureLeads> nearest;
        for (const auto& made : result.nearest_changes) {
            nearest.insert(applied(result.printed, made));
        }
        EXPECT_EQ(nearest, best.nearest);
        EXPECT_EQ(applied(result.printed, result.changes), result.fairest);
    }
}

TEST_P(RandomAssign, TellsTheFairestFromOthers) {
    for (const auto& drawn : instances(GetParam())) {
        const auto best = best_of_all(drawn).cost;

        for (const auto& leads : all_leads(drawn)) {
            EXPECT_EQ(are_fairest(drawn.graph, leads, drawn.options), cost(drawn, leads) == best);
        }
    }
}

TEST_P(RandomAssign, IsTheFairestFromTheLargestLoadDown) {
    for (const auto& drawn : instances(GetParam())) {
        const auto result = fair_leads(drawn.graph, drawn.options);
        if (!drawn.options.weights.empty() || result.shortage) continue;

        const auto loads = falling_loads(drawn, result.fairest);

        for (const auto& leads : all_leads(drawn)) EXPECT_LE(loads, falling_loads(drawn, leads));
    }
}

TEST_P(RandomAssign, ChainsLeadFromLossToGain) {
    for (const auto& drawn : instances(GetParam())) {
        const auto result = fair_leads(drawn.graph, drawn.options);

        std::size_t measures = 0;
        for (std::uint32_t c = 0; c < result.chains.size(); ++c) {
            const auto& chain = result.chains[c];
            const auto& first = result.loads[chain.departments.front().value];
            const auto& last = result.loads[chain.departments.back().value];
            ASSERT_EQ(chain.departments.size(), chain.measures.size() + 1);
            EXPECT_TRUE(first.department == last.department ||
                        (first.fairest < first.printed && last.fairest > last.printed));
            for (std::size_t i = 0; i < chain.measures.size(); ++i) {
                const auto m = chain.measures[i].value;
                EXPECT_EQ(result.printed[m], chain.departments[i]);
                EXPECT_EQ(result.fairest[m], chain.departments[i + 1]);
            }
            measures += chain.measures.size();
        }
        EXPECT_EQ(measures, result.changes.size());
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomAssign, testing::Range(0U, 50U));

std::vector<Instance> sized_instances(unsigned tens) {
    auto result = instances(tens);
    Draw below(tens);
    for (auto& each : result) {
        for (std::size_t m = 0; m < each.graph.measure_count(); ++m) {
            each.options.sizes.push_back({500 * (1 + below(6))});
        }
    }
    return result;
}

class AssignOfSizes : public testing::TestWithParam<unsigned> {};

TEST_P(AssignOfSizes, IsTheBestOfAll) {
    for (const auto& drawn : sized_instances(GetParam())) {
        const auto best = best_of_all(drawn);

        const auto result = fair_leads(drawn.graph, drawn.options);

        ASSERT_EQ(result.shortage.has_value(), best.optima.empty());
        if (result.shortage) continue;
        EXPECT_EQ(cost(drawn, result.fairest), best.cost);
        EXPECT_EQ(changes(result.fairest, result.printed), best.changes);
        EXPECT_TRUE(result.proved);
        EXPECT_TRUE(result.nearest_proved);
        EXPECT_EQ(result.bound, result.cost);
    }
}

TEST_P(AssignOfSizes, HasABoundWithoutASearch) {
    for (const auto& drawn : sized_instances(GetParam())) {
        const auto best = best_of_all(drawn);
        auto options = drawn.options;
        options.nodes = 1;

        const auto result = fair_leads(drawn.graph, options);

        if (result.shortage) continue;
        EXPECT_LE(result.bound * 12e9, static_cast<double>(best.cost) + 1.0);
        EXPECT_GE(cost(drawn, result.fairest), best.cost);
        EXPECT_TRUE(!result.proved || cost(drawn, result.fairest) == best.cost);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AssignOfSizes, testing::Range(0U, 20U));

class LargerAssign : public testing::TestWithParam<unsigned> {};

TEST_P(LargerAssign, CostsAndChangesAsMuchInAnyOrder) {
    const auto graph = test::random_graph(GetParam());

    const auto result = fair_leads(graph);
    const auto other = fair_leads(test::shuffled(graph, GetParam()).graph);

    EXPECT_EQ(result.cost, other.cost);
    EXPECT_EQ(result.changes.size(), other.changes.size());
    EXPECT_EQ(result.optima, other.optima);
    EXPECT_EQ(result.nearest, other.nearest);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LargerAssign, testing::Range(0U, 50U));

class MiddlingAssign : public testing::TestWithParam<unsigned> {};

TEST_P(MiddlingAssign, CostsWhatBoostsFlowDoes) {
    Draw below(GetParam());
    std::vector<Link> links;
    for (std::uint32_t m = 0; m < 300; ++m) {
        std::set<std::uint32_t> departments;
        const auto count = 1 + below(4);
        while (departments.size() < count) departments.insert(below(1 + below(40)));
        for (const auto d : departments) links.push_back({{m}, {d}});
    }
    const ResponsibilityGraph graph(300, 40, links);

    const auto result = fair_leads(graph, {.optima_counted = 10});

    EXPECT_EQ(result.cost, test::least_lead_cost_by_boost(graph));
    EXPECT_TRUE(result.proved);
}

INSTANTIATE_TEST_SUITE_P(Seeds, MiddlingAssign, testing::Range(0U, 30U));

}  // namespace
}  // namespace remit
