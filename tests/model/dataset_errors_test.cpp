#include "support/programmes.hpp"

#include <remit/input/load.hpp>
#include <remit/model/dataset.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

using test::diagnose;
using test::measure;
using test::small_registry;
using test::with_notice;

TEST(DatasetErrors, UnknownDepartmentNamesTheNearest) {
    EXPECT_EQ(diagnose(with_notice("measures:\n" + measure(1, "departments: [alpa], scope: land"))),
              "plan.yaml:16:75: error: measure 1 names department 'alpa', which is not known "
              "[unknown-department]\n"
              "      - {number: 1, title: {zh-Hans: 题, zh-Hant: 題, en: T}, departments: [alpa], "
              "scope: land}\n"
              "                                                                            ^\n"
              "plan.yaml:16:75: note: did you mean 'alpha'?\n");
}

TEST(DatasetErrors, UnknownDepartmentWithNothingNearSaysWhatToDo) {
    const auto text =
        diagnose(with_notice("measures:\n" + measure(1, "departments: [zzzzzzzzz], scope: land")));

    EXPECT_NE(text.find("note: no known name is near; is a registry file missing from 'include', "
                        "or the department from the registry?"),
              std::string::npos)
        << text;
}

TEST(DatasetErrors, FullWidthListIsRecognised) {
    const auto text =
        diagnose(with_notice("measures:\n" + measure(1, "departments: 甲部、乙部, scope: land")));

    EXPECT_NE(text.find("note: write a list as [a, b], with ASCII brackets and commas"),
              std::string::npos)
        << text;
}

TEST(DatasetErrors, AmbiguousRegionListsTheCandidates) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "regions: [{id: a, name: Same}, {id: b, name: Same}]\n"
                       "groups:\n"
                       "  - {id: g, name: G, members: [Same]}\n"),
              "plan.yaml:4:32: error: group 'g' names region 'Same', which may be several "
              "[ambiguous-region]\n"
              "      - {id: g, name: G, members: [Same]}\n"
              "                                   ^\n"
              "plan.yaml:4:32: note: write the id of the one that is meant: 'a' or 'b'\n");
}

TEST(DatasetErrors, UnknownCategoryListsThoseThereAre) {
    EXPECT_EQ(diagnose(with_notice("categories: [{id: c, name: C}]\nmeasures:\n" +
                                   measure(1, "departments: alpha, scope: land, category: d"))),
              "plan.yaml:17:104: error: measure 1 names category 'd', which is not under "
              "'categories' [unknown-category]\n"
              "      - {number: 1, title: {zh-Hans: 题, zh-Hant: 題, en: T}, departments: alpha, "
              "scope: land, category: d}\n"
              "                                                                                  "
              "                       ^\n"
              "plan.yaml:17:104: note: the categories are 'c'\n");
}

TEST(DatasetErrors, DepartmentNamedTwiceShowsBothPlaces) {
    EXPECT_EQ(
        diagnose(with_notice("measures:\n" + measure(1, "departments: [alpha, A], scope: land"))),
        "plan.yaml:16:82: error: measure 1 names department 'A' twice "
        "[duplicate-department]\n"
        "      - {number: 1, title: {zh-Hans: 题, zh-Hant: 題, en: T}, departments: [alpha, "
        "A], scope: land}\n"
        "                                                                                  "
        " ^\n"
        "plan.yaml:16:75: note: it was named here first, as 'alpha'\n"
        "      - {number: 1, title: {zh-Hans: 题, zh-Hant: 題, en: T}, departments: [alpha, "
        "A], scope: land}\n"
        "                                                                            ^\n");
}

