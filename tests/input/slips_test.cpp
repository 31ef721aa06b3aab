#include "support/programmes.hpp"

#include <remit/input/load.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace remit {
namespace {

using test::diagnose;

/// A programme of forty measures, each of five lines, and what one slip makes of one of them.
struct Slip {
    int measure;            ///< 0 is the notice.
    int field;              ///< 0 number, 1 title, 2 category, 3 departments, 4 scope.
    std::string line;       ///< Instead of the right one.
    std::string code;       ///< What it is reported as.
    std::string note = {};  ///< What is said to whoever made it.
};

const std::vector<Slip> slips{
    {0, 3, "  issued: 2026年1月15日", "wrong-value", "write 2026-01-15"},
    {1, 1, "    title: \"Free\" trade for all", "quotation-ends-early",
     "it begins here; put other quotes around all of the text, or leave out these"},
    {3, 0, "     - number: 3", "misplaced-item"},
    {5, 0, "  -number: 5", "missing-space", "write '- '"},
    {7, 3, "    departments: [alpha; beta]", "unknown-department",
     "write a list as [a, b], with ASCII brackets and commas"},
    {9, 1, "\u00A0\u00A0\u00A0\u00A0title: Reform 9", "wide-space", "write ASCII spaces"},
    {11, 3, "    departments: [alpha, Port Town]", "unknown-department",
     "it is known as a region; does it stand under the wrong key?"},
    {12, 1, "    title: *urgent* reform", "alias-without-value",
     "text that begins with '*' needs quotes"},
    {14, 1, "    title: Reform #14", "text-cut",
     "put the text in quotes, or write '# ' and words where a comment is meant"},
    {15, 2, "    category：finance", "full-width-colon", "write ': ', an ASCII colon and a space"},
    {17, 4, "    scope:land", "missing-space", "write ': '"},
    {18, 3, "\tdepartments: [alpha, beta]", "tab-indentation", "indent with spaces"},
    {20, 3, "    departments: [alpha, beta", "yaml-syntax", "is a ']' or a comma missing?"},
    {22, 1, "    title: \"Reform 22", "yaml-syntax", "is a closing quote missing?"},
    {23, 3, "    departments: [Ministry of Fnance, beta]", "unknown-department"},
    {25, 2, "    category: finances", "unknown-category",
     "the categories are 'finance', 'schools'"},
    {26, 1, "    titel: Reform 26", "unknown-key", "did you mean 'title'?"},
    {28, 0, "  - number: 27", "duplicate-number"},
    {30, 1, "    title: Plan: the second part", "yaml-syntax",
     "is there a second ': ' on the line? Put the text in quotes"},
    {31, 4, "    scope: [land, north]", "contained-region", "this one is named"},
    {33, 1, "    title: \"\"", "empty-value"},
    {35, 3, "    departments: alpha, beta", "unknown-department",
     "write a list as [a, b], with ASCII brackets and commas"},
    {36, 1, "    title: [draft] reform of the ports", "yaml-syntax",
     "the bracket ends, but not the text; text that begins with '[' or '{' needs quotes"},
    {38, 4, "    scope: Nort Province", "unknown-region", "did you mean 'North Province'?"},
};

const std::vector<std::string> head{
    "remit: 1",
    "departments:",
    "  - {id: alpha, name: Ministry of Finance}",
    "  - {id: beta, name: Ministry of Education}",
    "regions:",
    "  - {id: land, kind: nation, name: Land}",
    "  - {id: north, kind: province, name: North Province, within: land}",
    "  - {id: port, kind: city, name: Port Town, within: north}",
    "categories:",
    "  - {id: finance, name: Finance}",
    "  - {id: schools, name: Schools}",
    "notice:",
    "  id: plan",
    "  title: Plan of reforms",
    "  issued: 2026-01-15",
    "measures:",
};

std::size_t line_of(const Slip& slip) {
    if (slip.measure == 0) return 14;
    return head.size() + static_cast<std::size_t>((slip.measure - 1) * 5 + slip.field);
}

std::vector<std::string> programme_of_forty() {
    auto lines = head;
    for (int i = 1; i <= 40; ++i) {
        const auto number = std::to_string(i);
        lines.insert(lines.end(), {"  - number: " + number, "    title: Reform " + number,
                                   i % 2 == 0 ? "    category: schools" : "    category: finance",
                                   "    departments: [beta, alpha]", "    scope: land"});
    }
    return lines;
}

Diagnostics problems(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + '\n';
    return load_text("plan.yaml", text).diagnostics;
}

const Diagnostic* reported(const Diagnostics& found, const Slip& slip) {
    const auto item = std::find_if(found.items.begin(), found.items.end(), [&](const auto& each) {
        return each.code == slip.code && each.where.line == line_of(slip) + 1;
    });
    return item == found.items.end() ? nullptr : &*item;
}

TEST(Slips, OfFortyMeasuresAreFoundInThreeRuns) {
    const auto right = programme_of_forty();
    ASSERT_TRUE(problems(right).items.empty());
    auto lines = right;
    for (const auto& slip : slips) lines[line_of(slip)] = slip.line;

    std::vector<bool> found(slips.size());
    for (int run = 0; run < 3; ++run) {
        const auto all = problems(lines);
        for (std::size_t i = 0; i < slips.size(); ++i) {
            if (found[i] || reported(all, slips[i]) == nullptr) continue;
            found[i] = true;
            lines[line_of(slips[i])] = right[line_of(slips[i])];
        }
    }

    for (std::size_t i = 0; i < slips.size(); ++i) {
        EXPECT_TRUE(found[i]) << slips[i].line;
    }
    EXPECT_TRUE(problems(lines).items.empty());
}

TEST(Slips, AreExplainedByWhatTheyAre) {
    for (const auto& slip : slips) {
        auto lines = programme_of_forty();
        lines[line_of(slip)] = slip.line;

        const auto all = problems(lines);

        const auto* item = reported(all, slip);
        ASSERT_NE(item, nullptr) << slip.line;
        if (slip.note.empty()) continue;
        ASSERT_FALSE(item->notes.empty()) << slip.line;
        EXPECT_EQ(item->notes.front().message, slip.note);
    }
}

TEST(Slips, EachAreOneProblem) {
    for (const auto& slip : slips) {
        auto lines = programme_of_forty();
        lines[line_of(slip)] = slip.line;

        const auto all = problems(lines);

        // A key that is not known is also one that is missing.
        const auto expected = slip.code == "unknown-key" ? 2U : 1U;
        std::ostringstream out;
        write(out, all);
        EXPECT_EQ(all.items.size(), expected) << slip.line << '\n' << out.str();
    }
}

const std::string small =
    "remit: 1\n"
    "departments: [{id: a, name: A}]\n"
    "regions: [{id: x, kind: nation, name: X}]\n"
    "notice: {id: p, title: P, issued: 2026-01-15}\n"
    "measures:\n";

TEST(Slips, AreMendedBehindEveryKey) {
    EXPECT_EQ(
        diagnose(small + "  - {number：1, title:T, lead：a, annex-title:T, with:b, scope：x}\n"
                         "departments2: []\n")
            .find("yaml-syntax"),
        std::string::npos);
    const auto text = diagnose(
        "remit: 1\n"
        "departments: [{id: a, name: A}, {id: b, name: B}]\n"
        "regions: [{id: x, kind: nation, name: X}]\n"
        "notice: {id: p, title: P, issued: 2026-01-15}\n"
        "measures:\n"
        "  - number: 1\n"
        "    title: T\n"
        "    annex-title:T\n"
        "    lead: a\n"
        "    with：b\n"
        "    scope: x\n");

    EXPECT_EQ(text,
              "plan.yaml:8:16: error: a space is missing behind the colon of the key "
              "'annex-title' [missing-space]\n"
              "        annex-title:T\n"
              "                   ^\n"
              "plan.yaml:8:16: note: write ': '\n"
              "plan.yaml:10:9: error: a full-width colon '：' stands behind the key 'with' "
              "[full-width-colon]\n"
              "        with：b\n"
              "            ^\n"
              "plan.yaml:10:9: note: write ': ', an ASCII colon and a space\n");
}

TEST(Slips, AreNoneWhereANoticeIsCalledAsAKeyOfTheFile) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"
                       "notice: {id: plan, title: P, issued: 2026-01-15}\n"
                       "measures: [{number: 1, title: T, departments: a}]\n"
                       "plan:\n"
                       "  steps:\n"
                       "    - split: a\n"
                       "      into:\n"
                       "        - to: b\n"
                       "          measures:\n"
                       "            - plan:1\n"
                       "        - {to: c, measures: rest}\n"),
              "");
}

