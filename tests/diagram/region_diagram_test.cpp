#include "../../src/diagram/output/dot.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/diagram/pictures.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace remit {
namespace {

using test::all_text;
using test::contains;
using test::geometry_faults;
using test::ids;
using test::shape_with_id;
using test::text_with_id;
using test::whole_text;

using Texts = std::vector<std::string>;
const Texts none;

ScopeTerm term(const Dataset& dataset, const std::string& id) {
    const auto& registry = dataset.registry();
    for (PlaceIndex p; p.value < registry.places.size(); ++p.value) {
        if (registry[p].id == id) return p;
    }
    for (GroupIndex g; g.value < registry.groups.size(); ++g.value) {
        if (registry[g].id == id) return g;
    }
    ADD_FAILURE() << "no place " << id;
    return PlaceIndex{0};
}

Picture region(const std::string& id, Language language = Language::zh_hans) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    return region_diagram(dataset, term(dataset, id), {language});
}

Picture regions(Language language) {
    return regions_diagram(test::shipped("2020-third-batch.yaml"), {language});
}

double width_of(const Picture& picture, const std::string& id) {
    return std::get<Area>(shape_with_id(picture, id)).at.width;
}

std::size_t count_kind(const Picture& picture, std::string_view kind) {
    std::size_t count = 0;
    for (const auto& page : picture) {
        count += static_cast<std::size_t>(
            std::count_if(page.shapes.begin(), page.shapes.end(),
                          [&](const Shape& shape) { return test::plain_kind(shape) == kind; }));
    }
    return count;
}

/// Four regions with different measures; 1 and 6 are for all, 5 for none of them by name.
Dataset four_regions() {
    return test::programme(R"(
departments: [{id: a, name: A}, {id: b, name: B}]
regions:
  - {id: land, name: Land, kind: nation}
  - {id: north, name: North, within: land}
  - {id: south, name: South, within: land}
  - {id: east, name: East, within: land}
  - {id: west, name: West, within: land}
notice: {id: n, title: T, issued: 2020-02-03}
measures:
  - {number: 1, title: All, departments: [a], scope: land}
  - {number: 2, title: Three, departments: [b], scope: [north, south, east]}
  - {number: 3, title: Two, departments: [b, a], scope: [north, south]}
  - {number: 4, title: One, departments: [b], scope: north}
  - {number: 5, title: West alone, departments: [b], scope: west}
  - {number: 6, title: All too, departments: [b], scope: land}
)");
}

class PicturesOfRegions : public testing::TestWithParam<const char*> {};

