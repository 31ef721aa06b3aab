#include <remit/model/weights.hpp>

#include "support/programmes.hpp"

#include <remit/input/format.hpp>
#include <remit/input/load.hpp>
#include <remit/input/yaml.hpp>
#include <remit/model/history.hpp>
#include <remit/model/programme_builder.hpp>
#include <remit/model/reorganization.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace remit {
namespace {

constexpr std::string_view bodies =
    "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D},\n"
    "              {id: all, name: All, kind: collective}]\n"
    "notice: {id: n, title: N, issued: 2020-01-01}\n";

/// Measures 1 with weights 3 and 1, 2 without, 3 led by c.
constexpr std::string_view measures =
    "measures:\n"
    "  - {number: 1, title: T, departments: [a, b], weights: {B: 1, a: 3}}\n"
    "  - {number: 2, title: T, departments: [b, a, c]}\n"
    "  - {number: 3, title: T, lead: c, with: [a, b], weights: {a: 0.5, b: 2.5, c: 1}}\n";

Dataset programme(std::string_view more = {}) {
    return test::programme(std::string(bodies) + std::string(measures) + std::string(more));
}

/// The weights of each measure, by department.
std::string shown(const Dataset& dataset) {
    std::string text;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto given = weights(dataset, m);
        const auto all = dataset.responsibilities(m);
        for (std::size_t i = 0; i < all.size(); ++i) {
            text += dataset[all[i].department].id;
            text += (given.empty() ? "" : ' ' + weight_text(given[i])) + ", ";
        }
        text += "/ ";
    }
    return text;
}

/// What is wrong with the weights of a measure of departments a and b, told on line 9.
std::string problems(const std::string& written, const std::string& who = "departments: [a, b]") {
    const auto text = "remit: 1\n" + std::string(bodies) +
                      "measures:\n  - number: 1\n    title: T\n    " + who +
                      "\n    weights: " + written + '\n';
    (void)test::diagnose(text);  // in Chinese, too
    std::string all;
    for (const auto& item : load_text("plan.yaml", text).diagnostics.items) {
        all += std::to_string(item.where.line) + ':' + std::to_string(item.where.column) + ' ' +
               item.code + ": " + item.message;
        for (const auto& note : item.notes) {
            all += " (" + std::to_string(note.where.column) + ": " + note.message + ')';
        }
        all += '\n';
    }
    return all;
}

TEST(Weights, AreThoseOfTheFileByDepartment) {
    const auto dataset = programme();

    EXPECT_EQ(shown(dataset), "a 3, b 1, / b, a, c, / c 1, a 0.5, b 2.5, / ");
    EXPECT_TRUE(has_weights(dataset));
    EXPECT_EQ(weighted_measures(dataset), 2U);
}

TEST(Weights, AreNoneWhereNoMeasureGivesAny) {
    const auto dataset = test::programme(
        std::string(bodies) + "measures: [{number: 1, title: T, departments: [a, b]}]\n");

    EXPECT_FALSE(has_weights(dataset));
    EXPECT_EQ(weighted_measures(dataset), 0U);
    EXPECT_TRUE(weights(dataset, {0}).empty());
    EXPECT_FALSE(has_weights(test::shipped("2020-third-batch.yaml")));
}

TEST(Weights, NameADepartmentOfTheMeasureOnceEach) {
    EXPECT_EQ(problems("{a: 3, c: 1}"),
              "9:21 wrong-weights: measure 1 gives a weight to 'c', which is not among its "
              "departments (21: give each of its departments a weight, once, or leave out "
              "'weights')\n");
    EXPECT_EQ(problems("{a: 3}"),
              "9:15 wrong-weights: measure 1 gives weights, and none to 'b' (15: give each of its "
              "departments a weight, once, or leave out 'weights')\n");
    EXPECT_EQ(problems("{a: 3, b: 1, A: 2}"),
              "9:27 wrong-weights: measure 1 gives department 'A' a weight twice (15: it was named "
              "here first, as 'a')\n");
    EXPECT_EQ(problems("{a: 3, x: 1}").substr(0, 69),
              "9:21 unknown-department: measure 1 names department 'x', which is not");
}

