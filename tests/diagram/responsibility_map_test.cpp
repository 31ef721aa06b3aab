#include "../../src/diagram/output/dot.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>

#include <gtest/gtest.h>

#include <set>

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

std::size_t count_of(const Picture& picture, std::string_view prefix) {
    std::size_t count = 0;
    for (const auto& page : picture) count += ids(page, prefix).size();
    return count;
}

double width_of(const Picture& picture, const std::string& id) {
    return std::get<Area>(shape_with_id(picture, id)).at.width;
}

const Stroke& link(const Picture& picture, const std::string& id) {
    return std::get<Stroke>(shape_with_id(picture, id));
}

TEST(ResponsibilityMap, IsSoundOnEveryPageInEveryLanguage) {
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto& options : test::every_page()) {
            const auto picture = responsibility_map(dataset, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
            EXPECT_LE(picture.size(), 3U) << name << ' ' << test::shown(options);
        }
    }
}

TEST(ResponsibilityMap, IsSoundForOddProgrammes) {
    for (const auto& [what, dataset] : test::odd_programmes()) {
        for (const auto& options : test::pages_for(dataset)) {
            EXPECT_EQ(geometry_faults(responsibility_map(dataset, options)), none)
                << what << ' ' << test::shown(options);
        }
    }
}

TEST(ResponsibilityMap, StandsOnOnePageForTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    EXPECT_EQ(responsibility_map(dataset, {Language::zh_hans}).size(), 1U);
    EXPECT_EQ(responsibility_map(dataset, {Language::en}).size(), 1U);
}

TEST(ResponsibilityMap, DrawsEveryLinkOnce) {
    const auto picture = responsibility_map(test::shipped("2020-third-batch.yaml"));

    EXPECT_EQ(count_of(picture, "link-"), 43U);
    EXPECT_EQ(count_of(picture, "measure-"), 16U);
    EXPECT_EQ(text_with_id(picture, "count-most"), "9");
    EXPECT_NEAR(width_of(picture, "joining-most"), 2.0 * width_of(picture, "leading-most"), 1e-6);
    EXPECT_EQ(ids(picture.front(), "leading-cnipa"), std::vector<std::string>{});  // never first
}

// Measure 7 names MOST first and is limited to the pilot regions; 10 names NDRC first, everywhere.
TEST(ResponsibilityMap, DrawsFirstNamedThickAndLimitedOrange) {
    const auto picture = responsibility_map(test::shipped("2020-third-batch.yaml"));

    const auto& first = link(picture, "link-most-m-7");
    const auto& other = link(picture, "link-cbirc-m-7");
    const auto& everywhere = link(picture, "link-ndrc-m-10");

    EXPECT_GT(first.width, other.width);
    EXPECT_EQ(first.color, "#B34700");
    EXPECT_EQ(everywhere.width, first.width);
    EXPECT_NE(everywhere.color, first.color);
    EXPECT_EQ(text_with_id(picture, "scope-10"), "全国");
}

TEST(ResponsibilityMap, EndsEachLineAtItsMeasure) {
    const auto picture = responsibility_map(test::shipped("2020-third-batch.yaml"));

    for (const auto& id : ids(picture.front(), "link-")) {
        const auto measure = id.substr(id.rfind('-') + 1);
        const auto& title = std::get<Label>(shape_with_id(picture, "number-" + measure));
        EXPECT_NEAR(link(picture, id).points.back().y, title.at.y, 8.0) << id;
    }
}

TEST(ResponsibilityMap, SaysWhatIsLimitedAndWhatIsWithheld) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto chinese = responsibility_map(dataset, {Language::zh_hans});
    const auto english = responsibility_map(dataset, {Language::en});

    EXPECT_EQ(chinese.front().title, "11项适用于全国，5项只适用于8个改革试验区域");
    EXPECT_EQ(english.front().title,
              "11 measures apply everywhere, 5 only in the eight reform pilot regions");
    EXPECT_EQ(text_with_id(chinese, "withheld-1"), "五、军民深度融合：4项未公开");
    EXPECT_TRUE(contains(whole_text(english, "members"), "Beijing–Tianjin–Hebei"));
    EXPECT_TRUE(contains(whole_text(english, "key"), "MOHRSS"));
}

constexpr const char* bodies = "\ndepartments: [{id: x, name: X}, {id: y, name: Y}]\n";

TEST(ResponsibilityMap, SaysNothingOfPlacesWhereThereAreNone) {
    const auto dataset = test::programme(std::string(bodies) + R"(
notice: {id: n, title: T, issued: 2026-01-15}
measures:
  - {number: 1, title: A, departments: [x, y]}
  - {number: 2, title: B, departments: [x]}
)");

    const auto picture = responsibility_map(dataset, {Language::en});

    EXPECT_EQ(picture.front().title, "1 of 2 departments holds 2 of 3 responsibilities");
    EXPECT_EQ(count_of(picture, "scope-"), 0U);
    EXPECT_FALSE(contains(all_text(picture), "everywhere")) << all_text(picture);
}

// Nobody knows where measure 3 applies, so none of the counts is true of all.
TEST(ResponsibilityMap, CountsNoPlacesWhereAReachIsNotKnown) {
    const auto dataset = test::programme(std::string(bodies) + R"(
regions: [{id: all, kind: nation, name: Land}, {id: north, name: North}]
notice: {id: n, title: T, issued: 2026-01-15}
measures:
  - {number: 1, title: A, departments: [x, y], scope: all}
  - {number: 2, title: B, departments: [x], scope: north}
  - {number: 3, title: C, departments: [x], scope: {unnamed: some places}}
)");

    const auto picture = responsibility_map(dataset, {Language::en});

    EXPECT_FALSE(contains(all_text(picture), "everywhere")) << all_text(picture);
    EXPECT_FALSE(contains(all_text(picture), "only")) << all_text(picture);
    EXPECT_TRUE(contains(all_text(picture), "some places")) << all_text(picture);
}

TEST(ResponsibilityMap, DrawsMeasuresThatNameNobody) {
    const auto picture = responsibility_map(test::twenty_tasks(), {Language::en});

    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_EQ(count_of(picture, "measure-"), 20U);
    EXPECT_TRUE(contains(all_text(picture), "nobody named"));
}

TEST(ResponsibilityMap, DrawsEveryMeasureOfALongListAndEveryLink) {
    const auto dataset = test::programme(test::large_programme(200, 60));

    const auto picture = responsibility_map(dataset, {Language::en});

    std::size_t links = 0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        links += dataset.responsibilities(m).size();
    }
    std::set<std::string> drawn;
    for (const auto& page : picture) {
        for (const auto& id : ids(page, "link-")) drawn.insert(id);
    }
    EXPECT_EQ(count_of(picture, "link-"), links);
    EXPECT_EQ(drawn.size(), links);
    EXPECT_LE(picture.size(), 25U);  // 200 / 8
}

TEST(ResponsibilityMap, RefusesWhatNeedsTooManyPages) {
    const auto dataset = test::programme(test::large_programme(1000, 200));
    PictureOptions options{Language::en};

    try {
        EXPECT_LE(responsibility_map(dataset, options).size(), 125U);
    } catch (const PictureRefusal& refusal) {
        EXPECT_TRUE(contains(refusal.what(), "take the picture 'matrix'")) << refusal.what();
    }
}

TEST(ResponsibilityMap, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(
        drawing::to_dot(responsibility_map(test::shipped("2020-third-batch.yaml")).front()),
        "map-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