TEST_P(PicturesOfRegions, AreSoundOnEveryPageInEveryLanguage) {
    const auto dataset = test::shipped(GetParam());
    for (const auto& options : test::every_page()) {
        EXPECT_EQ(geometry_faults(regions_diagram(dataset, options)), none) << test::shown(options);
        for (const auto* id : {"sichuan-chengdemian", "210000", "eight-pilot-regions"}) {
            EXPECT_EQ(geometry_faults(region_diagram(dataset, term(dataset, id), options)), none)
                << id << ' ' << test::shown(options);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, PicturesOfRegions,
                         testing::Values("2020-third-batch.yaml", "2018-second-batch.yaml"));

TEST(RegionsDiagram, HoldsOddProgrammes) {
    for (const auto& [what, dataset] : test::odd_programmes()) {
        for (const auto& options : test::pages_for(dataset)) {
            EXPECT_EQ(geometry_faults(regions_diagram(dataset, options)), none)
                << what << ' ' << test::shown(options);
        }
    }
}

TEST(RegionsDiagram, SaysThatAllAreAlikeAndHowManyMoreTheyHave) {
    EXPECT_EQ(regions(Language::zh_hans).front().title,
              "8个改革试验区域完全相同：各16项，比其他主送地区多5项");
    EXPECT_EQ(regions(Language::en).front().title,
              "The eight reform pilot regions: all alike, 16 measures each, 5 more than other "
              "regions addressed");
    PictureOptions neutral{Language::en};
    neutral.title = "neutral";
    EXPECT_EQ(regions_diagram(test::shipped("2020-third-batch.yaml"), neutral).front().title,
              "What reaches which regions");
}

TEST(RegionsDiagram, HasABarForRegionsThatAreAlikeAndOneForTheOthers) {
    const auto picture = regions(Language::zh_hans);

    EXPECT_EQ(text_with_id(picture, "sum-eight-pilot-regions"), "16");
    EXPECT_EQ(text_with_id(picture, "sum-others"), "11");
    EXPECT_NEAR(11 * width_of(picture, "some-eight-pilot-regions"),
                5 * width_of(picture, "all-others"), 1e-6);
    EXPECT_EQ(ids(picture.front(), "region-"),
              (Texts{"region-jingjinji", "region-shanghai", "region-guangdong-prd",
                     "region-anhui-hewubeng", "region-sichuan-chengdemian", "region-wuhan",
                     "region-xian", "region-shenyang"}));
}

TEST(RegionsDiagram, ListsWhatIsSpecialFirst) {
    const auto picture = regions(Language::en);

    const auto numbers = ids(picture.front(), "number-");
    EXPECT_EQ(numbers,
              (Texts{"number-3", "number-4", "number-7", "number-14", "number-15", "number-1",
                     "number-2", "number-5", "number-6", "number-8", "number-9", "number-10",
                     "number-11", "number-12", "number-13", "number-16"}));
    EXPECT_TRUE(contains(all_text(picture), "Only in the eight reform pilot regions: 5"));
    EXPECT_TRUE(contains(all_text(picture), "Nationwide, so here too: 11"));
    EXPECT_EQ(whole_text(picture, "departments-3"), "MOF, MOST, PBC, CBIRC");
    EXPECT_TRUE(std::get<Label>(shape_with_id(picture, "departments-3")).bold);
}

TEST(RegionsDiagram, DrawsDotsWhereRegionsDiffer) {
    const auto dataset = four_regions();

    const auto picture = regions_diagram(dataset, {Language::en});

    // North 1, 2, 3, 4, 6; South 1, 2, 3, 6; East 1, 2, 6; West 1, 5, 6.
    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_EQ(ids(picture.front(), "reach-"),
              (Texts{"reach-north-2", "reach-north-3", "reach-north-4", "reach-south-2",
                     "reach-south-3", "reach-east-2", "reach-west-5"}));
    EXPECT_EQ(text_with_id(picture, "sum-north"), "2 + 3");
    EXPECT_EQ(text_with_id(picture, "sum-west"), "2 + 1");
    EXPECT_EQ(whole_text(picture, "everywhere"), "Land: 2 measures, 1, 6");
    EXPECT_EQ(picture.front().title, "North is reached by 5 of 6 listed measures, East, West by 3");
    const auto covered = coverage(dataset);
    for (const auto& each : dataset.regions()) {
        const auto& id = dataset.registry()[each.place].id;
        if (id == "land") continue;
        const auto sum = text_with_id(picture, "sum-" + id);
        EXPECT_EQ(covered[each.place.value].measures.size(),
                  std::stoul(sum) + std::stoul(sum.substr(sum.find('+') + 2)))
            << id;
    }
}

// More than three are equal: nobody is named.
TEST(RegionsDiagram, NamesNoRegionsInItsTitleWhereManyAreEqual) {
    std::string text =
        "departments: [{id: a, name: A}]\nregions:\n"
        "  - {id: land, name: Land, kind: nation}\n";
    for (int r = 0; r < 8; ++r) {
        text += "  - {id: r" + std::to_string(r) + ", name: R" + std::to_string(r) +
                ", within: land}\n";
    }
    text += "notice: {id: n, title: T, issued: 2020-02-03}\nmeasures:\n";
    for (int r = 0; r < 8; ++r) {
        text += "  - {number: " + std::to_string(r + 1) + ", title: x, departments: a, scope: r" +
                std::to_string(r) + "}\n";
    }

    EXPECT_EQ(regions_diagram(test::programme(text), {Language::en}).front().title,
              "What reaches which regions");
}

// Where one measure says nothing of places, it may apply in one more.
TEST(RegionsDiagram, ClaimsNothingWhereReachIsNotKnown) {
    const auto dataset = test::programme(R"(
departments: [{id: a, name: A}]
regions: [{id: land, name: Land, kind: nation}, {id: north, name: North, within: land},
          {id: south, name: South, within: land}]
notice: {id: n, title: T, issued: 2020-02-03}
measures:
  - {number: 1, title: x, departments: a, scope: [north, south]}
  - {number: 2, title: y, departments: a, scope: [{unnamed: relevant regions}]}
)");

    const auto picture = regions_diagram(dataset, {Language::en});

    EXPECT_EQ(picture.front().title, "What reaches which regions");
    EXPECT_TRUE(contains(all_text(picture), "Where is not said: 1"));
}

TEST(RegionsDiagram, ShowsAllRegionsAndMeasuresOnAsManyPagesAsNeeded) {
    const auto many = test::programme(test::large_programme(300, 20));
    for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait}) {
        PictureOptions options{Language::en};
        options.page = page;

        const auto picture = regions_diagram(many, options);

        std::size_t rows = 0;
        for (const auto& each : picture) rows += ids(each, "number-").size();
        if (rows > 0) {
            EXPECT_EQ(rows, 300U);
        }
        EXPECT_EQ(geometry_faults(picture), none);
    }
}

