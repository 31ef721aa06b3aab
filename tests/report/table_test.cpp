#include <remit/model/error.hpp>
#include <remit/report/table.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

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
              "x, \"y\"                       n:1; n:2\n"
              "\n"
              "A note.\n"
              "Source: here\n");
}

std::string in_columns(std::size_t width, const Table& table) {
    std::ostringstream out;
    write(out, table, TableFormat::text, {width});
    return out.str();
}

Table wide() {
    Table table;
    table.title = "Who leads what";
    table.columns = {{"n", "Number"}, {"title", "Title"}, {"lead", "牵头部门"}, {"load", "Load"}};
    table.rows = {{std::int64_t{1}, "Open the register of patents to banks", "科技部、财政部", 0.5},
                  {std::int64_t{12}, "Short", "most", 10.25}};
    table.notes = {"A note of some words."};
    return table;
}

TEST(Table, BreaksTextsButNoNumbersWhereTheyAreWiderThanTheTerminal) {
    EXPECT_EQ(in_columns(47, wide()),
              "Who leads what\n"
              "\n"
              "Number  Title             牵头部门         Load\n"
              "──────  ────────────────  ──────────────  ─────\n"
              "     1  Open the          科技部、财政部    0.5\n"
              "        register of\n"
              "        patents to banks\n"
              "    12  Short             most            10.25\n"
              "\n"
              "A note of some words.\n");
}

TEST(Table, NamesWhatItLeavesOutForWantOfRoom) {
    EXPECT_EQ(in_columns(38, wide()),
              "Who leads what\n"
              "\n"
              "Number  Title           牵头部门\n"
              "──────  ──────────────  ──────────────\n"
              "     1  Open the        科技部、财政部\n"
              "        register of\n"
              "        patents to\n"
              "        banks\n"
              "    12  Short           most\n"
              "\n"
              "Columns left out for want of room:\n"
              "Load; all of them take a width of 68\n"
              "A note of some words.\n");
    EXPECT_EQ(in_columns(5, wide()),
              "Who\n"
              "leads\n"
              "what\n"
              "\n"
              "Numbe\n"
              "    r\n"
              "─────\n"
              "    1\n"
              "   12\n"
              "\n"
              "Colum\n"
              "ns\n"
              "left\n"
              "out\n"
              "for\n"
              "want\n"
              "of\n"
              "room:\n"
              "Title\n"
              ", 牵\n"
              "头部\n"
              "门,\n"
              "Load;\n"
              "all\n"
              "of\n"
              "them\n"
              "take\n"
              "a\n"
              "width\n"
              "of 68\n"
              "A\n"
              "note\n"
              "of\n"
              "some\n"
              "words\n"
              ".\n");
}

TEST(Table, IsTheSameAsWithoutAWidthWhereItFits) {
    EXPECT_EQ(in_columns(68, wide()), written(TableFormat::text, wide()));
    std::ostringstream csv;
    write(csv, wide(), TableFormat::csv, {10});
    EXPECT_EQ(csv.str(), written(TableFormat::csv, wide()));
}

TEST(Table, StandsInAPageWithBarsAndAllDigits) {
    Table table;
    table.title = "A & B";
    table.columns = {{"department", "Department"},
                     {"name", "Name"},
                     {"load", "Load", NumberStyle::two_decimals}};
    table.rows = {{"x", "<X>", 4.0}, {"y", "Y", 1.0 / 3.0}, {"z", "Z", std::monostate{}}};
    std::ostringstream out;
    leave_out_ids(table);
    write_html_part(out, table, {[](std::size_t row) { return row == 0 ? "d-x" : ""; }, "load", 2});

    EXPECT_EQ(
        out.str(),
        "<table>\n<caption>A &amp; B</caption>\n<thead>\n<tr><th scope=\"col\">Name</th>"
        "<th scope=\"col\" class=\"n\">Load</th></tr>\n</thead>\n<tbody>\n"
        "<tr data-of=\"d-x\"><th scope=\"row\">&lt;X&gt;</th><td class=\"n\" data-value=\"4\">4.00"
        "<svg class=\"bars\" aria-hidden=\"true\"><rect height=\"100%\" width=\"100.0%\"/>"
        "</svg></td></tr>\n"
        "<tr><th scope=\"row\">Y</th><td class=\"n\" data-value=\"0.3333333333333333\">0.33"
        "<svg class=\"bars\" aria-hidden=\"true\"><rect height=\"100%\" width=\"8.3%\"/>"
        "</svg></td></tr>\n</tbody>\n</table>\n");
}

