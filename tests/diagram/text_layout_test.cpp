#include "../../src/diagram/text/text_layout.hpp"

#include <gtest/gtest.h>

namespace remit::drawing {
namespace {

using Lines = std::vector<std::string>;

constexpr TextMeasure chinese{10.0, false, Language::zh_hans};
constexpr TextMeasure english{10.0, false, Language::en};

TEST(TextWidth, IsOneSizeForAHanCharacterAndTheFontsForLatin) {
    // Noto Sans CJK: a Han character 1000, "A" 608, "1" 555 thousandths; 2 % are kept in reserve.
    EXPECT_NEAR(text_width("科技部", chinese), 30.0 * 1.02, 1e-9);
    EXPECT_NEAR(text_width("A1", chinese), 11.63 * 1.02, 1e-9);
    // Noto Sans: "A" 639; bold 690. At 10 the first is drawn 9 pixels wide, which is more.
    EXPECT_NEAR(text_width("A", english), 9.0 * 0.75, 1e-9);
    EXPECT_NEAR(text_width("A", {10.0, true, Language::en}), 6.90 * 1.02, 1e-9);
    EXPECT_EQ(text_width("", chinese), 0.0);
}

// Graphviz gives each character a whole number of pixels, of which four are three units.
TEST(TextWidth, IsNoLessThanWhatGraphvizRoundsItTo) {
    // Noto Sans: "0" 572 thousandths, at 6 4.6 pixels, so 5; "-" 322, at 9 3.9 pixels, so 4; "0" at
    // 7 5.3 pixels, so 5, which is less. Nothing is drawn at 8.5.
    const auto ten = [](char character, double size) {
        return text_width(std::string(10, character), {size, false, Language::en});
    };
    EXPECT_NEAR(ten('0', 6.0), 10.0 * 5.0 * 0.75, 1e-9);
    EXPECT_NEAR(ten('-', 9.0), 10.0 * 4.0 * 0.75, 1e-9);
    EXPECT_NEAR(ten('0', 7.0), 5.72 * 7.0 * 1.02, 1e-9);
    EXPECT_NEAR(ten('0', 8.5), 5.72 * 8.5 * 1.02, 1e-9);
}

TEST(TextWidth, OfCurlyQuotesDependsOnTheLanguage) {
    EXPECT_NEAR(text_width("“", chinese), 10.0 * 1.02, 1e-9);
    EXPECT_LT(text_width("“", english), 5.0);
}

TEST(Wrap, KeepsWhatFitsOnOneLine) {
    EXPECT_EQ(wrap("科技部", 40.0, chinese), (Lines{"科技部"}));
    EXPECT_EQ(wrap("", 40.0, chinese), (Lines{""}));
}

TEST(Wrap, BreaksChineseBetweenWordsAndEvenly) {
    EXPECT_EQ(wrap("对战略性科研项目实施滚动支持制度", 100.0, chinese),
              (Lines{"对战略性科研项目", "实施滚动支持制度"}));
    EXPECT_EQ(wrap("老工业基地的国有企业创新创业增量型业务混合所有制改革", 140.0, chinese),
              (Lines{"老工业基地的国有", "企业创新创业增量型", "业务混合所有制改革"}));
}

TEST(Wrap, KeepsAShortQuotationTogether) {
    for (const auto& line : wrap("科技创新券跨区域“通用通兑”政策协同机制", 130.0, chinese)) {
        EXPECT_EQ(line.find("“") == std::string::npos, line.find("”") == std::string::npos) << line;
    }
}

TEST(Wrap, KeepsANumberWithWhatItCounts) {
    EXPECT_EQ(wrap("共有十个部门25项全国推广", 75.0, chinese),
              (Lines{"共有十个部门", "25项全国推广"}));
}

TEST(Wrap, NeverBeginsALineWithAClosingMarkOrEndsOneWithAnOpeningOne) {
    const std::string text =
        "甲乙丙丁，戊己庚辛。（子丑寅卯）、“天地玄黄”宇宙洪荒；日月盈昃：辰宿列张！";
    for (double width = 45.0; width < 200.0; width += 5.0) {  // wide enough for “卯）、”
        for (const auto& line : wrap(text, width, chinese)) {
            for (const auto* mark : {"，", "。", "）", "、", "”", "；", "：", "！"}) {
                EXPECT_FALSE(line.starts_with(mark)) << width << ' ' << line;
            }
            for (const auto* mark : {"（", "“"}) {
                EXPECT_FALSE(line.ends_with(mark)) << width << ' ' << line;
            }
        }
    }
}

TEST(Wrap, KeepsLatinWordsWholeAndDropsTheSpacesBetweenLines) {
    EXPECT_EQ(wrap("Rolling support for strategic research", 100.0, english),
              (Lines{"Rolling support for", "strategic research"}));
}

TEST(Wrap, CutsAWordThatIsWiderThanALine) {
    const auto lines = wrap("supercalifragilistic", 50.0, english);

    std::string joined;
    for (const auto& line : lines) {
        EXPECT_LE(text_width(line, english), 50.0);
        joined += line;
    }
    EXPECT_EQ(joined, "supercalifragilistic");
}

TEST(Wrap, LosesNothingAndFitsAtEveryWidth) {
    const std::string text = "建立基于大数据分析的“银行+征信+担保”的中小企业信用贷款新模式";
    for (double width = 12.0; width < 400.0; width += 4.0) {
        std::string joined;
        for (const auto& line : wrap(text, width, chinese)) {
            EXPECT_LE(text_width(line, chinese), width) << line;
            joined += line;
        }
        EXPECT_EQ(joined, text) << width;
    }
}

TEST(Wrap, AcceptsAWidthThatHoldsNoCharacter) {
    EXPECT_EQ(wrap("甲乙", 1.0, chinese), (Lines{"甲", "乙"}));
}

TEST(Wrap, TakesTimeInProportionToTheText) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += i % 7 == 0 ? "，" : "长";