TEST(RegionsDiagram, NeverSaysLeadWhereTheNoticeDoesNot) {
    EXPECT_TRUE(contains(all_text(regions(Language::en)), "bold: first-named"));
    EXPECT_FALSE(contains(all_text(regions(Language::en)), "bold: lead"));
}

TEST(RegionDiagram, SaysHowMuchOfWhatIsThereIsNotEverywhere) {
    EXPECT_EQ(region("sichuan-chengdemian").front().title,
              "四川（成德绵）：刊出的16项举措中有16项，其中5项只推广到部分地区，包括此地");
    EXPECT_EQ(region("140000", Language::en).front().title,
              "Shanxi is reached by 11 of 16 listed measures");
}

TEST(RegionDiagram, CountsItsDepartmentsAndDrawsTheirDots) {
    const auto picture = region("sichuan-chengdemian");

    EXPECT_EQ(text_with_id(picture, "total-most-number"), "9");
    EXPECT_EQ(text_with_id(picture, "total-mohrss-number"), "1");
    EXPECT_EQ(count_kind(picture, "link leading"), 16U);
    EXPECT_EQ(count_kind(picture, "link joining"), 27U);
    // Without measures 3, 4, 7, 14 and 15: MOST keeps 7 of 9, the court and the ministry of justice
    // none.
    const auto other = region("140000");
    EXPECT_EQ(text_with_id(other, "total-most-number"), "7");
    EXPECT_TRUE(ids(other.front(), "total-spc").empty());
    EXPECT_TRUE(ids(other.front(), "total-moj").empty());
}

TEST(RegionDiagram, PutsWhatIsSpecialFirstAndSaysWhereElse) {
    const auto picture = region("sichuan-chengdemian", Language::en);

    EXPECT_EQ(ids(picture.front(), "number-").front(), "number-3");
    EXPECT_TRUE(contains(all_text(picture), "Only in the eight reform pilot regions: 5"));
    EXPECT_EQ(whole_text(picture, "also-3"), "also in 7 other regions");
    EXPECT_EQ(ids(picture.front(), "also-"),
              (Texts{"also-3", "also-4", "also-7", "also-14", "also-15"}));
}

