#include "support/programmes.hpp"

#include <remit/analysis/direction.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

Directions of(const std::string& measures) {
    return directions(
        test::programme("departments: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]\n"
                        "regions: [{id: land, kind: nation, name: Land}]\n"
                        "notice: {id: n, title: N, issued: 2026-01-15, scope: land}\n"
                        "measures:\n" +
                        measures));
}

TEST(Directions, AreThoseOfTheWorkedExample) {
    const auto all =
        of("  - {number: 1, title: A, lead: x, with: y}\n"
           "  - {number: 2, title: B, lead: y, with: [x, z]}\n");
    const std::vector<Direction> ties{
        {{0}, {1}, {{0}}, 1}, {{1}, {0}, {{1}}, 1}, {{1}, {2}, {{1}}, 0}};

    EXPECT_EQ(all.ties, ties);
    EXPECT_EQ(all.led, 2U);
    EXPECT_DOUBLE_EQ(all.reciprocity.value(), 2.0 / 3.0);
}

TEST(Directions, AreNoneAmongCoLeadsAndOfPlainLists) {
    const auto all =
        of("  - {number: 1, title: A, lead: [x, y], with: z}\n"
           "  - {number: 2, title: B, departments: [x, y, z]}\n");
    const std::vector<Direction> ties{{{0}, {2}, {{0}}, 0}, {{1}, {2}, {{0}}, 0}};

    EXPECT_EQ(all.ties, ties);
    EXPECT_EQ(all.led, 1U);
    EXPECT_DOUBLE_EQ(all.reciprocity.value(), 0.0);
}

TEST(Directions, AreNoneWhereNobodyLeads) {
    const auto all = of("  - {number: 1, title: A, departments: [x, y]}\n");

    EXPECT_EQ(all, Directions{});
}

}  // namespace
}  // namespace remit
