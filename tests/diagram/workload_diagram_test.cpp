#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/dot.hpp>
#include <remit/diagram/workload_diagram.hpp>

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace remit {
namespace {

using test::all_text;
using test::box_with_id;
using test::contains;
using test::curve_with_id;
using test::edges;
using test::geometry_faults;

const std::vector<std::string> none;

/// The text of a box.
std::string text_of(const Picture& picture, const std::string& id) {
    return all_text({Diagram{"", "", {}, {}, 0, 0, 1.0, "", {box_with_id(picture, id)}, {}}});
}

std::string line_of(const Picture& picture, const std::string& id) {
    auto text = text_of(picture, id);
    std::erase(text, '\n');
    return text;
}

double width_of(const Picture& picture, const std::string& id) {
    return box_with_id(picture, id).width();
}

TEST(WorkloadDiagram, IsSoundOnEveryPageInEveryLanguage) {
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto& options : test::every_page()) {
            const auto picture = workload_diagram(dataset, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
            EXPECT_EQ(picture.size(), 1U) << name << ' ' << test::shown(options);
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
        for (const auto* what : {"leading-", "joining-", "count-", "listed-share-",
                                 "announced-share-", "fraction-value-"}) {
            text += line_of(picture, what + id) + ' ';
        }
        return text;
    };

    EXPECT_EQ(shown("most"), "3 6 9 56% 45%–65% 3.58 ");
    EXPECT_EQ(shown("pbc"), "2 4 6 38% 30%–50% 1.92 ");
    EXPECT_EQ(line_of(picture, "joining-cnipa"), "3");
    EXPECT_THROW(static_cast<void>(box_with_id(picture, "leading-cnipa")), std::runtime_error);
    EXPECT_EQ(line_of(picture, "sum-leading"), "16");
    EXPECT_EQ(line_of(picture, "sum-joining"), "27");
    EXPECT_EQ(line_of(picture, "sum-count"), "43");
    EXPECT_EQ(line_of(picture, "sum-check"), "首列项数＝刊出16项");
    EXPECT_EQ(line_of(picture, "sum-fractional"), "16.00 ＝刊出16项");
}

TEST(WorkloadDiagram, RoundsAsTablesDo) {
    const auto picture = workload_diagram(test::shipped("2018-second-batch.yaml"));

    EXPECT_EQ(line_of(picture, "fraction-value-moe"), "0.63");  // 5/8
    EXPECT_EQ(line_of(picture, "fraction-value-cas"), "0.13");  // 1/8
}

TEST(WorkloadDiagram, DrawsBothCountsOnOneScale) {
    const auto picture = workload_diagram(test::shipped("2020-third-batch.yaml"));

    const auto unit = width_of(picture, "leading-gacc");

    EXPECT_EQ(width_of(picture, "leading-most"), 3 * unit);
    EXPECT_EQ(width_of(picture, "joining-most"), 6 * unit);
    EXPECT_EQ(width_of(picture, "leading-pbc"), 2 * unit);
    EXPECT_EQ(width_of(picture, "joining-cnipa"), 3 * unit);
    EXPECT_EQ(width_of(picture, "fraction-gacc"), unit);
    EXPECT_NEAR(width_of(picture, "fraction-most"), (3 + 7 / 12.0) * unit, 0.5);
}

TEST(WorkloadDiagram, DrawsWhatWithheldMeasuresCouldAdd) {
    const auto picture = workload_diagram(test::shipped("2020-third-batch.yaml"));

    const auto unit = width_of(picture, "leading-gacc");
    const auto& line = curve_with_id(picture, "withheld-most");
    const auto& end = curve_with_id(picture, "withheld-end-most");

    EXPECT_TRUE(line.dashed);
    EXPECT_NEAR(line.begin.x, edges(box_with_id(picture, "joining-most")).right, 0.01);
    EXPECT_NEAR(line.end.x - line.begin.x, 4 * unit, 0.01);
    EXPECT_EQ(end.begin.x, line.end.x);
    EXPECT_LT(end.begin.y, line.end.y);
    EXPECT_GT(end.end.y, line.end.y);
}

TEST(WorkloadDiagram, WithoutWithheldMeasuresHasNoBounds) {
    const auto picture = workload_diagram(test::programme(test::large_programme(10, 5)));

    EXPECT_FALSE(contains(all_text(picture), "上限"));
    for (const auto& curve : picture.front().curves) EXPECT_NE(curve.kind, "withheld") << curve.id;
}

// One notice announces 3 measures and lists 1, the other lists 1 and says nothing of more.
TEST(WorkloadDiagram, SaysAnnouncedOnlyWhereEveryNoticeAnnounces) {
    const auto notice = [](const std::string& id, const std::string& more) {
        return "notice: {id: " + id + ", title: N, issued: 2020-02-03" + more +
               "}\nmeasures: [{number: 1, title: T, departments: [a], scope: n}]\n";
    };
    const auto dataset = test::programme_of(
        {"departments: [{id: a, name: A}]\nregions: [{id: n, kind: nation, name: N}]\n" +
             notice("x", ", announced: 3"),
         notice("y", "")});
    const auto text = all_text(workload_diagram(dataset, {.languages = {Language::en}}));

    EXPECT_TRUE(contains(text, "of 4 known")) << text;
    EXPECT_TRUE(contains(text, "50%–100%")) << text;
    EXPECT_FALSE(contains(text, "announced")) << text;
}

TEST(WorkloadDiagram, SortsByCountThenFraction) {
    const auto picture = workload_diagram(test::shipped("2020-third-batch.yaml"));
    std::map<double, std::string> by_height;
    for (const auto& box : picture.front().boxes) {
        if (box.kind == "department") by_height[box.center.y] = box.id.substr(11);
    }

    std::string order;
    for (const auto& [y, id] : by_height) order += id + ' ';

    EXPECT_EQ(order, "most ndrc cbirc mof pbc cnipa gacc spc moj sasac moe miit mohrss ");
}

TEST(WorkloadDiagram, ContinuesOnFurtherPagesOfOneScale) {
    const auto picture = workload_diagram(test::programme(test::large_programme(200, 60)));

    std::multiset<std::string> names;
    std::set<int> units;
    for (const auto& page : picture) {
        EXPECT_GT(page.smallest_text(), readable_text);
        units.insert(static_cast<int>(1000 * page.scale));
        for (const auto& box : page.boxes) {
            if (box.kind == "department") names.insert(box.id);
        }
    }
    EXPECT_EQ(picture.size(), 3U);
    EXPECT_EQ(units.size(), 1U);
    EXPECT_EQ(names.size(), 60U);
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), 60U);
    EXPECT_FALSE(contains(all_text({picture[0]}), "200.00"));
    EXPECT_TRUE(contains(all_text({picture[2]}), "200.00"));
}

