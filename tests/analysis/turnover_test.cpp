#include <remit/analysis/turnover.hpp>

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace remit {
namespace {

using Links = std::vector<LabeledLink>;

// Departments 1 to 4, measures 11 to 15: the two webs of the example that R's package bipartite
// 2.24 was run on.
const Links web_a{{1, 11}, {1, 12}, {2, 11}, {2, 13}, {3, 13}, {3, 14}};
const Links web_b{{1, 11}, {2, 11}, {2, 12}, {4, 13}, {4, 15}};

TEST(Turnover, CountsWhatIsKeptGoneAndNew) {
    const auto result = turnover(web_a, web_b);

    EXPECT_EQ(result, (Turnover{5, 2, 2, 2, 4, 3, 2, 1}));
}

TEST(Turnover, IsAsBetalinkrHasIt) {
    const auto counts = turnover(web_a, web_b);
    const auto jaccard = turnover_parts(counts, Dissimilarity::jaccard, TurnoverPartition::poisot);
    const auto common =
        turnover_parts(counts, Dissimilarity::jaccard, TurnoverPartition::common_denominator);
    const auto sorensen =
        turnover_parts(counts, Dissimilarity::sorensen, TurnoverPartition::common_denominator);

    EXPECT_NEAR(*jaccard.nodes, 0.4444444444, 1e-10);
    EXPECT_NEAR(*jaccard.whole, 0.7777777778, 1e-10);
    EXPECT_NEAR(*jaccard.rewiring, 0.6, 1e-10);
    EXPECT_NEAR(*jaccard.turnover, 0.1777777778, 1e-10);
    EXPECT_NEAR(*common.rewiring, 0.3333333333, 1e-10);
    EXPECT_NEAR(*common.turnover, 0.4444444444, 1e-10);
    EXPECT_NEAR(*sorensen.nodes, 0.2857142857, 1e-10);
    EXPECT_NEAR(*sorensen.whole, 0.6363636364, 1e-10);
    EXPECT_NEAR(*sorensen.rewiring, 0.2727272727, 1e-10);
    EXPECT_NEAR(*sorensen.turnover, 0.3636363636, 1e-10);
}

TEST(Turnover, OfTheWorkedExample) {
    const auto parts = turnover_parts(turnover(Links{{1, 2}, {2, 3}}, Links{{2, 1}, {1, 4}}),
                                      Dissimilarity::jaccard, TurnoverPartition::poisot);

    EXPECT_EQ(parts, (TurnoverParts{0.5, 2.0 / 3.0, 0.0, 2.0 / 3.0}));
}

TEST(Turnover, OfAlikeNetworksIsZeroAndOfStrangersOne) {
    for (const auto partition :
         {TurnoverPartition::poisot, TurnoverPartition::common_denominator}) {
        for (const auto index : {Dissimilarity::jaccard, Dissimilarity::sorensen}) {
            EXPECT_EQ(turnover_parts(turnover(web_a, web_a), index, partition),
                      (TurnoverParts{0.0, 0.0, 0.0, 0.0}));
            const auto strangers =
                turnover_parts(turnover(Links{{1, 2}}, Links{{3, 4}}), index, partition);
            EXPECT_EQ(strangers.whole, 1.0);
            EXPECT_EQ(strangers.nodes, 1.0);
        }
    }
}

TEST(Turnover, IsUndefinedWithoutLinks) {
    const auto nothing =
        turnover_parts({}, Dissimilarity::jaccard, TurnoverPartition::common_denominator);
    const auto apart = turnover_parts(turnover(Links{{1, 2}}, Links{{3, 4}}),
                                      Dissimilarity::jaccard, TurnoverPartition::poisot);

    EXPECT_EQ(nothing, TurnoverParts{});
    EXPECT_EQ(apart.rewiring, std::nullopt);
    EXPECT_EQ(apart.turnover, std::nullopt);
}

class TurnoverProperty : public testing::TestWithParam<unsigned> {};

TEST_P(TurnoverProperty, PartsAddUpAndNothingDependsOnTheDirectionOfTime) {
    std::mt19937 random(GetParam());
    Links before;
    Links after;
    for (std::uint32_t a = 0; a < 6; ++a) {
        for (std::uint32_t b = a + 1; b < 6; ++b) {
            if (random() % 4 == 0) before.emplace_back(a, b);
            if (random() % 4 == 0) after.emplace_back(b, a);
        }
    }
    const auto counts = turnover(before, after);
    for (const auto partition :
         {TurnoverPartition::poisot, TurnoverPartition::common_denominator}) {
        for (const auto index : {Dissimilarity::jaccard, Dissimilarity::sorensen}) {
            const auto parts = turnover_parts(counts, index, partition);
            EXPECT_EQ(parts, turnover_parts(turnover(after, before), index, partition));
            if (!parts.rewiring) continue;
            EXPECT_NEAR(*parts.whole, *parts.rewiring + *parts.turnover, 1e-12);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, TurnoverProperty, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
