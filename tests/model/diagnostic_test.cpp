#include <remit/model/diagnostic.hpp>

#include <gtest/gtest.h>

#include <locale>
#include <span>
#include <sstream>
#include <string>
#include <vector>

namespace remit {
namespace {

std::string written(const Diagnostics& diagnostics, Color color = Color::never) {
    std::ostringstream out;
    write(out, diagnostics, color);
    return out.str();
}

TEST(Diagnostic, ShowsThePlaceTheLineAndACaret) {
    Diagnostics diagnostics{{{"plan.yaml", "remit: 1\r\nname: 科技部 x\n"}}, {}};
    diagnostics.add(
        {Severity::error, {0, 2, 17}, "bad-name", "this is bad", {{{0, 1, 1}, "see here"}}});

    // The caret stands under the x: 科技部 are nine bytes but six columns.
    EXPECT_EQ(written(diagnostics),
              "plan.yaml:2:17: error: this is bad [bad-name]\n"
              "    name: 科技部 x\n"
              "                 ^\n"
              "plan.yaml:1:1: note: see here\n"
              "    remit: 1\n"
              "    ^\n");
}

TEST(Diagnostic, ShowsOnlyThePartOfALongLineAroundThePlace) {
    Diagnostics diagnostics{{{"plan.yaml", std::string(500, 'a') + "X" + std::string(500, 'b')}},
                            {}};
    diagnostics.add({Severity::warning, {0, 1, 501}, "odd", "look"});

    const auto text = written(diagnostics);

    EXPECT_EQ(text, "plan.yaml:1:501: warning: look [odd]\n    …" + std::string(80, 'a') + "X" +
                        std::string(79, 'b') + "…\n    " + std::string(81, ' ') + "^\n");
}

TEST(Diagnostic, SendsNoControlCharactersToTheTerminal) {
    Diagnostics diagnostics{{{"plan.yaml", "a\x1B[31mb\xFF"}}, {}};
    diagnostics.add({Severity::error, {0, 1, 1}, "c", "has \x1B in it"});

    EXPECT_EQ(written(diagnostics),
              "plan.yaml:1:1: error: has   in it [c]\n    a [31mb\uFFFD\n    ^\n");
}

TEST(Diagnostic, QuotesOnlyTheBeginOfALongName) {
    EXPECT_EQ(in_quotes("short"), "'short'");
    EXPECT_EQ(in_quotes(std::string(119, 'a') + "科技部"), "'" + std::string(119, 'a') + "…'");
}

TEST(Diagnostic, ThatConcernsAWholeFileHasNoLine) {
    Diagnostics diagnostics{{{"plan.yaml", "text"}}, {}};
    diagnostics.add({Severity::error, {0, 0, 0}, "c", "it is bad"});

    EXPECT_EQ(written(diagnostics), "plan.yaml: error: it is bad [c]\n");
}

TEST(Diagnostic, IsColoredOnRequest) {
    Diagnostics diagnostics{{{"plan.yaml", ""}}, {}};
    diagnostics.add({Severity::warning, {0, 0, 0}, "c", "odd"});

    EXPECT_EQ(written(diagnostics, Color::always),
              "plan.yaml: \x1B[1;33mwarning:\x1B[0m odd [c]\n");
}

TEST(Diagnostics, AreSortedByPlaceAndKnowErrors) {
    Diagnostics diagnostics;
    diagnostics.add({Severity::warning, {0, 9, 1}, "later", ""});
    EXPECT_FALSE(diagnostics.has_errors());
    diagnostics.add({Severity::error, {0, 2, 1}, "sooner", ""});

    diagnostics.sort();

    EXPECT_TRUE(diagnostics.has_errors());
    EXPECT_EQ(diagnostics.items.front().code, "sooner");
}

TEST(Diagnostics, ShowErrorsBeforeWarnings) {
    Diagnostics diagnostics{{{"plan.yaml", ""}}, {}};
    for (std::uint32_t line = 1; line <= 150; ++line)
        diagnostics.add({Severity::warning, {0, line, 1}, "w", "m"});
    diagnostics.add({Severity::error, {0, 151, 1}, "e", "m"});

    diagnostics.sort();

    ASSERT_EQ(diagnostics.items.size(), 151U);
    EXPECT_EQ(diagnostics.items.front().code, "e");
    EXPECT_EQ(diagnostics.items[1].where.line, 1U);
}

TEST(Diagnostics, AreNotCrowdedOutByWarnings) {
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < Diagnostics::limit + 5; ++i)
        diagnostics.add({Severity::warning, {}, "w", "m"});
    diagnostics.add({Severity::error, {}, "e", "m"});

