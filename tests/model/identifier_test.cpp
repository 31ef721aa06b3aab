#include "support/programmes.hpp"

#include <remit/model/dataset.hpp>
#include <remit/model/reorganization.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace remit {
namespace {

using test::diagnose;

using Texts = std::vector<std::string>;

constexpr std::string_view registry =
    "departments: [{id: a, name: A}, {id: b, name: B}]\n"
    "regions: [{id: n, kind: nation, name: N}]\n";

/// A file whose measures have these fields besides the usual ones; the first is on line 6.
std::string file(const std::string& notice, const Texts& measures) {
    auto text = "notice: {id: " + notice + ", title: T, issued: 2020-02-03}\nmeasures:\n";
    for (const auto& fields : measures) {
        text += "  - {" + fields + ", title: T, departments: [a], scope: n}\n";
    }
    return text;
}

std::string with_registry(const std::string& text) {
    return "\n" + std::string(registry) + text;
}

Texts labels(const Dataset& dataset) {
    Texts all;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        all.push_back(measure_label(dataset, m));
    }
    return all;
}

TEST(Identifiers, OfCodesKeepTheOrderOfTheFile) {
    const auto dataset = test::programme(
        with_registry(file("p", {"code: C02.1", "code: C01.1.1", "number: 1", "code: 三（五）"})));

    EXPECT_EQ(labels(dataset), (Texts{"C02.1", "C01.1.1", "1", "三（五）"}));
}

TEST(Identifiers, AreANumberAndACode) {
    const auto dataset = test::programme(
        with_registry(file("p", {"number: 7, code: C1", "number: 8, code: '8'", "code: '10.0'"})));
    const auto all = dataset.measures();

    EXPECT_EQ(labels(dataset), (Texts{"C1", "8", "10.0"}));
    EXPECT_EQ(identifiers(all[0]), (Texts{"7", "C1"}));
    EXPECT_EQ(identifiers(all[1]), Texts{"8"});
    EXPECT_EQ(identifiers(all[2]), Texts{"10.0"});
}

TEST(Identifiers, HaveTheirNoticeBeforeThemWhereThereAreSeveral) {
    const auto dataset = test::programme_of(
        {with_registry(file("p", {"code: C1"})), file("q", {"code: C1", "number: 2"})});

    EXPECT_EQ(labels(dataset), (Texts{"p:C1", "q:C1", "q:2"}));
}

TEST(Identifiers, AreUniqueInTheirNotice) {
    EXPECT_EQ(diagnose("remit: 1" + with_registry(file("p", {"code: C1", "code: C2", "code: C1"}))),
              "plan.yaml:8:12: error: measure code 'C1' is there twice [duplicate-code]\n"
              "      - {code: C1, title: T, departments: [a], scope: n}\n"
              "               ^\n"
              "plan.yaml:6:12: note: it was given here first\n"
              "      - {code: C1, title: T, departments: [a], scope: n}\n"
              "               ^\n");
    EXPECT_EQ(diagnose("remit: 1" + with_registry(file("p", {"number: 7", "code: '7'"}))),
              "plan.yaml:7:12: error: measure code '7' is there twice [duplicate-code]\n"
              "      - {code: '7', title: T, departments: [a], scope: n}\n"
              "               ^\n"
              "plan.yaml:6:14: note: it was given here first\n"
              "      - {number: 7, title: T, departments: [a], scope: n}\n"
              "                 ^\n");
}

TEST(Identifiers, AreShort) {
    const std::string longest(24, 'x');
    EXPECT_EQ(diagnose("remit: 1" + with_registry(file("p", {"code: " + longest}))), "");
    EXPECT_EQ(diagnose("remit: 1" + with_registry(file("p", {"code: " + longest + "x"}))),
              "plan.yaml:6:12: error: measure code 'xxxxxxxxxxxxxxxxxxxxxxxxx' has more than 24 "
              "characters [long-code]\n"
              "      - {code: xxxxxxxxxxxxxxxxxxxxxxxxx, title: T, departments: [a], scope: n}\n"
              "               ^\n");
}

TEST(Identifiers, SkipNoNumbersWhereAMeasureHasACodeAlone) {
    EXPECT_EQ(
        diagnose("remit: 1" + with_registry(file("p", {"number: 9", "code: C", "number: 1"}))), "");
}

TEST(Identifiers, NameTheMeasuresOfAPlan) {
    const auto dataset =
        test::programme_of({with_registry(file("p", {"code: C1", "number: 2, code: C2"})),
                            "plan: {steps: [{move: C1, to: b}, {move: 'p:2', to: b}]}\n"});

    ASSERT_EQ(dataset.plans().size(), 1U);
    const auto& steps = dataset.plans().front().steps;
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].measure, MeasureIndex{0});
    EXPECT_EQ(steps[1].measure, MeasureIndex{1});
}

}  // namespace
}  // namespace remit