TEST(Weights, OfRolesOfTheFilesOwnAndOfCollectiveActors) {
    EXPECT_EQ(problems("{a: 1, b: 1}", "roles: {}\n    departments: [a, b]").substr(0, 4), "8:12");
    EXPECT_EQ(problems("{a: 1, all: 1}", "departments: [a, all]").substr(0, 73),
              "9:21 wrong-weights: measure 1 gives a weight to 'all', which is not among");
    EXPECT_EQ(problems("{a: 1}", "departments: [a, all]"), "");
    EXPECT_EQ(problems("{a: 1}", "departments: []").substr(0, 48),
              "9:15 wrong-weights: measure 1 gives a weight to ");
}

TEST(Weights, AreNumbersAboveZeroWithinBounds) {
    for (const auto* fine : {"1", "0.000001", "1000000000", "2.5", "1e3", "'7'"}) {
        EXPECT_EQ(problems("{a: " + std::string(fine) + ", b: 1}"), "") << fine;
    }
    for (const auto* wrong : {"0", "-1", "nan", ".inf", "inf", "0.0000009", "1000000001", "1e999",
                              "1e-999", "0.1234567890123456", "many", "1/2", "0x10"}) {
        EXPECT_EQ(problems("{a: " + std::string(wrong) + ", b: 1}"),
                  "9:18 wrong-value: the weight of 'a' in measure 1 must be a number from 0.000001 "
                  "to 1000000000, not '" +
                      std::string(wrong) + "'\n")
            << wrong;
    }
    EXPECT_EQ(problems("{a: '1,000', b: 1}"),
              "9:18 wrong-value: the weight of 'a' in measure 1 must be a number from 0.000001 to "
              "1000000000, not '1,000' (18: write 1000)\n");
}

TEST(Weights, AreAMapOfNumbers) {
    EXPECT_EQ(problems("[1, 2]").substr(0, 16), "9:14 wrong-type:");
    EXPECT_EQ(problems("{}").substr(0, 17), "9:14 empty-value:");
    EXPECT_EQ(problems("").substr(0, 13), "9:5 wrong-typ");
    EXPECT_EQ(problems("{a: , b: 1}").substr(0, 17), "9:15 empty-value:");
    EXPECT_EQ(problems("{a: [1], b: 1}").substr(0, 16), "9:18 wrong-type:");
    EXPECT_EQ(problems("{a: 1, a: 2, b: 1}").substr(0, 19), "9:21 duplicate-key:");
}

std::string after(const std::string& step) {
    const auto dataset = programme("plan: {steps: [" + step + "]}\n");
    return shown(reorganize(dataset, dataset.plans()).dataset.value());
}

TEST(Weights, AddUpWhereBodiesMerge) {
    EXPECT_EQ(after("{merge: [a, b], into: d}"), "d 4, / d, c, / c 1, d 3, / ");
    EXPECT_EQ(after("{merge: [a, c], into: a}"), "a 3, b 1, / b, a, / a 1.5, b 2.5, / ");
    EXPECT_EQ(after("{rename: a, to: d}"), "d 3, b 1, / b, d, c, / c 1, d 0.5, b 2.5, / ");
}

TEST(Weights, GoWithAMeasureThatMoves) {
    EXPECT_EQ(after("{move: 1, from: a, to: d}"), "d 3, b 1, / b, a, c, / c 1, a 0.5, b 2.5, / ");
    EXPECT_EQ(after("{move: 1, from: a, to: b}"), "b 4, / b, a, c, / c 1, a 0.5, b 2.5, / ");
}

TEST(Weights, GoToWhoTakesAPartOfABodyOrToAllInEqualParts) {
    EXPECT_EQ(after("{split: a, into: [{to: d, measures: [1]}, {to: b, measures: rest}]}"),
              "d 3, b 1, / b, c, / c 1, b 3, / ");
    EXPECT_EQ(after("{split: a, into: [{to: d, measures: rest}, {to: c, measures: rest}]}"),
              "d 1.5, c 1.5, b 1, / b, d, c, / c 1.25, d 0.25, b 2.5, / ");
}

