#include "support/programmes.hpp"

#include <remit/input/load.hpp>
#include <remit/model/history.hpp>
#include <remit/model/reorganization.hpp>

#include <gtest/gtest.h>

#include <array>
#include <sstream>

namespace remit {
namespace {

using test::diagnose;
using test::programme;

constexpr std::string_view bodies =
    "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D},\n"
    "              {id: e, name: E}]\n"
    "regions: [{id: r, name: R}]\n"
    "notice: {id: n, title: N, issued: 2020-01-01, lead: [b, a]}\n";

/// 1 names a, b, c; 2 names b, a; 3 names c alone; 4 is led by c, with b.
constexpr std::string_view measures =
    "measures:\n"
    "  - {number: 1, title: T, departments: [a, b, c], scope: r}\n"
    "  - {number: 2, title: T, departments: [b, a], scope: r}\n"
    "  - {number: 3, title: T, departments: c, scope: r}\n"
    "  - {number: 4, title: T, lead: c, with: b, scope: r}\n";

std::string with_plan(const std::string& steps) {
    return std::string(bodies) + std::string(measures) + "plan:\n  steps: [" + steps + "]\n";
}

/// The departments of each measure, a lead with a star; then those of the programme, then the
/// leads of the notice.
std::string shown(const Dataset& dataset) {
    std::string text;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        for (const auto& each : dataset.responsibilities(m)) {
            text += dataset[each.department].id + (each.role == Role::lead ? "* " : " ");
        }
        text += "/ ";
    }
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        text += dataset[d].id + ' ';
    }
    text += "|";
    for (const auto lead : dataset.notices().front().lead) {
        text += ' ' + dataset.registry()[lead].id;
    }
    return text;
}

std::string after(const std::string& steps) {
    const auto dataset = programme(with_plan(steps));
    const auto result = reorganize(dataset, dataset.plans());
    EXPECT_EQ(result.problems, std::vector<Diagnostic>{});
    return shown(result.dataset.value());
}

TEST(Reorganize, WithoutAPlanChangesNothing) {
    const auto dataset = programme(std::string(bodies) + std::string(measures));

    const auto result = reorganize(dataset, {});

    EXPECT_EQ(shown(dataset), "a b c / b a / c / c* b / a b c | b a");
    EXPECT_EQ(shown(result.dataset.value()), shown(dataset));
    EXPECT_TRUE(result.dataset->reorganized());
    EXPECT_FALSE(dataset.reorganized());
}

TEST(Reorganize, MergesBodiesIntoOneOfThemOrAnother) {
    EXPECT_EQ(after("{merge: [a, b], into: d}"), "d c / d / c / c* d / d c | d");
    EXPECT_EQ(after("{merge: [a, b], into: b}"), "b c / b / c / c* b / b c | b");
    EXPECT_EQ(after("{merge: [b, c], into: a}"), "a / a / a / a* / a | a");
}

TEST(Reorganize, KeepsTheLeadOfAMergedBody) {
    EXPECT_EQ(after("{merge: [b, c], into: e}"), "a e / e a / e / e* / a e | e a");
}

TEST(Reorganize, AMergedBodyLeadsIfALaterOneOfThemDid) {
    const auto dataset =
        programme(std::string(bodies) +
                  "measures: [{number: 1, title: T, departments: [a, b, c], lead: c, scope: r}]\n"
                  "plan: {steps: [{merge: [a, c], into: d}]}\n");

    EXPECT_EQ(shown(dataset), "a b c* / a b c | b a");
    EXPECT_EQ(shown(reorganize(dataset, dataset.plans()).dataset.value()), "d* b / d b | b d");
}

TEST(Reorganize, RenamesInPlace) {
    EXPECT_EQ(after("{rename: b, to: e}"), "a e c / e a / c / c* e / a e c | e a");
}

TEST(Reorganize, MovesAMeasureFromTheFirstNamedOrAnother) {
    EXPECT_EQ(after("{move: 1, to: d}"), "d b c / b a / c / c* b / a b c d | b a");
    EXPECT_EQ(after("{move: n:1, from: c, to: e}"), "a b e / b a / c / c* b / a b c e | b a");
    EXPECT_EQ(after("{move: 1, to: c}"), "c b / b a / c / c* b / a b c | b a");
    EXPECT_EQ(after("{move: 4, to: a}"), "a b c / b a / c / a* b / a b c | b a");
}

