#include <remit/model/localized_text.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

using enum Language;

TEST(LocalizedText, GivesEachLanguageItsText) {
    const LocalizedText text{{zh_hans, "发展"}, {zh_hant, "發展"}, {en, "development"}};

    EXPECT_EQ(text.exact(zh_hans), "发展");
    EXPECT_EQ(text.exact(zh_hant), "發展");
    EXPECT_EQ(text.exact(en), "development");
}

TEST(LocalizedText, FallsBackToTheNearestLanguage) {
    const LocalizedText traditional{{zh_hant, "發展"}, {en, "development"}};
    const LocalizedText chinese{{zh_hans, "发展"}, {zh_hant, "發展"}};

    EXPECT_EQ(traditional.in(zh_hans), "發展");
    EXPECT_EQ(traditional.exact(zh_hans), "");
    EXPECT_EQ(chinese.in(en), "发展");
    EXPECT_EQ((LocalizedText{{en, "x"}}.in(zh_hant)), "x");
    EXPECT_EQ(LocalizedText().in(en), "");
    EXPECT_TRUE(LocalizedText().empty());
}

TEST(LocalizedText, ReplacesOneLanguageAndKeepsTheOthers) {
    LocalizedText text{{zh_hans, "甲"}, {en, "a"}};

    text.set(zh_hant, "乙");
    text.set(zh_hans, "长一些");

    EXPECT_EQ(text, (LocalizedText{{zh_hans, "长一些"}, {zh_hant, "乙"}, {en, "a"}}));
}

TEST(LocalizedText, SaysTheSameInEveryLanguage) {
    const auto text = LocalizedText::same("MOST");

    for (const auto language : all_languages) EXPECT_EQ(text.exact(language), "MOST");
}

TEST(Language, HasATag) {
    EXPECT_EQ(tag(zh_hans), "zh-Hans");
}

TEST(ParseLanguage, TakesLongerAndShorterForms) {
    using enum Language;
    for (const auto* const tag : {"zh", "ZH", "zh-Hans", "zh-CN", "zh_SG", "zh-Hans-CN"}) {
        EXPECT_EQ(parse_language(tag), zh_hans) << tag;
    }
    for (const auto* const tag : {"zh-Hant", "zh-TW", "zh_hk", "zh-Hant-MO"}) {
        EXPECT_EQ(parse_language(tag), zh_hant) << tag;
    }
    for (const auto* const tag : {"en", "EN", "en-GB", "en_US"}) {
        EXPECT_EQ(parse_language(tag), en) << tag;
    }
    for (const auto* const tag : {"", "zh-", "zh-XX", "english", "z", "fr", "en+zh"}) {
        EXPECT_EQ(parse_language(tag), std::nullopt) << tag;
    }
}

}  // namespace
}  // namespace remit