TEST(Slips, OfAKeyThatStandsElsewhereAreSaid) {
    EXPECT_EQ(
        diagnose(small + "  - {number: 1, title: T, departments: a, scope: x, issued: 2026}\n"),
        "plan.yaml:6:53: error: a measure has no key 'issued' [unknown-key]\n"
        "      - {number: 1, title: T, departments: a, scope: x, issued: 2026}\n"
        "                                                        ^\n"
        "plan.yaml:6:53: note: 'issued' is a key of the notice; is it indented too far, or "
        "not far enough?\n");
}

/// Every tab and every lookalike is the same slip of one editor.
TEST(Slips, OfIndentationAreOneMessageAndTheRestIsRead) {
    for (const std::string blank : {"\t", "\u3000\u3000", "\u00A0\u00A0\u00A0\u00A0"}) {
        const auto text = diagnose(small + "  - number: 1\n" + blank + "title: T\n" + blank +
                                   "departments: a\n" + blank + "scope: nowhere\n");

        const auto code = blank == "\t" ? "[tab-indentation]" : "[wide-space]";
        EXPECT_NE(text.find(std::string(", the first of 3 ") + code), std::string::npos) << text;
        EXPECT_NE(text.find("names region 'nowhere', which is not known"), std::string::npos);
        EXPECT_EQ(text.find("yaml-syntax"), std::string::npos) << text;
    }
}

