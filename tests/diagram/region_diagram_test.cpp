#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/dot.hpp>
#include <remit/diagram/region_diagram.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace remit {
namespace {

using test::all_text;
using test::box_with_id;
using test::contains;
using test::curve_with_id;
using test::geometry_faults;
using test::ids;

const std::vector<std::string> none;

std::size_t count_boxes(const Diagram& diagram, std::string_view kind) {
    return static_cast<std::size_t>(
        std::count_if(diagram.boxes.begin(), diagram.boxes.end(),
                      [&](const Box& box) { return box.kind == kind; }));
}

PlaceIndex place(const Dataset& dataset, std::string_view id) {
    const auto& places = dataset.registry().places;
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const PlaceRecord& each) { return each.id == id; });
    return {static_cast<std::uint32_t>(found - places.begin())};
}

class RegionsOfBatch : public testing::TestWithParam<const char*> {};

TEST_P(RegionsOfBatch, HaveSoundGeometryOnEveryPage) {
    const auto dataset = test::shipped(GetParam());
    for (const auto& options : test::every_page()) {
        const auto all = regions_diagram(dataset, options);
        const auto one = region_diagram(dataset, place(dataset, "340000"), options);

        EXPECT_EQ(geometry_faults(all), none) << test::shown(options);
        EXPECT_EQ(geometry_faults(one), none) << test::shown(options);
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, RegionsOfBatch,
                         testing::Values("2020-third-batch.yaml", "2018-second-batch.yaml"));

TEST(RegionsDiagram, PutsRegionsWithTheSameMeasuresInOnePanel) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture = regions_diagram(dataset);

    ASSERT_EQ(picture.size(), 1U);
    const auto text = all_text(picture);
    EXPECT_EQ(ids(picture.front(), "region-"), std::vector<std::string>{"region-jingjinji"});
    EXPECT_EQ(ids(picture.front(), "block-"), (std::vector<std::string>{"block-1", "block-2"}));
    EXPECT_EQ(ids(picture.front(), "measure-").front(), "measure-3");  // for the group, so first
    EXPECT_EQ(ids(picture.front(), "department-").size(), 13U);
    for (const auto* part :
         {"8个地区，举措相同", "辽宁沈阳", "仅限8个改革试验区域：5项", "全国推广：11项",
          "合肥、芜湖、蚌埠", "4项未公开，在哪推广不详", "按全省计，这是一种读法"}) {
        EXPECT_TRUE(contains(text, part)) << part;
    }
    EXPECT_TRUE(curve_with_id(picture, "reach-jingjinji-1").dashed);
    EXPECT_FALSE(curve_with_id(picture, "reach-jingjinji-2").dashed);
}

TEST(RegionsDiagram, ShowsTheDepartmentsOfEachMeasureAsChips) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture = regions_diagram(dataset);

    EXPECT_EQ(count_boxes(picture.front(), "link first"), 16U);
    EXPECT_EQ(count_boxes(picture.front(), "link also"), 27U);
    EXPECT_EQ(box_with_id(picture, "link-mof-3").fill, "#1A1A1A");
    EXPECT_EQ(box_with_id(picture, "link-most-3").fill, "#FFFFFF");
    const auto row = test::edges(box_with_id(picture, "measure-3"));
    const auto chip = test::edges(box_with_id(picture, "link-most-3"));
    EXPECT_GT(chip.left, row.right);
    EXPECT_TRUE(chip.top > row.top - 1.0 && chip.bottom < row.bottom + 1.0);
    const auto& most = box_with_id(picture, "department-most").rows.front();
    EXPECT_EQ(most[2].lines.front().text, "3");
    EXPECT_EQ(most[3].lines.front().text, "6");
}

TEST(RegionDiagram, ShowsWhatReachesAPlaceOnlyInPart) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture = region_diagram(dataset, place(dataset, "210000"));

    const auto text = all_text(picture);
    EXPECT_TRUE(contains(text, "16 / 16项"));
    EXPECT_TRUE(contains(text, "仅限8个改革试验区域（部分覆盖）：5项"));
    EXPECT_TRUE(contains(text, "部分覆盖指：沈阳"));
    EXPECT_EQ(curve_with_id(picture, "reach-210000-1").kind, "reach partial");
    EXPECT_EQ(curve_with_id(picture, "reach-210000-1").tip, Tip::dot);
    EXPECT_EQ(curve_with_id(picture, "reach-210000-2").kind, "reach full");
}

std::string one_of_many(std::size_t scopes) {
    std::string text =
        "departments: [{id: a, name: A}]\nregions:\n"
        "  - {id: all, kind: nation, name: All}\n"
        "  - {id: n, name: North, within: all}\n";
    std::string measures;
    for (std::size_t i = 0; i < scopes; ++i) {
        const auto number = std::to_string(i);
        text += "  - {id: r" + number + ", name: Region " + number + ", within: all}\n";
        measures += "  - {number: " + std::to_string(i + 2) + ", title: T, departments: [a], " +
                    "scope: [n, r" + number + "]}\n";
    }
    return text +
           "notice: {id: p, title: P, issued: 2020-02-03}\nmeasures:\n"
           "  - {number: 1, title: T, departments: [a], scope: n}\n" +
           measures;
}