// The pilot region Shenyang is a part of the province, and so none of the other regions.
TEST(RegionDiagram, SaysWhatReachesAPlaceOnlyInPart) {
    const auto picture = region("210000", Language::en);

    EXPECT_EQ(picture.front().title,
              "Liaoning: 16 of 16 listed measures, 5 of them only in a part of it (Shenyang)");
    EXPECT_TRUE(contains(all_text(picture),
                         "Only in the eight reform pilot regions (Liaoning only in part): 5"));
    EXPECT_EQ(whole_text(picture, "parts"), "In part: only Shenyang");
    EXPECT_EQ(whole_text(picture, "also-3"), "also in 7 other regions");
}

// 2 is for the town and 3 for a quarter of it alone, so that only 3 reaches the town in part.
TEST(RegionDiagram, TellsWhatIsLimitedFromWhatReachesAPart) {
    const auto dataset = test::programme(R"(
departments: [{id: a, name: A}]
regions:
  - {id: land, name: Land, kind: nation}
  - {id: town, name: Town, within: land}
  - {id: quarter, name: Quarter, within: town}
notice: {id: n, title: T, issued: 2020-02-03}
measures:
  - {number: 1, title: x, departments: a, scope: land}
  - {number: 2, title: y, departments: a, scope: town}
  - {number: 3, title: z, departments: a, scope: quarter}
)");
    const auto town = region_diagram(dataset, term(dataset, "town"), {Language::en});
    const auto quarter = region_diagram(dataset, term(dataset, "quarter"), {Language::zh_hans});

    EXPECT_EQ(town.front().title,
              "Town: 3 of 3 listed measures, 2 of them only in some regions, this one among them; "
              "1 only in a part of it (Quarter)");
    EXPECT_TRUE(contains(all_text(town), "Only in Quarter (Town only in part): 1"));
    EXPECT_TRUE(contains(all_text(town), "Only in Town: 1"));
    EXPECT_EQ(quarter.front().title,
              "Quarter：刊出的3项举措中有3项，其中2项只推广到部分地区，包括此地");
    EXPECT_TRUE(contains(all_text(quarter), "只推广到部分地区：2项"));
    EXPECT_FALSE(contains(all_text(quarter), "一部分"));
}

TEST(RegionDiagram, ListsWhatDoesNotApplyThere) {
    EXPECT_EQ(whole_text(region("140000"), "not-here"), "另有5项不在此：3、4、7、14、15");
}

TEST(RegionDiagram, SaysThatOtherMeasuresMayBeThere) {
    const auto dataset = test::programme(R"(
departments: [{id: a, name: A}]
regions: [{id: land, name: Land, kind: nation}, {id: north, name: North, within: land}]
notice: {id: n, title: T, issued: 2020-02-03}
measures:
  - {number: 1, title: x, departments: a, scope: north}
  - {number: 2, title: y, departments: a, scope: [{unnamed: relevant regions}]}
)");

    const auto picture = region_diagram(dataset, term(dataset, "north"), {Language::en});

    EXPECT_EQ(picture.front().title, "North: what applies there, and whom to ask");
    EXPECT_EQ(whole_text(picture, "may-be-here"), "Whether here is not said: 1 measure, 2");
}

TEST(RegionDiagram, OfAGroupShowsItsMembers) {
    const auto picture = region("eight-pilot-regions");

    EXPECT_EQ(ids(picture.front(), "region-").size(), 8U);
    EXPECT_EQ(text_with_id(picture, "sum-eight-pilot-regions"), "16");
}

TEST(RegionDiagram, OfAPlaceThatNothingReachesSaysSo) {
    const auto dataset = test::programme(R"(
departments: [{id: a, name: A}]
regions:
  - {id: land, name: Land, kind: nation}
  - {id: north, name: North, within: land}
  - {id: south, name: South, within: land}
notice: {id: n, title: T, issued: 2020-02-03, announced: 3}
measures: [{number: 1, title: x, departments: a, scope: north}]
)");
    const auto picture = region_diagram(dataset, term(dataset, "south"), {Language::zh_hans});

    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_TRUE(contains(all_text(picture), "刊出的各项举措均不在South推广"));
    EXPECT_TRUE(contains(all_text(picture), "未公开的2项"));
    EXPECT_FALSE(contains(all_text(picture), "柱：")) << "there are no bars";
}

