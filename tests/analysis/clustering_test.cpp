#include "support/programmes.hpp"

#include <remit/analysis/clustering.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

namespace remit {
namespace {

/// Each word is a measure, each of its letters a department.
ResponsibilityGraph from_letters(std::size_t departments,
                                 const std::vector<std::string_view>& measures) {
    std::vector<Link> links;
    for (std::uint32_t m = 0; m < measures.size(); ++m) {
        for (const auto letter : measures[m]) {
            links.push_back({{m}, {static_cast<std::uint32_t>(letter - 'A')}});
        }
    }
    return {measures.size(), departments, links};
}

ResponsibilityGraph complete(std::uint32_t measures, std::uint32_t departments) {
    std::vector<Link> links;
    for (std::uint32_t m = 0; m < measures; ++m) {
        for (std::uint32_t d = 0; d < departments; ++d) links.push_back({{m}, {d}});
    }
    return {measures, departments, links};
}

/// The measures of every department.
std::vector<std::set<MeasureIndex>> measure_sets(const ResponsibilityGraph& graph) {
    std::vector<std::set<MeasureIndex>> sets;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        const auto measures = graph.measures(d);
        sets.emplace_back(measures.begin(), measures.end());
    }
    return sets;
}

/// The departments of every measure.
std::vector<std::set<DepartmentIndex>> department_sets(const ResponsibilityGraph& graph) {
    std::vector<std::set<DepartmentIndex>> sets;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto departments = graph.departments(m);
        sets.emplace_back(departments.begin(), departments.end());
    }
    return sets;
}

template <class Index>
std::set<Index> both(const std::set<Index>& a, const std::set<Index>& b) {
    std::set<Index> result;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                          std::inserter(result, result.end()));
    return result;
}

void expect_near(const std::vector<std::optional<Overlap>>& actual,
                 const std::vector<std::optional<Overlap>>& expected, double tolerance) {
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        ASSERT_EQ(actual[i].has_value(), expected[i].has_value()) << i;
        if (!actual[i]) continue;
        EXPECT_NEAR(actual[i]->dot, expected[i]->dot, tolerance) << i;
        EXPECT_NEAR(actual[i]->min, expected[i]->min, tolerance) << i;
        EXPECT_NEAR(actual[i]->max, expected[i]->max, tolerance) << i;
    }
}

TEST(Butterflies, AreTwoDepartmentsThatShareTwoMeasures) {
    const auto graph = from_letters(2, {"AB", "AB", "A"});

    EXPECT_EQ(butterflies(graph), (Butterflies{1, {1, 1}, {1, 1, 0}}));
}

TEST(Butterflies, OfACompleteGraphAreChoicesOfTwoAndTwo) {
    for (std::uint32_t n = 0; n < 8; ++n) {
        const std::uint64_t pairs = n < 2 ? 0 : n * (n - 1) / 2;
        const auto each = n == 0 ? 0 : 2 * pairs * pairs / n;

        EXPECT_EQ(butterflies(complete(n, n)),
                  (Butterflies{pairs * pairs, std::vector(n, each), std::vector(n, each)}));
    }
}