TEST(Reorganize, SplitsABodyMeasureByMeasure) {
    EXPECT_EQ(after("{split: b, into: [{to: d, measures: [1, 4]}, {to: e, measures: 2}]}"),
              "a d c / e a / c / c* d / a d e c | b a");
    EXPECT_EQ(after("{split: b, into: [{to: d, measures: 1}, {to: b, measures: rest}]}"),
              "a d c / b a / c / c* b / a d b c | b a");
    EXPECT_EQ(after("{split: c, into: [{to: d, measures: [1, 4]}, {to: e, measures: [3, 4]}]}"),
              "a b d / b a / e / d* e* b / a b d e | b a");
}

TEST(Reorganize, TakesEachStepOnWhatTheOneBeforeLeft) {
    EXPECT_EQ(after("{merge: [a, b], into: d}, {split: d, into: [{to: e, measures: 1}, "
                    "{to: a, measures: rest}]}, {move: 1, from: e, to: c}"),
              "c / a / c / c* a / a c | d");
}

std::string renamed_by(const std::string& steps) {
    const auto dataset = programme(with_plan(steps));
    std::string text;
    for (const auto& [first, then] : reorganize(dataset, dataset.plans()).renamed) {
        text += dataset.registry()[first].id + dataset.registry()[then].id + ' ';
    }
    return text;
}

TEST(Reorganize, SaysWhichDepartmentsGoOnUnderAnotherName) {
    EXPECT_EQ(renamed_by("{rename: b, to: e}"), "be ");
    EXPECT_EQ(renamed_by("{rename: b, to: e}, {rename: e, to: d}, {rename: a, to: e}"), "ae bd ");
    EXPECT_EQ(renamed_by("{merge: [a, b], into: d}"), "");
    EXPECT_EQ(renamed_by("{rename: b, to: a}"), "");
    EXPECT_EQ(renamed_by("{rename: a, to: d}, {rename: b, to: a}"), "ad ba ");
    EXPECT_EQ(renamed_by("{split: b, into: [{to: d, measures: [1, 2]}, {to: e, measures: rest}]}"),
              "");
    EXPECT_EQ(renamed_by("{move: 3, to: d}"), "");
}

TEST(Reorganize, SaysWhatASplitLeavesToNobody) {
    EXPECT_EQ(diagnose("remit: 1\n" + with_plan("{split: b, into: [{to: d, measures: [1, 2]}]}")),
              "plan.yaml:12:11: error: 'b' is split, but nobody takes 1 measure of it: 4 "
              "[split-leaves-measures]\n"
              "      steps: [{split: b, into: [{to: d, measures: [1, 2]}]}]\n"
              "              ^\n"
              "plan.yaml:12:11: note: name them in a part, or write 'rest' for one that takes all "
              "others\n");
}

TEST(Reorganize, SaysWhatAMeasureDoesNotName) {
    EXPECT_EQ(diagnose("remit: 1\n" + with_plan("{move: 3, from: a, to: d}")),
              "plan.yaml:12:11: error: measure 3 does not name 'a' [not-a-department-of-measure]\n"
              "      steps: [{move: 3, from: a, to: d}]\n"
              "              ^\n"
              "plan.yaml:12:11: note: at this step it names 'c'\n");
    EXPECT_EQ(
        diagnose("remit: 1\n" + with_plan("{split: a, into: [{to: d, measures: [3, rest]}]}")),
        "plan.yaml:12:11: error: measure 3 does not name 'a' [not-a-department-of-measure]\n"
        "      steps: [{split: a, into: [{to: d, measures: [3, rest]}]}]\n"
        "              ^\n"
        "plan.yaml:12:11: note: at this step it names 'c'\n");
}

TEST(Reorganize, WarnsOfAStepThatChangesNothing) {
    for (const auto* step : {"{merge: [d, e], into: d}", "{rename: a, to: a}", "{move: 1, to: a}",
                             "{rename: e, to: d}"}) {
        EXPECT_EQ(diagnose("remit: 1\n" + with_plan(step)),
                  "plan.yaml:12:11: warning: this step of the plan changes no measure "
                  "[step-changes-nothing]\n      steps: [" +
                      std::string(step) + "]\n              ^\n")
            << step;
    }
}