TEST(Slips, OfAFileIndentedByTabsAreOneMessage) {
    const auto text = diagnose(
        "remit: 1\n"
        "departments:\n\t- id: a\n\t  name: A\n"
        "notice:\n\tid: p\n\ttitle: P\n\tissued: 2026-01-15\n"
        "regions:\n\t-\tid: x\n\t\tname: X\n");

    EXPECT_TRUE(
        text.starts_with("plan.yaml:3:1: error: a tab is used as indentation, the first of "
                         "7 [tab-indentation]\n"))
        << text;
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4) << text;
}

/// What is mended moves what stands behind it in its line, but not its place.
TEST(Slips, ThatAreMendedDoNotMoveThePlaceOfOthers) {
    const auto text = diagnose(
        "\xEF\xBB\xBFremit: 1\n"
        "regions:\n"
        "\u00A0\u00A0- {id:x, name：X, kin: nation}\n");

    EXPECT_NE(text.find("plan.yaml:3:24: error: a region has no key 'kin' [unknown-key]\n"
                        "    \u00A0\u00A0- {id:x, name：X, kin: nation}\n"
                        "                        ^\n"),
              std::string::npos)
        << text;
}

TEST(Slips, OfOneSyntaxErrorHideNoUnknownName) {
    const auto text = diagnose(small +
                               "  - {number: 1, title: T, departments: b, scope: x}\n"
                               "  - {number: 2, title: \"T, departments: a, scope: x}\n"
                               "  - {number: 3, title: T, departments: a, scope: y}\n");

    EXPECT_NE(text.find("[yaml-syntax]"), std::string::npos);
    EXPECT_NE(text.find("names department 'b', which is not known"), std::string::npos) << text;
    EXPECT_NE(text.find("names region 'y', which is not known"), std::string::npos) << text;
}

TEST(Slips, InARegistryHideOnlyTheNamesThatStandThere) {
    const auto text = diagnose(
        "remit: 1\n"
        "departments:\n"
        "  - {id: a, name: A\n"
        "  - {id: b, name: B}\n"
        "regions: [{id: x, kind: nation, name: X}]\n"
        "notice: {id: p, title: P, issued: 2026-01-15}\n"
        "measures:\n"
        "  - {number: 1, title: T, departments: [A, B, Gone], scope: x}\n");

    EXPECT_EQ(text.find("names department 'A'"), std::string::npos) << text;
    EXPECT_EQ(text.find("names department 'B'"), std::string::npos) << text;
    EXPECT_NE(text.find("names department 'Gone', which is not known"), std::string::npos) << text;
}

TEST(Slips, OfANameAreOneProblem) {
    std::string text = small;
    for (int i = 1; i <= 3; ++i) {
        text += "  - {number: " + std::to_string(i) + ", title: T, departments: [b, c" +
                std::to_string(i) + "], scope: x}\n";
    }
    const auto found = load_text("plan.yaml", text).diagnostics;

    ASSERT_EQ(found.items.size(), 4U);
    EXPECT_EQ(found.items[0].message, "measure 1 names department 'b', which is not known");
    EXPECT_EQ(found.items[0].times, 3U);
    EXPECT_EQ(found.items[1].times, 1U);
}

TEST(Slips, ErrorsComeBeforeOrderWarnings) {
    std::string text = small;
    for (int i = 300; i > 0; --i) {
        text += "  - {number: " + std::to_string(i) + ", title: T, departments: [" +
                (i == 1 ? "b" : "a") + "], scope: x}\n";
    }
    const auto found = load_text("plan.yaml", text).diagnostics;

    ASSERT_EQ(found.items.size(), 300U);
    EXPECT_EQ(found.items.front().code, "unknown-department");
    EXPECT_EQ(found.count(Severity::warning), 299U);
}

