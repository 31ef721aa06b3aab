#include <remit/model/diagnostic.hpp>

#include <gtest/gtest.h>

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

TEST(Diagnostics, KeepAHundredAndCountTheRest) {
    Diagnostics diagnostics;
    for (std::uint32_t line = 1; line <= 150; ++line) diagnostics.error({0, line, 1}, "c", "m");
    diagnostics.warning({0, 1, 1}, "w", "m");

    EXPECT_EQ(diagnostics.items.size(), 100U);
    EXPECT_EQ(diagnostics.count(Severity::error), 150U);
    EXPECT_EQ(diagnostics.count(Severity::warning), 1U);
}

}  // namespace
}  // namespace remit