TEST(Butterflies, AreCountedBeyond32Bits) {
    const auto wide = butterflies(complete(100'000, 2));
    const auto high = butterflies(complete(2, 100'000));

    EXPECT_EQ(wide.total, 4'999'950'000U);
    EXPECT_EQ(wide.departments, (std::vector<std::uint64_t>(2, 4'999'950'000U)));
    EXPECT_EQ(wide.measures, (std::vector<std::uint64_t>(100'000, 99'999)));
    EXPECT_EQ(high.total, wide.total);
    EXPECT_EQ(high.measures, wide.departments);
    EXPECT_EQ(high.departments, wide.measures);
}

// NetworkX 2.8.8.
TEST(Butterflies, OfTheSouthernWomenAndTheThirdBatch) {
    EXPECT_EQ(butterflies(test::southern_women()).total, 341U);
    EXPECT_EQ(butterflies(test::third_batch()).total, 33U);
}

TEST(Reinforcement, IsOneForASquareAndLessWithALooseEnd) {
    EXPECT_EQ(reinforcement(from_letters(2, {"AB", "AB"})), (Reinforcement{1, 4, 1.0}));
    EXPECT_EQ(reinforcement(from_letters(2, {"AB", "AB", "A"})), (Reinforcement{1, 6, 4.0 / 6.0}));
}

TEST(Reinforcement, IsNothingWithoutAPathOfThree) {
    EXPECT_EQ(reinforcement({0, 0, {}}), Reinforcement{});
    EXPECT_EQ(reinforcement(from_letters(3, {"AB", "C", ""})), Reinforcement{});
}

// NetworkX 2.8.8 robins_alexander_clustering and tnet 3.0.16 reinforcement_tm give 0.467764060357.
TEST(Reinforcement, OfTheSouthernWomenAndTheThirdBatch) {
    EXPECT_EQ(reinforcement(test::southern_women()), (Reinforcement{341, 2916, 1364.0 / 2916.0}));
    EXPECT_EQ(reinforcement(test::third_batch()), (Reinforcement{33, 383, 132.0 / 383.0}));
    EXPECT_NEAR(*reinforcement(test::southern_women()).coefficient, 0.467764060357, 5e-13);
    EXPECT_NEAR(*reinforcement(test::third_batch()).coefficient, 0.344647519582, 5e-13);
}

// The three pairs of neighborhoods in figure 5 of Latapy, Magnien & Del Vecchio (2008).
TEST(OverlapClustering, ComparesNeighborhoods) {
    const auto of_first = [](const std::vector<std::string_view>& measures) {
        return overlap_clustering(from_letters(2, measures)).departments;
    };
    const Overlap few{2.0 / 6.0, 2.0 / 3.0, 2.0 / 5.0};
    const Overlap even{2.0 / 4.0, 2.0 / 3.0, 2.0 / 3.0};
    const Overlap many{2.0 / 8.0, 2.0 / 5.0, 2.0 / 5.0};

    using Overlaps = std::vector<std::optional<Overlap>>;
    EXPECT_EQ(of_first({"A", "A", "A", "AB", "AB", "B"}), (Overlaps{few, few}));
    EXPECT_EQ(of_first({"A", "AB", "AB", "B"}), (Overlaps{even, even}));
    EXPECT_EQ(of_first({"A", "A", "A", "AB", "AB", "B", "B", "B"}), (Overlaps{many, many}));
}

TEST(OverlapClustering, IsNothingForWhoSharesNothing) {
    const auto alone = overlap_clustering(from_letters(3, {"A", "B", ""}));
    EXPECT_EQ(alone.departments, (std::vector<std::optional<Overlap>>(3)));
    EXPECT_EQ(alone.measures, (std::vector<std::optional<Overlap>>(3)));
    EXPECT_EQ(alone.department_mean, std::nullopt);
    EXPECT_EQ(alone.measure_mean, std::nullopt);

    const auto empty = overlap_clustering({0, 0, {}});
    EXPECT_TRUE(empty.departments.empty());
    EXPECT_EQ(empty.measure_mean, std::nullopt);
}

TEST(OverlapClustering, HasMeansOverThoseThatHaveAValue) {
    const auto result = overlap_clustering(from_letters(3, {"AB", "A", "C"}));

    EXPECT_EQ(result.department_mean, (Overlap{0.5, 1.0, 0.5}));
    EXPECT_EQ(result.measure_mean, (Overlap{0.5, 1.0, 0.5}));
}

// NetworkX 2.8.8 bipartite.clustering, modes dot, min and max.
TEST(OverlapClustering, OfTheSouthernWomenAgreesWithNetworkX) {
    const auto result = overlap_clustering(test::southern_women());

    const std::vector<Overlap> women{{0.317943331179, 0.641666666667, 0.367647058824},
                                     {0.351817256817, 0.608412698413, 0.411904761905},
                                     {0.371818867407, 0.728011204482, 0.419117647059},
                                     {0.364912494912, 0.625079365079, 0.421428571429},
                                     {0.294411648957, 0.545454545455, 0.372077922078},
                                     {0.314817219817, 0.561111111111, 0.385158730159},
                                     {0.360317460317, 0.627777777778, 0.441349206349},
                                     {0.332341269841, 0.6875, 0.388988095238},
                                     {0.364355742297, 0.656862745098, 0.449649859944},
                                     {0.34883286648, 0.627450980392, 0.426050420168},
                                     {0.324404761905, 0.588541666667, 0.390550595238},
                                     {0.297495039683, 0.553125, 0.350074404762},
                                     {0.322751921281, 0.609383753501, 0.375},
                                     {0.260576678224, 0.579621848739, 0.316176470588},
                                     {0.261698921993, 0.496078431373, 0.336344537815},
                                     {0.305009920635, 0.75, 0.337276785714},
                                     {0.257506613757, 0.583333333333, 0.299404761905},
                                     {0.257506613757, 0.583333333333, 0.299404761905}};
    const std::vector<Overlap> events{{0.327191558442, 0.791666666667, 0.364285714286},
                                      {0.337493756244, 0.833333333333, 0.374702380952},
                                      {0.470486111111, 0.833333333333, 0.49568452381},
                                      {0.364448051948, 0.760416666667, 0.402827380952},
                                      {0.467892156863, 0.84375, 0.5125},
                                      {0.291641264718, 0.585897435897, 0.342948717949},
                                      {0.289389720385, 0.655769230769, 0.345238095238},
                                      {0.296164619694, 0.776923076923, 0.324175824176},
                                      {0.243554522401, 0.641666666667, 0.28663003663},
                                      {0.403342490842, 0.7375, 0.434672619048},
                                      {0.177027017101, 0.427083333333, 0.234970238095},
                                      {0.401442307692, 0.75, 0.43318452381},
                                      {0.366477272727, 0.75, 0.383482142857},
                                      {0.366477272727, 0.75, 0.383482142857}};
    expect_near(result.departments, {women.begin(), women.end()}, 1e-12);
    expect_near(result.measures, {events.begin(), events.end()}, 1e-12);
    expect_near({result.department_mean, result.measure_mean},
                {Overlap{0.317139923848, 0.614041358968, 0.377089143949},
                 Overlap{0.343073437350, 0.724095695971, 0.379913167190}},
                1e-12);
}

// NetworkX 2.8.8 has 0 for measure 12, which shares its department with none.
TEST(OverlapClustering, OfTheThirdBatchAgreesWithNetworkX) {
    expect_near(
        overlap_clustering(test::third_batch()).measures,
        {Overlap{0.433333333333, 0.621212121212, 0.522727272727},
         Overlap{0.373611111111, 0.597222222222, 0.463888888889},
         Overlap{0.428472222222, 0.715277777778, 0.475},
         Overlap{0.399206349206, 0.592592592593, 0.512962962963},
         Overlap{0.308441558442, 0.5, 0.427272727273},
         Overlap{0.433333333333, 0.621212121212, 0.522727272727},
         Overlap{0.383333333333, 0.65, 0.466666666667},
         Overlap{0.411666666667, 0.65, 0.478333333333},
         Overlap{0.325757575758, 0.590909090909, 0.412121212121},
         Overlap{0.311904761905, 0.527777777778, 0.398611111111},
         Overlap{0.261607142857, 0.4375, 0.379166666667}, std::nullopt,
         Overlap{0.411666666667, 0.65, 0.478333333333},
         Overlap{0.291666666667, 0.5, 0.416666666667}, Overlap{0.291666666667, 0.5, 0.416666666667},
         Overlap{0.169973544974, 0.416666666667, 0.222222222222}},
        1e-12);
}

TEST(TwoModeClustering, IsClosedByAThirdMeasure) {
    EXPECT_EQ(two_mode_clustering(from_letters(3, {"AB", "BC", "AC"})),
              (TwoModeClustering{{3, 3, 1.0}, {{1, 1, 1.0}, {1, 1, 1.0}, {1, 1, 1.0}}}));
    EXPECT_EQ(two_mode_clustering(from_letters(3, {"AB", "BC"})),
              (TwoModeClustering{{0, 1, 0.0}, {{}, {0, 1, 0.0}, {}}}));
}

TEST(TwoModeClustering, TakesNoTriangleFromOneMeasureOfMany) {
    EXPECT_EQ(two_mode_clustering(from_letters(4, {"ABCD"})).global, Closure{});
    EXPECT_EQ(two_mode_clustering({0, 0, {}}), TwoModeClustering{});
    EXPECT_EQ(two_mode_clustering({2, 0, {}}).global.coefficient, std::nullopt);
}

// The example of tnet 3.0.16's clustering_tm and clustering_local_tm.
TEST(TwoModeClustering, OfTheExampleOfTnet) {
    const auto graph = from_letters(6, {"AB", "AC", "BCE", "BD", "EF"});

    EXPECT_EQ(two_mode_clustering(graph),
              (TwoModeClustering{{3, 10, 0.3},
                                 {{1, 1, 1.0}, {1, 5, 0.2}, {1, 2, 0.5}, {}, {0, 2, 0.0}, {}}}));
}

// Opsahl's example of projection (2009), which is another; tnet 3.0.16.
TEST(TwoModeClustering, OfTheExampleOfProjectionIsZero) {
    const auto graph = from_letters(6, {"ABC", "AB", "BD", "BE", "BE", "EF"});

    EXPECT_EQ(two_mode_clustering(graph).global.coefficient, 0.0);
}

// tnet 3.0.16 clustering_tm and clustering_local_tm.
TEST(TwoModeClustering, OfTheSouthernWomenAgreesWithTnet) {
    const auto result = two_mode_clustering(test::southern_women());

    const std::vector<double> expected{
        0.766666666667, 0.842175066313, 0.752343750000, 0.838790931990, 1.000000000000,
        0.869047619048, 0.795918367347, 0.646258503401, 0.670250896057, 0.674089068826,
        0.713881019830, 0.769556025370, 0.746192893401, 0.837950138504, 0.815920398010,
        0.540740740741, 0.580645161290, 0.580645161290};
    EXPECT_NEAR(*result.global.coefficient, 0.771896799911, 5e-13);
    ASSERT_EQ(result.departments.size(), expected.size());
    for (std::size_t d = 0; d < expected.size(); ++d) {
        EXPECT_NEAR(*result.departments[d].coefficient, expected[d], 1e-12) << d;
    }
}

class RandomClustering : public testing::TestWithParam<unsigned> {};

TEST_P(RandomClustering, FindsTheButterfliesOfAnEnumeration) {
    const auto graph = test::random_graph(GetParam());
    const auto of = measure_sets(graph);
    Butterflies naive{0, std::vector<std::uint64_t>(graph.department_count()),
                      std::vector<std::uint64_t>(graph.measure_count())};
    for (std::size_t a = 0; a < of.size(); ++a) {
        for (std::size_t b = a + 1; b < of.size(); ++b) {
            for (const auto p : both(of[a], of[b])) {
                for (const auto q : both(of[a], of[b])) {
                    if (q <= p) continue;
                    ++naive.total;
                    ++naive.departments[a];
                    ++naive.departments[b];
                    ++naive.measures[p.value];
                    ++naive.measures[q.value];
                }
            }
        }
    }

    EXPECT_EQ(butterflies(graph), naive);
}

template <class Index>
std::vector<std::optional<Overlap>> naive_overlaps(const std::vector<std::set<Index>>& sets) {
    std::vector<std::optional<Overlap>> means;
    for (std::size_t a = 0; a < sets.size(); ++a) {
        Overlap sum;
        double terms = 0.0;
        for (std::size_t b = 0; b < sets.size(); ++b) {
            const auto shared = static_cast<double>(both(sets[a], sets[b]).size());
            if (a == b || shared == 0.0) continue;
            auto either = sets[a];
            either.insert(sets[b].begin(), sets[b].end());
            const auto sizes = std::minmax({sets[a].size(), sets[b].size()});
            sum.dot += shared / static_cast<double>(either.size());
            sum.min += shared / static_cast<double>(sizes.first);
            sum.max += shared / static_cast<double>(sizes.second);
            ++terms;
        }
        means.push_back(terms == 0.0 ? std::optional<Overlap>{}
                                     : Overlap{sum.dot / terms, sum.min / terms, sum.max / terms});
    }
    return means;
}

TEST_P(RandomClustering, FindsTheOverlapsOfSets) {
    const auto graph = test::random_graph(GetParam());

    const auto result = overlap_clustering(graph);

    expect_near(result.departments, naive_overlaps(measure_sets(graph)), 1e-14);
    expect_near(result.measures, naive_overlaps(department_sets(graph)), 1e-14);
}

/// The path i, p, v, q, k.
bool is_path(const std::vector<std::set<MeasureIndex>>& of, std::size_t i, MeasureIndex p,
             std::size_t v, MeasureIndex q, std::size_t k) {
    return i < k && v != i && v != k && p != q && of[i].contains(p) && of[v].contains(p) &&
           of[v].contains(q) && of[k].contains(q);
}

TEST_P(RandomClustering, FindsThePathsOfAnEnumeration) {
    const auto graph = test::random_graph(GetParam());
    const auto of = measure_sets(graph);
    const auto n = of.size();
    std::vector<Closure> naive(n);
    for (std::size_t code = 0; code < n * n * n; ++code) {
        const auto i = code / n / n;
        const auto v = code / n % n;
        const auto k = code % n;
        for (const auto p : of[i]) {
            for (const auto q : of[k]) {
                if (!is_path(of, i, p, v, q, k)) continue;
                auto others = both(of[i], of[k]);
                others.erase(p);
                others.erase(q);
                ++naive[v].four_paths;
                if (!others.empty()) ++naive[v].closed;
            }
        }
    }

    const auto result = two_mode_clustering(graph);

    ASSERT_EQ(result.departments.size(), n);
    for (std::size_t d = 0; d < n; ++d) {
        EXPECT_EQ(result.departments[d].closed, naive[d].closed) << d;
        EXPECT_EQ(result.departments[d].four_paths, naive[d].four_paths) << d;
    }
}

TEST_P(RandomClustering, StaysWithinItsBounds) {
    const auto graph = test::random_graph(GetParam());

    EXPECT_LE(reinforcement(graph).coefficient.value_or(0.0), 1.0);
    for (const auto& overlap : overlap_clustering(graph).departments) {
        if (!overlap) continue;
        EXPECT_GT(overlap->dot, 0.0);
        EXPECT_LE(overlap->dot, overlap->max + 1e-15);
        EXPECT_LE(overlap->max, overlap->min + 1e-15);
        EXPECT_LE(overlap->min, 1.0 + 1e-15);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomClustering, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
