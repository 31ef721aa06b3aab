#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/dot.hpp>
#include <remit/diagram/groups_diagram.hpp>
#include <remit/input/load.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace remit {
namespace {

using test::all_text;
using test::box_with_id;
using test::contains;
using test::curve_with_id;
using test::geometry_faults;

using Texts = std::vector<std::string>;

/// The cells of a box that hold text, row by row.
Texts cells_of(const Box& box) {
    Texts texts;
    for (const auto& row : box.rows) {
        for (const auto& cell : row) {
            std::string text;
            for (const auto& line : cell.lines) text += line.text;
            if (!text.empty()) texts.push_back(text);
        }
    }
    return texts;
}

/// The fill of the chip with that text.
std::string fill_of(const Box& box, std::string_view chip) {
    for (const auto& row : box.rows) {
        for (const auto& cell : row) {
            if (!cell.lines.empty() && cell.lines.front().text == chip) return cell.fill;
        }
    }
    return "none";
}

std::set<std::string> curves_of(const Diagram& page, std::string_view kind) {
    std::set<std::string> ids;
    for (const auto& curve : page.curves) {
        if (curve.kind == kind) ids.insert(curve.id);
    }
    return ids;
}

std::size_t count_groups(const Diagram& page) {
    return static_cast<std::size_t>(std::count_if(
        page.boxes.begin(), page.boxes.end(), [](const Box& box) { return box.kind == "group"; }));
}

std::string repeated(std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
}

/// Departments d0, d1, …, of which measure i names so many from (7 i) % departments on.
std::string large_programme(int departments, int measures, int named) {
    std::string text = "departments:\n";
    for (int d = 0; d < departments; ++d) {
        text += "  - {id: d" + std::to_string(d) + ", name: 部门" + std::to_string(d) + "}\n";
    }
    text += "regions: [{id: r, name: 甲地}]\nnotice: {id: n, title: T, issued: 2020-02-03}\n";
    text += "measures:\n";
    for (int m = 0; m < measures; ++m) {
        text += "  - {number: " + std::to_string(m + 1) + ", title: x, scope: r, departments: [";
        for (int i = 0; i < named + m % 3; ++i) {
            text += (i == 0 ? "d" : ", d") + std::to_string((7 * m + i) % departments);
        }
        text += "]}\n";
    }
    return text;
}

TEST(Groups, ListsMembersAndMeasuresOfTheThirdBatch) {
    const auto picture = groups_diagram(test::shipped("2020-third-batch.yaml"));
    const std::vector<Texts> expected{
        {"银保监会、人民银行", "1", "3", "4", "5", "6", "5项 "},
        {"银保监会、人民银行、科技部", "1", "3", "6", "3项 "},
        {"科技部、发展改革委", "2", "8", "10", "13", "4项 "},
        {"银保监会、科技部", "1", "3", "6", "7", "4项 "},
        {"银保监会、人民银行、财政部", "3", "4", "2项 "},
        {"科技部、财政部", "2", "3", "9", "3项 "},
        {"人民银行、财政部", "3", "4", "11", "3项 "},
        {"财政部、发展改革委", "2", "16", "2项 "},
    };

    EXPECT_EQ(count_groups(picture.front()), 8U);
    std::multiset<Texts> drawn;
    for (std::size_t i = 1; i <= expected.size(); ++i) {
        drawn.insert(cells_of(box_with_id(picture, "group-" + std::to_string(i))));
    }
    EXPECT_EQ(drawn, (std::multiset<Texts>(expected.begin(), expected.end())));
    EXPECT_EQ(cells_of(box_with_id(picture, "department-most")), (Texts{"科技部", "9"}));
    EXPECT_EQ(cells_of(box_with_id(picture, "department-pbc")), (Texts{"人民银行", "6"}));
}

TEST(Groups, DarkensTheChipsThatAMemberIsFirstNamedIn) {
    const auto picture = groups_diagram(test::shipped("2020-third-batch.yaml"));

    // Group 1: CBIRC and PBC. Measure 1 names CBIRC first, measure 3 the finance ministry.
    const auto& group = box_with_id(picture, "group-1");
    EXPECT_EQ(fill_of(group, "1"), "#005A8E");
    EXPECT_EQ(fill_of(group, "3"), "#D6E8F4");
    EXPECT_TRUE(contains(group.tooltip, "银保监会、人民银行："));
    EXPECT_TRUE(contains(group.tooltip, "银行与专业投资机构建立市场化长期性合作机制"));
}

TEST(Groups, JoinsEachGroupWithThoseThatItGrowsOutOf) {
    const auto picture = groups_diagram(test::shipped("2020-third-batch.yaml"));

    // Twelve lines to the six pairs; CBIRC, PBC and MOST holds two pairs, and so does CBIRC, PBC
    // and MOF, as nothing else of CBIRC and MOF is a group.
    const auto lines = curves_of(picture.front(), "cover");
    EXPECT_EQ(lines.size(), 16U);
    EXPECT_TRUE(lines.contains("cover-cbirc-1"));
    EXPECT_TRUE(lines.contains("cover-pbc-1"));
    EXPECT_TRUE(lines.contains("cover-1-2"));
    EXPECT_FALSE(lines.contains("cover-cbirc-2"));
    const auto& line = curve_with_id(picture, "cover-1-2");
    const auto from = test::edges(box_with_id(picture, "group-1"));
    const auto to = test::edges(box_with_id(picture, "group-2"));
    EXPECT_NEAR(line.begin.x, from.right, 1.01);
    EXPECT_NEAR(line.end.x, to.left, 1.01);
    EXPECT_TRUE(line.begin.y > from.top && line.begin.y < from.bottom);
    EXPECT_TRUE(line.end.y > to.top && line.end.y < to.bottom);
}

TEST(Groups, LeadsALineThatSkipsAColumnPastItsCards) {
    const auto picture = groups_diagram(test::shipped("2018-second-batch.yaml"));
    const auto& page = picture.front();

    const auto passing = std::find_if(page.curves.begin(), page.curves.end(),
                                      [](const Curve& c) { return c.id.starts_with("pass-"); });
    ASSERT_NE(passing, page.curves.end());
    EXPECT_EQ(passing->begin.y, passing->end.y);
    for (const auto& box : page.boxes) {
        const auto at = test::edges(box);
        const bool hit = box.kind == "group" && at.right > passing->begin.x &&
                         at.left < passing->end.x && at.top < passing->begin.y &&
                         at.bottom > passing->begin.y;
        EXPECT_FALSE(hit) << box.id;
    }
}

TEST(Groups, LetsNoLinesCrossWhereNoneMust) {
    std::string text =
        "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}, "
        "{id: e, name: E}, {id: f, name: F}]\nregions: [{id: r, name: R}]\n"
        "notice: {id: n, title: T, issued: 2020-02-03}\nmeasures:\n";
    int number = 0;
    for (const std::string pair : {"a, f", "b, e", "c, d"}) {
        for (int i = 0; i < 2; ++i) {
            text += "  - {number: " + std::to_string(++number) +
                    ", title: x, scope: r, departments: [" + pair + "]}\n";
        }
    }

    const auto page = groups_diagram(test::programme(text)).front();

    std::vector<std::pair<double, double>> lines;
    for (const auto& curve : page.curves) {
        if (curve.kind == "cover") lines.emplace_back(curve.begin.y, curve.end.y);
    }
    ASSERT_EQ(lines.size(), 6U);
    std::sort(lines.begin(), lines.end());
    for (std::size_t i = 1; i < lines.size(); ++i) EXPECT_LT(lines[i - 1].second, lines[i].second);
}

TEST(Groups, NeverSaysLeadWhereTheNoticeDoesNot) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto chinese = all_text(groups_diagram(dataset));
    const auto english = all_text(groups_diagram(dataset, {Language::en}));

