#include "../../src/diagram/order/placement.hpp"

#include <gtest/gtest.h>

#include <random>

namespace remit {
namespace {

using Centers = std::vector<double>;

TEST(PlaceColumn, LeavesItemsWhereTheyWantToBe) {
    EXPECT_EQ(place_column(std::vector<ColumnItem>{{10, 1, 4}, {30, 1, 4}}, 2, 0, 40),
              (Centers{10, 30}));
}

TEST(PlaceColumn, PushesNeighborsApartByTheirWeights) {
    // Both want 20 and must be 6 apart: the one of weight 3 moves a third as far as the other.
    EXPECT_EQ(place_column(std::vector<ColumnItem>{{20, 3, 4}, {20, 1, 4}}, 2, 0, 40),
              (Centers{18.5, 24.5}));
}

TEST(PlaceColumn, KeepsTheLimits) {
    EXPECT_EQ(place_column(std::vector<ColumnItem>{{-50, 1, 4}, {90, 1, 4}}, 2, 0, 40),
              (Centers{2, 38}));
}

TEST(PlaceColumn, ShrinksTheGapWhenThereIsTooLittleRoom) {
    EXPECT_EQ(place_column(std::vector<ColumnItem>{{0, 1, 4}, {0, 1, 4}, {0, 1, 4}}, 5, 0, 14),
              (Centers{2, 7, 12}));
    EXPECT_EQ(place_column(std::vector<ColumnItem>{}, 5, 0, 14), Centers{});
    EXPECT_EQ(place_column(std::vector<ColumnItem>{{3, 1, 20}}, 5, 0, 14), Centers{10});
}

class RandomColumn : public testing::TestWithParam<unsigned> {};

/// Against exhaustive search over a grid: no allowed placement is better by more than rounding.
TEST_P(RandomColumn, IsOptimal) {
    std::mt19937 random(GetParam());
    const auto below = [&](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    std::vector<ColumnItem> items;
    for (int i = 0; i < 3; ++i) {
        items.push_back({static_cast<double>(below(30)), 1.0 + below(3), 2.0 * (1 + below(3))});
    }
    const auto cost = [&](const Centers& centers) {
        double sum = 0.0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto off = centers[i] - items[i].target;
            sum += items[i].weight * off * off;
        }
        return sum;
    };
    const auto apart = [&](const Centers& centers, std::size_t i) {
        return centers[i + 1] - centers[i] + 1e-9 >=
               (items[i].height + items[i + 1].height) / 2.0 + 1.0;
    };

    const auto found = place_column(items, 1.0, 0.0, 30.0);

    ASSERT_EQ(found.size(), 3U);
    EXPECT_TRUE(apart(found, 0) && apart(found, 1));
    EXPECT_GE(found[0] + 1e-9, items[0].height / 2.0);
    EXPECT_LE(found[2] - 1e-9, 30.0 - items[2].height / 2.0);
    double best = 1e9;
    for (double a = items[0].height / 2.0; a <= 30.0; a += 0.5) {
        for (double b = a; b <= 30.0; b += 0.5) {
            for (double c = b; c <= 30.0 - items[2].height / 2.0; c += 0.5) {
                const Centers candidate{a, b, c};
                if (apart(candidate, 0) && apart(candidate, 1)) {
                    best = std::min(best, cost(candidate));
                }
            }
        }
    }
    EXPECT_LE(cost(found), best + 1e-9);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomColumn, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