TEST(Reorganize, WarnsOfABodyThatNoMeasureNames) {
    EXPECT_EQ(diagnose("remit: 1\n" + with_plan("{merge: [b, d, e], into: e}")),
              "plan.yaml:12:11: warning: no measure names 'd' at this step of the plan "
              "[body-without-measures]\n"
              "      steps: [{merge: [b, d, e], into: e}]\n"
              "              ^\n");
}

TEST(Reorganize, DoesWhatTheRegistrysMergerDoes) {
    const std::string registry =
        "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}]\n"
        "regions: [{id: r, name: R}]\n"
        "successions:\n"
        "  - {from: a, to: d, change: merged-into, date: 2021-01-01}\n"
        "  - {from: c, to: d, change: merged-into, date: 2021-01-01}\n"
        "notice: {id: n, title: N, issued: 2020-01-01, lead: [b, a]}\n";
    const auto dataset =
        programme(registry + std::string(measures) + "plan: {steps: [{merge: [a, c], into: d}]}\n");

    EXPECT_EQ(shown(reorganize(dataset, dataset.plans()).dataset.value()),
              shown(as_of(dataset, {2021, 1, 1}).dataset.value()));
}

TEST(Plan, NamesOfBodiesAndMeasuresMustBeKnown) {
    EXPECT_EQ(
        diagnose("remit: 1\n" + with_plan("{rename: x, to: a}")),
        "plan.yaml:12:20: error: the plan names department 'x', which is not known "
        "[unknown-department]\n"
        "      steps: [{rename: x, to: a}]\n"
        "                       ^\n"
        "plan.yaml:12:20: note: no known name is near; is a registry file missing from 'include', "
        "or the department from the registry?\n");
    EXPECT_EQ(
        diagnose("remit: 1\n" + with_plan("{move: 9, to: a}")),
        "plan.yaml:12:18: error: the plan names measure '9', which is not there "
        "[unknown-measure]\n"
        "      steps: [{move: 9, to: a}]\n"
        "                     ^\n"
        "plan.yaml:12:18: note: write the number or code of a listed measure, such as 'n:1'\n");
}

TEST(Plan, AStepHasOneKind) {
    EXPECT_EQ(diagnose("remit: 1\n" + with_plan("{to: a}")),
              "plan.yaml:12:11: error: a step needs one of 'merge', 'rename', 'move' and 'split', "
              "and only one [missing-field]\n"
              "      steps: [{to: a}]\n"
              "              ^\n");
    EXPECT_NE(diagnose("remit: 1\n" + with_plan("{merge: [a], rename: a, to: b}")), "");
    EXPECT_NE(diagnose("remit: 1\n" + with_plan("{merge: [a, b]}")), "");
    EXPECT_NE(diagnose("remit: 1\n" + with_plan("{split: a, into: b}")), "");
    EXPECT_NE(diagnose("remit: 1\n" + with_plan("{move: 1, to: a, by: b}")), "");
}

TEST(Plan, HasAtMostAThousandSteps) {
    std::string steps;
    for (int i = 0; i < 1001; ++i) {
        steps += std::string("\n    - {rename: ") + (i % 2 == 0 ? "a, to: d}" : "d, to: a}");
    }
    const auto text =
        "remit: 1\n" + std::string(bodies) + std::string(measures) + "plan:\n  steps:";

    EXPECT_EQ(diagnose(text + steps + "\n"),
              "plan.yaml:1013:7: error: a plan has at most 1000 steps [too-many-steps]\n"
              "        - {rename: a, to: d}\n"
              "          ^\n");
    EXPECT_EQ(diagnose(text + steps.substr(0, steps.rfind('\n')) + "\n"), "");
}

TEST(Plan, AloneIsAFileLikeOthers) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments: [{id: a, name: A}]\n"
                       "plan: {title: {en: T}, source: S, steps: [{move: 7, to: a}]}\n"),
              "");
}

