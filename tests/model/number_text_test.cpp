#include <remit/model/number_text.hpp>

#include <gtest/gtest.h>

#include <limits>

namespace remit {
namespace {

TEST(NumberText, RoundsHalvesAwayFromZero) {
    EXPECT_EQ(fixed(5.0 / 16.0, 3), "0.313");
    EXPECT_EQ(fixed(-5.0 / 16.0, 3), "-0.313");
    EXPECT_EQ(fixed(2.5, 0), "3");
    EXPECT_EQ(percent(9.0 / 16.0), "56.3%");
}

TEST(NumberText, NeverSaysMinusZero) {
    EXPECT_EQ(fixed(-0.001, 2), "0.00");
    EXPECT_EQ(at_most(-0.0, 2), "0");
}

TEST(NumberText, LeavesOutZerosAtTheEnd) {
    EXPECT_EQ(at_most(100.0, 2), "100");
    EXPECT_EQ(at_most(2.5, 2), "2.5");
    EXPECT_EQ(at_most(100.0, 0), "100");
    EXPECT_EQ(significant(0.0025522, 3), "0.00255");
}

TEST(NumberText, WritesTheLargestNumber) {
    EXPECT_EQ(fixed(std::numeric_limits<double>::max(), 2).size(), 312U);
    EXPECT_EQ(exact(0.1), "0.1");
}

TEST(NumberText, SaysWholeSumsOfFractionsAsWholeNumbers) {
    EXPECT_EQ(amount(15.999999999999998), "16");
    EXPECT_EQ(amount(43.0 / 12.0), "3.58");
}

TEST(NumberText, WholePercentsNeverClaimNoneOrAll) {
    EXPECT_EQ(whole_percent(0.375), "38%");
    EXPECT_EQ(whole_percent(0.004), "0.4%");
    EXPECT_EQ(whole_percent(0.996), "99.6%");
    EXPECT_EQ(whole_percent(0.0), "0%");
    EXPECT_EQ(whole_percent(1.0), "100%");
}

}  // namespace
}  // namespace remit