TEST(WorkloadDiagram, HoldsAThousandMeasures) {
    EXPECT_EQ(geometry_faults(workload_diagram(test::programme(test::large_programme(1000, 200)))),
              none);
}

TEST(WorkloadDiagram, PutsNumbersThatNoBarHoldsBesideTheCount) {
    std::string text =
        "departments: [{id: a, name: A}, {id: b, name: B}]\nregions: [{id: r, name: R}]\n"
        "notice: {id: n, title: N, issued: 2020-01-01}\nmeasures:\n";
    for (int m = 1; m <= 300; ++m) {
        text += "  - {number: " + std::to_string(m) +
                ", title: x, departments: " + (m == 1 ? "[a, b]" : "a") + ", scope: r}\n";
    }

    const auto picture = workload_diagram(test::programme(text));

    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_EQ(line_of(picture, "joining-b"), "");
    EXPECT_EQ(line_of(picture, "count-b"), "1 (0+1)");
    EXPECT_EQ(line_of(picture, "leading-a"), "");
    EXPECT_EQ(line_of(picture, "count-a"), "300 (300+0)");
}

TEST(WorkloadDiagram, NeverSaysLeadWhereTheNoticeDoesNot) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto chinese = all_text(workload_diagram(dataset));
    const auto english = all_text(workload_diagram(dataset, {Language::en}));

    // Only in the sentence that the notice names none.
    EXPECT_EQ(chinese.find("牵头"), chinese.rfind("牵头"));
    EXPECT_TRUE(contains(chinese, "首列部门"));
    EXPECT_EQ(english.find("lead"), english.rfind("lead"));
    EXPECT_TRUE(contains(english, "first-named"));
}

TEST(WorkloadDiagram, SaysLeadAsAConventionWhereAFileAdoptsIt) {
    const auto text = all_text(workload_diagram(
        test::programme(std::string(test::small_programme) + "order: first-leads\n")));

    EXPECT_TRUE(contains(text, "牵头部门"));
    EXPECT_TRUE(contains(text, "约定"));
    EXPECT_FALSE(contains(text, "首列项数"));
}

TEST(WorkloadDiagram, OfNothingSaysSo) {
    const auto text = all_text(workload_diagram(
        test::programme("notice: {id: n, title: T, issued: 2020-02-03, announced: 3}\n"),
        {Language::en}));

    EXPECT_TRUE(contains(text, "No measure is listed"));
    EXPECT_TRUE(contains(text, "3 withheld"));
}

TEST(WorkloadDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(
        test::is_golden(to_dot(workload_diagram(test::shipped("2020-third-batch.yaml")).front()),
                        "workload-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
