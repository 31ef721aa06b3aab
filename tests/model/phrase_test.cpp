#include <remit/model/phrase.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

TEST(Phrase, FillsItsSlotsInTheOrderOfTheLanguage) {
    constexpr Phrase phrase{"{1}的{0}项", "{1}的{0}項", "{0} of {1}"};

    EXPECT_EQ(phrase.fill(Language::zh_hans, {"3", "甲"}), "甲的3项");
    EXPECT_EQ(phrase.fill(Language::en, {"3", "A"}), "3 of A");
}

TEST(Phrase, LeavesOtherBracesAndFilledTextAlone) {
    constexpr Phrase phrase{"", "", "{x {0}"};

    EXPECT_EQ(phrase.fill(Language::en, {"{1}"}), "{x {1}");
}

TEST(Phrase, ChoosesTheFormOfTheCount) {
    constexpr Phrase phrase{"{0}项", "{0}項", "{0} of {1} {1:measure is|measures are} {0:it|them}"};

    EXPECT_EQ(phrase.fill(Language::en, {"1", "16"}), "1 of 16 measures are it");
    EXPECT_EQ(phrase.fill(Language::en, {"11", "1"}), "11 of 1 measure is them");
    EXPECT_EQ(phrase.fill(Language::en, {"0", "1.0"}), "0 of 1.0 measures are them");
    EXPECT_EQ(phrase.fill(Language::zh_hans, {"1"}), "1项");
}

TEST(Phrase, MayLeaveAFormEmpty) {
    constexpr Phrase phrase{"", "", "{0} link{0:|s} with {1}"};

    EXPECT_EQ(phrase.fill(Language::en, {"1", "{0:a|b}"}), "1 link with {0:a|b}");
    EXPECT_EQ(phrase.fill(Language::en, {"2", "x"}), "2 links with x");
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