TEST(Weights, AreAddedInTheBodiesOfAnotherDay) {
    const auto dataset =
        test::programme(std::string(bodies) + std::string(measures) +
                        "successions:\n"
                        "  - {from: [a, b], to: d, change: merged-into, date: 2021-01-01}\n");

    EXPECT_EQ(shown(as_of(dataset, Date{2022, 1, 1}).dataset.value()),
              "d 4, / d, c, / c 1, d 3, / ");
}

TEST(Weights, GoToTheBodyThatIsChosenOfASplit) {
    const auto dataset =
        test::programme(std::string(bodies) + std::string(measures) +
                        "successions:\n"
                        "  - {from: a, to: [b, d], change: split-into, date: 2021-01-01}\n");
    const auto body = [&](const char* id) {
        return dataset.registry().body_names.find(id).front();
    };

    EXPECT_FALSE(as_of(dataset, Date{2022, 1, 1}).dataset);
    const auto then = as_of(dataset, Date{2022, 1, 1}, {{body("a"), body("b")}});
    EXPECT_EQ(shown(then.dataset.value()), "b 4, / b, c, / c 1, b 3, / ");
}

TEST(Weights, StayWithTheMeasuresThatAreChosen) {
    const auto dataset =
        test::programme_of({std::string(bodies) + std::string(measures),
                            "notice: {id: o, title: O, issued: 2020-01-01}\n"
                            "measures: [{number: 1, title: T, departments: [c, d]}]\n"});

    EXPECT_EQ(shown(dataset), "a 3, b 1, / b, a, c, / c 1, a 0.5, b 2.5, / c, d, / ");
    EXPECT_EQ(shown(only(dataset, {0})), "a 3, b 1, / b, a, c, / c 1, a 0.5, b 2.5, / ");
    const auto other = only(dataset, {1});
    EXPECT_EQ(shown(other), "c, d, / ");
    EXPECT_FALSE(has_weights(other));
}

TEST(Weights, AreWrittenAsTheyAreRead) {
    EXPECT_EQ(weight_text(0.1 + 0.2), "0.3");
    EXPECT_EQ(weight_text(1e9), "1000000000");
    EXPECT_EQ(weight_text(123456789.123), "123456789.123");
    const std::string text =
        "remit: 1\nmeasures:\n"
        "  - {weights: {b: 1, a: 2.50}, departments: [a, b], title: T, number: 1, scope: r}\n";
    EXPECT_EQ(
        format_yaml("plan.yaml", text).text.value(),
        "remit: 1\n\nmeasures:\n"
        "  - {number: 1, title: T, departments: [a, b], weights: {b: 1, a: 2.50}, scope: r}\n");
}

TEST(Weights, AreKeptWhereADraftIsWritten) {
    const std::string text = "remit: 1\n" + std::string(bodies) + std::string(measures);
    Diagnostics found;
    found.files.push_back({"plan.yaml", text});
    const auto draft = read_yaml(text, 0, {}, found);

    const auto again = load_text("again.yaml", to_yaml(draft));

    EXPECT_EQ(shown(again.dataset.value()), "a 3, b 1, / b, a, c, / c 1, a 0.5, b 2.5, / ");
}

TEST(Weights, OfAProgrammeThatIsMadeInMemory) {
    ProgrammeBuilder builder("made");
    for (const auto* id : {"a", "b"}) builder.add(NewDepartment{.id = id, .name = id});
    builder.add(NewMeasure{.number = 1,
                           .title = "T",
                           .departments = {"a", "b"},
                           .weights = {{"b", 0.25}, {"a", 1e9}}});

    EXPECT_EQ(shown(builder.build().dataset.value()), "a 1000000000, b 0.25, / ");
    for (const auto wrong : {std::nan(""), 0.0, -1.0, HUGE_VAL, 1e-320}) {
        auto other = builder;
        other.add(
            NewMeasure{.number = 2, .title = "T", .departments = {"a"}, .weights = {{"a", wrong}}});
        EXPECT_FALSE(other.build().dataset) << wrong;
    }
}

}  // namespace
}  // namespace remit
