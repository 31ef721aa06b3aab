#include "support/programmes.hpp"

#include <remit/report/comparison_tables.hpp>

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace remit {
namespace {

/// Two batches: of a, b and c, with leads; and of a and c, without.
const std::array<Dataset, 2>& batches() {
    static const std::array<Dataset, 2> both{test::programme(R"(
departments: [{id: a, name: Alpha}, {id: b, name: Beta}, {id: c, name: Gamma}]
regions: [{id: x, kind: nation, name: Everywhere}]
notice: {id: p, title: P, issued: 2025-01-15}
measures:
  - {number: 1, title: T1, lead: [a, b], with: [c], scope: x}
  - {number: 2, title: T2, lead: [b], scope: x}
  - {number: 3, title: T3, departments: [c, a], scope: x}
)"),
                                             test::programme(R"(
departments: [{id: a, name: Alpha}, {id: b, name: Beta}, {id: c, name: Gamma}]
regions: [{id: x, kind: nation, name: Everywhere}]
notice: {id: q, title: Q, issued: 2026-01-15}
measures:
  - {number: 1, title: T4, departments: [a], scope: x}
  - {number: 2, title: T5, departments: [a, c], scope: x}
)")};
    return both;
}

template <class Make>
Table made(Make make) {
    const auto comparison = compare(batches());
    return make(ComparisonView{batches(), comparison, Compared::batches, Language::en});
}

/// The cells of a row, by the ids of their columns; whole numbers only where they are whole.
std::map<std::string, CellValue> row_of(const Table& table, const std::string& id) {
    std::map<std::string, CellValue> result;
    for (const auto& row : table.rows) {
        if (row[0].value != CellValue(id)) continue;
        for (std::size_t c = 0; c < row.size(); ++c) result[table.columns[c].id] = row[c].value;
    }
    return result;
}

CellValue whole(std::int64_t value) {
    return value;
}

constexpr std::monostate none;

TEST(ComparisonTables, SayWhoLedOnlyWhereABatchDoes) {
    const auto table = made(compared_departments);
    auto alpha = row_of(table, "a");
    EXPECT_EQ(alpha["measures_before"], whole(2));
    EXPECT_EQ(alpha["measures_after"], whole(2));
    EXPECT_EQ(alpha["lead_before"], whole(1));
    EXPECT_EQ(alpha["lead_after"], CellValue(none));
    EXPECT_EQ(alpha["first_named_before"], whole(1));
    EXPECT_EQ(alpha["first_named_after"], whole(2));
    EXPECT_DOUBLE_EQ(std::get<double>(alpha["fractional_before"]), 1.0 / 3 + 1.0 / 2);
    EXPECT_DOUBLE_EQ(std::get<double>(alpha["fractional_after"]), 1.5);
    EXPECT_EQ(alpha["sole_after"], whole(1));
    EXPECT_EQ(alpha["trend"], CellValue(std::string("same")));

    auto beta = row_of(table, "b");
    EXPECT_EQ(beta["lead_before"], whole(2));
    EXPECT_EQ(beta["measures_after"], CellValue(none));
    EXPECT_EQ(beta["trend"], CellValue(std::string("went")));

    auto gamma = row_of(table, "c");
    EXPECT_EQ(gamma["lead_before"], whole(0));
    EXPECT_EQ(gamma["measures_before"], whole(2));
    EXPECT_EQ(gamma["measures_after"], whole(1));
    EXPECT_EQ(gamma["trend"], CellValue(std::string("fell")));
}

TEST(ComparisonTables, SumUpEachBatch) {
    const auto table = made(summary_table);
    using Row = std::tuple<std::string, double, double>;
    // Shares of the full counts 1/3, 1/3, 1/3 and 2/3, 1/3; of the fractional ones 5/18, 8/18, 5/18
    // and 3/4, 1/4.
    const std::vector<Row> expected{
        {"listed", 3, 2},
        {"withheld", 0, 0},
        {"nationwide", 3, 2},
        {"departments", 3, 2},
        {"links", 6, 3},
        {"sole", 1, 1},
        {"largest", 2, 2},
        {"pairs", 3, 1},
        {"shared", 4, 1},
        {"newman", 2.5, 1},
        {"components", 1, 1},
        {"cover_size", 2, 1},
        {"gini", 0, 1.0 / 6},
        {"gini_fractional", 1.0 / 9, 0.25},
        {"herfindahl", 1.0 / 3, 5.0 / 9},
        {"effective_number", 3, 1.889881574842},
        {"effective_number_fractional", 2.921342712318, 1.754765350603}};
    ASSERT_EQ(table.rows.size(), expected.size());
    const auto number = [](const Cell& cell) {
        const auto* const count = std::get_if<std::int64_t>(&cell.value);
        return count != nullptr ? static_cast<double>(*count) : std::get<double>(cell.value);
    };
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto& row = table.rows[i];
        const auto& [id, before, after] = expected[i];
        EXPECT_EQ(row[0].value, CellValue(id));
        EXPECT_NEAR(number(row[2]), before, 1e-9) << id;
        EXPECT_NEAR(number(row[3]), after, 1e-9) << id;
        EXPECT_NEAR(number(row[4]), after - before, 1e-9) << id;
    }
}

// Before, K has 3 announced and 1 listed, L only what is listed; after, K has no number either.
TEST(ComparisonTables, SayAnnouncedOnlyOfCategoriesThatAnnounce) {
    const auto batch = [](const std::string& notice, const std::string& k) {
        return test::programme(
            "departments: [{id: a, name: A}]\nregions: [{id: x, kind: nation, name: X}]\n"
            "notice: {id: " +
            notice + "}\ncategories: [{id: k, name: K" + k +
            "}, {id: l, name: L}]\nmeasures:\n"
            "  - {number: 1, title: T1, category: k, departments: [a], scope: x}\n"
            "  - {number: 2, title: T2, category: l, departments: [a], scope: x}\n");
    };
    const std::array both{batch("p, title: P, issued: 2025-01-15", ", announced: 3"),
                          batch("q, title: Q, issued: 2026-01-15", "")};
    const auto comparison = compare(both);
    const auto table = compared_categories({both, comparison, Compared::batches, Language::en});

    auto k = row_of(table, "k");
    EXPECT_EQ(k["announced_before"], whole(3));
    EXPECT_EQ(k["withheld_before"], whole(2));
    EXPECT_EQ(k["announced_after"], CellValue(none));
    EXPECT_EQ(k["listed_after"], whole(1));
    EXPECT_EQ(k["withheld_after"], CellValue(none));
    auto l = row_of(table, "l");
    EXPECT_EQ(l["announced_before"], CellValue(none));
    EXPECT_EQ(l["listed_before"], whole(1));
    EXPECT_EQ(l["trend"], CellValue(std::string("same")));
}

}  // namespace
}  // namespace remit
