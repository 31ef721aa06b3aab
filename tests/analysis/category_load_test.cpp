#include "support/programmes.hpp"

#include <remit/analysis/category_load.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

/// Counted by hand from the list; participation computed with python.
TEST(CategoryLoad, OfTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto result = load_by_category(dataset);
    const auto of = [&](const char* id) { return result[test::department(dataset, id).value]; };

    EXPECT_EQ(of("cbirc").loads, (std::vector<double>{6, 0, 0, 0, 0}));
    EXPECT_EQ(of("most").loads, (std::vector<double>{5, 4, 0, 0, 0}));
    EXPECT_EQ(of("mof").loads, (std::vector<double>{3, 2, 0, 1, 0}));
    EXPECT_EQ(of("ndrc").loads, (std::vector<double>{2, 3, 0, 1, 0}));
    EXPECT_EQ(of("cnipa").loads, (std::vector<double>{0, 1, 2, 0, 0}));
    EXPECT_EQ(of("cbirc").participation, 0.0);
    EXPECT_DOUBLE_EQ(of("most").participation.value(), 0.49382716049382713);
    EXPECT_DOUBLE_EQ(of("mof").participation.value(), 0.6111111111111112);
    EXPECT_DOUBLE_EQ(of("ndrc").participation.value(), 0.6111111111111112);
    EXPECT_DOUBLE_EQ(of("pbc").participation.value(), 0.2777777777777777);
    EXPECT_DOUBLE_EQ(of("cnipa").participation.value(), 0.4444444444444444);
}

TEST(CategoryLoad, SplitsByScheme) {
    const auto dataset = test::programme(test::small_programme);
    const auto result = load_by_category(dataset, Credit::fractional);

    EXPECT_EQ(result[test::department(dataset, "alpha").value].loads, (std::vector<double>{0.5}));
    EXPECT_EQ(result[test::department(dataset, "beta").value].loads, (std::vector<double>{1.5}));
}

TEST(CategoryLoad, OfMeasuresWithoutACategory) {
    const auto dataset = test::programme(
        "departments: [{id: a, name: A}]\nregions: [{id: r, name: R}]\n"
        "notice: {id: n, title: T, issued: 2020-01-01}\n"
        "measures: [{number: 1, title: T, departments: a, scope: r}]\n");
    const auto result = load_by_category(dataset);

    ASSERT_EQ(result.size(), 1U);
    EXPECT_EQ(result[0], (CategoryLoad{{0}, {}, 1.0, std::nullopt}));
}

}  // namespace
}  // namespace remit
