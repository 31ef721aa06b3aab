#include "../../src/drawing/fonts.hpp"

#include <remit/model/error.hpp>
#include <remit/model/font_families.hpp>

#include <gtest/gtest.h>

namespace remit::drawing {
namespace {

Diagram with_text(Language language, std::string text) {
    Diagram diagram;
    diagram.language = language;
    diagram.shapes = {Label{{"b", "b"}, {}, Align::left, std::move(text)}};
    return diagram;
}

std::string refusal(const Diagram& diagram) {
    try {
        (void)check_fonts(diagram);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

TEST(Fonts, OfEachLanguageBeginWithTheOneThatWidthsAreTakenFrom) {
    EXPECT_TRUE(font_list(Language::zh_hans).starts_with("Noto Sans CJK SC,"));
    EXPECT_TRUE(font_list(Language::zh_hant).starts_with("Noto Sans CJK TC,"));
    EXPECT_TRUE(font_list(Language::en).starts_with("Noto Sans,"));
}

TEST(Fonts, HaveWhatTheShippedLanguagesNeed) {
    EXPECT_EQ(refusal(with_text(Language::zh_hans, "科技部“一站式”〔2020〕—…")), "none");
    EXPECT_EQ(refusal(with_text(Language::zh_hant, "知識産權局臺灣瀋陽")), "none");
    EXPECT_EQ(refusal(with_text(Language::en, "Xi'an – “five yè” · 科技")), "none");
}

TEST(Fonts, OfALanguageDoUnlessTheyLackACharacter) {
    EXPECT_EQ(check_fonts(with_text(Language::zh_hans, "科技部 MOST")), Fonts::own);
    EXPECT_EQ(check_fonts(with_text(Language::en, "MOST")), Fonts::own);
    EXPECT_EQ(check_fonts(with_text(Language::en, "科技部")), Fonts::all);
}

TEST(Fonts, LackingACharacterAreAnErrorThatNamesItAndAPackage) {
    // Private use: no font has them.
    const auto text = refusal(with_text(Language::en, "a\uE123b\uE124"));

    EXPECT_EQ(text,
              "no installed font has U+E123 '\uE123', U+E124 '\uE124' (asked for 'Noto Sans'); on "
              "Debian, install the package fonts-noto-cjk, or for rare scripts fonts-noto-core or "
              "fonts-noto-extra");
}

TEST(Fonts, LackingAnEmojiAreToldItsPackage) {
    EXPECT_TRUE(refusal(with_text(Language::en, "a \U0001F308"))
                    .ends_with("or fonts-noto-extra, for emoji fonts-noto-color-emoji"));
}

// DejaVu has it, which Debian installs with fontconfig.
TEST(Fonts, ThatTheMachineHasBesideTheProjectsAreHiddenFromTests) {
    EXPECT_TRUE(refusal(with_text(Language::en, "\uF6C5")).starts_with("no installed font has"));
}

}  // namespace
}  // namespace remit::drawing