TEST(RegionDiagram, NamesTheWholeScopeOfWhatReachesThePlace) {
    const auto dataset = test::programme(one_of_many(2));

    const auto english = all_text(region_diagram(dataset, place(dataset, "n"), {Language::en}));
    const auto chinese = all_text(region_diagram(dataset, place(dataset, "n")));

    for (const auto* part :
         {"North only: 1", "North, Region 0 only: 1", "North, Region 1 only: 1"}) {
        EXPECT_TRUE(contains(english, part)) << english;
    }
    EXPECT_TRUE(contains(chinese, "仅限North、Region 0：1项")) << chinese;
}

TEST(RegionDiagram, SaysThatOtherRegionsAreNamedTooWhereScopesAreMany) {
    const auto dataset = test::programme(one_of_many(9));

    const auto english = all_text(region_diagram(dataset, place(dataset, "n"), {Language::en}));
    const auto chinese = all_text(region_diagram(dataset, place(dataset, "n")));

    EXPECT_TRUE(contains(english, "North only: 1")) << english;
    EXPECT_TRUE(contains(english, "North and other regions: 9")) << english;
    EXPECT_TRUE(contains(chinese, "North及其他地区：9项")) << chinese;
}

TEST(RegionDiagram, FollowsTheReadingOfARegionWithANamedCore) {
    const auto dataset = with_extent(test::shipped("2020-third-batch.yaml"), Extent::core);

    const auto picture = region_diagram(dataset, place(dataset, "340000"));

    EXPECT_TRUE(contains(all_text(picture), "部分覆盖指：合肥、芜湖、蚌埠"));
    EXPECT_TRUE(contains(all_text(region_diagram(dataset, place(dataset, "anhui-hewubeng"))),
                         "只计核心：合肥、芜湖、蚌埠"));
}

TEST(RegionDiagram, ListsWhatDoesNotApplyThere) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture = region_diagram(dataset, place(dataset, "140000"));

    EXPECT_EQ(ids(picture.front(), "measure-").size(), 11U);
    EXPECT_TRUE(contains(all_text(picture), "另有5项不在此推广：3、4、7、14、15"));
}

TEST(RegionDiagram, OfAGroupShowsItsMembers) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture = region_diagram(dataset, GroupIndex{0});

    EXPECT_EQ(ids(picture.front(), "region-"), std::vector<std::string>{"region-jingjinji"});
    EXPECT_TRUE(contains(picture.front().title, "8个改革试验区域"));
}

TEST(RegionDiagram, OfAPlaceThatNothingReachesSaysSo) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture = region_diagram(dataset, place(dataset, "710000"));

    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_TRUE(contains(all_text(picture), "刊出的各项举措均不在"));
    EXPECT_TRUE(contains(all_text(picture), "未公开的4项"));
}

TEST(RegionsDiagram, NeverSaysLeadWhereTheNoticeDoesNot) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto chinese = all_text(regions_diagram(dataset));
    const auto english = all_text(regions_diagram(dataset, {Language::en}));

    // Only in the sentence that the notice names none.
    EXPECT_EQ(chinese.find("牵头"), chinese.rfind("牵头"));
    EXPECT_EQ(english.find("lead department"), english.rfind("lead department"));
    EXPECT_FALSE(contains(english, "leads"));
}

TEST(RegionsDiagram, SeparateRegionsWithDifferentMeasures) {
    const auto dataset = test::programme(R"(
departments: [{id: a, name: A}, {id: b, name: B}]
regions:
  - {id: land, name: Land, kind: nation}
  - {id: north, name: North, within: land}
  - {id: south, name: South, within: land}
notice: {id: n, title: T, issued: 2020-02-03}
measures:
  - {number: 1, title: x, departments: [a], scope: land}
  - {number: 2, title: y, departments: [b], scope: north}
  - {number: 3, title: z, departments: [b], scope: [north, south]}
)");

    const auto picture = regions_diagram(dataset, {Language::en});

    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_EQ(ids(picture.front(), "region-"),
              (std::vector<std::string>{"region-north", "region-south"}));
    std::vector<std::string> curves;
    for (const auto& curve : picture.front().curves) {
        if (curve.id.starts_with("reach-")) curves.push_back(curve.id);
    }
    EXPECT_EQ(curves, (std::vector<std::string>{"reach-north-1", "reach-north-2", "reach-south-2",
                                                "reach-north-3", "reach-south-3"}));
}

TEST(RegionsDiagram, HoldOddProgrammes) {
    for (const auto& [name, dataset] : test::odd_programmes()) {
        for (const auto& options : test::pages_for(dataset)) {
            const auto picture = regions_diagram(dataset, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
            if (dataset.registry().places.empty()) continue;
            EXPECT_EQ(geometry_faults(region_diagram(dataset, PlaceIndex{0}, options)), none)
                << name << ' ' << test::shown(options);
        }
    }
}

TEST(RegionsDiagram, SpreadAThousandMeasuresOverPages) {
    const auto dataset = test::programme(test::large_programme(1000, 200));

    const auto picture = regions_diagram(dataset);

    EXPECT_EQ(geometry_faults(picture), none);
    std::size_t measures = 0;
    for (const auto& page : picture) {
        for (const auto& box : page.boxes) measures += box.id.starts_with("measure-") ? 1U : 0U;
    }
    EXPECT_EQ(measures, 1000U);
}

TEST(RegionsDiagram, AreWrittenToDotAsTheyWereChecked) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    EXPECT_TRUE(
        test::is_golden(to_dot(regions_diagram(dataset).front()), "regions-zh-Hans-16x9.dot"));
    EXPECT_TRUE(test::is_golden(
        to_dot(region_diagram(dataset, place(dataset, "sichuan-chengdemian")).front()),
        "region-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