TEST(Slips, OfTextThatIsCutAreWarnings) {
    const auto cut = [](const std::string& title) {
        return diagnose("remit: 1\nsources:\n  a: " + title + "\n").find("[text-cut]") !=
               std::string::npos;
    };

    EXPECT_TRUE(cut("Reform #2"));
    EXPECT_TRUE(cut("Reform # 2"));
    EXPECT_TRUE(cut("推广 #改革"));
    EXPECT_TRUE(cut("in C #"));
    EXPECT_FALSE(cut("Reform # the second one"));
    EXPECT_FALSE(cut("Reform#2"));
    EXPECT_FALSE(cut("\"Reform #2\""));
    EXPECT_FALSE(cut("|\n    Reform #2"));
}

TEST(Slips, InABlockOfTextAreText) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "sources:\n"
                       "  a: |\n"
                       "    note:this #5 [and \"that\n"
                       "    \tbehind a tab\n"
                       "    - number: 1\n"
                       "  b: text\n"),
              "");
}

TEST(Slips, OfTextTakenForAnAnchorAreWarnings) {
    EXPECT_EQ(diagnose("remit: 1\nsources: {a: &quick reform}\n"),
              "plan.yaml:2:14: warning: nothing repeats what '&quick' names [unused-anchor]\n"
              "    sources: {a: &quick reform}\n"
              "                 ^\n"
              "plan.yaml:2:14: note: text that begins with '&' needs quotes\n");
    EXPECT_EQ(diagnose("remit: 1\nsources: {a: &quick reform, b: *quick}\n"), "");
}

TEST(Slips, NumbersThatSkipAreAWarningUnlessAsManyAreWithheld) {
    const auto numbered = [](const std::string& announced) {
        return diagnose(
            "remit: 1\n"
            "departments: [{id: a, name: A}]\n"
            "regions: [{id: x, kind: nation, name: X}]\n"
            "notice: {id: p, title: P, issued: 2026-01-15" +
            announced +
            "}\n"
            "measures:\n"
            "  - {number: 1, title: T, departments: a, scope: x}\n"
            "  - {number: 4, title: T, departments: a, scope: x}\n"
            "  - {number: 6, title: T, departments: a, scope: x}\n");
    };

    EXPECT_EQ(numbered(""),
              "plan.yaml:7:14: warning: measure 4 follows measure 1: numbers 2 to 3 are missing, "
              "the first of 2 [number-skips]\n"
              "      - {number: 4, title: T, departments: a, scope: x}\n"
              "                 ^\n"
              "plan.yaml:7:14: note: if they are withheld, say with 'announced' how many measures "
              "there are\n");
    EXPECT_NE(numbered(", announced: 5").find("[number-skips]"), std::string::npos);
    EXPECT_EQ(numbered(", announced: 6"), "");
}

TEST(Slips, RegionsBesideOneThatContainsThemAreWarnings) {
    const auto scoped = [](const std::string& scope) {
        return diagnose(
            "remit: 1\n"
            "departments: [{id: a, name: A}]\n"
            "regions:\n"
            "  - {id: land, kind: nation, name: Land}\n"
            "  - {id: north, name: North, within: land}\n"
            "  - {id: port, name: Port, within: north}\n"
            "  - {id: isle, name: Isle, within: land, addressed: false}\n"
            "  - {id: coast, name: Coast, comprises: [north]}\n"
            "groups: [{id: pilots, name: Pilots, members: [north, isle]}]\n"
            "notice: {id: p, title: P, issued: 2026-01-15}\n"
            "measures: [{number: 1, title: T, departments: a, scope: [" +
            scope + "]}]\n");
    };

    EXPECT_NE(scoped("port, north")
                  .find("warning: measure 1 names region 'port' beside 'north', "
                        "which contains it [contained-region]\n"),
              std::string::npos);
    EXPECT_NE(scoped("land, port").find("[contained-region]"), std::string::npos);
    EXPECT_NE(scoped("coast, port").find("[contained-region]"), std::string::npos);
    EXPECT_NE(scoped("pilots, port").find("[contained-region]"), std::string::npos);
    EXPECT_EQ(scoped("land, isle"), "") << "what is nationwide is not addressed to it";
    EXPECT_EQ(scoped("north, isle"), "");
}

TEST(Slips, OfAnEmptyTitleAreOneError) {
    for (const std::string title : {"\"\"", "{zh-Hans: \"\", en: T}", ""}) {
        const auto found = load_text("plan.yaml", small + "  - {number: 1, title: " + title +
                                                      ", departments: a, scope: x}\n")
                               .diagnostics;
        ASSERT_EQ(found.items.size(), 1U) << title;
        EXPECT_EQ(found.items.front().code, "empty-value");
    }
}

}  // namespace
}  // namespace remit