TEST(Only, KeepsOneNoticeOfSeveral) {
    const std::vector paths{std::string(REMIT_SOURCE_DIR "/data")};
    const auto both = load(paths).dataset.value();
    const auto alone = test::shipped("2020-third-batch.yaml");

    const auto part = only(both, {1});

    EXPECT_EQ(part.notices().size(), 1U);
    EXPECT_EQ(part.withheld(), 4U);
    ASSERT_EQ(part.measures().size(), 16U);
    ASSERT_EQ(part.departments().size(), 13U);
    EXPECT_EQ(part.regions().size(), alone.regions().size());
    EXPECT_EQ(part.categories().size(), 5U);
    for (MeasureIndex m; m.value < 16; ++m.value) {
        const auto a = part.responsibilities(m);
        const auto b = alone.responsibilities(m);
        EXPECT_TRUE(std::equal(a.begin(), a.end(), b.begin(), b.end())) << m.value;
        EXPECT_EQ(part[*part[m].category].id, alone[*alone[m].category].id);
        EXPECT_EQ(part.scope(m).front(), alone.scope(m).front());
    }
}

std::string diagnose_step(StepKind kind, const std::string& text) {
    const std::vector paths{std::string(REMIT_SOURCE_DIR "/data/2020-third-batch.yaml")};
    const std::array steps{StepText{kind, "--step", text}};
    const auto loaded = load(paths, {}, steps);
    std::ostringstream out;
    write(out, loaded.diagnostics);
    return out.str();
}

TEST(StepText, AddsBodiesThatNobodyKnows) {
    const std::vector paths{std::string(REMIT_SOURCE_DIR "/data/2020-third-batch.yaml")};
    const std::array steps{StepText{StepKind::merge, "--merge", "银保监会 + 人民银行 = 新机构"},
                           StepText{StepKind::split, "--split", "海关总署=北关:12;南关:rest"},
                           StepText{StepKind::move, "--move", "10/most=moe"},
                           StepText{StepKind::rename, "--rename", "MOF=财政部"}};
    const auto loaded = load(paths, {}, steps);
    const auto& dataset = loaded.dataset.value();

    const auto result = reorganize(dataset, dataset.plans()).dataset.value();

    ASSERT_EQ(result.departments().size(), 12U);
    EXPECT_EQ(result[DepartmentIndex{0}].id, "新机构");
    std::string ten;
    for (const auto& each : result.responsibilities({9})) ten += result[each.department].id + ' ';
    EXPECT_EQ(ten, "ndrc moe cnipa ");
    EXPECT_EQ(result[result.responsibilities({11}).front().department].id, "北关");
    EXPECT_EQ(loaded.diagnostics.count(Severity::warning), 1U);  // the name that changes nothing
}

TEST(StepText, SaysWhichFormItHas) {
    EXPECT_EQ(diagnose_step(StepKind::merge, "a+b"),
              "--step:1:1: error: 'a+b' is not of the form A+B=C [wrong-value]\n    a+b\n    ^\n");
    EXPECT_EQ(diagnose_step(StepKind::split, "most=a;b:1"),
              "--step:1:1: error: 'most=a;b:1' is not of the form A=C:1,2;D:rest [wrong-value]\n"
              "    most=a;b:1\n    ^\n");
    for (const auto* text : {"", "=", "a=", "=b", "a+=c", "+a=c"}) {
        EXPECT_NE(diagnose_step(StepKind::merge, text), "") << text;
    }
    for (const auto* text : {"1/=a", "/a=b", "1/a="}) {
        EXPECT_NE(diagnose_step(StepKind::move, text), "") << text;
    }
    for (const auto* text : {"most=:1", "most=a:", "most=a:1,,2", "=a:1"}) {
        EXPECT_NE(diagnose_step(StepKind::split, text), "") << text;
    }
    EXPECT_EQ(diagnose_step(StepKind::rename, "most=\xff"),
              "--step:1:1: error: the step has a control character or bytes that are no UTF-8 "
              "[control-character]\n    most=\xef\xbf\xbd\n    ^\n");
}

TEST(StepText, PointsAtTheNameThatIsWrong) {
    EXPECT_EQ(diagnose_step(StepKind::merge, "cbirc+pbcc=x"),
              "--step:1:7: error: the plan names department 'pbcc', which is not known "
              "[unknown-department]\n    cbirc+pbcc=x\n          ^\n"
              "--step:1:7: note: did you mean 'pbc'?\n");
}

}  // namespace
}  // namespace remit
