#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/dot.hpp>
#include <remit/diagram/matrix_diagram.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

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
using test::geometry_faults;

using Texts = std::vector<std::string>;

/// The text of a box, its lines joined.
std::string text_of(const Box& box) {
    std::string text;
    for (const auto& row : box.rows) {
        for (const auto& cell : row) {
            for (const auto& line : cell.lines) text += line.text;
        }
    }
    return text;
}

/// The texts of all boxes whose ids start like that, in their order.
Texts texts_of(const Diagram& page, std::string_view prefix) {
    Texts texts;
    for (const auto& box : page.boxes) {
        if (box.id.starts_with(prefix)) texts.push_back(text_of(box));
    }
    return texts;
}

std::set<std::string> ids_of_kind(const Picture& picture, std::string_view kind) {
    std::set<std::string> ids;
    for (const auto& page : picture) {
        for (const auto& box : page.boxes) {
            if (box.kind == kind) ids.insert(box.id);
        }
    }
    return ids;
}

std::string repeated(std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
}

/// So many departments and measures; measure i names each = i % spread + 1 departments from i on.
std::string large_programme(int departments, int measures, int spread, const std::string& scopes) {
    std::string text = "departments:\n";
    for (int d = 0; d < departments; ++d) {
        text += "  - {id: d" + std::to_string(d) + ", name: 部门" + std::to_string(d) + "}\n";
    }
    text += "regions: [{id: land, kind: nation, name: 全国}, {id: r, name: 甲地}]\n";
    text +=
        "notice: {id: n, title: T, issued: 2020-02-03, announced: " + std::to_string(measures + 3) +
        "}\n";
    text += "categories: [{id: a, name: 前}, {id: b, name: 后}]\nmeasures:\n";
    for (int m = 0; m < measures; ++m) {
        text += "  - {number: " + std::to_string(m + 1) +
                ", title: " + repeated("建立机制", m % 7 + 1) +
                ", category: " + (m < measures / 2 ? "a" : "b") + ", departments: [";
        for (int i = 0; i <= m % spread; ++i) {
            text += (i == 0 ? "d" : ", d") + std::to_string((m + 7 * i) % departments);
        }
        text += "], scope: " + scopes + "}\n";
    }
    return text;
}

TEST(Matrix, OrdersDepartmentsByTheirMeasures) {
    const auto picture = matrix_diagram(test::shipped("2020-third-batch.yaml"));

    EXPECT_EQ(texts_of(picture.front(), "department-"),
              (Texts{"科技部", "银保监会", "人民银行", "财政部", "发展改革委", "知识产权局",
                     "国资委", "海关总署", "最高人民法院", "司法部", "教育部", "工业和信息化部",
                     "人力资源社会保障部"}));
    EXPECT_EQ(texts_of(picture.front(), "total-department-"),
              (Texts{"3+6", "2+4", "2+4", "2+4", "2+4", "0+3", "1+0", "1+0", "1+0", "1+0", "1+0",
                     "0+1", "0+1"}));
}

TEST(Matrix, GivesTheGroupsMembersAColumnEachAndTheOtherRegionsOne) {
    const auto picture = matrix_diagram(test::shipped("2020-third-batch.yaml"));

    EXPECT_EQ(texts_of(picture.front(), "region-"),
              (Texts{"其他地区", "京津冀", "上海", "广东", "安徽", "四川", "湖北武汉", "陕西西安",
                     "辽宁沈阳"}));
    EXPECT_EQ(texts_of(picture.front(), "total-region-"),
              (Texts{"11", "16", "16", "16", "16", "16", "16", "16", "16"}));
    EXPECT_EQ(ids_of_kind(picture, "scope nation").size(), 11U * 9U);
    EXPECT_EQ(ids_of_kind(picture, "scope region").size(), 5U * 8U);
    EXPECT_EQ(box_with_id(picture, "scope-xian-3").kind, "scope region");
    EXPECT_EQ(text_of(box_with_id(picture, "scope-xian-3")), "◆");
    EXPECT_EQ(box_with_id(picture, "scope-xian-1").kind, "scope nation");
    EXPECT_EQ(text_of(box_with_id(picture, "scope-xian-1")), "");
}

TEST(Matrix, FillsTheDotOfTheFirstNamed) {
    const auto picture = matrix_diagram(test::shipped("2020-third-batch.yaml"));

    EXPECT_EQ(ids_of_kind(picture, "link first").size(), 16U);
    EXPECT_EQ(ids_of_kind(picture, "link also").size(), 27U);
    const auto& first = box_with_id(picture, "link-mof-3");
    EXPECT_EQ(first.kind, "link first");
    EXPECT_EQ(first.fill, "#005A8E");
    const auto& also = box_with_id(picture, "link-most-3");
    EXPECT_EQ(also.kind, "link also");
    EXPECT_EQ(also.fill, "#FFFFFF");
}

