#include "support/programmes.hpp"

#include <remit/report/sql_tables.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace remit {
namespace {

std::string csv(std::string_view name, const Dataset& dataset, Language language = Language::en) {
    for (const auto& table : sql_tables()) {
        if (table.name == name) return to_csv(table, dataset, language);
    }
    return "no such table";
}

Dataset programme() {
    return test::programme(
        std::string(test::small_registry) +
        "notice: {id: n, title: {zh-Hans: 通知, en: 'Plan \"A\", revised'}, issued: 2026-Q1,"
        " announced: 4}\n"
        "categories: [{id: c, name: C, announced: 3}]\n"
        "fields:\n"
        "  - {id: due, name: Due, type: date}\n"
        "  - {id: cost, name: Cost, type: number, unit: million}\n"
        "  - {id: status, name: Status, type: choice, values: [{id: done, name: Done}]}\n"
        "measures:\n"
        "  - {number: 1, category: c, title: One, lead: beta, with: alpha, scope: pilots,\n"
        "     fields: {due: 2026-H1, cost: 12.5, status: done}, continues: [old:7],\n"
        "     weights: {alpha: 1, beta: 2.5}}\n"
        "  - {code: A-2, title: Two, departments: [alpha], open: true, collective: [all regions],\n"
        "     scope: [land, {unnamed: elsewhere}]}\n");
}

TEST(SqlTables, HoldWhatTheProgrammeSays) {
    const auto dataset = programme();
    EXPECT_EQ(csv("notice", dataset),
              "notice,sequence,title,number,issuer,issued,published,announced,listed,withheld,"
              "withheld_known,source\r\n"
              "n,1,\"Plan \"\"A\"\", revised\",,,2026-Q1,,4,2,2,1,\r\n");
    EXPECT_EQ(csv("category", dataset),
              "category,notice,sequence,id,name,announced,listed,withheld\r\n"
              "n:c,n,1,c,C,3,1,2\r\n");
    EXPECT_EQ(csv("measure", dataset),
              "measure,notice,sequence,number,code,title,category,is_open,reach_unknown,"
              "unnamed_scope,locator\r\n"
              "n:1,n,1,1,,One,n:c,0,0,,\r\n"
              "n:A-2,n,2,,A-2,Two,,1,1,elsewhere,\r\n");
    EXPECT_EQ(csv("link", dataset),
              "measure,department,position,role,leads,own_role,weight\r\n"
              "n:1,beta,1,lead,1,,2.5\r\n"
              "n:1,alpha,2,with,0,,1\r\n"
              "n:A-2,alpha,1,guiding,0,,\r\n");
    EXPECT_EQ(csv("naming", dataset),
              "measure,position,body,name,is_collective,own_role\r\n"
              "n:A-2,1,,all regions,1,\r\n");
    EXPECT_EQ(csv("scope", dataset), "measure,region,position\r\nn:1,pilots,1\r\nn:A-2,land,1\r\n");
    EXPECT_EQ(csv("continuation", dataset), "measure,earlier\r\nn:1,old:7\r\n");
}

TEST(SqlTables, HoldFieldsAndNamesInEveryLanguage) {
    const auto dataset = programme();
    EXPECT_EQ(csv("field_value", dataset),
              "measure,field,value,number,first_day,last_day\r\n"
              "n:1,due,2026-H1,,2026-01-01,2026-06-30\r\n"
              "n:1,cost,12.5,12.5,,\r\n"
              "n:1,status,done,,,\r\n");
    EXPECT_EQ(csv("choice", dataset), "field,choice,sequence,name\r\nstatus,done,1,Done\r\n");
    const auto names = csv("name", dataset);
    for (const auto* row : {"notice,n,name,zh-Hans,通知\r\n", "category,n:c,name,und,C\r\n",
                            "field,cost,unit,und,million\r\n"}) {
        EXPECT_NE(names.find(row), std::string::npos) << row;
    }
    EXPECT_NE(csv("notice", dataset, Language::zh_hans).find("n,1,通知,"), std::string::npos);
}

/// By hand: the pilots are the coast, which comprises south, and the capital in north.
TEST(SqlTables, HoldWhatAMeasureReaches) {
    const auto rows = csv("reach", programme());

    for (const auto* row : {"n:1,south,full,pilots,0\r\n", "n:1,north,partial,pilots,0\r\n",
                            "n:1,capital,full,pilots,0\r\n", "n:A-2,capital,full,land,1\r\n"}) {
        EXPECT_NE(rows.find(row), std::string::npos) << rows;
    }
}

TEST(SqlTables, AreWrittenWithTheSameBytes) {
    const auto first = to_sqlite(programme(), Language::en);

    EXPECT_EQ(first.substr(0, 16), std::string("SQLite format 3\0", 16));
    EXPECT_TRUE(first == to_sqlite(programme(), Language::en));
}

/// Of a row without a value that is required, SQLite would refuse the whole; DuckDB and CSV, not.
TEST(SqlTables, HaveAValueAColumn) {
    for (const auto& dataset : {programme(), test::twenty_tasks()}) {
        for (const auto& table : sql_tables()) {
            table.rows(dataset, Language::en, [&](const SqlRow& row) {
                ASSERT_EQ(row.size(), table.columns.size()) << table.name;
                for (std::size_t c = 0; c < row.size(); ++c) {
                    const auto& column = table.columns[c];
                    const bool null = row[c].index() == 0;
                    EXPECT_FALSE(null && column.required) << table.name << '.' << column.name;
                    constexpr std::array<std::size_t, 3> index{3, 1, 2};  // by `SqlType`
                    const auto of_type = index[static_cast<std::size_t>(column.type)];
                    EXPECT_TRUE(null || row[c].index() == of_type)
                        << table.name << '.' << column.name;
                }
            });
        }
    }
}

std::string described(const SqlTable& table) {
    constexpr std::array<const char*, 3> types{"text", "whole number", "number"};
    std::string text =
        "\n### `" + std::string(table.name) + "`\n" + std::string(table.meaning) + ". Its key is ";
    for (std::size_t c = 0; c < table.key; ++c) {
        text += (c == 0 ? "`" : ", `") + std::string(table.columns[c].name) + '`';
    }
    text += ".\n\n| column | type | | |\n| --- | --- | --- | --- |\n";
    for (const auto& column : table.columns) {
        text += "| `" + std::string(column.name) + "` | " +
                types[static_cast<std::size_t>(column.type)] + " | " +
                (column.required ? "required" : "");
        if (!column.references.empty()) {
            text += (column.required ? ", → `" : "→ `") + std::string(column.references) + '`';
        }
        text += " | " + std::string(column.meaning) + " |\n";
    }
    return text;
}

TEST(SqlTables, AreDocumented) {
    const std::string name = REMIT_SOURCE_DIR "/docs/sql.md";
    std::stringstream page;
    page << std::ifstream(name).rdbuf();
    const std::string mark = "src/report/sql_tables.cpp. -->\n";
    const auto begin = page.str().find(mark);
    ASSERT_NE(begin, std::string::npos);
    std::string wanted;
    for (const auto& table : sql_tables()) wanted += described(table);

    if (std::getenv("REMIT_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(name) << page.str().substr(0, begin + mark.size()) << wanted;
        return;
    }
    EXPECT_EQ(page.str().substr(begin + mark.size()), wanted);
}

}  // namespace
}  // namespace remit
