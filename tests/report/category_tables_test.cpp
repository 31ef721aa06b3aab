#include <remit/report/metric_tables.hpp>

#include "support/programmes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace remit {
namespace {

using Ids = std::vector<std::string>;
using Numbers = std::vector<std::int64_t>;

/// a and b share 1 and 2, b and c 2 and 4, a and c 2; a has 3 alone. Of l2 nothing is printed.
Dataset programme() {
    return test::programme(R"(
departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]
regions: [{id: r, name: R}]
notice: {id: n, title: N, issued: 2020-02-03}
categories:
  - {id: k, name: K, announced: 2}
  - {id: l, name: L, announced: 1}
  - {id: l2, name: L2, announced: 3}
measures:
  - {number: 1, category: k, title: T, departments: [a, b], scope: r}
  - {number: 2, category: k, title: T, departments: [a, b, c], scope: r}
  - {number: 3, title: T, departments: a, scope: r}
  - {number: 4, category: l, title: T, departments: [b, c], scope: r}
)");
}

Ids column_ids(const Table& table) {
    Ids ids;
    for (const auto& column : table.columns) ids.push_back(column.id);
    return ids;
}

double number(const Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) {
        return static_cast<double>(*whole);
    }
    const auto* value = std::get_if<double>(&cell.value);
    return value != nullptr ? *value : std::nan("");
}

/// \param first  the column of the first number
void expect_numbers(const std::vector<Cell>& row, std::size_t first,
                    const std::vector<double>& expected) {
    ASSERT_LE(first + expected.size(), row.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(number(row[first + i]), expected[i], 1e-12) << "column " << first + i;
    }
}

Table pairs_by(const PairView& view) {
    const auto dataset = programme();
    const auto graph = responsibility_graph(dataset);
    const auto pairs = coresponsibility(graph);
    return pair_table(pairs, similarity(graph, pairs), view, dataset, Language::en);
}

/// "ab" for a row of the departments a and b.
Ids pair_ids(const Table& table) {
    Ids ids;
    for (const auto& row : table.rows) {
        ids.push_back(std::get<std::string>(row[0].value) + std::get<std::string>(row[1].value));
    }
    return ids;
}

// k is 3, 3, 2; c is 2 for ab, 2 for bc, 1 for ac; M is 4; W is 5 and s is 3, 4, 3.
TEST(PairTable, HasEveryWeight) {
    const auto table = pairs_by({});

    EXPECT_EQ(column_ids(table), (Ids{"department_a", "department_b", "shared", "newman", "jaccard",
                                      "overlap", "cosine", "dice", "association_strength",
                                      "association_strength_links", "lift", "measure_numbers"}));
    ASSERT_EQ(pair_ids(table), (Ids{"ab", "bc", "ac"}));
    const auto root = std::sqrt(6.0);
    expect_numbers(table.rows[0], 2,
                   {2, 1.5, 0.5, 2.0 / 3, 2.0 / 3, 2.0 / 3, 2.0 / 9, 5.0 / 3, 8.0 / 9});
    expect_numbers(table.rows[1], 2,
                   {2, 1.5, 2.0 / 3, 1, 2 / root, 0.8, 1.0 / 3, 5.0 / 3, 4.0 / 3});
    expect_numbers(table.rows[2], 2,
                   {1, 0.5, 0.25, 0.5, 1 / root, 0.4, 1.0 / 6, 10.0 / 9, 2.0 / 3});
    EXPECT_EQ(table.rows[1].back().value, CellValue(Numbers{2, 4}));
}

TEST(PairTable, IsSortedByItsWeightAndLeavesOutWhatSharesLess) {
    const auto by_jaccard = pairs_by({.weight = "jaccard"});
    const auto twice = pairs_by({.weight = "shared", .min_shared = 2});

    EXPECT_EQ(column_ids(by_jaccard),
              (Ids{"department_a", "department_b", "shared", "jaccard", "measure_numbers"}));
    EXPECT_EQ(pair_ids(by_jaccard), (Ids{"bc", "ab", "ac"}));
    EXPECT_EQ(column_ids(twice),
              (Ids{"department_a", "department_b", "shared", "measure_numbers"}));
    EXPECT_EQ(pair_ids(twice), (Ids{"ab", "bc"}));
}

TEST(PairCategoryTable, SpreadsWhatIsShared) {
    const auto dataset = programme();
    const auto pairs = coresponsibility(responsibility_graph(dataset));

    const auto table = pair_category_table(pairs, {}, dataset, Language::en);

    EXPECT_EQ(column_ids(table), (Ids{"department_a", "department_b", "shared", "k", "l", "l2"}));
    ASSERT_EQ(pair_ids(table), (Ids{"ab", "bc", "ac"}));
    expect_numbers(table.rows[0], 2, {2, 2, 0});
    expect_numbers(table.rows[1], 2, {2, 1, 1});
    expect_numbers(table.rows[2], 2, {1, 1, 0});
    EXPECT_EQ(table.rows[0][5].value, CellValue(std::monostate{}));
}

// b: 2 in k and 1 in l, so 1 - 4/9 - 1/9; c: one in each, so 1 - 1/4 - 1/4.
TEST(CategoryTable, SpreadsTheLoadOfEachDepartment) {
    const auto dataset = programme();

    const auto table =
        category_table(load_by_category(dataset), Credit::full, dataset, Language::en);

    EXPECT_EQ(column_ids(table),
              (Ids{"department", "name", "k", "l", "l2", "no_category", "participation"}));
    ASSERT_EQ(table.rows.size(), 3U);
    expect_numbers(table.rows[0], 2, {2, 0});
    expect_numbers(table.rows[1], 2, {2, 1});
    expect_numbers(table.rows[2], 2, {1, 1});
    EXPECT_EQ(table.rows[0][4].value, CellValue(std::monostate{}));
    expect_numbers(table.rows[0], 5, {1, 0});
    expect_numbers(table.rows[1], 5, {0, 4.0 / 9});
    expect_numbers(table.rows[2], 5, {0, 0.5});
}

// b: 1/2 + 1/3 in k and 1/2 in l, 5/8 and 3/8 of its load; c: 1/3 and 1/2, 2/5 and 3/5 of it.
TEST(CategoryTable, SpreadsByTheAskedCount) {
    const auto dataset = programme();

    const auto table =
        category_table(load_by_category(dataset, Credit::fractional), Credit::fractional, dataset,
                       Language::en, DepartmentOrder::registry);

    expect_numbers(table.rows[0], 2, {5.0 / 6, 0});
    expect_numbers(table.rows[1], 2, {5.0 / 6, 0.5});
    expect_numbers(table.rows[2], 2, {1.0 / 3, 0.5});
    expect_numbers(table.rows[1], 6, {1 - 25.0 / 64 - 9.0 / 64});
    expect_numbers(table.rows[2], 6, {1 - 0.16 - 0.36});
}

}  // namespace
}  // namespace remit
