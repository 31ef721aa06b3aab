#include "support/programmes.hpp"

#include <remit/input/load.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace remit {
namespace {

using test::diagnose;

TEST(Yaml, RepeatsAnchorsWhereAliasesStand) {
    const auto dataset = test::programme(
        "departments: [{id: a, name: &name A}, {id: b, name: *name}]\n"
        "regions: [{id: all, kind: nation, name: All}]\n"
        "notice: {id: n, title: T, issued: 2020-01-01}\n"
        "measures:\n"
        "  - {number: 1, title: T, departments: &both [b, a], scope: all}\n"
        "  - {number: 2, title: T, departments: *both, scope: all}\n");

    ASSERT_EQ(dataset.measures().size(), 2U);
    EXPECT_EQ(dataset.registry().bodies[1].name, LocalizedText::same("A"));
    for (const auto measure : {MeasureIndex{0}, MeasureIndex{1}}) {
        const auto departments = dataset.responsibilities(measure);
        ASSERT_EQ(departments.size(), 2U);
        EXPECT_EQ(departments[0].department, test::department(dataset, "b"));
        EXPECT_EQ(departments[1].department, test::department(dataset, "a"));
    }
}

TEST(Yaml, MergesMapsAndKeepsOwnEntries) {
    const auto dataset = test::programme(
        "departments:\n"
        "  - &first {id: a, name: A, kind: ministry, note: n}\n"
        "  - {<<: *first, id: b, name: B}\n"
        "  - {<<: [{kind: bureau}, *first], id: c}\n");

    const auto& bodies = dataset.registry().bodies;
    ASSERT_EQ(bodies.size(), 3U);
    EXPECT_EQ(bodies[1].id, "b");
    EXPECT_EQ(bodies[1].name, LocalizedText::same("B"));
    EXPECT_EQ(bodies[1].kind, "ministry");
    EXPECT_EQ(bodies[2].name, LocalizedText::same("A"));
    EXPECT_EQ(bodies[2].kind, "bureau") << "the first map of the list wins";
}

TEST(YamlErrors, MergeKeyWithoutAMap) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n  - {<<: [a], id: a, name: A}\n"
                       "  - {<<: x, id: b, name: B}\n"),
              "plan.yaml:3:11: error: '<<' must repeat a map, or a list of maps, not text "
              "[wrong-type]\n"
              "      - {<<: [a], id: a, name: A}\n"
              "              ^\n"
              "plan.yaml:4:10: error: '<<' must repeat a map, or a list of maps, not text "
              "[wrong-type]\n"
              "      - {<<: x, id: b, name: B}\n"
              "             ^\n");
}

TEST(YamlErrors, AliasOfNothing) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n  - {id: a, name: *x}\n"),
              "plan.yaml:3:19: error: '*x' repeats a value, but none has the name '&x' "
              "[alias-without-value]\n"
              "      - {id: a, name: *x}\n"
              "                      ^\n"
              "plan.yaml:3:19: note: text that begins with '*' needs quotes\n");
}

TEST(YamlErrors, AliasInsideWhatItRepeats) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n  - {id: a, name: A, aliases: &x [b, *x]}\n"),
              "plan.yaml:3:38: error: the alias repeats a value that it is a part of, or that has "
              "no anchor [alias-without-value]\n"
              "      - {id: a, name: A, aliases: &x [b, *x]}\n"
              "                                         ^\n"
              "plan.yaml:3:38: error: 'aliases' of a department is empty [empty-value]\n"
              "      - {id: a, name: A, aliases: &x [b, *x]}\n"
              "                                         ^\n");
}

TEST(YamlErrors, AnchorOfAWholeList) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments: &all [{id: a, name: A}]\n"),
              "plan.yaml:2:14: error: a whole list of the file cannot be repeated "
              "[anchor-not-supported]\n"
              "    departments: &all [{id: a, name: A}]\n"
              "                 ^\n"
              "plan.yaml:2:14: note: name an item of it, or a part of one, with '&'\n"
              "plan.yaml:2:14: warning: nothing repeats what '&all' names [unused-anchor]\n"
              "    departments: &all [{id: a, name: A}]\n"
              "                 ^\n"
              "plan.yaml:2:14: note: text that begins with '&' needs quotes\n");
}

TEST(YamlErrors, AliasesThatRepeatTooMuch) {
    std::string text = "remit: 1\nsources:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i) {
        const auto before = "*a" + std::to_string(i - 1);
        text += "  a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
        for (int k = 1; k < 10; ++k) text += ", " + before;
        text += "]\n";
    }
    const auto found = diagnose(text);

    EXPECT_TRUE(found.starts_with("plan.yaml:7:")) << found;
    EXPECT_NE(found.find(": error: aliases repeat more than 4000000 bytes [too-much-repeated]\n"),
              std::string::npos)
        << found;
    EXPECT_NE(found.find("note: write out what is repeated, or name fewer values with '&'\n"),
              std::string::npos)
        << found;
}

TEST(YamlErrors, AliasesThatNestTooDeep) {
    std::string text = "remit: 1\nsources:\n  a0: &a0 [x]\n";
    for (int i = 1; i < 40; ++i) {
        text += "  a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" +
                std::to_string(i - 1) + "]\n";
    }

    EXPECT_NE(diagnose(text).find("plan.yaml:33:14: error: more than 32 lists and maps inside each "
                                  "other [nesting-too-deep]\n"),
              std::string::npos);
}

}  // namespace
}  // namespace remit
