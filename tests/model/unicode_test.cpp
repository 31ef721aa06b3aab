#include <remit/model/unicode.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

TEST(Utf8, FindsTheFirstBrokenByte) {
    EXPECT_FALSE(find_invalid_utf8("科技部 MOST 𠀀"));
    EXPECT_EQ(find_invalid_utf8("ab\xFF"), 2U);
    EXPECT_EQ(find_invalid_utf8("\xE7\xA7"), 0U);            // cut short
    EXPECT_EQ(find_invalid_utf8("a\xC0\x80"), 1U);           // overlong
    EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0U);        // a surrogate
    EXPECT_EQ(find_invalid_utf8("科\xF4\x90\x80\x80"), 3U);  // above U+10FFFF
}

TEST(Utf8, BecomesCodePointsAndBack) {
    const std::string text = "a科𠀀";

    EXPECT_EQ(code_points(text), U"a科𠀀");
    EXPECT_EQ(utf8(code_points(text)), text);
    EXPECT_EQ(code_points("a\xFF"), U"a\uFFFD");
}

TEST(NormalForm, MakesAlikeWhatHandsTypeDifferently) {
    EXPECT_EQ(normal_form("广东（珠三角）"), normal_form("广东 (珠三角)"));
    EXPECT_EQ(normal_form("ＮＤＲＣ"), "NDRC");
    EXPECT_EQ(normal_form("“一站式”"), normal_form("\"一站式\""));
    EXPECT_EQ(normal_form("Xi’an"), normal_form("Xi'an"));
    EXPECT_EQ(normal_form("cafe\u0301"), normal_form("caf\u00E9"));
    EXPECT_EQ(normal_form("a\u3000b\u00A0c\u200Bd"), "abcd");
    EXPECT_EQ(normal_form("Hefei–Wuhu"), "Hefei-Wuhu");
    EXPECT_NE(normal_form("发展"), normal_form("發展"));
    EXPECT_NE(normal_form("MOST"), normal_form("most"));
}

TEST(NormalForm, IsThatOfTheTablesForWhatNeedsNone) {
    const std::string needs_tables = "\u00E9";
    for (char32_t c = ' '; c < 0x10000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;  // surrogates
        const auto text = utf8(std::u32string{U'a', c, U'\u4E00'});
        EXPECT_EQ(normal_form(text) + needs_tables, normal_form(text + needs_tables)) << text;
    }
}

TEST(Columns, AreTwoForWideCharactersAndNoneForMarks) {
    EXPECT_EQ(columns("科技部"), 6U);
    EXPECT_EQ(columns("MOST"), 4U);
    EXPECT_EQ(columns("（珠三角）"), 10U);
    EXPECT_EQ(columns("e\u0301"), 1U);  // combining acute accent
    EXPECT_EQ(columns("\u200B"), 0U);   // zero width space
    EXPECT_EQ(columns("“é–"), 3U);
}

using Lines = std::vector<std::string>;

TEST(Lines, AreBrokenWhereTheyMayBe) {
    EXPECT_EQ(wrapped("the two modes", 7), (Lines{"the two", "modes"}));
    EXPECT_EQ(wrapped("the two modes", 13), (Lines{"the two modes"}));
    EXPECT_EQ(wrapped("the two modes", 12), (Lines{"the two", "modes"}));
    EXPECT_EQ(wrapped("text|csv|json", 9), (Lines{"text|csv|", "json"}));
    EXPECT_EQ(wrapped("see --max-problems", 10), (Lines{"see", "--max-prob", "lems"}));
    EXPECT_EQ(wrapped("in data/a.yaml", 9), (Lines{"in", "data/a.ya", "ml"}));
    EXPECT_EQ(wrapped("a\nb c", 9), (Lines{"a", "b c"}));
    EXPECT_EQ(wrapped("  indented text", 11), (Lines{"  indented", "text"}));
    EXPECT_EQ(wrapped("", 5), (Lines{""}));
}

TEST(Lines, OfChineseTakeTwoColumnsACharacterAndNoStopInFront) {
    EXPECT_EQ(wrapped("科技部、财政部。", 8), (Lines{"科技部、", "财政部。"}));
    EXPECT_EQ(wrapped("科技部、财政部。", 7), (Lines{"科技", "部、财", "政部。"}));
    EXPECT_EQ(wrapped("科技", 1), (Lines{"科", "技"}));
}

TEST(Lines, OfPiecesThatAreTooWideAreCutBetweenCharacters) {
    EXPECT_EQ(wrapped("the two modes", 4), (Lines{"the", "two", "mode", "s"}));
    EXPECT_EQ(wrapped("e\u0301e\u0301e\u0301", 2), (Lines{"e\u0301e\u0301", "e\u0301"}));
}

TEST(EditDistance, CountsCharactersNotBytes) {
    EXPECT_EQ(edit_distance(U"finace", U"finance"), 1U);
    EXPECT_EQ(edit_distance(U"科技部", U"科学部"), 1U);
    EXPECT_EQ(edit_distance(U"", U"abc"), 3U);
    EXPECT_EQ(edit_distance(U"kitten", U"sitting"), 3U);
}

TEST(EditDistance, CountsASwapOfNeighborsOnce) {
    EXPECT_EQ(edit_distance(U"tilte", U"title"), 1U);
    EXPECT_EQ(edit_distance(U"ca", U"abc"), 3U);  // alignment: the swapped pair is not edited again
}

}  // namespace
}  // namespace remit
