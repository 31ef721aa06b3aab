#include "support/programmes.hpp"

#include <remit/analysis/grouped_load.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace remit {
namespace {

using test::programme;
using test::small_registry;

/// 1 alpha 0.1; 2 alpha, beta 0.5; 3 lead beta with alpha, gamma 1; 4 gamma without a budget.
Dataset budgets() {
    return programme(
        std::string(small_registry) +
        "notice: {id: n, title: N, issued: 2020-01-02, scope: land}\n"
        "fields: [{id: budget, name: B, type: number}]\n"
        "measures:\n"
        "  - {number: 1, title: T, departments: alpha, fields: {budget: 0.1}}\n"
        "  - {number: 2, title: T, departments: [alpha, beta], fields: {budget: 0.5}}\n"
        "  - {number: 3, title: T, lead: beta, with: [alpha, gamma], fields: {budget: 1}}\n"
        "  - {number: 4, title: T, departments: gamma}\n");
}

std::vector<double> sums(const AmountSums& all) {
    std::vector<double> result;
    for (const auto& each : all.departments) result.push_back(each.sum);
    return result;
}

TEST(SumByDepartment, SplitsAnAmountByTheCountingRule) {
    const auto dataset = budgets();

    const auto fractional = sum_by_department(dataset, {0}, Credit::fractional);
    // alpha 1/10 + 1/4 + 1/3, beta 1/4 + 1/3, gamma 1/3
    EXPECT_EQ(sums(fractional), (std::vector{41.0 / 60.0, 7.0 / 12.0, 1.0 / 3.0}));
    EXPECT_EQ(fractional.total, 1.6);
    EXPECT_EQ(fractional.given, 1.6);
    EXPECT_EQ(fractional.measures, 3U);
    EXPECT_EQ(fractional.without, 1U);
    EXPECT_EQ(fractional.departments[2].measures, 1U);
    EXPECT_EQ(fractional.departments[2].without, 1U);

    const auto full = sum_by_department(dataset, {0}, Credit::full);
    EXPECT_EQ(sums(full), (std::vector{1.6, 1.5, 1.0}));
    EXPECT_EQ(full.given, 4.1);

    const auto lead = sum_by_department(dataset, {0}, Credit::lead);
    EXPECT_EQ(sums(lead), (std::vector{0.0, 1.0, 0.0}));
    EXPECT_EQ(lead.given, 1.0);

    const auto first = sum_by_department(dataset, {0}, Credit::first_named);
    EXPECT_EQ(sums(first), (std::vector{0.6, 1.0, 0.0}));

    const auto harmonic = sum_by_department(dataset, {0}, Credit::harmonic);
    // 0.1 + 0.5 * 2/3 + 3/11; 0.5 * 1/3 + 6/11; 2/11
    EXPECT_NEAR(harmonic.departments[0].sum, 0.1 + 1.0 / 3.0 + 3.0 / 11.0, 1e-15);
    EXPECT_NEAR(harmonic.given, 1.6, 1e-15);
}

TEST(SumByDepartment, IsExactInDecimals) {
    std::string text = std::string(small_registry) +
                       "notice: {id: n, title: N, issued: 2020-01-02, scope: land}\n"
                       "fields: [{id: budget, name: B, type: number}]\nmeasures:\n";
    for (int i = 1; i <= 10; ++i) {
        text += "  - {number: " + std::to_string(i) +
                ", title: T, departments: [alpha, beta, gamma], fields: {budget: 0.1}}\n";
    }
    text +=
        "  - {number: 11, title: T, departments: alpha, fields: {budget: 123456789012345}}\n"
        "  - {number: 12, title: T, departments: alpha, fields: {budget: -123456789012345}}\n"
        "  - {number: 13, title: T, departments: alpha, fields: {budget: 0.000001}}\n"
        "  - {number: 14, title: T, departments: beta, fields: {budget: 1e-7}}\n";
    const auto all = sum_by_department(programme(text), {0}, Credit::full);

    EXPECT_EQ(all.departments[0].sum, 1.000001);
    EXPECT_EQ(all.departments[1].sum, 1.0000001);
    EXPECT_EQ(all.departments[2].sum, 1.0);
    EXPECT_EQ(all.total, 1.0000011);
}

TEST(LoadByGroup, SpreadsALoadOverTheGroups) {
    const auto dataset = budgets();
    const auto second_half = [](MeasureIndex measure, std::size_t) -> std::optional<std::size_t> {
        if (measure.value == 0) return std::nullopt;
        return measure.value == 1 ? 0U : 1U;
    };

    EXPECT_EQ(load_by_group(dataset, 2, second_half, Credit::full),
              (std::vector<GroupedLoad>{{{0}, {1.0, 1.0}, 1.0, 3.0},
                                        {{1}, {1.0, 1.0}, 0.0, 2.0},
                                        {{2}, {0.0, 2.0}, 0.0, 2.0}}));
    EXPECT_EQ(load_by_group(dataset, 2, second_half, Credit::lead)[1],
              (GroupedLoad{{1}, {0.0, 1.0}, 0.0, 1.0}));
}

}  // namespace
}  // namespace remit
