#include "support/programmes.hpp"

#include <remit/analysis/centrality.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace remit {
namespace {

void expect_near(const std::vector<double>& expected, const std::vector<Centrality>& actual,
                 double Centrality::*member, double factor = 1.0) {
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(actual[i].*member * factor, expected[i], 1e-12) << i;
    }
}

struct Expected {
    const char* department;
    double degree;
    double betweenness;
    double eigenvector;
};

/// Computed with networkx 2.8.8 and scipy 1.10.1.
TEST(Centrality, OfTheThirdBatch) {
    const std::vector<Expected> expected{
        {"cbirc", 0.375, 0.05054017021230134, 0.44588719531978893},
        {"pbc", 0.375, 0.08506788445313038, 0.43692546246525743},
        {"most", 0.5625, 0.2994721504967406, 0.5855179258779001},
        {"mof", 0.375, 0.17629939884038248, 0.3812621980109668},
        {"ndrc", 0.375, 0.22741821020509548, 0.3318680167893558},
        {"cnipa", 0.1875, 0.25136612021857924, 0.059213166909881966},
        {"sasac", 0.0625, 0.0, 0.04647068691603055},
        {"gacc", 0.0625, 0.0, 0.0},
        {"spc", 0.0625, 0.0, 0.0033631362017537384},
        {"moj", 0.0625, 0.0, 0.0033631362017537384},
        {"moe", 0.0625, 0.0, 0.045694340740012836},
        {"miit", 0.0625, 0.0, 0.045694340740012836},
        {"mohrss", 0.0625, 0.0, 0.045694340740012836},
    };
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto result = centralities(responsibility_graph(dataset));

    ASSERT_EQ(result.departments.size(), expected.size());
    for (const auto& each : expected) {
        const auto& actual = result.departments[test::department(dataset, each.department).value];
        EXPECT_DOUBLE_EQ(actual.degree, each.degree) << each.department;
        EXPECT_NEAR(actual.betweenness, each.betweenness, 1e-12) << each.department;
        EXPECT_NEAR(actual.eigenvector, each.eigenvector, 1e-12) << each.department;
    }
    expect_near(
        {0.026572534882784195, 0.04288878250097087, 0.06459894368481625, 0.021134398073456247,
         0.043574607909787975, 0.026572534882784195, 0.008247692596723066, 0.007657401078453711,
         0.019009906683036877, 0.2985161268402266, 0.07662797344237789, 0.0, 0.007657401078453711,
         0.06925207756232687, 0.06925207756232687, 0.21566745811898172},
        result.measures, &Centrality::betweenness);
    EXPECT_NEAR(result.singular_value, 4.313529010142698, 1e-12);
    EXPECT_TRUE(result.eigenvector_converged);
}

/// networkx gives 1.4286 for the customs in their component of two: it takes the sizes of the whole
/// graph for every component.
TEST(Centrality, ClosenessStaysBelowOneWhereTheGraphIsDisconnected) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto result = centralities(responsibility_graph(dataset));

    const auto& customs = result.departments[test::department(dataset, "gacc").value];
    EXPECT_DOUBLE_EQ(customs.closeness, 1.0 / 28.0) << "as near as can be, to 1 of 28";
    EXPECT_DOUBLE_EQ(customs.harmonic_closeness, 1.0 / (16.0 + 12.0 / 2.0));
    for (const auto& each : result.departments) EXPECT_LE(each.closeness, 1.0);
    for (const auto& each : result.measures) EXPECT_LE(each.closeness, 1.0);
}

/// Computed with networkx 2.8.8; the values of Borgatti & Everett agree to two decimals.
TEST(Centrality, OfTheSouthernWomen) {
    const auto result = centralities(test::southern_women());

    expect_near(
        {0.09658472108029267, 0.05135761326872536, 0.08759468547944677, 0.0494865998160072,
         0.010596096282664414, 0.01071434286960598, 0.00944412334473028, 0.006800323334013807,
         0.016783108139791406, 0.015737665757646964, 0.016344348365012626, 0.047362754029819695,
         0.07170914508501829, 0.11346136204298476, 0.04238754006434827, 0.0019535268594996565,
         0.005054505236263333, 0.005054505236263333},
        result.departments, &Centrality::betweenness);
    expect_near({0.8, 0.7272727272727273, 0.8, 0.7272727272727273, 0.6, 0.6666666666666666,
                 0.6666666666666666, 0.6666666666666666, 0.7058823529411765, 0.7058823529411765,
                 0.6857142857142857, 0.7272727272727273, 0.7741935483870968, 0.8,
                 0.7272727272727273, 0.6486486486486487, 0.5853658536585366, 0.5853658536585366},
                result.departments, &Centrality::closeness);
    expect_near(
        {0.002154310782629367, 0.0020886968954039286, 0.01822439085252718, 0.0077020526738029406,
         0.03769444252500667, 0.06501635047516072, 0.12950174424519842, 0.24381946234957552,
         0.22551359177204106, 0.011442302600971925, 0.01966539088919154, 0.018094182051395145,
         0.002240655987795576, 0.002240655987795576},
        result.measures, &Centrality::betweenness);
    expect_near(
        {0.5238095238095238, 0.5238095238095238, 0.5641025641025641, 0.5365853658536586,
         0.5945945945945946, 0.6875, 0.7333333333333333, 0.8461538461538461, 0.7857142857142857,
         0.55, 0.5365853658536586, 0.5641025641025641, 0.5238095238095238, 0.5238095238095238},
        result.measures, &Centrality::closeness);
    expect_near({18.499999999999996, 17.33333333333333, 18.499999999999996, 17.33333333333333,
                 14.333333333333337, 15.33333333333334, 15.33333333333334, 14.916666666666673,
                 15.83333333333334, 15.83333333333334, 15.58333333333334, 16.91666666666667,
                 17.833333333333336, 18.500000000000004, 16.500000000000004, 14.250000000000007,
                 13.250000000000005, 13.250000000000005},
                result.departments, &Centrality::harmonic_closeness, 14.0 + 17.0 / 2.0);
    EXPECT_NEAR(result.singular_value, 6.741908124910, 1e-12);
}