TEST(DatasetErrors, RegionNamedTwiceByWayOfAGroup) {
    const auto text = diagnose(
        with_notice("measures:\n" + measure(1, "departments: alpha, scope: [pilots, capital]")));

    EXPECT_NE(text.find("error: measure 1 names region 'capital' twice [duplicate-region]"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("note: it was named here first, as 'pilots'"), std::string::npos) << text;
}

TEST(DatasetErrors, DuplicateNumber) {
    EXPECT_EQ(diagnose(with_notice("measures:\n" + measure(4, "departments: alpha, scope: land") +
                                   measure(4, "departments: beta, scope: land"))),
              "plan.yaml:17:14: error: measure number 4 is there twice [duplicate-number]\n"
              "      - {number: 4, title: {zh-Hans: 题, zh-Hant: 題, en: T}, departments: beta, "
              "scope: land}\n"
              "                 ^\n"
              "plan.yaml:16:14: note: it was given here first\n"
              "      - {number: 4, title: {zh-Hans: 题, zh-Hant: 題, en: T}, departments: alpha, "
              "scope: land}\n"
              "                 ^\n");
}

TEST(DatasetErrors, NumberOutOfOrderIsAWarningAndSorted) {
    const auto text = with_notice("measures:\n" + measure(4, "departments: alpha, scope: land") +
                                  measure(3, "departments: beta, scope: land"));
    const auto loaded = load_text("plan.yaml", text);

    ASSERT_TRUE(loaded.dataset);
    EXPECT_EQ(loaded.dataset->measures()[0].number, 3U);
    EXPECT_EQ(diagnose(text),
              "plan.yaml:17:14: warning: measure 3 stands after measure 4; it is shown in its "
              "place [number-out-of-order]\n"
              "      - {number: 3, title: {zh-Hans: 题, zh-Hant: 題, en: T}, departments: beta, "
              "scope: land}\n"
              "                 ^\n");
}

TEST(DatasetErrors, CategoryThatListsMoreThanItAnnounced) {
    EXPECT_EQ(diagnose(with_notice("categories:\n  - {id: c, name: C, announced: 1}\nmeasures:\n" +
                                   measure(1, "departments: alpha, scope: land, category: c") +
                                   measure(2, "departments: alpha, scope: land, category: c"))),
              "plan.yaml:16:33: error: category 'c' announces 1 measure but lists 2 "
              "[category-exceeds-announced]\n"
              "      - {id: c, name: C, announced: 1}\n"
              "                                    ^\n");
}

TEST(DatasetErrors, NoticeThatListsMoreThanItAnnounced) {
    EXPECT_EQ(diagnose(with_notice("measures:\n" + measure(1, "departments: alpha, scope: land"),
                                   ", announced: 0")),
              "plan.yaml:14:92: error: the notice announces 0 measures but lists 1 "
              "[notice-exceeds-announced]\n"
              "    notice: {id: n, title: {zh-Hans: 甲, zh-Hant: 甲, en: N}, issued: 2020-02-03, "
              "announced: 0}\n"
              "                                                                                  "
              "           ^\n");
}

TEST(DatasetErrors, AnnouncedTotalThatDoesNotAddUp) {
    EXPECT_EQ(
        diagnose(with_notice("categories: [{id: c, name: C, announced: 2}]\n", ", announced: 3")),
        "plan.yaml:14:92: error: the notice announces 3 measures, its categories 2 "
        "[announced-mismatch]\n"
        "    notice: {id: n, title: {zh-Hans: 甲, zh-Hant: 甲, en: N}, issued: 2020-02-03, "
        "announced: 3}\n"
        "                                                                                  "
        "           ^\n");
}

TEST(DatasetErrors, FewerAnnouncedThanCategoriesAndWhatIsOutsideThem) {
    EXPECT_EQ(diagnose(with_notice("categories: [{id: c, name: C, announced: 2}]\nmeasures:\n" +
                                       measure(1, "departments: alpha, scope: land"),
                                   ", announced: 2")),
              "plan.yaml:14:92: error: the notice announces 2 measures, its categories 2, and it "
              "lists 1 outside them [announced-mismatch]\n"
              "    notice: {id: n, title: {zh-Hans: 甲, zh-Hant: 甲, en: N}, issued: 2020-02-03, "
              "announced: 2}\n"
              "                                                                                  "
              "           ^\n");
}

TEST(DatasetErrors, AMisspeltCategoryIsNoMismatch) {
    EXPECT_EQ(diagnose(with_notice("categories: [{id: c, name: C, announced: 1}]\nmeasures:\n" +
                                       measure(1, "departments: alpha, scope: land, category: d"),
                                   ", announced: 1"))
                  .find("announced-mismatch"),
              std::string::npos);
}

TEST(DatasetErrors, DuplicateIds) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "departments: [{id: a, name: A}, {id: a, name: B}]\n"),
              "plan.yaml:2:38: error: id 'a' is taken [duplicate-id]\n"
              "    departments: [{id: a, name: A}, {id: a, name: B}]\n"
              "                                         ^\n"
              "plan.yaml:2:20: note: it was given here first\n"
              "    departments: [{id: a, name: A}, {id: a, name: B}]\n"
              "                       ^\n");
}

