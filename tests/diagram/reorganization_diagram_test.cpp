#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/dot.hpp>
#include <remit/diagram/reorganization_diagram.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace remit {
namespace {

using test::all_text;
using test::box_with_id;
using test::contains;
using test::curve_with_id;
using test::geometry_faults;

const std::vector<std::string> none;

Picture drawn(const Dataset& before, const PictureOptions& options = {}) {
    return reorganization_diagram(before, reorganize(before, before.plans()), options);
}

Dataset third_batch(const std::vector<StepText>& steps) {
    const std::array<std::string, 1> paths{REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"};
    return load(paths, {}, steps).dataset.value();
}

Dataset merged() {
    return third_batch({{StepKind::merge, "--merge", "银保监会+人民银行=regulator"}});
}

/// 1 names a, b, c; 2 names b, a; 3 names c alone; 4 names d.
Dataset planned(const std::string& steps) {
    return test::programme(
        "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D},\n"
        "              {id: e, name: E}]\n"
        "regions: [{id: r, name: R}]\n"
        "notice: {id: n, title: N, issued: 2020-01-01}\n"
        "measures:\n"
        "  - {number: 1, title: T, departments: [a, b, c], scope: r}\n"
        "  - {number: 2, title: T, departments: [b, a], scope: r}\n"
        "  - {number: 3, title: T, departments: c, scope: r}\n"
        "  - {number: 4, title: T, departments: d, scope: r}\n"
        "plan:\n  steps: [" +
        steps + "]\n");
}

/// The ribbons as the numbers of measures that they stand for, by that of d, which has one.
std::map<std::string, int> ribbons(const Picture& picture) {
    const auto one = curve_with_id(picture, "flow-d-d").width;
    std::map<std::string, int> result;
    for (const auto& curve : picture.front().curves) {
        if (!curve.kind.starts_with("flow")) continue;
        result[curve.id.substr(5) + (contains(curve.kind, "changed") ? "!" : "")] =
            static_cast<int>(std::lround(curve.width / one));
    }
    return result;
}

std::string line_of(const Picture& picture, const std::string& id) {
    std::string text;
    for (const auto& row : box_with_id(picture, id).rows) {
        for (const auto& cell : row) {
            for (const auto& line : cell.lines) text += line.text;
        }
    }
    return text;
}

using Ribbons = std::map<std::string, int>;

TEST(ReorganizationDiagram, IsSoundOnEveryPageInEveryLanguage) {
    const auto several = third_batch({{StepKind::merge, "--merge", "cbirc+pbc=regulator"},
                                      {StepKind::rename, "--rename", "mof=treasury"},
                                      {StepKind::split, "--split", "most=science:7,9;tech:rest"},
                                      {StepKind::move, "--move", "10=cnipa"}});
    for (const auto& dataset : {merged(), several}) {
        for (const auto& options : test::every_page()) {
            EXPECT_EQ(geometry_faults(drawn(dataset, options)), none) << test::shown(options);
        }
    }
}

TEST(ReorganizationDiagram, IsSoundForOddProgrammes) {
    for (const auto& [what, dataset] : test::odd_programmes()) {
        for (const auto& options : test::every_page()) {
            EXPECT_EQ(geometry_faults(drawn(dataset, options)), none)
                << what << ' ' << test::shown(options);
        }
    }
}

TEST(ReorganizationDiagram, DrawsAMergerAsTwoRibbonsIntoOneDepartment) {
    EXPECT_EQ(ribbons(drawn(planned("{merge: [a, b], into: e}"))),
              (Ribbons{{"a-e!", 2}, {"b-e!", 2}, {"c-c", 2}, {"d-d", 1}}));
}

TEST(ReorganizationDiagram, DrawsASplitAMoveAndARenaming) {
    EXPECT_EQ(ribbons(drawn(
                  planned("{split: c, into: [{to: a, measures: 1}, {to: e, measures: rest}]}"))),
              (Ribbons{{"a-a!", 2}, {"b-b", 2}, {"c-a!", 1}, {"c-e!", 1}, {"d-d", 1}}));
    EXPECT_EQ(ribbons(drawn(planned("{move: 2, to: c}"))),
              (Ribbons{{"a-a", 2}, {"b-b!", 1}, {"b-c!", 1}, {"c-c!", 2}, {"d-d", 1}}));
    EXPECT_EQ(ribbons(drawn(planned("{rename: a, to: e}"))),
              (Ribbons{{"a-e!", 2}, {"b-b", 2}, {"c-c", 2}, {"d-d", 1}}));
}

TEST(ReorganizationDiagram, FollowsAMeasureThroughSeveralSteps) {
    const auto picture =
        drawn(planned("{merge: [a, b], into: e}, {split: e, into: [{to: b, measures: 1}, "
                      "{to: c, measures: rest}]}"));

    EXPECT_EQ(
        ribbons(picture),
        (Ribbons{{"a-b!", 1}, {"a-c!", 1}, {"b-b!", 1}, {"b-c!", 1}, {"c-c!", 2}, {"d-d", 1}}));
}

TEST(ReorganizationDiagram, MarksWhoEndsIsNewOrRenamed) {
    const auto merger = drawn(planned("{merge: [a, b], into: e}"));
    EXPECT_EQ(line_of(merger, "before-tag-a"), "不再列");
    EXPECT_EQ(line_of(merger, "after-tag-e"), "新列");
    EXPECT_THROW(static_cast<void>(box_with_id(merger, "after-tag-c")), std::runtime_error);

    const auto renaming = drawn(planned("{rename: a, to: e}"));
    EXPECT_EQ(line_of(renaming, "after-tag-e"), "更名");
    EXPECT_THROW(static_cast<void>(box_with_id(renaming, "before-tag-a")), std::runtime_error);
}

TEST(ReorganizationDiagram, ShowsLoadsAndFiguresOfTheThirdBatch) {
    const auto picture = drawn(merged());

    EXPECT_EQ(line_of(picture, "before-count-cbirc"), "6");
    EXPECT_EQ(line_of(picture, "before-count-pbc"), "6");
    EXPECT_EQ(line_of(picture, "after-count-regulator"), "7");
    EXPECT_EQ(line_of(picture, "figure-departments"), "13 → 12");
    EXPECT_EQ(line_of(picture, "figure-links"), "43 → 38");
    EXPECT_EQ(line_of(picture, "figure-pairs"), "25 → 21");
    EXPECT_EQ(line_of(picture, "figure-sole"), "1 → 1");
    // 241 / 43² and 218 / 38²
    EXPECT_EQ(line_of(picture, "figure-herfindahl"), "0.130 → 0.151");
    EXPECT_EQ(3 * box_with_id(picture, "before-bar-cbirc").width(),
              2 * box_with_id(picture, "before-bar-most").width());
    EXPECT_TRUE(contains(all_text(picture), "银保监会、人民银行并为regulator"));
}

TEST(ReorganizationDiagram, KeepsUnchangedDepartmentsAtOneHeight) {
    const auto picture = drawn(merged());

    for (const auto* id : {"most", "mof", "gacc", "mohrss"}) {
        const auto& line = curve_with_id(picture, std::string("flow-") + id + '-' + id);
        EXPECT_EQ(line.begin.y, line.end.y) << id;
        EXPECT_EQ(line.color, "#E3E3E3") << id;
    }
    EXPECT_EQ(curve_with_id(picture, "flow-pbc-regulator").color, "#005A8E");
}

TEST(ReorganizationDiagram, SaysHowManyItLeavesOut) {
    const auto dataset = test::programme(test::large_programme(200, 60) +
                                         "plan: {steps: [{merge: [d3, d4], "
                                         "into: d5}]}\n");

    const auto picture = drawn(dataset, {Language::en});

    const auto names = std::count_if(
        picture.front().boxes.begin(), picture.front().boxes.end(), [](const Box& box) {
            return box.kind.starts_with("department") && box.id.starts_with("before-");
        });
    EXPECT_TRUE(contains(all_text(picture), "not drawn: " + std::to_string(60 - names)));
    EXPECT_NO_THROW(static_cast<void>(box_with_id(picture, "before-d3")));
    EXPECT_EQ(geometry_faults(picture), none);
}

TEST(ReorganizationDiagram, HoldsAThousandMeasures) {
    const auto dataset = test::programme(test::large_programme(1000, 200) +
                                         "plan: {steps: [{merge: [d3, d4], into: d5}]}\n");

    EXPECT_EQ(geometry_faults(drawn(dataset)), none);
}

TEST(ReorganizationDiagram, RefusesAChangeThatNoPageHolds) {
    std::string all = "d0";
    for (int d = 1; d < 60; ++d) all += ", d" + std::to_string(d);
    const auto dataset = test::programme(test::large_programme(200, 60) +
                                         "plan: {steps: [{merge: [" + all + "], into: d0}]}\n");

    EXPECT_THROW(static_cast<void>(drawn(dataset)), Error);
    EXPECT_EQ(geometry_faults(drawn(dataset, {Language::en, PageFormat::fit})), none);
}

TEST(ReorganizationDiagram, NeverSaysLeadWhereTheNoticeDoesNot) {
    EXPECT_FALSE(contains(all_text(drawn(merged())), "牵头"));
    EXPECT_FALSE(contains(all_text(drawn(merged(), {Language::en})), "lead"));
}

TEST(ReorganizationDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(
        test::is_golden(to_dot(drawn(merged()).front()), "reorganization-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
