#include <remit/model/diagnostic.hpp>

#include <gtest/gtest.h>

#include <locale>
#include <sstream>

namespace remit {
namespace {

std::string written(const Diagnostics& diagnostics, Color color = Color::never) {
    std::ostringstream out;
    write(out, diagnostics, color);
    return out.str();
}

TEST(Diagnostic, ShowsThePlaceTheLineAndACaret) {
    Diagnostics diagnostics{{{"plan.yaml", "remit: 1\r\nname: 科技部 x\n"}}, {}};
    diagnostics.error({0, 2, 17}, "bad-name", "this is bad", {{{0, 1, 1}, "see here"}});

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
    diagnostics.warning({0, 1, 501}, "odd", "look");

    const auto text = written(diagnostics);

    EXPECT_EQ(text, "plan.yaml:1:501: warning: look [odd]\n    …" + std::string(80, 'a') + "X" +
                        std::string(79, 'b') + "…\n    " + std::string(81, ' ') + "^\n");
}

TEST(Diagnostic, SendsNoControlCharactersToTheTerminal) {
    Diagnostics diagnostics{{{"plan.yaml", "a\x1B[31mb\xFF"}}, {}};
    diagnostics.error({0, 1, 1}, "c", "has \x1B in it");

    EXPECT_EQ(written(diagnostics),
              "plan.yaml:1:1: error: has   in it [c]\n    a [31mb\uFFFD\n    ^\n");
}

TEST(Diagnostic, QuotesOnlyTheBeginOfALongName) {
    EXPECT_EQ(in_quotes("short"), "'short'");
    EXPECT_EQ(in_quotes(std::string(119, 'a') + "科技部"), "'" + std::string(119, 'a') + "…'");
}

TEST(Diagnostic, ThatConcernsAWholeFileHasNoLine) {
    Diagnostics diagnostics{{{"plan.yaml", "text"}}, {}};
    diagnostics.error({0, 0, 0}, "c", "it is bad");

    EXPECT_EQ(written(diagnostics), "plan.yaml: error: it is bad [c]\n");
}

TEST(Diagnostic, IsColoredOnRequest) {
    Diagnostics diagnostics{{{"plan.yaml", ""}}, {}};
    diagnostics.warning({0, 0, 0}, "c", "odd");

    EXPECT_EQ(written(diagnostics, Color::always),
              "plan.yaml: \x1B[1;33mwarning:\x1B[0m odd [c]\n");
}

TEST(Diagnostics, AreSortedByPlaceAndKnowErrors) {
    Diagnostics diagnostics;
    diagnostics.warning({0, 9, 1}, "later", "");
    EXPECT_FALSE(diagnostics.has_errors());
    diagnostics.error({0, 2, 1}, "sooner", "");

    diagnostics.sort();

    EXPECT_TRUE(diagnostics.has_errors());
    EXPECT_EQ(diagnostics.items.front().code, "sooner");
}

TEST(Diagnostics, ShowErrorsBeforeWarnings) {
    Diagnostics diagnostics{{{"plan.yaml", ""}}, {}};
    for (std::uint32_t line = 1; line <= 150; ++line) diagnostics.warning({0, line, 1}, "w", "m");
    diagnostics.error({0, 151, 1}, "e", "m");

    diagnostics.sort();

    ASSERT_EQ(diagnostics.items.size(), 151U);
    EXPECT_EQ(diagnostics.items.front().code, "e");
    EXPECT_EQ(diagnostics.items[1].where.line, 1U);
}

TEST(Diagnostics, AreNotCrowdedOutByWarnings) {
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < Diagnostics::limit + 5; ++i) diagnostics.warning({}, "w", "m");
    diagnostics.error({}, "e", "m");

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
    diagnostics.error({0, 1, 1}, "c", "m");

    EXPECT_EQ(written(diagnostics), "a b.yaml:1:1: error: m [c]\n    x y\n    ^\n");
}

}  // namespace
}  // namespace remit