TEST(DatasetErrors, UnknownSource) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "departments: [{id: a, name: A, kind-source: book}]\n"),
              "plan.yaml:2:45: error: source 'book' is not under 'sources' of this file "
              "[unknown-source]\n"
              "    departments: [{id: a, name: A, kind-source: book}]\n"
              "                                                ^\n");
}

TEST(DatasetErrors, RegionWithinItself) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "regions:\n"
                       "  - {id: a, name: A, within: b}\n"
                       "  - {id: b, name: B, within: a}\n"),
              "plan.yaml:3:30: error: region 'a' lies within itself [region-cycle]\n"
              "      - {id: a, name: A, within: b}\n"
              "                                 ^\n");
}

TEST(DatasetErrors, RegionsThatLieOneInAnotherWithoutEnd) {
    std::string nested = "remit: 1\nregions:\n  - {id: r0, name: R0}\n";
    for (int i = 1; i <= 31; ++i) {
        const auto id = std::to_string(i);
        nested +=
            "  - {id: r" + id + ", name: R" + id + ", within: r" + std::to_string(i - 1) + "}\n";
    }
    EXPECT_EQ(diagnose(nested),
              "plan.yaml:34:34: error: region 'r31' lies within more than 30 regions, one in "
              "another [region-depth]\n"
              "      - {id: r31, name: R31, within: r30}\n"
              "                                     ^\n");
}

TEST(DatasetErrors, NumbersBeginWithOne) {
    EXPECT_EQ(diagnose(with_notice("measures:\n"
                                   "  - {number: 0, title: T, departments: alpha, scope: land}\n")),
              "plan.yaml:16:14: error: 'number' of a measure must be a whole number from 1 to "
              "4294967295, not '0' [wrong-value]\n"
              "      - {number: 0, title: T, departments: alpha, scope: land}\n"
              "                 ^\n");
}

TEST(DatasetErrors, TitlesOfWhichNothingIsSeenAreEmpty) {
    for (const std::string title : {"\\u200B", "\\u00A0", "\\u3000", " \\u2060\\t"}) {
        const auto said = diagnose(with_notice("measures:\n  - {number: 1, title: \"" + title +
                                               "\", departments: alpha, scope: land}\n"));
        EXPECT_NE(said.find("'title' of a measure is empty [empty-value]"), std::string::npos)
            << said;
    }
}

TEST(DatasetErrors, FieldBesideTheOthersOfAMeasureIsToldItsPlace) {
    const auto said = diagnose(
        with_notice("measures:\n" + measure(1, "departments: alpha, scope: land, budget: 5")));
    EXPECT_NE(said.find("has no key 'budget' [unknown-key]"), std::string::npos) << said;
    EXPECT_NE(said.find("note: what else a programme says of its measures stands below their "
                        "'fields', and is declared in the file's 'fields'"),
              std::string::npos)
        << said;
}

TEST(DatasetErrors, RegionThatComprisesOneThatComprisesOthers) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "regions:\n"
                       "  - {id: a, name: A}\n"
                       "  - {id: b, name: B, comprises: a}\n"
                       "  - {id: c, name: C, comprises: b}\n"),
              "plan.yaml:5:33: error: region 'c' comprises 'b', which itself comprises others; "
              "name those [region-cycle]\n"
              "      - {id: c, name: C, comprises: b}\n"
              "                                    ^\n");
}

TEST(DatasetErrors, GroupWhereARegionIsWanted) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "regions:\n"
                       "  - {id: a, name: A, within: g}\n"
                       "groups: [{id: g, name: G, members: a}]\n"),
              "plan.yaml:3:30: error: region 'a' names the group 'g' where a single region is "
              "wanted [group-in-region]\n"
              "      - {id: a, name: A, within: g}\n"
              "                                 ^\n");
}

