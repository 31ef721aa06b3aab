#include "support/programmes.hpp"

#include <remit/analysis/fraction_sum.hpp>
#include <remit/analysis/workload.hpp>

#include <gtest/gtest.h>

#include <map>

namespace remit {
namespace {

constexpr DepartmentIndex x{0};
constexpr DepartmentIndex y{1};

TEST(Workload, SplitsASharedMeasureEvenly) {
    // A{x}, B{x, y}
    const ResponsibilityGraph graph(2, 2, {{{0}, x}, {{1}, x}, {{1}, y}});

    const auto result = workload(graph, 2);

    ASSERT_EQ(result.departments.size(), 2U);
    const auto& first = result.departments[0];
    EXPECT_EQ(first.measures, 2U);
    EXPECT_EQ(first.first_named, 2U);
    EXPECT_EQ(first.fractional, 1.5);
    EXPECT_EQ(first.share, (Share{1.0, 0.5, 1.0}));
    EXPECT_EQ(first.sole, 1U);
    EXPECT_EQ(first.standings.lead, 0U);
    EXPECT_DOUBLE_EQ(first.harmonic, 5.0 / 3.0);
    EXPECT_EQ(first.dominance, 1.0) << "of the shared measure alone";
    const auto& second = result.departments[1];
    EXPECT_EQ(second.measures, 1U);
    EXPECT_EQ(second.first_named, 0U);
    EXPECT_EQ(second.fractional, 0.5);
    EXPECT_EQ(second.share, (Share{0.5, 0.25, 0.75}));
    EXPECT_DOUBLE_EQ(second.harmonic, 1.0 / 3.0);
    EXPECT_EQ(second.dominance, 0.0);
    EXPECT_FALSE(result.declares_leads);
    EXPECT_EQ(result.listed, 2U);
    EXPECT_EQ(result.withheld, 2U);
    EXPECT_EQ(result.links, 3U);
}

TEST(Workload, OfNothingIsNothing) {
    const auto result = workload(ResponsibilityGraph(0, 1, {}), 3);

    EXPECT_EQ(result.departments, std::vector<DepartmentLoad>(1));
}

TEST(Share, IsBoundedByWhatIsWithheld) {
    EXPECT_EQ(share(9, 16, 4), (Share{0.5625, 0.45, 0.65}));
    EXPECT_EQ(share(3, 4, 0), (Share{0.75, 0.75, 0.75}));
    EXPECT_EQ(share(0, 0, 4), Share{});
}

TEST(FractionSum, DoesNotPileUpRoundingErrors) {
    FractionSum sum;
    for (int i = 0; i < 1'000'000; ++i) sum.add(10);
    for (int i = 0; i < 3; ++i) sum.add(3);

    EXPECT_EQ(sum.take(), 100'001.0);
    EXPECT_EQ(sum.take(), 0.0);
}

TEST(FractionSum, IsRoundedOnce) {
    FractionSum sum;
    for (const std::size_t n : {3U, 4U, 3U, 3U, 3U, 2U}) sum.add(n);

    EXPECT_EQ(sum.take(), 25.0 / 12.0);
}

TEST(FractionSum, GoesOnWhereNoCommonDenominatorFits) {
    FractionSum sum;
    double expected = 0.0;
    for (std::size_t n = 1; n <= 100; ++n) {
        sum.add(n);
        expected += 1.0 / static_cast<double>(n);
    }

    EXPECT_NEAR(sum.take(), expected, 1e-14);  // lcm(1, …, 100) has 41 digits
}

// K1 announces 3 and lists 2, K2 announces nothing and lists 1: of 4 announced one is withheld.
TEST(Workload, BoundsTheSharesOfATotalThatOneCategoryAnnounces) {
    const auto dataset = test::programme(std::string(test::small_registry) + R"(
notice: {id: n, title: {zh-Hans: 甲, zh-Hant: 甲, en: N}, issued: 2020-02-03}
categories: [{id: k1, name: K, announced: 3}, {id: k2, name: L}]
measures:
  - {number: 1, title: &t {zh-Hans: 甲, zh-Hant: 甲, en: N}, category: k1, departments: beta, scope: land}
  - {number: 2, title: *t, category: k1, departments: beta, scope: land}
  - {number: 3, title: *t, category: k2, departments: alpha, scope: land}
)");

    const auto result = workload(responsibility_graph(dataset), dataset.withheld());

    EXPECT_EQ(result.departments.front().share, (Share{1.0 / 3.0, 0.25, 0.5}));
}

TEST(Workload, BoundsTheSharesOfATotalAboveThirtyTwoBits) {
    const auto dataset = test::programme(std::string(test::small_registry) + R"(
notice: {id: n, title: {zh-Hans: 甲, zh-Hant: 甲, en: N}, issued: 2020-02-03}
categories: [{id: a, name: A, announced: 2147483648}, {id: b, name: B, announced: 2147483648}]
measures:
  - {number: 1, title: {zh-Hans: 甲, zh-Hant: 甲, en: N}, category: a, departments: beta, scope: land}
)");

    const auto result = workload(responsibility_graph(dataset), dataset.withheld());

    EXPECT_EQ(result.withheld, 4294967295U);
    EXPECT_EQ(result.departments.front().share, (Share{1.0, 1.0 / 4294967296.0, 1.0}));
}

// Counted by hand from the notice; the fractional loads are sums of 1/n in whole fractions.
TEST(Workload, OfTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto result = workload(responsibility_graph(dataset), dataset.withheld());

    struct Expected {
        std::size_t measures;
        std::size_t first_named;
        double fractional;
    };
    const std::map<std::string, Expected> expected{
        {"most", {9, 3, 43.0 / 12.0}}, {"cbirc", {6, 2, 25.0 / 12.0}}, {"pbc", {6, 2, 23.0 / 12.0}},
        {"mof", {6, 2, 39.0 / 20.0}},  {"ndrc", {6, 2, 11.0 / 5.0}},   {"cnipa", {3, 0, 4.0 / 3.0}},
        {"sasac", {1, 1, 1.0 / 3.0}},  {"gacc", {1, 1, 1.0}},          {"spc", {1, 1, 0.5}},
        {"moj", {1, 1, 0.5}},          {"moe", {1, 1, 0.2}},           {"miit", {1, 0, 0.2}},
        {"mohrss", {1, 0, 0.2}}};
    ASSERT_EQ(result.departments.size(), 13U);
    double fractional = 0.0;
    std::size_t measures = 0;
    for (const auto& load : result.departments) {
        const auto& wanted = expected.at(dataset[load.department].id);
        EXPECT_EQ(load.measures, wanted.measures);
        EXPECT_EQ(load.first_named, wanted.first_named);
        EXPECT_EQ(load.fractional, wanted.fractional);
        EXPECT_EQ(load.share, share(wanted.measures, 16, 4));
        fractional += load.fractional;
        measures += load.measures;
    }
    EXPECT_NEAR(fractional, 16.0, 1e-12);
    EXPECT_EQ(measures, 43U);
}

class RandomWorkload : public testing::TestWithParam<unsigned> {};

TEST_P(RandomWorkload, SumsToTheMeasuresThatHaveADepartment) {
    const auto graph = test::random_graph(GetParam());
    std::size_t assigned = 0;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        if (!graph.departments(m).empty()) ++assigned;
    }

    double fractional = 0.0;
    std::size_t first_named = 0;
    std::size_t measures = 0;
    for (const auto& load : workload(graph).departments) {
        fractional += load.fractional;
        first_named += load.first_named;
        measures += load.measures;
    }

    EXPECT_NEAR(fractional, static_cast<double>(assigned), 1e-12);
    EXPECT_EQ(first_named, assigned);
    EXPECT_EQ(measures, graph.link_count());
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomWorkload, testing::Range(0U, 50U));

/// Exact fractions of the third batch, computed with python's fractions.
struct ExpectedLoad {
    const char* department;
    std::size_t full;
    std::size_t first_named;
    double fractional;
    double harmonic;
    double arithmetic;
    double geometric;
};

TEST(Workload, OfTheThirdBatchUnderEveryScheme) {
    const std::vector<ExpectedLoad> expected{
        {"cbirc", 6, 2, 25.0 / 12.0, 1649.0 / 825.0, 29.0 / 15.0, 69.0 / 35.0},
        {"pbc", 6, 2, 23.0 / 12.0, 544.0 / 275.0, 61.0 / 30.0, 209.0 / 105.0},
        {"most", 9, 3, 43.0 / 12.0, 2873.0 / 825.0, 109.0 / 30.0, 121.0 / 35.0},
        {"mof", 6, 2, 39.0 / 20.0, 19757.0 / 10275.0, 28.0 / 15.0, 898.0 / 465.0},
        {"ndrc", 6, 2, 11.0 / 5.0, 304.0 / 137.0, 34.0 / 15.0, 70.0 / 31.0},
        {"cnipa", 3, 0, 4.0 / 3.0, 28.0 / 33.0, 5.0 / 6.0, 17.0 / 21.0},
        {"sasac", 1, 1, 1.0 / 3.0, 6.0 / 11.0, 1.0 / 2.0, 4.0 / 7.0},
        {"gacc", 1, 1, 1.0, 1.0, 1.0, 1.0},
        {"spc", 1, 1, 1.0 / 2.0, 2.0 / 3.0, 2.0 / 3.0, 2.0 / 3.0},
        {"moj", 1, 1, 1.0 / 2.0, 2.0 / 3.0, 2.0 / 3.0, 2.0 / 3.0},
        {"moe", 1, 1, 1.0 / 5.0, 60.0 / 137.0, 1.0 / 3.0, 16.0 / 31.0},
        {"miit", 1, 0, 1.0 / 5.0, 20.0 / 137.0, 1.0 / 5.0, 4.0 / 31.0},
        {"mohrss", 1, 0, 1.0 / 5.0, 12.0 / 137.0, 1.0 / 15.0, 1.0 / 31.0},
    };
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto result = workload(responsibility_graph(dataset), dataset.withheld());

    ASSERT_EQ(result.departments.size(), expected.size());
    for (const auto& each : expected) {
        const auto& load = result.departments[test::department(dataset, each.department).value];
        EXPECT_EQ(load.measures, each.full) << each.department;
        EXPECT_EQ(load.first_named, each.first_named) << each.department;
        EXPECT_DOUBLE_EQ(load.fractional, each.fractional) << each.department;
        EXPECT_DOUBLE_EQ(load.harmonic, each.harmonic) << each.department;
        EXPECT_DOUBLE_EQ(load.arithmetic, each.arithmetic) << each.department;
        EXPECT_DOUBLE_EQ(load.geometric, each.geometric) << each.department;
    }
    const auto dominance = [&](const char* id) {
        return result.departments[test::department(dataset, id).value].dominance;
    };
    EXPECT_DOUBLE_EQ(dominance("most").value(), 3.0 / 9.0);
    EXPECT_DOUBLE_EQ(dominance("mof").value(), 2.0 / 6.0);
    EXPECT_EQ(dominance("cnipa"), 0.0);
    EXPECT_EQ(dominance("sasac"), 1.0);
    EXPECT_FALSE(dominance("gacc")) << "its one measure is its alone";
}

TEST(Workload, CountsDeclaredLeads) {
    const ResponsibilityGraph graph(
        2, 2, {{{0}, x, Role::lead}, {{0}, y, Role::with}, {{1}, x, Role::guiding}});

    const auto result = workload(graph);

    EXPECT_TRUE(result.declares_leads);
    EXPECT_EQ(result.departments[0].standings.lead, 1U);
    EXPECT_EQ(result.departments[1].standings.lead, 0U);
}

TEST(Workload, EverySchemeButFullGivesAwayOneAMeasure) {
    for (unsigned seed = 0; seed < 100; ++seed) {
        const auto graph = test::random_graph(seed);
        std::size_t guided = 0;
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            guided += graph.departments(m).empty() ? 0U : 1U;
        }
        const auto result = workload(graph);
        for (const auto scheme : {Credit::first_named, Credit::fractional, Credit::harmonic,
                                  Credit::arithmetic, Credit::geometric}) {
            double sum = 0.0;
            for (const auto& load : result.departments) sum += load_by(scheme, load);
            EXPECT_NEAR(sum, static_cast<double>(guided), 1e-12) << seed;
        }
    }
}

}  // namespace
}  // namespace remit