    // Only in the sentence that the notice names none.
    EXPECT_EQ(chinese.find("牵头"), chinese.rfind("牵头"));
    EXPECT_EQ(english.find(" lead"), english.rfind(" lead"));
    EXPECT_TRUE(contains(chinese, "首列部门在组内"));
    EXPECT_TRUE(contains(chinese, "8组部门各共担至少2项"));
    EXPECT_TRUE(contains(chinese, "4项未公开"));
}

TEST(Groups, DescribesTheLargest) {
    EXPECT_TRUE(contains(groups_diagram(test::shipped("2020-third-batch.yaml")).front().description,
                         "最大的一组：银保监会、人民银行，共担5项"));
}

TEST(Groups, IsSoundInEveryLanguageOnEveryPage) {
    const std::vector<Languages> languages{
        Language::zh_hans, Language::zh_hant, Language::en, {Language::zh_hans, Language::en}};
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto& language : languages) {
            for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait,
                                    PageFormat::a4_landscape, PageFormat::fit}) {
                const auto picture = groups_diagram(dataset, {language, page});

                EXPECT_EQ(geometry_faults(picture), Texts{})
                    << name << ' ' << tag(language.first) << ' ' << static_cast<int>(page);
                EXPECT_GE(count_groups(picture.front()), 5U);
            }
        }
    }
}

