#include <remit/analysis/credit.hpp>

#include <gtest/gtest.h>

#include <vector>

namespace remit {
namespace {

struct Expected {
    std::size_t n;
    std::size_t position;
    double fractional;
    double harmonic;
    double arithmetic;
    double geometric;
};

/// Exact fractions, computed with python's fractions.
TEST(Credit, OfUpToSevenDepartments) {
    const std::vector<Expected> expected{
        {1, 1, 1.0, 1.0, 1.0, 1.0},
        {2, 1, 1.0 / 2.0, 2.0 / 3.0, 2.0 / 3.0, 2.0 / 3.0},
        {2, 2, 1.0 / 2.0, 1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0},
        {3, 1, 1.0 / 3.0, 6.0 / 11.0, 1.0 / 2.0, 4.0 / 7.0},
        {3, 2, 1.0 / 3.0, 3.0 / 11.0, 1.0 / 3.0, 2.0 / 7.0},
        {3, 3, 1.0 / 3.0, 2.0 / 11.0, 1.0 / 6.0, 1.0 / 7.0},
        {4, 1, 1.0 / 4.0, 12.0 / 25.0, 2.0 / 5.0, 8.0 / 15.0},
        {4, 2, 1.0 / 4.0, 6.0 / 25.0, 3.0 / 10.0, 4.0 / 15.0},
        {4, 3, 1.0 / 4.0, 4.0 / 25.0, 1.0 / 5.0, 2.0 / 15.0},
        {4, 4, 1.0 / 4.0, 3.0 / 25.0, 1.0 / 10.0, 1.0 / 15.0},
        {5, 1, 1.0 / 5.0, 60.0 / 137.0, 1.0 / 3.0, 16.0 / 31.0},
        {5, 2, 1.0 / 5.0, 30.0 / 137.0, 4.0 / 15.0, 8.0 / 31.0},
        {5, 3, 1.0 / 5.0, 20.0 / 137.0, 1.0 / 5.0, 4.0 / 31.0},
        {5, 4, 1.0 / 5.0, 15.0 / 137.0, 2.0 / 15.0, 2.0 / 31.0},
        {5, 5, 1.0 / 5.0, 12.0 / 137.0, 1.0 / 15.0, 1.0 / 31.0},
        {6, 1, 1.0 / 6.0, 20.0 / 49.0, 2.0 / 7.0, 32.0 / 63.0},
        {6, 2, 1.0 / 6.0, 10.0 / 49.0, 5.0 / 21.0, 16.0 / 63.0},
        {6, 3, 1.0 / 6.0, 20.0 / 147.0, 4.0 / 21.0, 8.0 / 63.0},
        {6, 4, 1.0 / 6.0, 5.0 / 49.0, 1.0 / 7.0, 4.0 / 63.0},
        {6, 5, 1.0 / 6.0, 4.0 / 49.0, 2.0 / 21.0, 2.0 / 63.0},
        {6, 6, 1.0 / 6.0, 10.0 / 147.0, 1.0 / 21.0, 1.0 / 63.0},
        {7, 1, 1.0 / 7.0, 140.0 / 363.0, 1.0 / 4.0, 64.0 / 127.0},
        {7, 2, 1.0 / 7.0, 70.0 / 363.0, 3.0 / 14.0, 32.0 / 127.0},
        {7, 3, 1.0 / 7.0, 140.0 / 1089.0, 5.0 / 28.0, 16.0 / 127.0},
        {7, 4, 1.0 / 7.0, 35.0 / 363.0, 1.0 / 7.0, 8.0 / 127.0},
        {7, 5, 1.0 / 7.0, 28.0 / 363.0, 3.0 / 28.0, 4.0 / 127.0},
        {7, 6, 1.0 / 7.0, 70.0 / 1089.0, 1.0 / 14.0, 2.0 / 127.0},
        {7, 7, 1.0 / 7.0, 20.0 / 363.0, 1.0 / 28.0, 1.0 / 127.0},
    };
    for (const auto& each : expected) {
        const auto of = [&](Credit scheme) { return credit(scheme, each.position, each.n); };
        EXPECT_EQ(of(Credit::full), 1.0);
        EXPECT_EQ(of(Credit::first_named), each.position == 1 ? 1.0 : 0.0);
        EXPECT_DOUBLE_EQ(of(Credit::fractional), each.fractional);
        EXPECT_DOUBLE_EQ(of(Credit::harmonic), each.harmonic);
        EXPECT_DOUBLE_EQ(of(Credit::arithmetic), each.arithmetic);
        EXPECT_DOUBLE_EQ(of(Credit::geometric), each.geometric);
    }
}

TEST(Credit, OfManyDepartmentsStaysFinite) {
    EXPECT_DOUBLE_EQ(credit(Credit::geometric, 1, 100'000), 0.5);
    EXPECT_EQ(credit(Credit::geometric, 100'000, 100'000), 0.0);
    EXPECT_GT(credit(Credit::harmonic, 100'000, 100'000), 0.0);
}

}  // namespace
}  // namespace remit
