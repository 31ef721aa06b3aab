#include <remit/model/phrase.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

TEST(Phrase, FillsItsSlotsInTheOrderOfTheLanguage) {
    constexpr Phrase phrase{"citation.some-silent"};

    EXPECT_EQ(phrase.fill(Language::zh_hans, {"1", "3"}), "3份通知中有1份未说明共有多少项");
    EXPECT_EQ(phrase.fill(Language::en, {"1", "3"}),
              "1 of the 3 notices does not say how many it has");
    EXPECT_EQ(phrase.fill(Language::en, {"11", "16"}),
              "11 of the 16 notices do not say how many they have");
}

TEST(Phrase, PutsItsValuesInAsTheyAre) {
    constexpr Phrase listed{"captions.listed"};

    EXPECT_EQ(listed.fill(Language::en, {"1"}), "1 measure");
    EXPECT_EQ(listed.fill(Language::en, {"1234567"}), "1234567 measures");
    EXPECT_EQ(listed.fill(Language::en, {"1.0"}), "1.0 measures");
    EXPECT_EQ(listed.fill(Language::en, {"'{0}' {"}), "'{0}' { measures");
}

TEST(Phrase, IsSaidInTheNearestLanguageThatThereIsAndElseByItsKey) {
    EXPECT_EQ(Phrase("marks.none").in(Language::en), "marks.none");
    EXPECT_EQ(marks::stop.in(*Language::of("zh-Hant-HK")), "。");
    EXPECT_EQ(marks::stop.in(*Language::of("tlh")), ".");
}

TEST(Isolated, KeepsTextOfTheOtherDirectionTogether) {
    const auto arabic = *Language::of("ar");

    EXPECT_EQ(isolated("MOST", Language::en), "MOST");
    EXPECT_EQ(isolated("وزارة", Language::en), "\u2068وزارة\u2069");
    EXPECT_EQ(isolated("وزارة", arabic), "وزارة");
    EXPECT_EQ(isolated("MOST", arabic), "\u2068MOST\u2069");
    EXPECT_EQ(isolated("2026-01-15", arabic), "\u20682026-01-15\u2069");
    EXPECT_EQ(isolated("16", arabic), "16");
    EXPECT_EQ(isolated(isolated("وزارة", Language::en), Language::en), "\u2068وزارة\u2069");
}

TEST(ListWriter, SeparatesAsTheLanguageDoes) {
    ListWriter chinese(Language::zh_hant);
    ListWriter english(Language::en);
    for (const auto* item : {"a", "b", "c"}) {
        chinese.add(item);
        english.add(item);
    }

    EXPECT_EQ(chinese.text(), "a、b、c");
    EXPECT_EQ(english.text(), "a, b, c");
}

TEST(ListWriter, SeparatesNamesThatHaveCommasBySemicolons) {
    ListWriter chinese(Language::zh_hans);
    ListWriter english(Language::en);
    for (const auto* item : {"Culture, Media and Sport、X", "b"}) {
        chinese.add(item);
        english.add(item);
    }

    EXPECT_EQ(chinese.text(), "Culture, Media and Sport、X；b");
    EXPECT_EQ(english.text(), "Culture, Media and Sport、X; b");
}

TEST(Counted, UsesThePluralForAllButOne) {
    EXPECT_EQ(counted(0, "measure"), "0 measures");
    EXPECT_EQ(counted(1, "measure"), "1 measure");
    EXPECT_EQ(counted(2, "measure"), "2 measures");
}

}  // namespace
}  // namespace remit
