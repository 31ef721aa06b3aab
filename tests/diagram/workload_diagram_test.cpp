#include "../../src/diagram/output/dot.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>

#include <gtest/gtest.h>

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

double width_of(const Picture& picture, const std::string& id) {
    return std::get<Area>(shape_with_id(picture, id)).at.width;
}

bool has(const Picture& picture, const std::string& id) {
    return !ids(picture.front(), id).empty();
}

TEST(WorkloadDiagram, IsSoundOnEveryPageInEveryLanguage) {
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto& options : test::every_page()) {
            const auto picture = workload_diagram(dataset, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
            EXPECT_LE(picture.size(), 2U) << name << ' ' << test::shown(options);
        }
    }
}

TEST(WorkloadDiagram, IsSoundForOddProgrammes) {
    for (const auto& [what, dataset] : test::odd_programmes()) {
        for (const auto& options : test::every_page()) {
            EXPECT_EQ(geometry_faults(workload_diagram(dataset, options)), none)
                << what << ' ' << test::shown(options);
        }
    }
}

TEST(WorkloadDiagram, ShowsTheCountsOfTheThirdBatch) {
    const auto picture = workload_diagram(test::shipped("2020-third-batch.yaml"));
    const auto shown = [&](const std::string& id) {
        std::string text;
        for (const auto& part :
             {"leading-" + id + "-number", "joining-" + id + "-number", "count-" + id,
              "listed-" + id, "announced-" + id, "fraction-value-" + id}) {
            text += text_with_id(picture, part) + ' ';
        }
        return text;
    };

    EXPECT_EQ(shown("most"), "3 6 9 56% 45–65% 3.58 ");
    EXPECT_EQ(shown("pbc"), "2 4 6 38% 30–50% 1.92 ");
    EXPECT_EQ(text_with_id(picture, "joining-cnipa-number"), "3");
    EXPECT_FALSE(has(picture, "leading-cnipa"));
    EXPECT_EQ(whole_text(picture, "sum-count"), "首列部门16 + 同列部门27 = 43");
    EXPECT_EQ(text_with_id(picture, "sum-fractional"), "16.00");
}

TEST(WorkloadDiagram, RoundsAsTablesDo) {
    const auto picture = workload_diagram(test::shipped("2018-second-batch.yaml"));

    EXPECT_EQ(text_with_id(picture, "fraction-value-moe"), "0.63");  // 5/8
    EXPECT_EQ(text_with_id(picture, "fraction-value-cas"), "0.13");  // 1/8
}

TEST(WorkloadDiagram, DrawsBarsAsLongAsTheirCounts) {
    const auto picture = workload_diagram(test::shipped("2020-third-batch.yaml"));

    const auto unit = width_of(picture, "leading-gacc");

    EXPECT_NEAR(width_of(picture, "leading-most"), 3 * unit, 1e-6);
    EXPECT_NEAR(width_of(picture, "joining-most"), 6 * unit, 1e-6);
    EXPECT_NEAR(width_of(picture, "joining-cnipa"), 3 * unit, 1e-6);
    // What the 4 withheld measures could add.
    EXPECT_NEAR(width_of(picture, "count-most-band"), 4 * unit, 1e-6);
    const auto fraction = width_of(picture, "fraction-gacc");
    EXPECT_NEAR(width_of(picture, "fraction-most"), (3 + 7 / 12.0) * fraction, 1e-6);
}

TEST(WorkloadDiagram, SaysHowFewHoldTwoThirds) {
    const auto third = test::shipped("2020-third-batch.yaml");

    // 9 + 6 + 6 + 6 + 6 of 43; 27, without the last, are less than two thirds.
    EXPECT_EQ(workload_diagram(third, {Language::en}).front().title,
              "5 of 13 departments hold 33 of 43 responsibilities");
    EXPECT_EQ(workload_diagram(third, {Language::zh_hans}).front().title,
              "13个部门中的5个，担43项次中的33项次");
    PictureOptions neutral{Language::en};
    neutral.title = "neutral";
    EXPECT_EQ(workload_diagram(third, neutral).front().title, "Workload of the departments");
    neutral.title = "Who does what";
    EXPECT_EQ(workload_diagram(third, neutral).front().title, "Who does what");
}