// In the words of `remit coverage`, which gives it no measure.
TEST(RegionDiagram, OfAPlaceThatTheNoticeIsNotAddressedToSaysSo) {
    const auto picture = region("710000");

    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_EQ(picture.front().title, "台湾省不在通知主送之列");
    EXPECT_EQ(whole_text(picture, "no-data"),
              "全国按通知主送的地方计；台湾、香港、澳门不在主送之列。");
    for (const auto* other : {"广东", "柱：", "首列", "对接部门 "}) {
        EXPECT_FALSE(contains(all_text(picture), other)) << other;
    }
}

TEST(RegionsDiagram, CountsNoPlaceAsOtherThatIsNotAddressed) {
    const auto text = all_text(regions(Language::zh_hans));

    EXPECT_TRUE(contains(text, "其他主送地区，各11项"));
    EXPECT_TRUE(contains(text, "台湾、香港、澳门不在主送之列"));
}

// Land has no region but those that are named.
TEST(RegionsDiagram, SpeaksOfNoOthersWhereTheDataHasNone) {
    const auto with = [](const std::string& more) {
        return test::programme(
            "departments: [{id: a, name: A}]\nregions:\n  - {id: land, name: Land, kind: nation}\n"
            "  - {id: north, name: North, within: land}\n" +
            more +
            "notice: {id: n, title: T, issued: 2020-02-03}\nmeasures:\n"
            "  - {number: 1, title: x, departments: a, scope: land}\n"
            "  - {number: 2, title: y, departments: a, scope: north}\n");
    };
    const auto alone = regions_diagram(with(""), {Language::en});
    const auto two =
        regions_diagram(with("  - {id: south, name: South, within: land}\n"), {Language::en});

    EXPECT_FALSE(contains(all_text(alone), "other regions"));
    EXPECT_EQ(text_with_id(two, "sum-others"), "1");
}

TEST(RegionsDiagram, IsOnePageWhereAllMeasuresReachTheSame) {
    std::string text =
        "departments: [{id: a, name: A}]\nregions:\n  - {id: land, name: Land, kind: nation}\n"
        "notice: {id: n, title: T, issued: 2020-02-03}\nmeasures:\n";
    for (int m = 1; m <= 200; ++m) {
        text += "  - {number: " + std::to_string(m) + ", title: x, departments: a, scope: land}\n";
    }
    const auto picture = regions_diagram(test::programme(text), {Language::en});

    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_EQ(picture.size(), 1U);
    EXPECT_EQ(picture.front().title, "All 200 listed measures apply everywhere");
    EXPECT_EQ(whole_text(picture, "subtitle"), "200\u00A0measures");
    EXPECT_EQ(whole_text(picture, "no-data"),
              "Land: all 200 listed measures, which reach the same regions");
    const auto pilots = test::programme(R"(
departments: [{id: a, name: A}]
regions: [{id: land, name: Land, kind: nation}, {id: north, name: North, within: land},
          {id: south, name: South, within: land}, {id: west, name: West, within: land}]
groups: [{id: pilots, name: The pilots, members: [north, south]}]
notice: {id: n, title: T, issued: 2020-02-03}
measures:
  - {number: 1, title: x, departments: a, scope: pilots}
  - {number: 2, title: y, departments: a, scope: pilots}
)");
    EXPECT_EQ(
        whole_text(regions_diagram(pilots, {Language::en}), "no-data"),
        "Only in the pilots: all 2 listed measures, which reach the same regions North, South");
}

TEST(RegionDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(drawing::to_dot(region("sichuan-chengdemian").front()),
                                "region-zh-Hans-16x9.dot"));
}

TEST(RegionsDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(drawing::to_dot(regions(Language::zh_hans).front()),
                                "regions-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