TEST(DatasetErrors, LeadThatIsNotAmongTheDepartments) {
    EXPECT_EQ(
        diagnose(with_notice("measures:\n" +
                             measure(1, "departments: [alpha, beta], lead: gamma, scope: land"))),
        "plan.yaml:16:95: error: measure 1 is led by 'gamma', which is not among its departments "
        "[lead-not-among-departments]\n"
        "      - {number: 1, title: {zh-Hans: 题, zh-Hant: 題, en: T}, departments: [alpha, beta], "
        "lead: gamma, scope: land}\n"
        "                                                                                         "
        "       ^\n"
        "plan.yaml:16:95: note: name it under 'departments' too, or write 'lead' and 'with' "
        "alone\n");
}

TEST(DatasetErrors, CategoriesThatAreMissingAreOneMistake) {
    EXPECT_EQ(
        diagnose(with_notice("measures:\n" +
                             measure(1, "category: c, departments: alpha, scope: land") +
                             measure(2, "category: c, departments: alpha, scope: land"))),
        "plan.yaml:16:71: error: measure 1 names category 'c', but the file has no 'categories', "
        "the first of 2 "
        "[unknown-category]\n"
        "      - {number: 1, title: {zh-Hans: 题, zh-Hant: 題, en: T}, category: c, departments: "
        "alpha, scope: land}\n"
        "                                                                        ^\n");
}

TEST(DatasetErrors, NumberThatCannotBeReadHasNoOthersFollow) {
    EXPECT_EQ(diagnose(with_notice("measures:\n" + measure(1, "departments: alpha, scope: land") +
                                   "  - {number: x, title: T, departments: alpha, scope: land}\n"
                                   "  - {number: y, title: T, departments: alpha, scope: land}\n")),
              "plan.yaml:17:14: error: 'number' of a measure must be a whole number from 1 to "
              "4294967295, not 'x' "
              "[wrong-value]\n"
              "      - {number: x, title: T, departments: alpha, scope: land}\n"
              "                 ^\n"
              "plan.yaml:18:14: error: 'number' of a measure must be a whole number from 1 to "
              "4294967295, not 'y' "
              "[wrong-value]\n"
              "      - {number: y, title: T, departments: alpha, scope: land}\n"
              "                 ^\n");
}

TEST(DatasetErrors, SecondBodyOfAnIdDoesNotMakeNamesAmbiguous) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments: [{id: a, name: A}, {id: a, name: A}]\n"
                       "regions: [{id: all, kind: nation, name: All}]\n"
                       "notice: {id: n, title: T, issued: 2020-01-01}\n"
                       "measures: [{number: 1, title: T, departments: A, scope: All}]\n"),
              "plan.yaml:2:38: error: id 'a' is taken [duplicate-id]\n"
              "    departments: [{id: a, name: A}, {id: a, name: A}]\n"
              "                                         ^\n"
              "plan.yaml:2:20: note: it was given here first\n"
              "    departments: [{id: a, name: A}, {id: a, name: A}]\n"
              "                       ^\n");
}

TEST(DatasetErrors, MissingTranslationsAreOneWarningALanguageThatSomeTitleIsIn) {
    const std::string rest = ", departments: alpha, scope: land}\n";
    const auto first = "  - {number: 1, title: {zh-Hans: 题}" + rest;
    const auto mark = "    " + first + "                 ^\n";

    EXPECT_EQ(diagnose(with_notice("measures:\n" + first)), "");
    EXPECT_EQ(diagnose(with_notice("measures:\n" + first +
                                   "  - {number: 2, title: {fr: U, zh-Hans: 目, en: T}" + rest)),
              "plan.yaml:16:14: warning: 1 of 2 measures has no title in en; another language is "
              "shown there [missing-translation]\n" +
                  mark +
                  "plan.yaml:16:14: warning: 1 of 2 measures has no title in fr; another language "
                  "is shown there [missing-translation]\n" +
                  mark);
}

TEST(DatasetErrors, AreAllReported) {
    const auto text = diagnose(with_notice(
        "measures:\n" + measure(1, "departments: [x1, x2], scope: nowhere, category: none")));

    for (const auto* code : {"'x1'", "'x2'", "[unknown-region]", "[unknown-category]"}) {
        EXPECT_NE(text.find(code), std::string::npos) << code << '\n' << text;
    }
}

}  // namespace
}  // namespace remit