TEST(Groups, SaysHowManyAreLeftOut) {
    const auto dataset = test::programme(large_programme(60, 200, 4));

    for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait, PageFormat::fit}) {
        const auto picture = groups_diagram(dataset, {Language::zh_hans, page});

        EXPECT_EQ(geometry_faults(picture), Texts{});
        const auto text = all_text(picture);
        const auto drawn = count_groups(picture.front());
        const auto end = text.find("组部门各共担");
        ASSERT_NE(end, std::string::npos);
        const auto begin = text.rfind(' ', end) + 1;
        const auto all = std::stoul(text.substr(begin, end - begin));
        EXPECT_LT(drawn, all);
        EXPECT_TRUE(contains(text, "另有" + std::to_string(all - drawn) + "组未列"));
    }
}

TEST(Groups, SkipsAGroupThatNoPageHolds) {
    std::string text = "departments:\n";
    std::string all;
    for (int d = 0; d < 60; ++d) {
        const auto id = "d" + std::to_string(d);
        text += "  - {id: " + id + ", name: " + id + "}\n";
        all += (d == 0 ? "" : ", ") + id;
    }
    text += "regions: [{id: r, name: R}]\nnotice: {id: n, title: T, issued: 2020-02-03}\n" +
            std::string("measures:\n");
    for (int m = 1; m <= 4; ++m) {
        text += "  - {number: " + std::to_string(m) + ", title: x, scope: r, departments: [" +
                (m < 3 ? all : "d0, d1") + "]}\n";
    }

    const auto picture = groups_diagram(test::programme(text));

    EXPECT_EQ(geometry_faults(picture), Texts{});
    EXPECT_EQ(cells_of(box_with_id(picture, "group-1")),
              (Texts{"d0、d1", "1", "2", "3", "4", "4项 "}));
    EXPECT_TRUE(contains(all_text(picture), "另有1组未列"));
}

TEST(Groups, OfNoSharedMeasuresSaysSo) {
    const auto none = groups_diagram(test::programme(test::small_programme), {Language::en});
    EXPECT_EQ(geometry_faults(none), Texts{});
    EXPECT_TRUE(contains(all_text(none), "No two departments share two or more measures"));
    EXPECT_TRUE(contains(all_text(none), "3 withheld"));

    const auto nothing = groups_diagram(test::programme("departments: [{id: a, name: A}]\n"));
    EXPECT_EQ(geometry_faults(nothing), Texts{});
    EXPECT_TRUE(contains(all_text(nothing), "没有可列的举措"));
}

TEST(Groups, HoldsLongNamesAndManyMeasures) {
    const auto name = repeated("部", 60);
    std::string text = "departments: [{id: a, name: " + name +
                       "}, {id: b, name: \"<B> & \\\\N\"}, " +
                       "{id: c, name: " + repeated("Wi", 30) + "}]\n" +
                       "regions: [{id: r, name: R}]\n"
                       "notice: {id: n, title: T, issued: 2020-02-03}\nmeasures:\n";
    for (unsigned m = 1; m <= 200; ++m) {
        text += "  - {number: " + std::to_string(m * 20000000U) +
                ", title: " + repeated("题", 200) + ", departments: [a, b, c], scope: r}\n";
    }
    const auto dataset = test::programme(text);

    for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait, PageFormat::fit}) {
        for (const auto language : {Language::zh_hans, Language::en}) {
            const auto picture = groups_diagram(dataset, {language, page});
            EXPECT_EQ(geometry_faults(picture), Texts{});
            EXPECT_TRUE(contains(all_text(picture), "…\n200"));
        }
    }
}

TEST(Groups, MarksTheNoticeOfANumber) {
    const std::vector<std::string> files{REMIT_SOURCE_DIR "/data/2018-second-batch.yaml",
                                         REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"};

    const auto picture = groups_diagram(load(files).dataset.value());

    EXPECT_EQ(geometry_faults(picture), Texts{});
    const auto text = all_text(picture);
    EXPECT_TRUE(contains(text, "A：第二批支持创新相关改革举措"));
    EXPECT_TRUE(contains(text, "\nB1\n"));
}

TEST(Groups, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(
        test::is_golden(to_dot(groups_diagram(test::shipped("2020-third-batch.yaml")).front()),
                        "groups-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
