#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/dot.hpp>
#include <remit/diagram/responsibility_map.hpp>
#include <remit/input/load.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace remit {
namespace {

using test::all_text;
using test::contains;
using test::count_kind;
using test::Edges;
using test::geometry_faults;

/// Each link and each measure of a programme is on the pages once.
void expect_everything_once(const Dataset& dataset, const Picture& picture) {
    std::multiset<std::string> links;
    std::set<std::string> measures;
    for (const auto& page : picture) {
        for (const auto& curve : page.curves) {
            if (curve.kind.starts_with("link ")) links.insert(curve.id);
        }
        for (const auto& box : page.boxes) {
            if (box.kind == "measure") measures.insert(box.id);
        }
    }
    std::size_t expected = 0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        expected += dataset.responsibilities(m).size();
    }
    EXPECT_EQ(links.size(), expected);
    EXPECT_EQ(std::set<std::string>(links.begin(), links.end()).size(), expected);
    EXPECT_EQ(measures.size(), dataset.measures().size());
}

class EveryMap : public testing::TestWithParam<std::tuple<std::string, Language, PageFormat>> {};

TEST_P(EveryMap, HasSoundGeometryAndReadableText) {
    const auto& [name, language, page] = GetParam();
    const auto dataset = test::shipped(name);

    const auto diagram = responsibility_map(dataset, {language, page}).front();

    EXPECT_EQ(geometry_faults(diagram), std::vector<std::string>{});
    EXPECT_EQ(count_kind(diagram, "link first"), dataset.measures().size());
    EXPECT_EQ(count_kind(diagram, "link also"), 43 - dataset.measures().size());
    EXPECT_EQ(count_kind(diagram, "scope nation") + count_kind(diagram, "scope region"),
              dataset.measures().size());
}

INSTANTIATE_TEST_SUITE_P(
    Shipped, EveryMap,
    testing::Combine(testing::Values(std::string("2020-third-batch.yaml"),
                                     std::string("2018-second-batch.yaml")),
                     testing::ValuesIn(all_languages),
                     testing::Values(PageFormat::widescreen, PageFormat::a4_portrait,
                                     PageFormat::a4_landscape, PageFormat::fit)));

TEST(ResponsibilityMap, SaysEverythingInTwoLanguages) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture =
        responsibility_map(dataset, {{Language::zh_hans, Language::en}, PageFormat::widescreen});

    EXPECT_EQ(geometry_faults(picture), std::vector<std::string>{});
    expect_everything_once(dataset, picture);
    const auto text = all_text(picture);
    EXPECT_TRUE(contains(text, "科技部 MOST \n")) << text;
    EXPECT_TRUE(contains(text, "全国 All\n"));
    EXPECT_TRUE(contains(text, "首列部门 first-named\n"));
}

TEST(ResponsibilityMap, EndsEveryLineAtItsBoxes) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto diagram = responsibility_map(dataset).front();
    std::map<std::string, Edges> boxes;
    for (const auto& box : diagram.boxes) boxes[box.id] = test::edges(box);

    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto number = std::to_string(dataset[m].number);
        for (const auto& each : dataset.responsibilities(m)) {
            const auto id = dataset[each.department].id;
            const auto curve = std::find_if(
                diagram.curves.begin(), diagram.curves.end(),
                [&](const Curve& one) { return one.id == "link-" + id + "-" + number; });
            ASSERT_NE(curve, diagram.curves.end()) << id << ' ' << number;
            const auto& from = boxes.at("department-" + id);
            const auto& to = boxes.at("measure-" + number);
            EXPECT_NEAR(curve->begin.x, from.right, 0.01);
            EXPECT_NEAR(curve->end.x, to.left, 0.01);
            EXPECT_TRUE(curve->begin.y > from.top && curve->begin.y < from.bottom) << curve->id;
            EXPECT_TRUE(curve->end.y > to.top && curve->end.y < to.bottom) << curve->id;
        }
    }
}

TEST(ResponsibilityMap, DrawsThickLinesForTheFirstNamedAlone) {
    const auto diagram = responsibility_map(test::shipped("2020-third-batch.yaml")).front();
    const auto kind_of = [&](const char* id) {
        return std::find_if(diagram.curves.begin(), diagram.curves.end(),
                            [&](const Curve& curve) { return curve.id == id; })
            ->kind;
    };

    EXPECT_EQ(kind_of("link-mof-3"), "link first");
    EXPECT_EQ(kind_of("link-most-3"), "link also");
    EXPECT_EQ(kind_of("link-gacc-12"), "link first");
}

