#include "support/programmes.hpp"

#include <remit/analysis/components.hpp>
#include <remit/analysis/where.hpp>
#include <remit/report/field_tables.hpp>
#include <remit/report/programme_tables.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace remit {
namespace {

/// 1 alpha; 2 alpha, beta; 3 beta leads alpha and gamma; 4 gamma, of which nothing is told.
Dataset programme() {
    return test::programme(
        std::string(test::small_registry) +
        "notice: {id: n, title: N, issued: 2020-01-02, announced: 5, scope: land}\n"
        "fields:\n"
        "  - {id: due, name: {zh-Hans: 期限, en: Due}, type: date}\n"
        "  - {id: status, name: {zh-Hans: 进展, en: Status}, type: choice,\n"
        "     values: [{id: lp, name: {zh-Hans: 长期, en: Long-term plan}}, {id: done, name: "
        "Done}]}\n"
        "  - {id: budget, name: {zh-Hans: 预算, en: Budget}, type: number,\n"
        "     unit: {zh-Hans: 百万元, en: million yuan}}\n"
        "  - {id: official, name: Official}\n"
        "measures:\n"
        "  - {number: 1, title: T1, departments: alpha,\n"
        "     fields: {due: 2026-Q3, status: done, budget: 0.1, official: Li}}\n"
        "  - {number: 2, title: T2, departments: [alpha, beta],\n"
        "     fields: {due: 2027, status: lp, budget: 2000000.5}}\n"
        "  - {number: 3, title: T3, lead: beta, with: [alpha, gamma],\n"
        "     fields: {due: 2026-12-31, budget: 1}}\n"
        "  - {number: 4, title: T4, departments: gamma}\n");
}

std::string written(const Table& table, TableFormat format) {
    std::ostringstream out;
    write(out, table, format);
    return out.str();
}

TEST(MeasureTable, HasAColumnForEachField) {
    EXPECT_EQ(written(measure_table(programme(), Language::en), TableFormat::csv),
              "number,title,category,lead_departments,lead_departments_names,first_department,"
              "first_department_names,also_named,also_named_names,scope,scope_names,due,status,"
              "status_name,budget,official\r\n"
              "1,T1,,,,alpha,A,,,land,Nationwide,2026-Q3,done,Done,0.1,Li\r\n"
              "2,T2,,,,alpha,A,beta,Ministry Beta,land,Nationwide,2027,lp,Long-term plan,2000000.5,"
              "\r\n"
              "3,T3,,beta,Ministry Beta,,,alpha; gamma,A; Ministry Gamma,land,Nationwide,"
              "2026-12-31,,,1,\r\n"
              "4,T4,,,,gamma,Ministry Gamma,,,land,Nationwide,,,,,\r\n");
}

TEST(MeasureTable, SaysFieldsInWordsToPeople) {
    const auto text = written(measure_table(programme(), Language::zh_hans), TableFormat::markdown);

    EXPECT_NE(text.find("| 期限 | 进展 | 预算（百万元） | Official |"), std::string::npos) << text;
    EXPECT_NE(text.find("| 2026年第三季度 | Done | 0.1 | Li |"), std::string::npos) << text;
    EXPECT_NE(text.find("| 2027年 | 长期 | 2000000.5 |  |"), std::string::npos) << text;
    EXPECT_NE(text.find("| 2026-12-31 |  | 1 |  |"), std::string::npos) << text;
}

TEST(MeasureTable, HasTheNameOfAChoiceBesideItsIdInJson) {
    const auto text = written(measure_table(programme(), Language::en), TableFormat::json);

    EXPECT_NE(text.find("\"status\": \"lp\""), std::string::npos) << text;
    EXPECT_NE(text.find("\"status_name\": \"Long-term plan\""), std::string::npos) << text;
    EXPECT_NE(text.find("\"due\": \"2026-Q3\""), std::string::npos) << text;
    EXPECT_NE(text.find("\"status_name\": null"), std::string::npos) << text;
}

TEST(ContentsTable, SaysHowManyMeasuresHaveEachField) {
    const auto dataset = programme();
    const auto table =
        contents_table(dataset, components(responsibility_graph(dataset)), Language::en);
    const std::string note =
        "Of the 4 listed measures so many have a value: Due 3, Status 2, Budget 3, Official 1.";

    EXPECT_NE(std::find(table.notes.begin(), table.notes.end(), note), table.notes.end());
}

TEST(LoadByFieldTable, CountsByTheValuesOfAChoice) {
    const auto table = load_by_field_table(programme(), {1}, Credit::full, Language::en);

    EXPECT_EQ(written(table, TableFormat::csv),
              "department,name,status:lp,status:done,no_value,total\r\n"
              "alpha,A,1,1,1,3\r\n"
              "beta,Ministry Beta,1,0,1,2\r\n"
              "gamma,Ministry Gamma,0,0,2,2\r\n");
    EXPECT_EQ(table.title, "Workload by department and Status: full counting");
    EXPECT_EQ(table.notes.front(),
              "Of the 4 listed measures: Long-term plan 1, Done 1; without a value 2.");
}

TEST(LoadByFieldTable, CountsByTheYearsOfADate) {
    const auto table = load_by_field_table(programme(), {0}, Credit::fractional, Language::en);

    // alpha 1 + 1/3 in 2026, 1/2 in 2027; beta 1/3 and 1/2; gamma 1/3, and 1 without
    const auto text = written(table, TableFormat::markdown);
    EXPECT_NE(text.find("| Department | Name | 2026 | 2027 | No value | Total |"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("| alpha | A | 1.33 | 0.50 | 0.00 | 1.83 |"), std::string::npos) << text;
    EXPECT_NE(text.find("| beta | Ministry Beta | 0.33 | 0.50 | 0.00 | 0.83 |"), std::string::npos);
    EXPECT_NE(text.find("| gamma | Ministry Gamma | 0.33 | 0.00 | 1.00 | 1.33 |"),
              std::string::npos);
}

TEST(FieldValuesTable, ListsTheMeasuresOfEachValue) {
    const auto table = field_values_table(programme(), {1}, Language::en);

    EXPECT_EQ(table.title, "Measures by Status");
    EXPECT_EQ(written(table, TableFormat::csv),
              "field_value,name,measures,share,measure_numbers\r\n"
              "lp,Long-term plan,1,0.25,2\r\n"
              "done,Done,1,0.25,1\r\n"
              ",No value,2,0.5,\"3, 4\"\r\n");
}

TEST(FieldValuesTable, ListsDatesInTheirOrder) {
    EXPECT_EQ(written(field_values_table(programme(), {0}, Language::en), TableFormat::csv),
              "field_value,name,measures,share,measure_numbers\r\n"
              "2026-Q3,Q3 2026,1,0.25,1\r\n"
              "2026-12-31,2026-12-31,1,0.25,3\r\n"
              "2027,2027,1,0.25,2\r\n"
              ",No value,1,0.25,4\r\n");
}

TEST(LoadByRoleTable, CountsByRole) {
    EXPECT_EQ(
        written(load_by_role_table(programme(), Credit::full, Language::en), TableFormat::csv),
        "department,name,role:guiding,role:lead,role:with,total\r\n"
        "alpha,A,2,0,1,3\r\n"
        "beta,Ministry Beta,1,1,0,2\r\n"
        "gamma,Ministry Gamma,1,0,1,2\r\n");
}

TEST(SumTable, GivesTheAmountsAndTheirTotals) {
    const auto table = sum_table(programme(), {2}, Credit::full, Language::en);

    EXPECT_EQ(written(table, TableFormat::csv),
              "department,name,sum,share_of_total,with_value,without_value\r\n"
              "alpha,A,2000001.6,1,3,0\r\n"
              "beta,Ministry Beta,2000001.5,0.9999999500000399,2,0\r\n"
              "gamma,Ministry Gamma,1,4.9999960000032e-07,1,1\r\n");
    EXPECT_EQ(table.title, "Budget (million yuan) by department: full counting");
    EXPECT_EQ(table.notes[0],
              "3 of the 4 listed measures have an amount; 1 has none and is not in the sums.");
    EXPECT_EQ(table.notes[1],
              "The measures sum to 2000001.6; by this counting the departments sum to 4000004.1.");
}

TEST(SumTable, SaysTheRestriction) {
    const auto dataset = programme();
    const auto text = parse_condition("status=done").value();
    const auto restricted = where(dataset, {resolve(dataset, text).condition.value()});
    const auto table = sum_table(restricted, {2}, Credit::full, Language::en);

    EXPECT_EQ(table.notes.front(),
              "Only measures whose Status is Done: 1 of the 4 listed; 2 without a value that is "
              "asked for are left out.");
    EXPECT_EQ(table.rows.size(), 1U);
}

}  // namespace
}  // namespace remit