    EXPECT_EQ(diagnostics.items.size(), Diagnostics::limit + 1);
    EXPECT_EQ(diagnostics.count(Severity::warning), Diagnostics::limit + 5);
    EXPECT_EQ(diagnostics.count(Severity::error), 1U);
}

TEST(Diagnostics, SumUpWhatOneSlipBringsAbout) {
    Diagnostics diagnostics{{{"plan.yaml", "a: x\nb: x\nc: x\n"}}, {}};
    for (const auto line : {2U, 3U, 1U}) {
        const Place where{0, line, 4};
        auto* const fresh =
            diagnostics.once("x", {Severity::error, where, "c", "line " + std::to_string(line)});
        EXPECT_EQ(fresh != nullptr, line == 2U);
        if (fresh != nullptr) fresh->notes = {{where, "hint"}};
    }
    diagnostics.once("y", {Severity::error, {0, 1, 1}, "c", "another subject"});
    diagnostics.once("x", {Severity::warning, {0, 1, 1}, "d", "another code"});

    EXPECT_EQ(written(diagnostics),
              "plan.yaml:1:4: error: line 1, the first of 3 [c]\n"
              "    a: x\n"
              "       ^\n"
              "plan.yaml:1:4: note: hint\n"
              "plan.yaml:1:1: error: another subject [c]\n"
              "    a: x\n"
              "    ^\n"
              "plan.yaml:1:1: warning: another code [d]\n"
              "    a: x\n"
              "    ^\n");
    EXPECT_EQ(diagnostics.count(Severity::error), 2U);
}

/// Groups digits by three, as many locales do.
struct Grouping : std::numpunct<char> {
    char do_thousands_sep() const override { return ','; }
    std::string do_grouping() const override { return "\3"; }
};

TEST(Diagnostic, NamesItsPlaceInEveryLocale) {
    Diagnostics diagnostics{{{"plan.yaml", ""}}, {}};
    diagnostics.once("x", {Severity::error, {0, 1234, 5678}, "c", "m"});
    for (int i = 1; i < 1000; ++i) {
        diagnostics.once("x", {Severity::error, {0, 1234, 5678}, "c", "m"});
    }
    const auto before = std::locale::global(std::locale(std::locale(), new Grouping));

    const auto text = written(diagnostics);

    std::locale::global(before);
    EXPECT_EQ(text, "plan.yaml:1234:5678: error: m, the first of 1000 [c]\n");
}

TEST(Diagnostic, ShowsNoCharacterThatTurnsTheDirection) {
    Diagnostics diagnostics{{{"a\u202Eb.yaml", "x\u2066y"}}, {}};
    diagnostics.add({Severity::error, {0, 1, 1}, "c", "m"});

    EXPECT_EQ(written(diagnostics), "a b.yaml:1:1: error: m [c]\n    x y\n    ^\n");
}

TEST(Diagnostics, TakeTheirCodeFromTheMessage) {
    Diagnostics diagnostics{{{"plan.yaml", ""}}, {}};
    diagnostics.error({0, 1, 1}, "check.duplicate-id.taken", {"'a'"});
    diagnostics.warning({0, 2, 1}, "check.unused-anchor", {"'&a'"});

    EXPECT_EQ(written(diagnostics),
              "plan.yaml:1:1: error: id 'a' is taken [duplicate-id]\n"
              "plan.yaml:2:1: warning: nothing repeats what '&a' names [unused-anchor]\n");
}

TEST(Diagnostics, AreToldInChinese) {
    Diagnostics diagnostics{{{"plan.yaml", ""}}, {}};
    diagnostics.language = Language::zh_hans;
    for (const auto line : {1U, 2U}) {
        diagnostics.once(
            "x", diagnostics.problem(Severity::error, {0, line, 1}, "check.unknown-department",
                                     {diagnostics.named("thing.region", "r"), "'b'"},
                                     {diagnostics.note({0, line, 1}, "note.given-first")}));
    }
    diagnostics.warning({0, 3, 1}, "check.text-cut");

    EXPECT_EQ(written(diagnostics),
              "plan.yaml:1:1: 错误：地区'r'列有部门'b'，但登记数据中没有（共2处，此为首处） "
              "[unknown-department]\n"
              "plan.yaml:1:1: 附注：首次出现在这里\n"
              "plan.yaml:3:1: 警告：文本到此为止，因为' #'是注释的开头 [text-cut]\n");
}

TEST(Diagnostics, ListNamesAsTheirLanguageDoes) {
    Diagnostics diagnostics;
    const std::vector<std::string> names{"a", "b", "c"};
    const auto listed = [&](std::size_t count, const Phrase& last) {
        return diagnostics.listed(std::span(names).first(count), last);
    };

    EXPECT_EQ(listed(0, "note.either"), "");
    EXPECT_EQ(listed(1, "note.either"), "'a'");
    EXPECT_EQ(listed(2, "note.either"), "'a' or 'b'");
    EXPECT_EQ(listed(3, "note.both"), "'a', 'b' and 'c'");
    EXPECT_EQ(listed(3, {}), "'a', 'b', 'c'");
    diagnostics.language = Language::zh_hans;
    EXPECT_EQ(listed(3, "note.either"), "'a'、'b'或'c'");
}

TEST(Diagnostics, AreInEnglishWhereALanguageHasNoWordsForThem) {
    const auto of = [](const char* tag) { return message_language(*Language::of(tag)).tag(); };

    EXPECT_EQ(of("en"), "en");
    EXPECT_EQ(of("fr"), "en");
    EXPECT_EQ(of("sw-KE"), "en");
    EXPECT_EQ(of("zh-Hans"), "zh-Hans");
    EXPECT_EQ(of("zh-Hant-HK"), "zh-Hant");
    EXPECT_EQ(of("zh-Hans-SG"), "zh-Hans");
}

/// What runs from right to left is not isolated: a terminal shows isolates as spaces, if at all.
TEST(Diagnostics, HaveNamesAsTheyAre) {
    Diagnostics diagnostics;

    EXPECT_EQ(diagnostics.say("thing.measure-number", {"\u05D0"}), "measure \u05D0");
}

}  // namespace
}  // namespace remit