TEST(Centrality, OfAPath) {
    // x - A - y
    const auto result = centralities(ResponsibilityGraph(1, 2, {{{0}, {0}}, {{0}, {1}}}));

    EXPECT_EQ(result.measures[0].betweenness, 1.0);
    EXPECT_EQ(result.measures[0].closeness, 1.0);
    EXPECT_EQ(result.departments[0].degree, 1.0);
    EXPECT_EQ(result.departments[0].closeness, 1.0);
    EXPECT_EQ(result.departments[0].harmonic_closeness, 1.0);
    EXPECT_NEAR(result.departments[0].eigenvector, std::sqrt(0.5), 1e-15);
    EXPECT_NEAR(result.singular_value, std::sqrt(2.0), 1e-15);
    // r = 0.05 + 0.85 R / 2 and R = 0.05 + 0.85 * 2 r
    EXPECT_NEAR(result.departments[0].pagerank, 0.07125 / 0.2775, 1e-12);
}

/// A{x, y} has the singular value sqrt(2), B{z} 1.
TEST(Centrality, EigenvectorIsThatOfTheLeadingComponent) {
    const auto result =
        centralities(ResponsibilityGraph(2, 3, {{{0}, {0}}, {{0}, {1}}, {{1}, {2}}}));

    EXPECT_EQ(result.leading_components, 1U);
    EXPECT_NEAR(result.departments[0].eigenvector, std::sqrt(0.5), 1e-15);
    EXPECT_EQ(result.departments[2].eigenvector, 0.0);
    EXPECT_EQ(result.measures[1].eigenvector, 0.0);
}

/// A{x, y}, B{z, w} and C{v}: the even start has as much of A's as of B's, and C's is smaller.
TEST(Centrality, SaysThatTheEigenvectorIsNotUnique) {
    const auto result = centralities(
        ResponsibilityGraph(3, 5, {{{0}, {0}}, {{0}, {1}}, {{1}, {2}}, {{1}, {3}}, {{2}, {4}}}));

    EXPECT_EQ(result.leading_components, 2U);
    EXPECT_TRUE(result.eigenvector_converged);
    for (const std::size_t d : {0U, 1U, 2U, 3U})
        EXPECT_NEAR(result.departments[d].eigenvector, 0.5, 1e-15);
    EXPECT_EQ(result.departments[4].eigenvector, 0.0);
    EXPECT_NEAR(result.measures[0].eigenvector, std::sqrt(0.5), 1e-15);
}

TEST(Centrality, OfNothingAndOfIsolatedVertices) {
    EXPECT_TRUE(centralities(ResponsibilityGraph(0, 0, {})).departments.empty());
    const auto lonely = centralities(ResponsibilityGraph(0, 1, {}));
    EXPECT_EQ(lonely.departments[0].degree, 0.0);
    EXPECT_EQ(lonely.departments[0].closeness, 0.0);
    EXPECT_EQ(lonely.departments[0].harmonic_closeness, 0.0);
    EXPECT_EQ(lonely.departments[0].eigenvector, 0.0);
    EXPECT_NEAR(lonely.departments[0].pagerank, 1.0, 1e-15);
    EXPECT_TRUE(lonely.eigenvector_converged);
}

TEST(Centrality, LeavesOutWhatIsNotWantedOrTooMuch) {
    const auto graph = test::southern_women();  // two of 14 events are alike; 18 women: 465 pairs
    const auto all = centralities(graph);
    const auto some = centralities(graph, {.measures = false, .pairs = 464});

    EXPECT_TRUE(all.has_betweenness);
    EXPECT_TRUE(centralities(graph, {.pairs = 465}).has_betweenness);
    EXPECT_FALSE(some.has_betweenness);
    EXPECT_TRUE(some.measures.empty());
    ASSERT_EQ(some.departments.size(), all.departments.size());
    for (std::size_t d = 0; d < all.departments.size(); ++d) {
        EXPECT_GT(all.departments[d].betweenness, 0.0);
        EXPECT_EQ(some.departments[d].betweenness, 0.0);
        EXPECT_EQ(some.departments[d].closeness, all.departments[d].closeness);
        EXPECT_EQ(some.departments[d].eigenvector, all.departments[d].eigenvector);
    }
}

TEST(Centrality, StaysInItsRanges) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const auto result = centralities(test::random_graph(seed));
        double ranks = 0.0;
        for (const auto* side : {&result.departments, &result.measures}) {
            for (const auto& each : *side) {
                ranks += each.pagerank;
                for (const auto value : {each.degree, each.betweenness, each.closeness,
                                         each.harmonic_closeness, each.eigenvector}) {
                    EXPECT_GE(value, 0.0) << seed;
                    EXPECT_LE(value, 1.0 + 1e-12) << seed;
                }
            }
        }
        EXPECT_NEAR(ranks, 1.0, 1e-12) << seed;
    }
}

}  // namespace
}  // namespace remit
