#include "support/programmes.hpp"

#include <remit/analysis/similarity.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace remit {
namespace {

struct Expected {
    const char* a;
    const char* b;
    std::size_t shared;
    double jaccard;
    double overlap;
    double cosine;
    double dice;
    double association_strength;
    double association_strength_links;
    double lift;
};

/// Computed with networkx 2.8.8 and python.
TEST(Similarity, OfThePairsOfTheThirdBatch) {
    const std::vector<Expected> expected{
        {"cbirc", "mof", 2, 0.2, 0.3333333333333333, 0.3333333333333333, 0.3333333333333333,
         0.05555555555555555, 1.0238095238095237, 0.8888888888888888},
        {"cbirc", "most", 4, 0.36363636363636365, 0.6666666666666666, 0.5443310539518174,
         0.5333333333333333, 0.07407407407407407, 1.9111111111111112, 1.1851851851851851},
        {"cbirc", "ndrc", 1, 0.09090909090909091, 0.16666666666666666, 0.16666666666666666,
         0.16666666666666666, 0.027777777777777776, 0.5972222222222222, 0.4444444444444444},
        {"cbirc", "pbc", 5, 0.7142857142857143, 0.8333333333333334, 0.8333333333333334,
         0.8333333333333334, 0.1388888888888889, 2.7564102564102564, 2.2222222222222223},
        {"cnipa", "moj", 1, 0.3333333333333333, 1.0, 0.5773502691896258, 0.5, 0.3333333333333333,
         21.5, 5.333333333333333},
        {"cnipa", "most", 1, 0.09090909090909091, 0.3333333333333333, 0.19245008972987526,
         0.16666666666666666, 0.037037037037037035, 1.4333333333333333, 0.5925925925925926},
        {"cnipa", "ndrc", 1, 0.125, 0.3333333333333333, 0.23570226039551587, 0.2222222222222222,
         0.05555555555555555, 1.7916666666666667, 0.8888888888888888},
        {"cnipa", "spc", 1, 0.3333333333333333, 1.0, 0.5773502691896258, 0.5, 0.3333333333333333,
         21.5, 5.333333333333333},
        {"miit", "moe", 1, 1.0, 1.0, 1.0, 1.0, 1.0, 5.375, 16.0},
        {"miit", "mof", 1, 0.16666666666666666, 1.0, 0.4082482904638631, 0.2857142857142857,
         0.16666666666666666, 1.5357142857142858, 2.6666666666666665},
        {"miit", "mohrss", 1, 1.0, 1.0, 1.0, 1.0, 1.0, 5.375, 16.0},
        {"miit", "ndrc", 1, 0.16666666666666666, 1.0, 0.4082482904638631, 0.2857142857142857,
         0.16666666666666666, 1.7916666666666667, 2.6666666666666665},
        {"moe", "mof", 1, 0.16666666666666666, 1.0, 0.4082482904638631, 0.2857142857142857,
         0.16666666666666666, 1.5357142857142858, 2.6666666666666665},
        {"moe", "mohrss", 1, 1.0, 1.0, 1.0, 1.0, 1.0, 5.375, 16.0},
        {"moe", "ndrc", 1, 0.16666666666666666, 1.0, 0.4082482904638631, 0.2857142857142857,
         0.16666666666666666, 1.7916666666666667, 2.6666666666666665},
        {"mof", "mohrss", 1, 0.16666666666666666, 1.0, 0.4082482904638631, 0.2857142857142857,
         0.16666666666666666, 1.5357142857142858, 2.6666666666666665},
        {"mof", "most", 3, 0.25, 0.5, 0.408248290463863, 0.4, 0.05555555555555555,
         1.2285714285714286, 0.8888888888888888},
        {"mof", "ndrc", 2, 0.2, 0.3333333333333333, 0.3333333333333333, 0.3333333333333333,
         0.05555555555555555, 1.0238095238095237, 0.8888888888888888},
        {"mof", "pbc", 3, 0.3333333333333333, 0.5, 0.5, 0.5, 0.08333333333333333,
         1.4175824175824177, 1.3333333333333333},
        {"mof", "sasac", 1, 0.16666666666666666, 1.0, 0.4082482904638631, 0.2857142857142857,
         0.16666666666666666, 3.0714285714285716, 2.6666666666666665},
        {"mohrss", "ndrc", 1, 0.16666666666666666, 1.0, 0.4082482904638631, 0.2857142857142857,
         0.16666666666666666, 1.7916666666666667, 2.6666666666666665},
        {"most", "ndrc", 4, 0.36363636363636365, 0.6666666666666666, 0.5443310539518174,
         0.5333333333333333, 0.07407407407407407, 1.9111111111111112, 1.1851851851851851},
        {"most", "pbc", 3, 0.25, 0.5, 0.408248290463863, 0.4, 0.05555555555555555,
         1.323076923076923, 0.8888888888888888},
        {"ndrc", "pbc", 1, 0.09090909090909091, 0.16666666666666666, 0.16666666666666666,
         0.16666666666666666, 0.027777777777777776, 0.5512820512820513, 0.4444444444444444},
        {"pbc", "sasac", 1, 0.16666666666666666, 1.0, 0.4082482904638631, 0.2857142857142857,
         0.16666666666666666, 3.3076923076923075, 2.6666666666666665},
    };
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto graph = responsibility_graph(dataset);
    const auto pairs = coresponsibility(graph);
    const auto result = similarity(graph, pairs);

    ASSERT_EQ(pairs.size(), expected.size());
    ASSERT_EQ(result.size(), expected.size());
    for (const auto& each : expected) {
        const auto one = test::department(dataset, each.a);
        const auto other = test::department(dataset, each.b);
        std::size_t at = 0;
        while (pairs[at].a != std::min(one, other) || pairs[at].b != std::max(one, other)) ++at;
        const auto name = std::string(each.a) + '-' + each.b;
        EXPECT_EQ(pairs[at].shared(), each.shared) << name;
        EXPECT_DOUBLE_EQ(result[at].jaccard, each.jaccard) << name;
        EXPECT_DOUBLE_EQ(result[at].overlap, each.overlap) << name;
        EXPECT_DOUBLE_EQ(result[at].cosine, each.cosine) << name;
        EXPECT_DOUBLE_EQ(result[at].dice, each.dice) << name;
        EXPECT_DOUBLE_EQ(result[at].association_strength, each.association_strength) << name;
        EXPECT_DOUBLE_EQ(result[at].association_strength_links, each.association_strength_links)
            << name;
        EXPECT_DOUBLE_EQ(result[at].lift, each.lift) << name;
    }
}

/// The two conventions of association strength have one name in the literature and other values.
TEST(Similarity, KeepsTheTwoAssociationStrengthsApart) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto graph = responsibility_graph(dataset);
    const auto result = similarity(graph, coresponsibility(graph));

    EXPECT_NEAR(result[0].association_strength, 0.138889, 5e-7);        // as bibliometrix
    EXPECT_NEAR(result[0].association_strength_links, 2.756410, 5e-7);  // as CWTS
}

TEST(Similarity, OfAPairByHand) {
    // x 0, 1, 2; y 0, 1; nobody in 3
    const ResponsibilityGraph graph(4, 2,
                                    {{{0}, {0}}, {{0}, {1}}, {{1}, {0}}, {{1}, {1}}, {{2}, {0}}});

    const auto result = similarity(graph, coresponsibility(graph));

    ASSERT_EQ(result.size(), 1U);
    EXPECT_DOUBLE_EQ(result[0].jaccard, 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(result[0].overlap, 1.0);
    EXPECT_DOUBLE_EQ(result[0].cosine, 2.0 / std::sqrt(6.0));
    EXPECT_DOUBLE_EQ(result[0].dice, 0.8);
    EXPECT_DOUBLE_EQ(result[0].association_strength, 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(result[0].association_strength_links, 2.0);
    EXPECT_DOUBLE_EQ(result[0].lift, 4.0 / 3.0);
}

}  // namespace
}  // namespace remit