TEST(Matrix, PutsEveryDotInItsRowAndColumn) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto picture = matrix_diagram(dataset);

    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto number = std::to_string(dataset[m].number);
        const auto row = test::edges(box_with_id(picture, "measure-" + number));
        for (const auto& each : dataset.responsibilities(m)) {
            const auto& id = dataset[each.department].id;
            const auto& dot = box_with_id(picture, "link-" + id + "-" + number);
            EXPECT_NEAR(dot.center.x, box_with_id(picture, "department-" + id).center.x, 0.6);
            EXPECT_TRUE(dot.center.y > row.top && dot.center.y < row.bottom) << dot.id;
            EXPECT_GT(dot.center.x, row.right);
        }
    }
}

TEST(Matrix, SaysHowManyAreWithheldInARowOfItsOwn) {
    const auto chinese = matrix_diagram(test::shipped("2020-third-batch.yaml"));
    const auto english = matrix_diagram(test::shipped("2020-third-batch.yaml"), {Language::en});

    EXPECT_EQ(texts_of(chinese.front(), "withheld-"),
              (Texts{"4项未公开：举措内容、指导部门和推广范围均未刊出"}));
    EXPECT_TRUE(contains(all_text(english), "V. Military–civil integration (4)\n4 withheld:"));
    EXPECT_TRUE(contains(chinese.front().description, "首列部门共16项次、同列部门共27项次"));
    EXPECT_TRUE(contains(chinese.front().description, "科技部（9项）"));
    EXPECT_TRUE(contains(english.front().description, "16 links first-named, 27 also named"));
}

TEST(Matrix, NeverSaysLeadWhereTheNoticeDoesNot) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto chinese = all_text(matrix_diagram(dataset));
    const auto english = all_text(matrix_diagram(dataset, {Language::en}));

    // Only in the sentence that the notice names none.
    EXPECT_EQ(chinese.find("牵头"), chinese.rfind("牵头"));
    EXPECT_TRUE(contains(english, "Total: first-named + also named;"));
    EXPECT_TRUE(contains(all_text(matrix_diagram(test::programme(
                             std::string(test::small_programme) + "order: first-leads\n"))),
                         "牵头项数"));
}

TEST(Matrix, IsSoundInEveryLanguageOnEveryPage) {
    const std::vector<Languages> languages{
        Language::zh_hans, Language::zh_hant, Language::en, {Language::zh_hans, Language::en}};
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto& language : languages) {
            for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait,
                                    PageFormat::a4_landscape, PageFormat::fit}) {
                const auto picture = matrix_diagram(dataset, {language, page});

                EXPECT_EQ(geometry_faults(picture), Texts{})
                    << name << ' ' << tag(language.first) << ' ' << static_cast<int>(page);
                EXPECT_EQ(ids_of_kind(picture, "measure").size(), dataset.measures().size());
            }
        }
    }
}

TEST(Matrix, NeedsOnePageForAShippedBatchInOneLanguage) {
    for (const auto language : all_languages) {
        for (const auto page :
             {PageFormat::widescreen, PageFormat::a4_portrait, PageFormat::a4_landscape}) {
            EXPECT_EQ(
                matrix_diagram(test::shipped("2020-third-batch.yaml"), {language, page}).size(), 1U)
                << tag(language) << ' ' << static_cast<int>(page);
        }
    }
}

TEST(Matrix, JoinsRegionsThatDoNotFitBesideTheDepartments) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture = matrix_diagram(dataset, {Language::en, PageFormat::a4_portrait});

    EXPECT_EQ(texts_of(picture.front(), "region-"),
              (Texts{"Nationwide", "The eightreform pilotregions"}));
    EXPECT_EQ(texts_of(picture.front(), "total-region-"), (Texts{"11", "5"}));
    EXPECT_TRUE(contains(box_with_id(picture, "region-eight-pilot-regions").tooltip, "5 measures"));
    EXPECT_TRUE(contains(all_text(picture), "Beijing–Tianjin–Hebei; Shanghai;"));
}