// Two thirds of 6 links are 4: x has 2, and of y and z, with 2 each, none is named without the
// other; that would be all three.
TEST(WorkloadDiagram, SaysNothingOfAFewWhereOthersHaveAsMuch) {
    const auto dataset = test::programme(R"(
departments: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
notice: {id: n, title: T, issued: 2026-01-15}
measures:
  - {number: 1, title: A, departments: [x, y]}
  - {number: 2, title: B, departments: [y, z]}
  - {number: 3, title: C, departments: [z, x]}
)");

    const auto picture = workload_diagram(dataset, {Language::en});

    EXPECT_EQ(picture.front().title, "Workload of the departments");
    EXPECT_FALSE(has(picture, "bracket-"));
}

TEST(WorkloadDiagram, SpeaksOfLeadsOnlyWhereTheyAreDeclared) {
    EXPECT_TRUE(
        contains(all_text(workload_diagram(test::shipped("2020-third-batch.yaml"), {Language::en})),
                 "first-named"));
    const auto dataset = test::programme(R"(
departments: [{id: x, name: X}, {id: y, name: Y}]
notice: {id: n, title: T, issued: 2026-01-15}
measures: [{number: 1, title: A, lead: x, with: y}]
)");

    const auto text = all_text(workload_diagram(dataset, {Language::en}));

    EXPECT_TRUE(contains(text, "1 lead + 1 with = 2")) << text;
    EXPECT_FALSE(contains(text, "first-named")) << text;
}

// A bar says that 2 measures name y, and the band that the open list may be a third.
TEST(WorkloadDiagram, DrawsWhatOpenListsCouldAdd) {
    const auto dataset = test::programme(R"(
departments: [{id: x, name: X}, {id: y, name: Y}]
notice: {id: n, title: T, issued: 2026-01-15}
measures:
  - {number: 1, title: A, departments: [x, y]}
  - {number: 2, title: B, departments: y}
  - {number: 3, title: C, departments: x, open: true}
)");

    const auto picture = workload_diagram(dataset, {Language::en});

    EXPECT_NEAR(width_of(picture, "count-y-band"), width_of(picture, "joining-y"), 1e-6);
    EXPECT_FALSE(has(picture, "count-x-band"));
    EXPECT_EQ(text_with_id(picture, "announced-y"), "67–100%");
}

TEST(WorkloadDiagram, DrawsAllRowsOnAsManyPagesAsNeeded) {
    const auto dataset = test::programme(test::large_programme(200, 60));

    const auto picture = workload_diagram(dataset, {Language::en});

    std::size_t rows = 0;
    for (const auto& page : picture) rows += ids(page, "fraction-value-").size();
    EXPECT_GT(picture.size(), 1U);
    EXPECT_EQ(rows, dataset.departments().size());
    EXPECT_TRUE(contains(all_text(Picture{picture.back()}), "Sum"));
    EXPECT_FALSE(contains(all_text(Picture{picture.front()}), "Sum"));
}

TEST(WorkloadDiagram, SaysThatThereIsNothingToDraw) {
    const auto dataset = test::programme(R"(
departments: [{id: x, name: X}]
notice: {id: n, title: T, issued: 2026-01-15, announced: 2}
measures: []
)");

    EXPECT_TRUE(contains(all_text(workload_diagram(dataset, {Language::en})),
                         "No measure names a department"));
}

TEST(WorkloadDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(
        drawing::to_dot(workload_diagram(test::shipped("2020-third-batch.yaml")).front()),
        "workload-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
