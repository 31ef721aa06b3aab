#include <remit/model/localized_text.hpp>

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace remit {
namespace {

constexpr auto zh_hans = Language::zh_hans;
[[maybe_unused]] constexpr auto zh_hant = Language::zh_hant;
constexpr auto en = Language::en;

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

TEST(LocalizedText, TakesAnyLanguage) {
    const auto french = *Language::of("fr");
    const auto canadian = *Language::of("fr-CA");
    const auto spanish = *Language::of("es");
    const LocalizedText text{{canadian, "loi"}, {zh_hans, "法律"}};

    EXPECT_EQ(text.in(french), "loi");
    EXPECT_EQ(text.exact(french), "");
    EXPECT_EQ(text.in(spanish), "法律");
    EXPECT_EQ((LocalizedText{{en, "law"}, {zh_hans, "法律"}}.in(spanish)), "law");
    EXPECT_EQ((LocalizedText{{spanish, "ley"}, {french, "loi"}}.in(en)), "ley");
    EXPECT_EQ(text.language_in(french), canadian);
    EXPECT_EQ(LocalizedText::same("MOST").language_in(french), std::nullopt);
    EXPECT_EQ(text, (LocalizedText{{zh_hans, "法律"}, {canadian, "loi"}}));
}

TEST(LocalizedText, IsAsSmallAsAStringWithASize) {
    EXPECT_LE(sizeof(LocalizedText), sizeof(std::string) + 8);
}

TEST(LocalizedText, DropsALanguageWhoseTextIsTakenAway) {
    LocalizedText text{{zh_hans, "甲"}, {en, "a"}};

    text.set(en, "");

    EXPECT_EQ(text, (LocalizedText{{zh_hans, "甲"}}));
}

TEST(Language, KnowsHowItIsWritten) {
    const auto arabic = *Language::of("ar-EG");

    EXPECT_EQ(arabic.script(), "Arab");
    EXPECT_TRUE(arabic.right_to_left());
    EXPECT_FALSE(arabic.sets_ideographs());
    EXPECT_TRUE(Language::of("ja")->sets_ideographs());
    EXPECT_EQ(Language::of("sr")->script(), "Cyrl");
    EXPECT_EQ(Language::zh_hant.script(), "Hant");
}

TEST(Language, FallsBackToShorterTagsThenToEnglish) {
    const auto chain = [](const char* tag) {
        std::string text;
        for (const auto each : Language::of(tag)->chain()) text += std::string(each.tag()) + ' ';
        return text;
    };

    EXPECT_EQ(chain("fr-CA"), "fr-CA fr en ");
    EXPECT_EQ(chain("zh-Hant-HK"), "zh-Hant-HK zh-Hant zh-Hans en ");
    EXPECT_EQ(chain("en"), "en ");
}

TEST(Language, IsOfAWellFormedTagOfKnownSubtags) {
    for (const auto& [tag, canonical] : {std::pair{"EN-gb", "en-GB"},
                                         {"zh", "zh-Hans"},
                                         {"zh-TW", "zh-Hant"},
                                         {"quz", "quz"},
                                         {"sr-latn", "sr-Latn"},
                                         {"es-419", "es-419"}}) {
        ASSERT_TRUE(Language::of(tag)) << tag;
        EXPECT_EQ(Language::of(tag)->tag(), canonical);
    }
    for (const auto* const tag : {"", "title", "en-", "cn", "zh-Hand", "en-XX", "english", "und"}) {
        EXPECT_EQ(Language::of(tag), std::nullopt) << tag;
    }
}

TEST(Language, HasATag) {
    EXPECT_EQ(tag(zh_hans), "zh-Hans");
}

TEST(ParseLanguage, TakesLongerAndShorterForms) {
    for (const auto* const tag : {"zh", "ZH", "zh-Hans", "zh-CN", "zh_SG", "zh-Hans-CN"}) {
        EXPECT_EQ(parse_language(tag), zh_hans) << tag;
    }
    for (const auto* const tag : {"zh-Hant", "zh-TW", "zh_hk", "zh-Hant-MO"}) {
        EXPECT_EQ(parse_language(tag), zh_hant) << tag;
    }
    for (const auto* const tag : {"en", "EN", "en-GB", "en_US"}) {
        EXPECT_EQ(parse_language(tag), en) << tag;
    }
    for (const auto* const tag : {"", "zh-", "zh-XX", "english", "z", "fr_", "en+zh"}) {
        EXPECT_EQ(parse_language(tag), std::nullopt) << tag;
    }
}

}  // namespace
}  // namespace remit
