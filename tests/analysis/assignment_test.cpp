#include "support/programmes.hpp"
#include "support/zipf.hpp"

#include <remit/analysis/assignment.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>

namespace remit {
namespace {

constexpr MeasureIndex A{0}, B{1}, C{2};
constexpr DepartmentIndex x{0}, y{1}, z{2};

/// "a ab bc": each word is a measure, each of its letters a department.
ResponsibilityGraph from_letters(const std::string& words) {
    std::vector<Link> links;
    std::uint32_t measure = 0;
    std::uint32_t departments = 0;
    for (const auto letter : words) {
        if (letter == ' ') {
            ++measure;
            continue;
        }
        const auto d = static_cast<std::uint32_t>(letter - 'a');
        links.push_back({{measure}, {d}});
        departments = std::max(departments, d + 1);
    }
    return ResponsibilityGraph(measure + 1, departments, links);
}

/// The number of leads of each department, the most first.
std::vector<std::size_t> falling_loads(const Assignment& result) {
    std::vector<std::size_t> loads;
    for (const auto& load : result.loads) loads.push_back(load.fairest);
    std::sort(loads.begin(), loads.end(), std::greater<>());
    return loads;
}

TEST(PrintedLeads, AreDeclaredOrFirstNamed) {
    const ResponsibilityGraph graph(
        3, 3, {{A, x}, {A, y}, {B, y, Role::with}, {B, z, Role::lead}, {B, x, Role::lead}});

    EXPECT_EQ(printed_leads(graph), (MeasureLeads{x, z, std::nullopt}));
}

TEST(Assign, SpreadsThreeLeadsOverThreeDepartments) {
    const ResponsibilityGraph graph(3, 3, {{A, x}, {B, x}, {B, y}, {C, x}, {C, z}});

    const auto result = fair_leads(graph);

    EXPECT_EQ(result.printed, (MeasureLeads{x, x, x}));
    EXPECT_EQ(result.fairest, (MeasureLeads{x, y, z}));
    EXPECT_EQ(result.printed_cost, 6.0);
    EXPECT_EQ(result.cost, 3.0);
    EXPECT_TRUE(result.proved);
    EXPECT_TRUE(result.nearest_proved);
    EXPECT_EQ(result.changes, (std::vector<LeadChange>{{B, x, y, ChangeReason::evens, 0},
                                                       {C, x, z, ChangeReason::evens, 1}}));
    EXPECT_EQ(result.optima, (OptimumCount{1, true, true}));
}

constexpr MeasureIndex D{3};

/// A has x and y as leads and z with them, B x with y, C x with z; D is the plain list x, y.
ResponsibilityGraph declared_leads() {
    constexpr auto lead = Role::lead;
    constexpr auto with = Role::with;
    return ResponsibilityGraph(4, 3,
                               {{A, x, lead},
                                {A, y, lead},
                                {A, z, with},
                                {B, x, lead},
                                {B, y, with},
                                {C, x, lead},
                                {C, z, with},
                                {D, x},
                                {D, y}});
}

// B and C stay with x; of A and D, y has both: 3 + 3. All by x cost 10.
TEST(Assign, KeepsDeclaredLeads) {
    const auto result = fair_leads(declared_leads());

    EXPECT_EQ(result.printed, (MeasureLeads{x, x, x, x}));
    EXPECT_EQ(result.fairest, (MeasureLeads{y, x, x, y}));
    EXPECT_EQ(result.printed_cost, 10.0);
    EXPECT_EQ(result.cost, 6.0);
    EXPECT_EQ(changed_leads(result.changes), 1U)
        << "between x and y, who both lead A, none changes";
    EXPECT_EQ(result.changes[0].reason, ChangeReason::co_leads);
    EXPECT_EQ(result.changes[1], (LeadChange{D, x, y, ChangeReason::evens, 1}));
    EXPECT_TRUE(result.proved);
    EXPECT_TRUE(result.nearest_proved);
}

// 2, 1 and 1 leads cost 5. That A counts for y is no change; then C to z is the only one.
TEST(Assign, ReassignsDeclaredLeadsWhereAskedTo) {
    const auto result = fair_leads(declared_leads(), {.reassign_leads = true});

    EXPECT_EQ(result.fairest, (MeasureLeads{y, x, z, x}));
    EXPECT_EQ(result.cost, 5.0);
    EXPECT_EQ(changed_leads(result.changes), 1U);
    EXPECT_EQ(result.nearest, (OptimumCount{1, true, true}));
}

TEST(Assign, GivesADeclaredLeadToWhoIsAskedFor) {
    const auto result = fair_leads(declared_leads(), {.keep = {{B, y}}});

    EXPECT_EQ(result.fairest[1], y);
    EXPECT_EQ(result.fairest[2], x);
}

// With sizes, too, B and C stay: x has 1 + 1, y 1 + 3 or x has 1 + 1 + 1 and y 3, the same cost of
// squares as 2, 4: 20, and 3, 3: 18.
TEST(Assign, KeepsDeclaredLeadsOfDifferentSizes) {
    const std::vector<Weight> sizes{{1000}, {1000}, {1000}, {3000}};

    const auto result = fair_leads(declared_leads(), {.sizes = sizes});

    EXPECT_EQ(result.fairest, (MeasureLeads{x, x, x, y}));
    EXPECT_EQ(changed_leads(result.changes), 1U);
    EXPECT_TRUE(result.proved);
}

TEST(Assign, GivesNobodyWhatNobodyTakesPartIn) {
    const auto empty = fair_leads(ResponsibilityGraph(0, 0, {}));
    const auto result = fair_leads(ResponsibilityGraph(2, 2, {{B, y}}));

    EXPECT_EQ(empty.cost, 0.0);
    EXPECT_TRUE(empty.proved);
    EXPECT_EQ(result.fairest, (MeasureLeads{std::nullopt, y}));
    EXPECT_EQ(result.loads, (std::vector<LeadLoad>{{x}, {y, 1, 1, 1.0, 1.0}}));
    EXPECT_EQ(result.optima, (OptimumCount{1, true, true}));
}

// Five measures of three departments with a chain of two: a to b, which passes one on to c.
TEST(Assign, MovesLeadsAlongAChain) {
    const auto graph = from_letters("a a ab bc bc");  // 3, 2, 0 as printed

    const auto result = fair_leads(graph);

    EXPECT_EQ(falling_loads(result), (std::vector<std::size_t>{2, 2, 1}));
    EXPECT_EQ(result.printed_cost, 9.0);
    EXPECT_EQ(result.cost, 7.0);
    // 2, 1, 2 and 2, 2, 1 are as fair: one to c leaves a with 3, one to b alone leaves b with 3.
    EXPECT_EQ(result.changes.size(), 2U);
    EXPECT_EQ(result.chains.size(), 1U);
    EXPECT_EQ(result.chains[0].departments, (std::vector<DepartmentIndex>{x, y, z}));
    EXPECT_EQ(result.nearest, (OptimumCount{2, true, false}));
    EXPECT_EQ(result.nearest_changes.size(), 2U);
}

TEST(Assign, WeighsDepartments) {
    const auto graph = from_letters("ab ab ab ab ab ab");

    const auto result = fair_leads(graph, {.weights = {{1000}, {2000}}});

    // x 2, y 4: 2 * 3 / 2 + 4 * 5 / 4 = 8
    EXPECT_EQ(falling_loads(result), (std::vector<std::size_t>{4, 2}));
    EXPECT_EQ(result.cost, 8.0);
    EXPECT_EQ(result.changes.size(), 4U);
    EXPECT_EQ(result.optima, (OptimumCount{15, true, false}));
}

TEST(Assign, KeepsWhatIsAskedForAndExchanges) {
    const auto graph = from_letters("ab ba");

    const auto result = fair_leads(graph, {.keep = {{A, y}}});

    EXPECT_EQ(result.fairest, (MeasureLeads{y, x}));
    EXPECT_EQ(result.changes, (std::vector<LeadChange>{{A, x, y, ChangeReason::keep, 0},
                                                       {B, y, x, ChangeReason::exchange, 0}}));
    EXPECT_EQ(result.chains, (std::vector<LeadChain>{{{x, y, x}, {A, B}}}));
}

TEST(Assign, RespectsCaps) {
    const auto graph = from_letters("ab ab b");

    const auto result = fair_leads(graph, {.caps = {{x, 0}}});

    EXPECT_EQ(result.fairest, (MeasureLeads{y, y, y}));
    EXPECT_EQ(result.changes, (std::vector<LeadChange>{{A, x, y, ChangeReason::cap, 0},
                                                       {B, x, y, ChangeReason::cap, 1}}));
    EXPECT_TRUE(result.proved);
}

TEST(Assign, SaysWhichCapsAreTooSmall) {
    const auto graph = from_letters("ab ab b c c");

    const auto result = fair_leads(graph, {.caps = {{x, 1}, {y, 1}, {z, 2}}});

    ASSERT_TRUE(result.shortage.has_value());
    EXPECT_EQ(result.shortage->departments, (std::vector<DepartmentIndex>{x, y}));
    EXPECT_EQ(result.shortage->measures, (std::vector<MeasureIndex>{A, B, C}));
    EXPECT_EQ(result.shortage->most, 2U);
    EXPECT_TRUE(result.fairest.empty());
}

// 3 + 3 against 2 + 2 + 2: PARTITION.
TEST(Assign, PacksMeasuresOfDifferentSizes) {
    const auto graph = from_letters("ab ab ab ab ab");

    const auto result = fair_leads(graph, {.sizes = {{3000}, {2000}, {3000}, {2000}, {2000}}});

    // (36 + 18 + 36 + 12) / 2
    EXPECT_EQ(result.cost, 51.0);
    EXPECT_EQ(result.bound, 51.0);
    EXPECT_EQ(result.printed_cost, (144.0 + 30.0) / 2.0);
    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.fairest, (MeasureLeads{y, x, y, x, x}));
    EXPECT_TRUE(result.nearest_proved);
}

TEST(Assign, SaysHowFarItGotWithoutASearch) {
    const auto graph = from_letters("ab ab ab");

    const auto result = fair_leads(graph, {.sizes = {{2300}, {1700}, {1100}}, .nodes = 1});

    // (2.3^2 + 2.8^2 + 9.39) / 2; the bound is nearly as if 2.5 and 2.6 were possible.
    EXPECT_DOUBLE_EQ(result.cost, 11.26);
    EXPECT_NEAR(result.bound, (2.5 * 2.5 + 2.6 * 2.6 + 9.39) / 2.0, 0.01);
    EXPECT_FALSE(result.proved);
    EXPECT_FALSE(result.nearest_proved);
}

TEST(Assign, RefusesCostsOfTooManyDigits) {
    AssignmentOptions options;
    for (const std::uint64_t prime : {999'999'937U, 999'999'929U, 999'999'893U}) {
        options.weights.push_back({prime});
    }
    options.sizes = {{1'000'000'000}, {1}};

    EXPECT_THROW((void)fair_leads(from_letters("abc abc"), options), Error);
}

TEST(Assign, TakesSizesThatAreAlikeForUnits) {
    const auto graph = from_letters("a a ab bc bc");

    const auto result = fair_leads(graph, {.sizes = std::vector<Weight>(5, {2000})});

    EXPECT_EQ(result.cost, 28.0);
    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.optima.count, fair_leads(graph).optima.count);
}

struct Oracle {
    const char* measures;
    double cost;
    std::size_t optima;
    std::vector<std::size_t> loads;
};

// By enumeration of all choices with another program.
TEST(Assign, AgreesWithEnumeratedCases) {
    const std::vector<Oracle> oracles{{"a ab ab bc c", 7, 5, {2, 2, 1}},
                                      {"abc abc abc abc abc", 7, 90, {2, 2, 1}},
                                      {"a a ab bc cd d", 8, 3, {2, 2, 1, 1}},
                                      {"a a a", 6, 1, {3}}};
    for (const auto& [measures, cost, optima, loads] : oracles) {
        const auto result = fair_leads(from_letters(measures));

        EXPECT_EQ(result.cost, cost) << measures;
        EXPECT_EQ(result.optima, (OptimumCount{optima, true, optima == 1})) << measures;
        EXPECT_EQ(falling_loads(result), loads) << measures;
    }
}

TEST(Assign, OfTheThirdBatchIsTwoChangesAway) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto department = [&](const char* id) { return test::department(dataset, id); };

    const auto result = fair_leads(responsibility_graph(dataset));

    EXPECT_EQ(result.printed_cost, 23.0);
    EXPECT_EQ(result.cost, 21.0);
    EXPECT_TRUE(result.proved);
    EXPECT_EQ(result.optima, (OptimumCount{612, true, false}));
    EXPECT_EQ(result.nearest, (OptimumCount{1, true, true}));
    EXPECT_TRUE(result.nearest_proved);
    const auto most = department("most");
    const auto ndrc = department("ndrc");
    const auto cnipa = department("cnipa");
    EXPECT_EQ(result.changes,
              (std::vector<LeadChange>{{{9}, ndrc, cnipa, ChangeReason::evens, 0},
                                       {{12}, most, ndrc, ChangeReason::evens, 0}}));
    EXPECT_EQ(result.chains, (std::vector<LeadChain>{{{most, ndrc, cnipa}, {{12}, {9}}}}));
    EXPECT_EQ(falling_loads(result),
              (std::vector<std::size_t>{2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 0, 0}));
}

TEST(Assign, StopsCountingWhereItIsTold) {
    const auto graph = test::third_batch();

    const auto some = fair_leads(graph, {.optima_counted = 611});
    const auto all = fair_leads(graph, {.optima_counted = 612});
    const auto none = fair_leads(graph, {.optima_counted = 0});

    EXPECT_EQ(some.optima, (OptimumCount{611, false, false}));
    EXPECT_EQ(all.optima, (OptimumCount{612, true, false}));
    EXPECT_EQ(none.optima, (OptimumCount{0, false, false}));
    EXPECT_TRUE(none.nearest.unique);
}

TEST(Assign, IsProvedButNotCountedForALargeProgramme) {
    const auto graph = test::zipf_graph(10'000, 500, 1);

    const auto result = fair_leads(graph);

    EXPECT_TRUE(result.proved);
    EXPECT_TRUE(result.nearest_proved);
    EXPECT_TRUE(are_fairest(graph, result.fairest));
    EXPECT_FALSE(are_fairest(graph, result.printed));
    EXPECT_LT(result.cost, result.printed_cost);
    EXPECT_EQ(result.optima, (OptimumCount{0, false, false}));
    EXPECT_EQ(result.nearest, (OptimumCount{0, false, false}));
    EXPECT_EQ(result.nearest_changes.size(), 1U);
}

TEST(Assign, OfALargeProgrammeOfDifferentSizesHasABound) {
    const auto graph = test::zipf_graph(10'000, 500, 1);
    AssignmentOptions options{.sizes = std::vector<Weight>(10'000), .nodes = 100'000};
    options.sizes[0] = {2000};

    const auto result = fair_leads(graph, options);

    EXPECT_FALSE(result.proved);
    EXPECT_LE(result.bound, result.cost);
    EXPECT_LT(result.cost, result.bound * 1.01);
}

}  // namespace
}  // namespace remit