TEST(ResponsibilityMap, NeverSaysLeadWhereTheNoticeDoesNot) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto chinese = all_text(responsibility_map(dataset));
    const auto english = all_text(responsibility_map(dataset, {Language::en}));

    EXPECT_TRUE(contains(chinese, "首列部门"));
    EXPECT_TRUE(contains(chinese, "4项未公开"));
    EXPECT_TRUE(contains(chinese, "公布20项、刊出16项"));
    EXPECT_TRUE(contains(chinese, "文件日期 2020-01-23"));
    // Only in the sentence that the notice names none.
    EXPECT_EQ(chinese.find("牵头"), chinese.rfind("牵头"));
    EXPECT_TRUE(contains(english, "first-named"));
    EXPECT_FALSE(contains(english, "who leads"));
}

TEST(ResponsibilityMap, SaysLeadAsAConventionWhereAFileAdoptsIt) {
    const auto dataset =
        test::programme(std::string(test::small_programme) + "order: first-leads\n");

    const auto text = all_text(responsibility_map(dataset));

    EXPECT_TRUE(contains(text, "牵头部门"));
    EXPECT_TRUE(contains(text, "约定"));
    EXPECT_FALSE(contains(text, "首列项数"));
}

TEST(ResponsibilityMap, TakesTitleSubtitleAndDateFromTheUser) {
    PictureOptions options;
    options.title = "Five of <thirteen>";
    options.subtitle = "Sub & title";
    options.date = Date{2026, 1, 15};

    const auto diagram =
        responsibility_map(test::shipped("2020-third-batch.yaml"), options).front();

    const auto text = all_text({diagram});
    EXPECT_TRUE(contains(text, "Five of <thirteen>"));
    EXPECT_TRUE(contains(text, "Sub & title"));
    EXPECT_TRUE(contains(text, "制图日期 2026-01-15"));
    EXPECT_EQ(diagram.date, "2026-01-15");
}

TEST(ResponsibilityMap, ShowsAProgrammeOfWhichNothingIsPrinted) {
    const auto dataset = test::programme(R"(
notice: {id: n, title: T, issued: 2020-02-03, announced: 3}
categories: [{id: c, name: C, announced: 3}]
)");

    const auto diagram = responsibility_map(dataset, {Language::en}).front();

    EXPECT_EQ(geometry_faults(diagram), std::vector<std::string>{});
    EXPECT_TRUE(contains(all_text({diagram}), "3 withheld"));
}

TEST(ResponsibilityMap, OfNothingSaysSo) {
    const auto diagram =
        responsibility_map(test::programme("departments: [{id: a, name: A}]\n"), {Language::en})
            .front();

    EXPECT_EQ(geometry_faults(diagram), std::vector<std::string>{});
    EXPECT_TRUE(contains(all_text({diagram}), "There is no measure to draw"));
}

TEST(ResponsibilityMap, JoinsSeveralNotices) {
    const std::vector<std::string> files{REMIT_SOURCE_DIR "/data/2018-second-batch.yaml",
                                         REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"};
    const auto dataset = load(files).dataset.value();

    const auto picture = responsibility_map(dataset, {Language::zh_hans, PageFormat::a4_portrait});

    EXPECT_EQ(geometry_faults(picture), std::vector<std::string>{});
    EXPECT_EQ(picture.size(), 2U);
    EXPECT_TRUE(contains(all_text(picture), "第2页，共2页"));
    expect_everything_once(dataset, picture);
}

std::string many(std::size_t count, const std::function<std::string(std::size_t)>& item) {
    std::string text;
    for (std::size_t i = 1; i <= count; ++i) text += item(i);
    return text;
}

TEST(ResponsibilityMap, DividesTheDepartmentsOfAMeasureThatHasTooMany) {
    const auto number = [](std::size_t i) { return std::to_string(i); };
    const auto dataset = test::programme(
        "departments:\n" +
        many(60, [&](std::size_t i) { return "  - {id: d" + number(i) + ", name: D}\n"; }) +
        "regions: [{id: r, name: R}]\n"
        "notice: {id: n, title: T, issued: 2020-02-03}\n"
        "measures:\n  - {number: 1, title: x, departments: [" +
        many(60, [&](std::size_t i) { return (i > 1 ? ", d" : "d") + number(i); }) +
        "], scope: r}\n");

    for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait}) {
        const auto picture = responsibility_map(dataset, {Language::en, page});

        EXPECT_EQ(geometry_faults(picture), std::vector<std::string>{});
        EXPECT_GT(picture.size(), 1U);
        expect_everything_once(dataset, picture);
    }
}

