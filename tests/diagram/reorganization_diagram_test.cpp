#include "../../src/diagram/output/dot.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/input/load.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace remit {
namespace {

using test::all_text;
using test::contains;
using test::geometry_faults;
using test::ids;
using test::shape_with_id;
using test::text_with_id;
using test::whole_text;

const std::vector<std::string> none;

Picture drawn(const Dataset& before, const PictureOptions& options = {}) {
    return reorganization_diagram(before, reorganize(before, before.plans()), options);
}

Dataset third_batch(const std::vector<StepText>& steps) {
    const std::vector<std::string> paths{REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"};
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

/// Who has a measure, before and after: "a b > e".
std::string way_of(const Picture& picture, const std::string& measure) {
    std::string text;
    for (const auto* side : {"before-", "after-"}) {
        if (side[0] == 'a') text += "> ";
        for (const auto& id : ids(picture.front(), std::string("dot-") + side)) {
            if (!id.ends_with("-of-" + measure)) continue;
            if (std::get<Disc>(shape_with_id(picture, id)).diameter < 5.0) continue;
            const auto begin = std::string("dot-").size() + std::string(side).size();
            text += id.substr(begin, id.find("-of-") - begin) + ' ';
        }
    }
    return text;
}

std::string title_of(const Dataset& dataset, Language language = Language::en) {
    return drawn(dataset, {language}).front().title;
}

bool has(const Picture& picture, const std::string& id) {
    const auto found = ids(picture.front(), id);
    return std::find(found.begin(), found.end(), id) != found.end();
}

std::string figure(const Picture& picture, const std::string& id) {
    return text_with_id(picture, "figure-" + id + "-before") + " > " +
           text_with_id(picture, "figure-" + id + "-after");
}

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

// CBIRC and PBC have six each, and 1, 3, 4, 5 and 6 both.
TEST(ReorganizationDiagram, SaysHowMuchAMergerHoldsAndWhatWasShared) {
    EXPECT_EQ(title_of(merged()),
              "Merged, CBIRC and PBC would have 7 measures, not 12: both have 5 of them today");
    EXPECT_EQ(title_of(planned("{merge: [c, d], into: e}")),
              "Merged, C and D would have 3 measures, and share none today");
    EXPECT_EQ(
        title_of(planned("{split: c, into: [{to: e, measures: 1}, {to: c, measures: rest}]}")),
        "Of the 2 measures of C, C would have 1 and E would have 1");
    EXPECT_EQ(title_of(planned("{rename: a, to: e}")),
              "E takes the place of A, with all 2 of its measures");
    // Two changes at once: neutral.
    EXPECT_EQ(title_of(planned("{rename: a, to: e}, {move: 4, to: b}")), "What the plan changes");
}

TEST(ReorganizationDiagram, ShowsWhoHadWhatAndWhoHasItNow) {
    const auto picture = drawn(planned("{merge: [a, b], into: e}"));

    EXPECT_EQ(way_of(picture, "1"), "a b > e ");
    EXPECT_EQ(way_of(picture, "2"), "a b > e ");
    EXPECT_EQ(way_of(picture, "3"), "> ");
    const auto moved = drawn(planned("{move: 2, to: c}"));
    EXPECT_EQ(way_of(moved, "1"), "b c > b c ");
    EXPECT_EQ(way_of(moved, "2"), "b > c ");
    EXPECT_EQ(way_of(moved, "3"), "c > c ");
    const auto divided =
        drawn(planned("{split: c, into: [{to: a, measures: 1}, {to: e, measures: rest}]}"));
    EXPECT_EQ(way_of(divided, "1"), "a c > a ");
    EXPECT_EQ(way_of(divided, "2"), "a > a ");
    EXPECT_EQ(way_of(divided, "3"), "c > e ");
}

TEST(ReorganizationDiagram, FollowsAMeasureThroughSeveralSteps) {
    const auto picture =
        drawn(planned("{merge: [a, b], into: e}, {split: e, into: [{to: b, measures: 1}, "
                      "{to: c, measures: rest}]}"));

    EXPECT_EQ(way_of(picture, "1"), "a b c > b c ");
    EXPECT_EQ(way_of(picture, "2"), "a b > c ");
    EXPECT_FALSE(has(picture, "after-e"));
}

TEST(ReorganizationDiagram, ColorsOnlyWhatSeveralShareOrWhatMoves) {
    const auto color = [](const Picture& picture, const std::string& id) {
        return std::get<Disc>(shape_with_id(picture, "dot-" + id)).frame;
    };
    const auto merger = drawn(merged());
    EXPECT_EQ(color(merger, "before-pbc-of-3"), "#005A8E");
    EXPECT_EQ(color(merger, "after-regulator-of-3"), "#005A8E");
    EXPECT_EQ(color(merger, "before-cbirc-of-7"), "#1A1A1A");
    EXPECT_EQ(color(merger, "after-regulator-of-11"), "#1A1A1A");
    const auto moved = drawn(planned("{move: 2, to: c}"));
    EXPECT_EQ(color(moved, "after-c-of-2"), "#005A8E");
    EXPECT_EQ(color(moved, "after-c-of-3"), "#1A1A1A");
}

TEST(ReorganizationDiagram, ShowsLoadsPartnersAndFiguresOfTheThirdBatch) {
    const auto picture = drawn(merged(), {Language::en});
    const auto unit = [&](const std::string& id) {
        return std::get<Area>(shape_with_id(picture, id)).at.height /
               std::stod(text_with_id(picture, id + "-number"));
    };

    EXPECT_EQ(text_with_id(picture, "before-cbirc-number"), "6");
    EXPECT_EQ(text_with_id(picture, "before-pbc-number"), "6");
    EXPECT_EQ(text_with_id(picture, "after-regulator-number"), "7");
    EXPECT_NEAR(unit("before-cbirc"), unit("after-regulator"), 1e-6);
    // MOST shares 4 with CBIRC and 3 with PBC, all of which CBIRC has as well.
    EXPECT_EQ(text_with_id(picture, "partner-most-2") + text_with_id(picture, "partner-most-3") +
                  text_with_id(picture, "partner-most-4"),
              "434");
    EXPECT_EQ(figure(picture, "departments"), "13 > 12");
    EXPECT_EQ(figure(picture, "links"), "43 > 38");
    EXPECT_EQ(figure(picture, "pairs"), "25 > 21");
    EXPECT_EQ(figure(picture, "sole"), "1 > 1");
    EXPECT_EQ(figure(picture, "cover"), "5 > 5");
    EXPECT_TRUE(contains(all_text(picture), "CBIRC without PBC: 1"));
    EXPECT_EQ(whole_text(picture, "unchanged"),
              "As before, by measures: MOST 9, MOF 6, NDRC 6, CNIPA 3, SASAC 1, GACC 1, SPC 1, "
              "MOJ 1, MOE 1, MIIT 1, MOHRSS 1.");
}

TEST(ReorganizationDiagram, NamesAllDepartmentsAndMeasuresOfAThousand) {
    const auto dataset = test::programme(test::large_programme(1000, 200) +
                                         "plan: {steps: [{merge: [d3, d4], into: d5}]}\n");

    const auto picture = drawn(dataset, {Language::en});

    EXPECT_EQ(geometry_faults(picture), none);
    const auto text = whole_text(picture, "unchanged");
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        const auto name = std::string(dataset[d].short_name.in(Language::en));
        const auto& id = dataset[d].id;
        if (id == "d3" || id == "d4" || id == "d5") continue;
        EXPECT_TRUE(contains(text, name + " ")) << name;
    }
}

TEST(ReorganizationDiagram, OfAPlanThatChangesNothingSaysSo) {
    EXPECT_TRUE(contains(all_text(drawn(planned("{rename: e, to: e}"), {Language::en})),
                         "changes nothing"));
}

TEST(ReorganizationDiagram, NeverSaysLeadWhereTheNoticeDoesNot) {
    const auto chinese = all_text(drawn(merged()));

    EXPECT_EQ(chinese.find("牵头"), chinese.rfind("牵头"));
    EXPECT_FALSE(contains(all_text(drawn(merged(), {Language::en})), "leads"));
}

TEST(ReorganizationDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(drawing::to_dot(drawn(merged()).front()),
                                "reorganization-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