TEST(Matrix, RepeatsHeadingsAndCountsEachPage) {
    const auto dataset = test::programme(large_programme(12, 80, 4, "land"));

    const auto picture = matrix_diagram(dataset);

    ASSERT_GT(picture.size(), 2U);
    EXPECT_EQ(geometry_faults(picture), Texts{});
    std::size_t listed = 0;
    for (std::size_t i = 0; i < picture.size(); ++i) {
        const auto& page = picture[i];
        const auto text = all_text({page});
        EXPECT_EQ(texts_of(page, "department-").size(), 12U) << i;
        EXPECT_TRUE(contains(
            text, "第" + std::to_string(i + 1) + "页，共" + std::to_string(picture.size()) + "页"));
        const auto rows = texts_of(page, "measure-").size();
        EXPECT_EQ(texts_of(page, "page-total-region-"), Texts{std::to_string(rows)});
        EXPECT_EQ(texts_of(page, "total-region-"), Texts{"80"});
        const auto headings = texts_of(page, "heading-");
        const bool begins = listed == 0 || listed == 40;
        EXPECT_EQ(headings.front(), (listed < 40 ? "一、前（40项" : "二、后（40项") +
                                        std::string(begins ? "）" : "，续）"));
        listed += rows;
    }
    EXPECT_EQ(listed, 80U);
}

TEST(Matrix, ShowsOnlyTheDepartmentsOfAPageWhereNotAllFit) {
    const auto dataset = test::programme(large_programme(60, 200, 5, "land"));
    for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait}) {
        const auto picture = matrix_diagram(dataset, {Language::zh_hans, page});

        EXPECT_EQ(geometry_faults(picture), Texts{});
        EXPECT_EQ(ids_of_kind(picture, "measure").size(), 200U);
        EXPECT_EQ(ids_of_kind(picture, "link first").size(), 200U);
        EXPECT_EQ(ids_of_kind(picture, "link also").size(), 400U);
        if (page == PageFormat::a4_portrait) {
            EXPECT_FALSE(texts_of(picture.front(), "part-2-department-").empty());
            EXPECT_TRUE(contains(all_text({picture.front()}), "以上："));
        }
        for (const auto& each : picture) {
            EXPECT_LT(texts_of(each, "department-").size(), 60U);
            for (const auto& sum : texts_of(each, "page-total-department-")) {
                EXPECT_NE(sum, "0+0");
            }
        }
    }
}

TEST(Matrix, SplitsTheDepartmentsOfOneMeasure) {
    const auto dataset = test::programme(large_programme(60, 60, 60, "land"));

    const auto picture = matrix_diagram(dataset, {Language::zh_hans, PageFormat::a4_portrait});

    EXPECT_EQ(geometry_faults(picture), Texts{});
    EXPECT_EQ(
        ids_of_kind(picture, "link first").size() + ids_of_kind(picture, "link also").size(),
        ids_of_kind(matrix_diagram(dataset, {Language::zh_hans, PageFormat::fit}), "link also")
                .size() +
            60U);
}

TEST(Matrix, TagsScopesThatAreTooManyForColumns) {
    std::string text = "departments: [{id: a, name: 甲}]\nregions:\n";
    for (int i = 0; i < 20; ++i) {
        text += "  - {id: r" + std::to_string(i) + ", name: 地" + std::to_string(i) + "}\n";
    }
    text += "notice: {id: n, title: T, issued: 2020-02-03}\nmeasures:\n";
    for (int i = 0; i < 20; ++i) {
        const auto number = std::to_string(i);
        text += "  - {number: " + std::to_string(i + 1) + ", title: x, departments: [a], scope: r" +
                number + "}\n";
    }

    const auto picture = matrix_diagram(test::programme(text));

    EXPECT_EQ(geometry_faults(picture), Texts{});
    EXPECT_EQ(text_of(box_with_id(picture, "scope-18")), "地17");
    EXPECT_EQ(texts_of(picture.front(), "region-"), Texts{"推广范围"});
}

TEST(Matrix, ShowsTermsWithoutAGroupAndPartsWhereTheyOverlap) {
    const auto terms = matrix_diagram(test::programme(large_programme(3, 4, 2, "r")));
    EXPECT_EQ(texts_of(terms.front(), "region-"), Texts{"甲地"});
    EXPECT_EQ(box_with_id(terms, "scope-r-1").kind, "scope region");

    auto text = test::small_programme;
    text += "  - {number: 3, title: x, category: c, departments: [beta], scope: north}\n";
    const auto parts = matrix_diagram(test::programme(text));
    EXPECT_EQ(geometry_faults(parts), Texts{});
    EXPECT_EQ(texts_of(parts.front(), "region-"), (Texts{"其他地区", "沿海", "京市", "北省"}));
    EXPECT_EQ(text_of(box_with_id(parts, "scope-north-2")), "◇");
    EXPECT_EQ(text_of(box_with_id(parts, "scope-capital-3")), "◆");
    EXPECT_TRUE(contains(all_text(parts), "仅及该地区一部分"));
}

