#include "support/programmes.hpp"

#include <remit/analysis/robustness.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace remit {
namespace {

constexpr DepartmentIndex x{0};
constexpr DepartmentIndex y{1};

/// How many of the measures are lost at each step.
std::vector<int> losses(const ExtinctionCurve& curve, std::size_t measures) {
    std::vector<int> result;
    for (std::size_t i = 1; i < curve.left.size(); ++i) {
        const auto share = curve.left[i - 1] - curve.left[i];
        result.push_back(static_cast<int>(std::lround(share * static_cast<double>(measures))));
    }
    return result;
}

TEST(SoleResponsibilities, AreThoseThatNobodySharesIn) {
    const ResponsibilityGraph graph(4, 3, {{{0}, x}, {{1}, x}, {{1}, y}, {{3}, x}});

    EXPECT_EQ(sole_responsibilities(graph),
              (std::vector<std::vector<MeasureIndex>>{{{0}, {3}}, {}, {}}));
    EXPECT_TRUE(sole_responsibilities({2, 0, {}}).empty());
}

TEST(SoleResponsibilities, OfTheThirdBatchIsOneOfTheCustoms) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto sole = sole_responsibilities(responsibility_graph(dataset));

    for (DepartmentIndex d; d.value < sole.size(); ++d.value) {
        const auto expected = d == test::department(dataset, "gacc")
                                  ? std::vector<MeasureIndex>{{11}}
                                  : std::vector<MeasureIndex>{};
        EXPECT_EQ(sole[d.value], expected) << dataset[d].id;
    }
}

TEST(ExtinctionCurve, DependsOnTheOrder) {
    const ResponsibilityGraph graph(2, 2, {{{0}, x}, {{1}, x}, {{1}, y}});

    EXPECT_EQ(extinction_curve(graph, std::array{x, y}), (ExtinctionCurve{{1.0, 0.5, 0.0}, 0.5}));
    EXPECT_EQ(extinction_curve(graph, std::array{y, x}), (ExtinctionCurve{{1.0, 1.0, 0.0}, 0.75}));
}

TEST(ExtinctionCurve, LeavesOutMeasuresWithNoOne) {
    const ResponsibilityGraph graph(3, 1, {{{1}, x}});

    EXPECT_EQ(extinction_curve(graph, std::array{x}), (ExtinctionCurve{{1.0, 0.0}, 0.5}));
}

TEST(ExtinctionCurve, IsEmptyWithoutALink) {
    EXPECT_EQ(extinction_curve({0, 0, {}}, {}), ExtinctionCurve{});
    EXPECT_EQ(extinction_curve({2, 0, {}}, {}), ExtinctionCurve{});
    EXPECT_EQ(extinction_curve({2, 1, {}}, std::array{x}), ExtinctionCurve{});
    EXPECT_EQ(mean_extinction_curve({0, 0, {}}), ExtinctionCurve{});
    EXPECT_EQ(mean_extinction_curve({2, 1, {}}), ExtinctionCurve{});
}

TEST(MeanExtinctionCurve, TakesEqualsInEveryOrder) {
    const ResponsibilityGraph graph(3, 2, {{{0}, x}, {{1}, y}, {{2}, x}, {{2}, y}});

    const auto result = mean_extinction_curve(graph);

    ASSERT_EQ(result.left.size(), 3U);
    EXPECT_EQ(result.left[0], 1.0);
    EXPECT_NEAR(result.left[1], 2.0 / 3.0, 1e-15);
    EXPECT_EQ(result.left[2], 0.0);
    EXPECT_NEAR(*result.robustness, 7.0 / 12.0, 1e-15);
}

TEST(MeanExtinctionCurve, StartsWithTheGreatestOrTheLeast) {
    // x has A, B and C, y has C, z nothing.
    const ResponsibilityGraph graph(3, 3, {{{0}, x}, {{1}, x}, {{2}, x}, {{2}, y}});

    EXPECT_EQ(losses(mean_extinction_curve(graph), 3), (std::vector{2, 1, 0}));
    EXPECT_EQ(losses(mean_extinction_curve(graph, Departure::least_degree_first), 3),
              (std::vector{0, 0, 3}));
}

/// The area as bipartite 2.24 takes it: from where one has left, under the cubic spline whose first
/// and last third derivatives are those of the cubics through the four points there, which R calls
/// "fmm". With second derivatives m, the area is that of the trapezoids less h^3 / 24 times the
/// sums of neighboring m; the step h is 1 / n.
double spline_area(const ExtinctionCurve& curve) {
    const std::vector<double> left(curve.left.begin() + 1, curve.left.end());
    const auto n = left.size();
    std::vector<double> below(n, 1.0);
    std::vector<double> diagonal(n, 4.0);
    std::vector<double> right(n);  // times h^2
    for (std::size_t i = 1; i + 1 < n; ++i)
        right[i] = 6.0 * (left[i - 1] - 2.0 * left[i] + left[i + 1]);
    const auto third = [&](std::size_t i) {
        return left[i + 3] - 3.0 * left[i + 2] + 3.0 * left[i + 1] - left[i];
    };
    diagonal.front() = -1.0;
    right.front() = third(0);
    below.back() = -1.0;
    diagonal.back() = 1.0;
    right.back() = third(n - 4);

    std::vector<double> m = right;
    for (std::size_t i = 1; i < n; ++i) {
        const auto factor = below[i] / diagonal[i - 1];
        diagonal[i] -= factor;  // all above the diagonal are 1
        m[i] -= factor * m[i - 1];
    }
    m[n - 1] /= diagonal[n - 1];
    for (std::size_t i = n - 1; i-- > 0;) m[i] = (m[i] - m[i + 1]) / diagonal[i];

    double area = 0.0;
    for (std::size_t i = 1; i < n; ++i) {
        area += (left[i - 1] + left[i]) / 2.0 - (m[i - 1] + m[i]) / 24.0;
    }
    return area / static_cast<double>(n);
}

