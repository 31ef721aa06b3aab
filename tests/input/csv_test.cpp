#include <remit/input/csv.hpp>

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace remit {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text, char separator = ',') {
    CsvReader reader(text, separator);
    Rows rows;
    for (auto row = reader.next(); !row.empty(); row = reader.next()) {
        auto& cells = rows.emplace_back();
        for (const auto& cell : row) cells.emplace_back(cell.text);
    }
    return rows;
}

/// As RFC 4180 has it: every cell in quotes that needs them, or any.
std::string written(const Rows& rows, std::mt19937& random) {
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text += ',';
            const bool must = row[i].find_first_of(",\"\r\n") != std::string::npos;
            if (!must && random() % 4 > 0) {
                text += row[i];
                continue;
            }
            text += '"';
            for (const auto c : row[i]) text += c == '"' ? "\"\"" : std::string(1, c);
            text += '"';
        }
        text += random() % 2 == 0 ? "\n" : "\r\n";
    }
    return text;
}

TEST(CsvReader, ReadsCellsAndRows) {
    EXPECT_EQ(rows_of("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(rows_of("a;b\n1,2", ';'), (Rows{{"a", "b"}, {"1,2"}}));
}

TEST(CsvReader, ReadsQuotations) {
    EXPECT_EQ(rows_of("\"a, b\",\"say \"\"no\"\"\"\n\"two\nlines\",\"\"\n"),
              (Rows{{"a, b", "say \"no\""}, {"two\nlines", ""}}));
    EXPECT_EQ(rows_of("  \"a\",b \"c\",\"d\" e\n"), (Rows{{"a", "b \"c\"", "d e"}}));
}

TEST(CsvReader, EndsLinesInBothWays) {
    EXPECT_EQ(rows_of("a,b\r\n\"c\",\"d\"\r\n"), (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(rows_of("a\r\n\"b\r\nc\""), (Rows{{"a"}, {"b\r\nc"}}));
}

TEST(CsvReader, KeepsEmptyCellsAndLines) {
    EXPECT_EQ(rows_of(""), Rows{});
    EXPECT_EQ(rows_of("\n,\na,"), (Rows{{""}, {"", ""}, {"a", ""}}));
}

TEST(CsvReader, LeavesOutAByteOrderMark) {
    EXPECT_EQ(rows_of("\xEF\xBB\xBF\"a\",b\n"), (Rows{{"a", "b"}}));
}

TEST(CsvReader, TellsWhereCellsBegin) {
    CsvReader reader("ab,\"x\ny\",c\nd, \"e\"\n");
    const auto places = [&] {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
        for (const auto& cell : reader.next()) all.emplace_back(cell.line, cell.column);
        return all;
    };
    using Places = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

    EXPECT_EQ(places(), (Places{{1, 1}, {1, 4}, {2, 4}}));
    EXPECT_EQ(places(), (Places{{3, 1}, {3, 4}}));
}

TEST(CsvReader, TellsWhichQuotationHasNoEnd) {
    CsvReader reader("a,b\nc,\"d\ne\n");

    EXPECT_EQ(reader.next().size(), 2U);
    EXPECT_FALSE(reader.open());
    EXPECT_EQ(reader.next()[1].text, "d\ne\n");
    ASSERT_TRUE(reader.open());
    EXPECT_EQ(std::pair(reader.open()->line, reader.open()->column), std::pair(2U, 3U));
    EXPECT_TRUE(reader.next().empty());
}

TEST(CsvReader, FindsTheSeparator) {
    EXPECT_EQ(likely_separator("a;b;c,d\n,,,,"), ';');
    EXPECT_EQ(likely_separator("a\tb"), '\t');
    EXPECT_EQ(likely_separator("a"), ',');
}

class CsvProperties : public testing::TestWithParam<unsigned> {};

TEST_P(CsvProperties, WhatIsWrittenIsRead) {
    std::mt19937 random(GetParam());
    const std::string signs = "ab \",\r\n;\xC3\xA9";
    Rows rows(1 + random() % 6);
    for (auto& row : rows) {
        row.resize(1 + random() % 5);
        for (auto& cell : row) {
            for (auto size = random() % 6; size > 0; --size) cell += signs[random() % signs.size()];
            // Spaces before a quotation are no part of it; those of a cell need quotes.
            if (cell.starts_with(' ')) cell.insert(0, "x");
        }
    }

    EXPECT_EQ(rows_of(written(rows, random)), rows);
}

INSTANTIATE_TEST_SUITE_P(Seeds, CsvProperties, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
