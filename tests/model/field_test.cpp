#include "support/programmes.hpp"

#include <remit/model/dataset.hpp>
#include <remit/model/field.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>
#include <sstream>
#include <string>
#include <utility>

namespace remit {
namespace {

using test::diagnose;
using test::programme;
using test::programme_of;
using test::small_registry;

const std::string declared =
    "fields:\n"
    "  - {id: due, name: {zh-Hans: 期限, en: Due}, type: date}\n"
    "  - {id: status, name: Status, type: choice,\n"
    "     values: [{id: lp, name: Long-term plan}, {id: done, name: {zh-Hans: 完成, en: "
    "Complete}}]}\n"
    "  - {id: budget, name: Budget, type: number, unit: million}\n"
    "  - {id: official, name: Official}\n";

/// A file of one measure with these values.
std::string with_values(const std::string& values, const std::string& fields = declared) {
    return "remit: 1" + std::string(small_registry) +
           "notice: {id: n, title: N, issued: 2020-01-02}\n" + fields +
           "measures:\n"
           "  - {number: 1, title: T, departments: [alpha], scope: land, fields: {" +
           values + "}}\n";
}

/// The same for `programme`, which adds the version.
std::string after_version(const std::string& values) {
    return with_values(values).substr(8);
}

FieldValue value(const Dataset& dataset, std::uint32_t field) {
    return *dataset.value({0}, {field});
}

TEST(Fields, AreReadByType) {
    const auto dataset = programme(after_version(
        "official: {zh-Hans: 张三, en: Zhang San}, due: 2026-Q3, status: done, budget: -12.5"));

    ASSERT_EQ(dataset.fields().size(), 4U);
    EXPECT_EQ(dataset.fields()[0].id, "due");
    EXPECT_EQ(dataset.fields()[2].unit, LocalizedText::same("million"));
    EXPECT_EQ(value(dataset, 0), FieldValue(Date{2026, 0, 0, 3, 0}));
    EXPECT_EQ(value(dataset, 1), FieldValue(ChoiceIndex{1}));
    EXPECT_EQ(value(dataset, 2), FieldValue(-12.5));
    EXPECT_EQ(std::get<LocalizedText>(value(dataset, 3)).in(Language::en), "Zhang San");
}

TEST(Fields, TakeAChoiceByItsNameInAnyLanguage) {
    EXPECT_EQ(value(programme(after_version("status: 完成")), 1), FieldValue(ChoiceIndex{1}));
    EXPECT_EQ(value(programme(after_version("status: Complete")), 1), FieldValue(ChoiceIndex{1}));
}

TEST(Fields, MayBeWrittenAsListsInAListThatAreNotIndented) {
    const auto dataset = programme(std::string(small_registry) +
                                   "notice: {id: n, title: N, issued: 2020-01-02}\n"
                                   "fields:\n"
                                   "- id: status\n"
                                   "  name: Status\n"
                                   "  type: choice\n"
                                   "  values:\n"
                                   "  - id: lp\n"
                                   "    name: Plan\n"
                                   "  - id: done\n"
                                   "    name: Done\n"
                                   "- id: official\n"
                                   "  name: Official\n");

    ASSERT_EQ(dataset.fields().size(), 2U);
    EXPECT_EQ(dataset.fields()[0].values.size(), 2U);
    EXPECT_EQ(dataset.fields()[1].id, "official");
}

TEST(Fields, MayBeLeftOut) {
    const auto dataset = programme(after_version("status: lp"));

    EXPECT_EQ(dataset.value({0}, {0}), nullptr);
    EXPECT_EQ(value(dataset, 1), FieldValue(ChoiceIndex{0}));
}

TEST(Fields, OfSeveralFilesAreOnesOfThatId) {
    const std::string other =
        "notice: {id: m, title: M, issued: 2021-01-02}\n"
        "fields: [{id: note, name: Note}, {id: due, name: Term, type: date}]\n"
        "measures: [{number: 1, title: T, departments: beta, scope: land, fields: {due: 2027}}]\n";
    const auto dataset = programme_of({after_version("due: 2026"), other});

    ASSERT_EQ(dataset.fields().size(), 5U);
    EXPECT_EQ(dataset.fields()[4].id, "note");
    EXPECT_EQ(*dataset.value({1}, {0}), FieldValue(Date{2027}));
}

/// The problems without the lines that they are in.
std::string hints(const std::string& values) {
    std::istringstream lines(diagnose(with_values(values)));
    std::string result;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("plan.yaml")) result += line + '\n';
    }
    return result;
}

TEST(Fields, HintAtSlipsOfTheirIdsAndValues) {
    EXPECT_EQ(
        hints("stauts: 2026"),
        "plan.yaml:22:71: error: measure 1 has the field 'stauts', which no file declares under "
        "'fields' [unknown-field]\n"
        "plan.yaml:22:71: note: did you mean 'status'?\n");
    EXPECT_EQ(hints("status: Complte"),
              "plan.yaml:22:79: error: 'status' of measure 1 is 'Complte', which is none of its "
              "values [unknown-choice]\n"
              "plan.yaml:22:79: note: did you mean 'Complete'?\n");
    EXPECT_EQ(
        hints("when: 2026"),
        "plan.yaml:22:71: error: measure 1 has the field 'when', which no file declares under "
        "'fields' [unknown-field]\n"
        "plan.yaml:22:71: note: the fields are 'due', 'status', 'budget' and 'official'\n");
    EXPECT_EQ(hints("status: other"),
              "plan.yaml:22:79: error: 'status' of measure 1 is 'other', which is none of its "
              "values [unknown-choice]\n"
              "plan.yaml:22:79: note: its values are 'lp' and 'done'\n");
    EXPECT_EQ(
        hints("due: Q3 2026"),
        "plan.yaml:22:76: error: 'due' of measure 1 must be a date as YYYY, YYYY-Q3, YYYY-H1, "
        "YYYY-MM or YYYY-MM-DD, not 'Q3 2026' [wrong-value]\n"
        "plan.yaml:22:76: note: write 2026-Q3\n");
}