// bipartite 2.24 second.extinct(participant = "lower", method = "degree"), which draws the order of
// equals; in this order its numbers of lost measures come about. robustness() gives 0.5960714235,
// by a numeric integral.
TEST(ExtinctionCurve, OfTheSouthernWomenAgreesWithBipartite) {
    const auto women = test::southern_women();
    std::vector<DepartmentIndex> order;
    for (const auto d :
         {0U, 2U, 13U, 12U, 1U, 3U, 11U, 14U, 5U, 10U, 6U, 9U, 8U, 4U, 7U, 16U, 15U, 17U}) {
        order.push_back({d});
    }

    const auto curve = extinction_curve(women, order);

    EXPECT_EQ(losses(curve, 14),
              (std::vector{0, 0, 0, 0, 1, 1, 2, 0, 0, 1, 0, 1, 0, 4, 1, 0, 1, 2}));
    EXPECT_NEAR(*curve.robustness, 164.0 / 252.0, 1e-15);
    EXPECT_NEAR(spline_area(curve), 0.5960714235, 5e-8);
}

// As above; robustness() gives 0.3649423559.
TEST(ExtinctionCurve, OfTheThirdBatchAgreesWithBipartite) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    std::vector<DepartmentIndex> order;
    for (const auto* id : {"most", "cbirc", "mof", "pbc", "ndrc", "cnipa", "moe", "sasac", "gacc",
                           "miit", "spc", "moj", "mohrss"}) {
        order.push_back(test::department(dataset, id));
    }

    const auto curve = extinction_curve(responsibility_graph(dataset), order);

    EXPECT_EQ(losses(curve, 16), (std::vector{0, 1, 1, 4, 4, 1, 0, 1, 1, 0, 1, 1, 1}));
    EXPECT_NEAR(*curve.robustness, 184.0 / 416.0, 1e-15);
    EXPECT_NEAR(spline_area(curve), 0.3649423559, 3e-7);
}

class RandomRobustness : public testing::TestWithParam<unsigned> {};

/// Over all orders by degree, greatest first.
std::vector<ExtinctionCurve> all_curves(const ResponsibilityGraph& graph) {
    std::vector<DepartmentIndex> order;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) order.push_back(d);
    const auto greater = [&](DepartmentIndex a, DepartmentIndex b) {
        return graph.measures(a).size() > graph.measures(b).size();
    };
    std::vector<ExtinctionCurve> curves;
    do {
        if (!std::is_sorted(order.begin(), order.end(), greater)) continue;
        curves.push_back(extinction_curve(graph, order));
    } while (std::next_permutation(order.begin(), order.end()));
    return curves;
}

TEST_P(RandomRobustness, IsOnTheMeanThatOfAllOrders) {
    const auto graph = test::random_graph(GetParam());
    if (graph.department_count() > 6) return;
    const auto curves = all_curves(graph);
    const auto orders = static_cast<double>(curves.size());

    const auto mean = mean_extinction_curve(graph);

    double robustness = 0.0;
    for (const auto& curve : curves) robustness += curve.robustness.value_or(0.0) / orders;
    EXPECT_NEAR(mean.robustness.value_or(0.0), robustness, 1e-12);
    for (std::size_t i = 0; i < mean.left.size(); ++i) {
        double left = 0.0;
        for (const auto& curve : curves) left += curve.left.at(i) / orders;
        EXPECT_NEAR(mean.left[i], left, 1e-12) << i;
    }
}

TEST_P(RandomRobustness, StaysWithinItsBounds) {
    const auto graph = test::random_graph(GetParam());
    const auto half_step = 0.5 / static_cast<double>(graph.department_count());

    for (const auto departure : {Departure::greatest_degree_first, Departure::least_degree_first}) {
        const auto curve = mean_extinction_curve(graph, departure);
        if (!curve.robustness) continue;
        EXPECT_EQ(curve.left.front(), 1.0);
        EXPECT_EQ(curve.left.back(), 0.0);
        EXPECT_TRUE(std::is_sorted(curve.left.rbegin(), curve.left.rend()));
        EXPECT_GE(*curve.robustness, half_step - 1e-12);
        EXPECT_LE(*curve.robustness, 1.0 - half_step + 1e-12);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomRobustness, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
