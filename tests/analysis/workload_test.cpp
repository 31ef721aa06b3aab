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

    EXPECT_EQ(result.departments, (std::vector<DepartmentLoad>{{x, 2, 2, 1.5, {1.0, 0.5, 1.0}},
                                                               {y, 1, 0, 0.5, {0.5, 0.25, 0.75}}}));
    EXPECT_EQ(result.listed, 2U);
    EXPECT_EQ(result.withheld, 2U);
    EXPECT_EQ(result.links, 3U);
}

TEST(Workload, OfNothingIsNothing) {
    const auto result = workload(ResponsibilityGraph(0, 1, {}), 3);

    EXPECT_EQ(result.departments, (std::vector<DepartmentLoad>{{x, 0, 0, 0.0, {}}}));
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

}  // namespace
}  // namespace remit