TEST(ResponsibilityMap, DividesWhatHasNoCategories) {
    const auto dataset = test::programme(
        "departments: [{id: a, name: A}]\nregions: [{id: r, name: R}]\n"
        "notice: {id: n, title: T, issued: 2020-02-03}\nmeasures:\n" +
        many(100, [&](std::size_t i) {
            return "  - {number: " + std::to_string(i) + ", title: x, departments: a, scope: r}\n";
        }));

    const auto picture = responsibility_map(dataset, {Language::en});

    EXPECT_EQ(geometry_faults(picture), std::vector<std::string>{});
    EXPECT_GT(picture.size(), 2U);
    expect_everything_once(dataset, picture);
}

TEST(ResponsibilityMap, PutsManyRegionsInOneBox) {
    const auto number = [](std::size_t i) { return std::to_string(i); };
    const auto dataset = test::programme(
        "departments: [{id: a, name: A}]\nregions:\n" +
        many(40,
             [&](std::size_t i) {
                 return "  - {id: r" + number(i) + ", name: Region " + number(i) + "}\n";
             }) +
        "notice: {id: n, title: T, issued: 2020-02-03}\nmeasures:\n" + many(20, [&](std::size_t i) {
            return "  - {number: " + number(i) + ", title: x, departments: [a], scope: [r" +
                   number(2 * i) + ", r" + number(2 * i - 1) + "]}\n";
        }));

    const auto picture = responsibility_map(dataset, {Language::en});

    EXPECT_EQ(geometry_faults(picture), std::vector<std::string>{});
    EXPECT_EQ(picture.size(), 1U);
    const auto text = all_text(picture);
    EXPECT_TRUE(contains(text, "The regions named\n20 measures\n\nRegion 2\n")) << text;
    EXPECT_TRUE(contains(text, "… 40 regions in all"));
}

/// Names, titles and scopes of hostile length and content.
TEST(ResponsibilityMap, HoldsLongNamesAndTitles) {
    std::string names;
    std::string titles;
    for (int i = 0; i < 60; ++i) names += "部";
    for (int i = 0; i < 200; ++i) titles += "题";
    const auto dataset =
        test::programme("departments: [{id: a, name: " + names +
                        "}, {id: b, name: \"<B> & \\\\N\"}]\n"
                        "regions: [{id: r, name: " +
                        names +
                        "}]\n"
                        "notice: {id: n, title: T, issued: 2020-02-03}\n"
                        "measures:\n"
                        "  - {number: 1, title: " +
                        titles +
                        ", departments: [a, b], scope: r}\n"
                        "  - {number: 4000000000, title: x, departments: [b], scope: r}\n");

    for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait, PageFormat::fit}) {
        EXPECT_EQ(geometry_faults(responsibility_map(dataset, {Language::zh_hans, page})),
                  std::vector<std::string>{});
    }
}

TEST(ResponsibilityMap, IsWrittenToDotAsItWasChecked) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    EXPECT_TRUE(
        test::is_golden(to_dot(responsibility_map(dataset).front()), "map-zh-Hans-16x9.dot"));
    EXPECT_TRUE(test::is_golden(
        to_dot(responsibility_map(dataset, {Language::en, PageFormat::a4_portrait}).front()),
        "map-en-a4-portrait.dot"));
}

TEST(ResponsibilityMap, LeavesNamesOfRegionsAsTheyAre) {
    for (const auto* name : {"EU", "France", "The Netherlands", "Lima"}) {
        const auto dataset = test::programme(
            "departments: [{id: a, name: A}]\n"
            "regions: [{id: n, kind: nation, name: Land}, {id: x, name: " +
            std::string(name) +
            ", within: n}]\n"
            "notice: {id: p, title: P, issued: 2020-02-03}\n"
            "measures:\n"
            "  - {number: 1, title: T, departments: [a], scope: n}\n"
            "  - {number: 2, title: T, departments: [a], scope: x}\n");

        const auto text = test::all_text(responsibility_map(dataset, {Language::en}));

        EXPECT_TRUE(test::contains(text, "Land: 1, " + std::string(name) + " only: 1")) << text;
    }
}

}  // namespace
}  // namespace remit
