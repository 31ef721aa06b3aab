#include <remit/report/table.hpp>

#include <gtest/gtest.h>

#include <sstream>

namespace remit {
namespace {

Table sample() {
    Table table;
    table.title = "Title";
    table.columns = {{"id", "部门"},
                     {"n", "Count"},
                     {"share", "Share", NumberStyle::percent},
                     {"load", "Load", NumberStyle::two_decimals},
                     {"list", "Measures"}};
    table.rows = {{Cell("most", "科技部"), std::int64_t{9}, 0.5625, 43.0 / 12.0,
                   std::vector<std::int64_t>{1, 2}},
                  {Cell("a|b", "a|b"), std::int64_t{10}, 1.0, 0.125, std::monostate{}},
                  {"x, \"y\"", std::monostate{}, std::monostate{}, std::monostate{},
                   std::vector<std::string>{"n:1", "n:2"}}};
    table.notes = {"A note."};
    table.source = "Source: here";
    return table;
}

std::string written(TableFormat format, const Table& table = sample()) {
    std::ostringstream out;
    write(out, table, format);
    return out.str();
}

TEST(Table, AlignsTextByTerminalColumns) {
    EXPECT_EQ(written(TableFormat::text),
              "Title\n"
              "\n"
              "部门    Count   Share  Load  Measures\n"
              "──────  ─────  ──────  ────  ────────\n"
              "科技部      9   56.3%  3.58  1, 2\n"
              "a|b        10  100.0%  0.13  \n"
              "x, \"y\"                       n:1, n:2\n"
              "\n"
              "A note.\n"
              "Source: here\n");
}

TEST(Table, WritesCsvByTheStandardWithIdsAndUnroundedNumbers) {
    EXPECT_EQ(written(TableFormat::csv),
              "id,n,share,load,list\r\n"
              "most,9,0.5625,3.5833333333333335,\"1, 2\"\r\n"
              "a|b,10,1,0.125,\r\n"
              "\"x, \"\"y\"\"\",,,,\"n:1, n:2\"\r\n");
}

TEST(Table, WritesJsonWithEverything) {
    Table table = sample();
    table.rows.resize(1);
    table.columns.resize(2);
    table.rows[0].resize(2, std::monostate{});

    EXPECT_EQ(written(TableFormat::json, table),
              "{\n"
              "  \"title\": \"Title\",\n"
              "  \"columns\": [\n"
              "    {\n      \"id\": \"id\",\n      \"label\": \"部门\"\n    },\n"
              "    {\n      \"id\": \"n\",\n      \"label\": \"Count\"\n    }\n"
              "  ],\n"
              "  \"rows\": [\n"
              "    {\n      \"id\": \"most\",\n      \"n\": 9\n    }\n"
              "  ],\n"
              "  \"notes\": [\n    \"A note.\"\n  ],\n"
              "  \"source\": \"Source: here\"\n"
              "}\n");
}

TEST(Table, WritesNothingAsNullAndListsAsArraysInJson) {
    const auto text = written(TableFormat::json);

    EXPECT_NE(text.find("\"list\": [\n        1,\n        2\n      ]"), std::string::npos) << text;
    EXPECT_NE(text.find("\"n\": null"), std::string::npos) << text;
    EXPECT_NE(text.find("\"load\": 3.5833333333333335"), std::string::npos) << text;
}

TEST(Table, EscapesMarkdown) {
    EXPECT_EQ(written(TableFormat::markdown),
              "**Title**\n"
              "\n"
              "| 部门 | Count | Share | Load | Measures |\n"
              "| --- | ---: | ---: | ---: | --- |\n"
              "| 科技部 | 9 | 56.3% | 3.58 | 1, 2 |\n"
              "| a\\|b | 10 | 100.0% | 0.13 |  |\n"
              "| x, \"y\" |  |  |  | n:1, n:2 |\n"
              "\n"
              "A note.\n"
              "\n"
              "Source: here\n");
}

TEST(Table, MayHaveNoRows) {
    Table table;
    table.title = "T";
    table.columns = {{"a", "A"}};

    EXPECT_EQ(written(TableFormat::text, table), "T\n\nA\n─\n");
    EXPECT_EQ(written(TableFormat::csv, table), "a\r\n");
}

}  // namespace
}  // namespace remit