    EXPECT_GT(wrap(text, 500.0, chinese).size(), 1'999U);
}

// What grew with the square of the length, or went as deep as it is long, would not end here.
TEST(Wrap, TakesTimeInProportionToLineEndsSpacesAndWhatHasNoWidth) {
    constexpr std::size_t many = 1'000'000;

    EXPECT_EQ(wrap(std::string(many, '\n'), 500.0, english), Lines(many + 1));
    EXPECT_EQ(wrap("a" + std::string(many, ' ') + "b", 500.0, english), (Lines{"a", "b"}));
    std::string empty;
    for (std::size_t i = 0; i < many; ++i) empty += "\u200B";
    const auto lines = wrap(std::string(50, 'a') + empty + std::string(50, 'b'), 330.0, english);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0] + lines[1], std::string(50, 'a') + empty + std::string(50, 'b'));
}

TEST(Wrap, MeasuresNoSpacesAtTheEndsOfALine) {
    EXPECT_EQ(wrap("      Rolling        support", 45.0, english), (Lines{"Rolling", "support"}));
    EXPECT_EQ(wrap(std::string(100, ' '), 45.0, english), (Lines{""}));
}

TEST(Wrap, ShowsBrokenBytesAsReplacements) {
    EXPECT_EQ(wrap("甲\xFF乙丙丁", 25.0, chinese).size(), 3U);
}

TEST(Wrap, KeepsLineEnds) {
    EXPECT_EQ(wrap("科技部\nMOST", 500.0, {9.0, false, Language::zh_hans}),
              (std::vector<std::string>{"科技部", "MOST"}));
    EXPECT_EQ(wrap("a\n\nb", 500.0, {9.0, false, Language::en}),
              (std::vector<std::string>{"a", "", "b"}));
}

TEST(Shortened, EndsWithinTheWidth) {
    const TextMeasure measure{10.0, false, Language::zh_hans};
    EXPECT_EQ(shortened("科技部", 31.0, measure), "科技部");
    EXPECT_EQ(shortened("科学技术部委员会", 42.0, measure), "科学技…");
    EXPECT_EQ(shortened("科学技术部", 5.0, measure), "…");
}

TEST(WrapAtMost, ShortensTheLastLine) {
    const TextMeasure measure{10.0, false, Language::zh_hans};
    const auto lines = wrap_at_most(2, "一二三四五六七八九十甲乙丙丁戊己", 42.0, measure);

    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(lines[1].ends_with("…"));
    EXPECT_LE(text_width(lines[1], measure), 42.0);
    EXPECT_EQ(wrap_at_most(2, "一二三", 42.0, measure), (std::vector<std::string>{"一二三"}));
}

}  // namespace
}  // namespace remit::drawing
