#include "support/golden.hpp"
#include "support/programmes.hpp"

#include <remit/analysis/components.hpp>
#include <remit/report/programme_tables.hpp>

#include <gtest/gtest.h>

#include <sstream>

namespace remit {
namespace {

using Names = std::vector<std::string>;

std::string text_of(const Table& table) {
    std::ostringstream out;
    write(out, table, TableFormat::text);
    return out.str();
}

TEST(ProgrammeTables, AreThoseThatWereChecked) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto parts = components(responsibility_graph(dataset));
    for (const auto language : {Language::zh_hans, Language::en}) {
        const auto ending = '-' + std::string(tag(language)) + ".txt";
        EXPECT_TRUE(test::is_golden(text_of(contents_table(dataset, parts, language)),
                                    "contents" + ending));
        EXPECT_TRUE(
            test::is_golden(text_of(measure_table(dataset, language)), "measures" + ending));
    }
}

TEST(MeasureTable, ShowsCodesAndWhereTheyArePrinted) {
    const auto dataset = test::programme(R"(
departments: [{id: a, name: A}]
regions: [{id: r, name: R}]
notice: {id: n, title: N, issued: 2020-02-03}
measures:
  - {code: C01.2, title: T1, departments: a, scope: r, locator: p. 12}
  - {code: C01.1, number: 4, title: T2, departments: a, scope: r}
)");

    EXPECT_EQ(text_of(measure_table(dataset, Language::en)),
              "N\n"
              "\n"
              "No.  Code   Measure  Category  First-named  Also named  Scope  Where\n"
              "───  ─────  ───────  ────────  ───────────  ──────────  ─────  ─────\n"
              "     C01.2  T1                 A                        R      p. 12\n"
              "  4  C01.1  T2                 A                        R      \n"
              "\n"
              "2 measures listed; the notice does not say how many it has.\n"
              "First-named and also named are the order of print; the notice names no lead "
              "department for a measure.\n"
              "Source: N (2020-02-03)\n");
}

TEST(ContentsTable, CountsWhatHasNoCategory) {
    const auto dataset = test::programme(R"(
departments: [{id: a, name: A}]
regions: [{id: r, name: R}]
notice: {id: n, title: N, issued: 2020-02-03, announced: 5}
categories: [{id: c, name: C, announced: 2}, {id: open, name: O}]
measures:
  - {number: 1, title: T, category: c, departments: a, scope: r}
  - {number: 2, title: T, departments: a, scope: r}
)");

    const auto table = contents_table(dataset, {}, Language::en);

    // Of five announced, c has one listed and one withheld; one more is listed, two are withheld.
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows[0][2].value, CellValue(std::int64_t{2}));
    EXPECT_EQ(table.rows[1][2].value, CellValue(std::monostate{}));
    EXPECT_EQ(table.rows[1][4].value, CellValue(std::monostate{}));
    EXPECT_EQ(table.rows[2][3].value, CellValue(std::int64_t{1}));
    EXPECT_EQ(table.rows[2][4].value, CellValue(std::int64_t{2}));
    // The two may be of the category that announces nothing.
    EXPECT_EQ(table.rows[2][1].value, CellValue("Without a category, or of one that is not told"));
}

TEST(ContentsTable, SaysThatNobodyAnnouncesATotal) {
    const auto table = contents_table(test::programme(R"(
departments: [{id: a, name: A}]
regions: [{id: r, name: R}]
notice: {id: n, title: N, issued: 2020-02-03}
measures: [{number: 1, title: T, departments: a, scope: r}]
)"),
                                      {}, Language::en);

    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0][3].value, CellValue(std::int64_t{1}));
    EXPECT_EQ(table.rows[0][4].value, CellValue(std::monostate{}));
    EXPECT_EQ(table.notes.front(), "1 measure listed; the notice does not say how many it has.");
}

TEST(MeasureTable, SaysLeadOnlyWhereAllLeadsAreDeclared) {
    const auto plain = measure_table(test::programme(test::small_programme), Language::en);
    const auto adopted = measure_table(
        test::programme(std::string(test::small_programme) + "order: first-leads\n"), Language::en);

    EXPECT_EQ(plain.columns[3].id, "first_department");
    EXPECT_EQ(plain.columns[4].id, "also_named");
    EXPECT_EQ(adopted.columns[3].id, "lead_departments");
    EXPECT_EQ(adopted.columns[4].id, "with");
    EXPECT_EQ(adopted.rows[0][3].value, CellValue(Names{"alpha"}));
    EXPECT_EQ(adopted.rows[0][3].names, Names{"A"});
    EXPECT_EQ(adopted.rows[0][4].names, Names{"Ministry Beta"});
}

TEST(MeasureTable, ListsIdsAndNamesOfCoLeadsAndScope) {
    const auto table = measure_table(test::programme(R"(
departments:
  - {id: a, name: "Housing, Communities and Local Government"}
  - {id: b, name: "Science, Innovation and Technology"}
  - {id: c, name: "Culture, Media and Sport"}
regions:
  - {id: x, kind: nation, name: England}
  - {id: y, name: Kent, within: x}
groups: [{id: g, name: Pilots, members: [y]}]
notice: {id: p, title: P, issued: 2026-01-15}
measures:
  - {number: 1, title: T1, lead: [a, b], with: [c], scope: g}
)"),
                                     Language::en);

    ASSERT_EQ(table.rows[0].size(), 6U);
    EXPECT_EQ(table.rows[0][3].value, CellValue(Names{"a", "b"}));
    EXPECT_EQ(table.rows[0][3].names, (Names{"Housing, Communities and Local Government",
                                             "Science, Innovation and Technology"}));
    EXPECT_EQ(table.rows[0][4].value, CellValue(Names{"c"}));
    EXPECT_EQ(table.rows[0][5].value, CellValue(Names{"g"}));
    EXPECT_EQ(table.rows[0][5].names, Names{"Pilots"});
}

}  // namespace
}  // namespace remit