TEST(Matrix, HoldsOddProgrammes) {
    const auto name = repeated("部", 60);
    const std::vector<std::string> odd{
        "notice: {id: n, title: T, issued: 2020-02-03, announced: 3}\n"
        "categories: [{id: c, name: C, announced: 3}]\n",
        "departments: [{id: a, name: " + name +
            "}, {id: b, name: \"<B> & \\\\N\"}]\nregions: "
            "[{id: r, name: " +
            name +
            "}]\nnotice: {id: n, title: T, issued: 2020-02-03}\n"
            "measures:\n  - {number: 1, title: " +
            repeated("题", 200) +
            ", departments: [a, b], scope: r}\n"
            "  - {number: 4000000000, title: x, departments: [b], scope: r}\n",
        "departments: [{id: a, name: " + repeated("Wi", 30) + "}, {id: b, name: " +
            repeated("many words ", 5) + "}]\nregions: [{id: r, name: " + repeated("Long ", 12) +
            "}]\nnotice: {id: n, title: T, issued: 2020-02-03}\n"
            "measures: [{number: 1, title: x, departments: [a, b], scope: r}]\n",
    };
    for (const auto& text : odd) {
        const auto dataset = test::programme(text);
        for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait, PageFormat::fit}) {
            for (const auto& languages : {Languages(Language::zh_hans), Languages(Language::en)}) {
                EXPECT_EQ(geometry_faults(matrix_diagram(dataset, {languages, page})), Texts{})
                    << text;
            }
        }
    }
}

TEST(Matrix, ShortensWhereNotOneMeasureFits) {
    std::string text = "departments:\n";
    std::string all;
    for (int d = 0; d < 28; ++d) {
        all += (d == 0 ? "d" : ", d") + std::to_string(d);
        text += "  - {id: d" + std::to_string(d) + ", name: {zh-Hans: " + repeated("部", 60) +
                std::to_string(d) + ", en: " + repeated("Many words ", 5) + std::to_string(d) +
                "}}\n";
    }
    text += "regions: [{id: r, name: {zh-Hans: " + repeated("地", 60) +
            ", en: " + repeated("Long ", 12) +
            "}}]\nnotice: {id: n, title: T, issued: 2020-02-03}\n" +
            "categories: [{id: c, name: " + repeated("类", 60) + "}]\nmeasures:\n";
    for (int m = 1; m <= 20; ++m) {
        text += "  - {number: " + std::to_string(m) + ", title: {zh-Hans: " + repeated("题", 200) +
                ", en: " + repeated("Word ", 40) + "}, category: c, scope: r, departments: [" +
                all + "]}\n";
    }

    const auto picture = matrix_diagram(test::programme(text), {{Language::zh_hans, Language::en}});

    EXPECT_EQ(geometry_faults(picture), Texts{});
    EXPECT_EQ(ids_of_kind(picture, "measure").size(), 20U);
    const auto& measure = box_with_id(picture, "measure-1");
    EXPECT_TRUE(text_of(measure).ends_with("…"));
    EXPECT_TRUE(contains(measure.tooltip, repeated("题", 200)));
}

TEST(Matrix, RefusesABookOfPages) {
    const auto dataset = test::programme(large_programme(60, 400, 60, "land"));

    EXPECT_THROW((void)matrix_diagram(dataset, {Language::zh_hans, PageFormat::a4_portrait}),
                 Error);
}

TEST(Matrix, OfNothingSaysSo) {
    const auto picture =
        matrix_diagram(test::programme("departments: [{id: a, name: A}]\n"), {Language::en});

    EXPECT_EQ(geometry_faults(picture), Texts{});
    EXPECT_TRUE(contains(all_text(picture), "There is no measure to list"));
}

TEST(Matrix, JoinsSeveralNotices) {
    const std::vector<std::string> files{REMIT_SOURCE_DIR "/data/2018-second-batch.yaml",
                                         REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"};

    const auto picture =
        matrix_diagram(load(files).dataset.value(), {Language::zh_hans, PageFormat::a4_portrait});

    EXPECT_EQ(geometry_faults(picture), Texts{});
    EXPECT_EQ(ids_of_kind(picture, "link first").size(), 33U);
    EXPECT_TRUE(ids_of_kind(picture, "measure").contains("measure-third-batch-7"));
    EXPECT_TRUE(contains(all_text(picture), "第二批支持创新相关改革举措（23项"));
}

TEST(Matrix, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(
        test::is_golden(to_dot(matrix_diagram(test::shipped("2020-third-batch.yaml")).front()),
                        "matrix-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