TEST(Table, WritesCsvByTheStandardWithIdsAndUnroundedNumbers) {
    EXPECT_EQ(written(TableFormat::csv),
              "id,n,share,load,list\r\n"
              "most,9,0.5625,3.5833333333333335,\"1, 2\"\r\n"
              "a|b,10,1,0.125,\r\n"
              "\"x, \"\"y\"\"\",,,,n:1; n:2\r\n");
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

using Names = std::vector<std::string>;

Table with_names() {
    Table table;
    table.title = "T";
    table.columns = {{"lead", "Lead", NumberStyle::plain, true}};
    table.rows.push_back({Cell(Names{"a", "b"}, Names{"Culture, Media and Sport", "B"})});
    table.rows.push_back({std::monostate{}});
    table.rows.push_back({Cell(Names{}, Names{})});
    return table;
}

TEST(Table, SeparatesNamesBySemicolons) {
    EXPECT_EQ(written(TableFormat::text, with_names()),
              "T\n"
              "\n"
              "Lead\n"
              "───────────────────────────\n"
              "Culture, Media and Sport; B\n"
              "\n"
              "\n");
    EXPECT_NE(written(TableFormat::markdown, with_names()).find("| Culture, Media and Sport; B |"),
              std::string::npos);
}

TEST(Table, GivesMachinesIdsAndNames) {
    EXPECT_EQ(written(TableFormat::csv, with_names()),
              "lead,lead_names\r\n"
              "a; b,\"Culture, Media and Sport; B\"\r\n"
              ",\r\n"
              ",\r\n");
    const auto json = nlohmann::json::parse(written(TableFormat::json, with_names()));
    EXPECT_EQ(json["columns"], nlohmann::json::parse(R"([{"id": "lead", "label": "Lead"},
                                                         {"id": "lead_names", "label": "Lead"}])"));
    EXPECT_EQ(json["rows"], nlohmann::json::parse(R"([
        {"lead": ["a", "b"], "lead_names": ["Culture, Media and Sport", "B"]},
        {"lead": null, "lead_names": null},
        {"lead": [], "lead_names": []}])"));
}

/// One column of texts, without its heading.
std::string excel_cell(const std::string& text) {
    Table table;
    table.columns = {{"c", "C"}};
    table.rows.push_back({text});
    const auto csv = written(TableFormat::csv_excel, table);
    const std::string_view begin =
        "\xEF\xBB\xBF"
        "c\r\n";
    EXPECT_EQ(csv.substr(0, begin.size()), begin);
    return csv.substr(begin.size(), csv.size() - begin.size() - 2);
}

TEST(Table, MakesFormulasHarmlessForExcel) {
    for (const auto* text :
         {"=1+2", "+A", "-B | Agency", "@home", "   =1+1", "\u00A0=1", "\u3000=1", "\u200B=1",
          "\uFEFF=1", "\x01=1", "＝1+1", "＋1", "－1", "＠x", "﹦1"}) {
        EXPECT_EQ(excel_cell(text), std::string("'") + text);
    }
    EXPECT_EQ(excel_cell("\t=1"), "\"'\t=1\"");
    EXPECT_EQ(excel_cell("\r\n=1"), "\"'\r\n=1\"");
    EXPECT_EQ(excel_cell("=A(\"x\",1)"), "\"'=A(\"\"x\"\",1)\"");
}

TEST(Table, LeavesOtherTextsForExcelAlone) {
    for (const auto* text : {"", "1-2", "007", "a=b", "*Bold*", "《通知》", "—", "'quoted'"}) {
        EXPECT_EQ(excel_cell(text), text);
    }
    EXPECT_EQ(excel_cell("a; =1"), "\"a; =1\"");  // where Excel separates by semicolons
}

TEST(Table, KeepsNumbersForExcelAndFormulasInPlainCsv) {
    Table table;
    table.columns = {{"n", "N"}, {"x", "X"}, {"t", "T"}};
    table.rows.push_back({std::int64_t{-1}, -0.5, "=1"});

    EXPECT_EQ(written(TableFormat::csv_excel, table), "\xEF\xBB\xBFn,x,t\r\n-1,-0.5,'=1\r\n");
    EXPECT_EQ(written(TableFormat::csv, table), "n,x,t\r\n-1,-0.5,=1\r\n");
}

TEST(Table, EscapesMarkdown) {
    EXPECT_EQ(written(TableFormat::markdown),
              "**Title**\n"
              "\n"
              "| 部门 | Count | Share | Load | Measures |\n"
              "| --- | ---: | ---: | ---: | --- |\n"
              "| 科技部 | 9 | 56.3% | 3.58 | 1, 2 |\n"
              "| a\\|b | 10 | 100.0% | 0.13 |  |\n"
              "| x, \"y\" |  |  |  | n:1; n:2 |\n"
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

TEST(Table, IsAPageOfHtmlThatRefersToNothing) {
    Table table;
    table.title = "A <b> & \"c\"";
    table.language = Language::zh_hans;
    table.columns = {{"id", "部门"}, {"n", "Count"}};
    table.rows = {{Cell("most", "<科技部>"), std::int64_t{9}}, {"x\ty", std::monostate{}}};
    table.notes = {"1 < 2."};
    table.source = "Source: here";

    const auto page = written(TableFormat::html, table);

    EXPECT_EQ(page.substr(0, page.find("<style>")),
              "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta name=\"viewport\" content=\"width=device-width\">\n"
              "<title>A &lt;b&gt; &amp; &quot;c&quot;</title>\n");
    EXPECT_EQ(page.substr(page.find("<body>")),
              "<body>\n<table>\n<caption>A &lt;b&gt; &amp; &quot;c&quot;</caption>\n<thead>\n"
              "<tr><th scope=\"col\">部门</th><th scope=\"col\" class=\"n\">Count</th></tr>\n"
              "</thead>\n<tbody>\n"
              "<tr><th scope=\"row\">&lt;科技部&gt;</th><td class=\"n\">9</td></tr>\n"
              "<tr><th scope=\"row\">x y</th><td class=\"n\"></td></tr>\n"
              "</tbody>\n</table>\n<p>1 &lt; 2.</p>\n<p class=\"source\">Source: here</p>\n"
              "</body>\n</html>\n");
    for (const auto* refers : {"<script", "http", "url(", "@import", "src="}) {
        EXPECT_EQ(page.find(refers), std::string::npos) << refers;
    }
}

TEST(Table, IsAPageOfHtmlFromTheRightInALanguageThatIs) {
    auto table = sample();
    table.language = *Language::of("ar");

    EXPECT_NE(written(TableFormat::html, table).find("<html lang=\"ar\" dir=\"rtl\">"),
              std::string::npos);
}

// What stands in the cells is read by openpyxl in tests/peers/tables.py.
TEST(Table, IsAWorkbookOfTheSameBytes) {
    auto dated = sample();
    dated.dated = parse_date("2020-01-23");

    EXPECT_EQ(written(TableFormat::xlsx).substr(0, 2), "PK");
    EXPECT_TRUE(written(TableFormat::xlsx) == written(TableFormat::xlsx));
    EXPECT_FALSE(written(TableFormat::xlsx) == written(TableFormat::xlsx, dated));
}

TEST(Table, IsNoWorkbookIfACellCannotHoldIt) {
    auto table = sample();
    const std::string most(32765, 'a');
    table.rows[0][0] = Cell(most + "😀");  // two units of UTF-16
    EXPECT_EQ(written(TableFormat::xlsx, table).substr(0, 2), "PK");
    table.rows[0][0] = Cell(most + "b😀");

    EXPECT_THROW((void)written(TableFormat::xlsx, table), Error);
}

}  // namespace
}  // namespace remit