/// What is wrong with a value, without its place.
std::string problem(const std::string& values, const std::string& fields = declared) {
    const auto text = diagnose(with_values(values, fields));
    const auto begin = text.find(": error: ");
    return begin == std::string::npos ? text : text.substr(begin + 9, text.find('\n') - begin - 9);
}

TEST(Fields, RefuseValuesOfAnotherType) {
    EXPECT_EQ(problem("budget: {en: 12}"),
              "'budget' of measure 1 must be a number, not a map [wrong-type]");
    EXPECT_EQ(problem("due: [2026]"),
              "'due' of 'fields' of a measure must be text, not a list [wrong-type]");
    EXPECT_EQ(problem("due: "), "'due' of 'fields' of a measure is empty [empty-value]");
    EXPECT_EQ(problem("due: 2026, due: 2027"), "key 'due' is there twice [duplicate-key]");
}

TEST(Fields, SayWhatIsWrongWithTheirDeclaration) {
    const auto of = [](const std::string& field) {
        return problem("", "fields: [" + field + "]\n");
    };

    EXPECT_EQ(of("{id: due, name: Due, type: day}"),
              "'type' of a field must be 'text', 'date', 'number' or 'choice', not 'day' "
              "[wrong-value]");
    EXPECT_EQ(of("{id: due, name: Due, type: choice}"),
              "field 'due' is a choice and needs 'values' [missing-field]");
    EXPECT_EQ(of("{id: due, name: Due, unit: days}"),
              "field 'due' has 'unit', which only a number has, and is a text [wrong-value]");
    EXPECT_EQ(of("{id: due, name: Due, values: [{id: a, name: A}]}"),
              "field 'due' has 'values', which only a choice has, and is a text [wrong-value]");
    EXPECT_EQ(of("{id: lead, name: Lead}"),
              "field 'lead' has the name of what every measure has; give it another id "
              "[reserved-id]");
    EXPECT_EQ(of("{id: a, name: A}, {id: a, name: B}"), "field 'a' is there twice [duplicate-id]");
    EXPECT_EQ(of("{id: a, name: A, type: choice, values: [{id: b, name: B}, {id: b, name: C}]}"),
              "value 'b' of field 'a' is there twice [duplicate-id]");
    EXPECT_EQ(of("{id: a, name: A, type: choice, values: [{id: b, name: B}]}, "
                 "{id: a_name, name: C}"),
              "field 'a_name' is the column of the names of 'a'; give it another id [reserved-id]");
}

TEST(ParseAmount, ReadsDecimalNumbers) {
    for (const auto& [text, value] :
         std::initializer_list<std::pair<const char*, double>>{{"12.5", 12.5},
                                                               {"-3", -3.0},
                                                               {"0", 0.0},
                                                               {"1e3", 1000.0},
                                                               {"007", 7.0},
                                                               {"1000000000000000", 1e15},
                                                               {"0.000000000000001", 1e-15}}) {
        const auto parsed = parse_amount(text);
        EXPECT_EQ(parsed.problem, "") << text;
        EXPECT_EQ(parsed.value, value) << text;
    }
    EXPECT_FALSE(std::signbit(parse_amount("-0").value));
}

TEST(ParseAmount, SaysWhyATextIsNoNumber) {
    const auto problem_of = [](const char* text) { return parse_amount(text).problem; };
    const auto instead_of = [](const char* text) { return parse_amount(text).instead; };
    const std::string size = "a number of at most 10^15 in size, in units that make it smaller";

    EXPECT_EQ(problem_of("+5"), "a number such as 12.5");
    EXPECT_EQ(instead_of("+5"), "5");
    EXPECT_EQ(instead_of("1,234"), "1234");
    EXPECT_EQ(instead_of("1,234,567.5"), "1234567.5");
    EXPECT_EQ(instead_of("12,5"), "12.5");
    EXPECT_EQ(instead_of("１２"), "12");
    EXPECT_EQ(instead_of("1 000"), "1000");
    EXPECT_EQ(instead_of("many"), "");
    EXPECT_EQ(problem_of("1e400"), size);
    EXPECT_EQ(problem_of("1e-400"), size);
    EXPECT_EQ(problem_of("1000000000000001"), size);
    EXPECT_EQ(problem_of("0.1234567890123456"), "a number of at most 15 digits");
    EXPECT_EQ(problem_of("NaN"), "a number such as 12.5; what is not known is left out");
    EXPECT_EQ(problem_of(".inf"), "a number such as 12.5; what is not known is left out");
    for (const auto* text : {"", "-", ".", "1.2.3", "0x10", "5%", "1e", "--5", " 5"}) {
        EXPECT_NE(problem_of(text), "") << text;
    }
}

}  // namespace
}  // namespace remit
