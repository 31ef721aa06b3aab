#include "../../src/diagram/output/dot.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/diagram/pictures.hpp>
#include <remit/input/load.hpp>

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

const std::vector<std::string> none;

using Texts = std::vector<std::string>;

Texts ids_of_kind(const Picture& picture, std::string_view kind) {
    Texts all;
    for (const auto& page : picture) {
        for (const auto& shape : page.shapes) {
            if (test::plain_kind(shape) == kind) all.push_back(mark(shape).id);
        }
    }
    return all;
}

bool has(const Picture& picture, const std::string& id) {
    return std::any_of(picture.begin(), picture.end(),
                       [&](const auto& page) { return !ids(page, id).empty(); });
}

Point middle(const Picture& picture, const std::string& id) {
    return std::get<Disc>(shape_with_id(picture, id)).center;
}

/// How many measures begin with a row on some page.
std::size_t rows(const Picture& picture) {
    std::size_t count = 0;
    for (const auto& page : picture) count += ids(page, "number-").size();
    return count;
}

Picture third(Language language) {
    return matrix_diagram(test::shipped("2020-third-batch.yaml"), {language});
}

TEST(Matrix, IsSoundOnEveryPageInEveryLanguage) {
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto& options : test::every_page()) {
            const auto picture = matrix_diagram(dataset, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
            EXPECT_LE(picture.size(), 5U) << name << ' ' << test::shown(options);
        }
    }
}

TEST(Matrix, IsSoundForOddProgrammes) {
    for (const auto& [what, dataset] : test::odd_programmes()) {
        for (const auto& options : test::pages_for(dataset)) {
            const auto picture = matrix_diagram(dataset, options);

            EXPECT_EQ(geometry_faults(picture), none) << what << ' ' << test::shown(options);
        }
    }
}

TEST(Matrix, NeedsOnePageForTheThirdBatchInChinese) {
    EXPECT_EQ(third(Language::zh_hans).size(), 1U);
    EXPECT_EQ(third(Language::zh_hant).size(), 1U);
}

TEST(Matrix, HeadsColumnsWithACharacterALine) {
    const auto picture = third(Language::zh_hans);
    const auto head = [&](const std::string& id) {
        return whole_text(picture, "department-" + id);
    };

    EXPECT_EQ(head("most"), "科 技 部");
    EXPECT_EQ(head("ndrc"), "发 展 改 革 委");
    // By the alias whose characters the name has: of the others none is as short.
    EXPECT_EQ(head("miit"), "工 信 部");
    EXPECT_EQ(head("mohrss"), "人 社 部");
    EXPECT_EQ(head("spc"), "最 高 法");
    const auto first = std::get<Label>(shape_with_id(picture, "department-most"));
    const auto second = std::get<Label>(shape_with_id(picture, "department-most-line-2"));
    EXPECT_EQ(first.at.x, second.at.x);
    EXPECT_LT(first.at.y, second.at.y);
}

TEST(Matrix, HeadsColumnsWithLevelWordsAtAlternatingHeights) {
    const auto picture = third(Language::en);
    const auto head = [&](const std::string& id) {
        return std::get<Label>(shape_with_id(picture, "department-" + id));
    };

    EXPECT_EQ(head("most").text, "MOST");
    EXPECT_EQ(head("cbirc").text, "CBIRC");
    EXPECT_GT(head("most").at.y, head("cbirc").at.y + 5.0);
    EXPECT_EQ(head("most").at.y, head("pbc").at.y);
    EXPECT_TRUE(contains(all_text(picture), "Ministry of Science and Technology"));
}

TEST(Matrix, OrdersDepartmentsByTheirMeasuresAndSumsThem) {
    const auto picture = third(Language::zh_hans);
    Texts totals;
    for (const auto* id : {"most", "cbirc", "pbc", "mof", "ndrc", "cnipa", "sasac", "gacc", "spc",
                           "moj", "moe", "miit", "mohrss"}) {
        totals.push_back(text_with_id(picture, std::string("total-") + id + "-number"));
        if (totals.size() > 1) {
            const auto before = ids(picture.front(), "department-");
            EXPECT_NE(std::find(before.begin(), before.end(), std::string("department-") + id),
                      before.end());
        }
    }

    EXPECT_EQ(totals, (Texts{"9", "6", "6", "6", "6", "3", "1", "1", "1", "1", "1", "1", "1"}));
    EXPECT_EQ(text_with_id(picture, "total"), "43");
    EXPECT_EQ(text_with_id(picture, "count-16"), "5");
    EXPECT_EQ(text_with_id(picture, "count-12"), "1");
}

TEST(Matrix, DrawsADotForEveryLinkInItsRowAndColumn) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto picture = matrix_diagram(dataset);

    EXPECT_EQ(ids_of_kind(picture, "link leading").size(), 16U);
    EXPECT_EQ(ids_of_kind(picture, "link joining").size(), 27U);
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto number = std::to_string(dataset[m].number);
        const auto row = std::get<Label>(shape_with_id(picture, "number-" + number));
        for (const auto& each : dataset.responsibilities(m)) {
            const auto& id = dataset[each.department].id;
            const auto dot = middle(picture, "link-" + id + "-" + number);
            const auto head = std::get<Label>(shape_with_id(picture, "department-" + id));
            EXPECT_NEAR(dot.x, head.at.x, 1e-6);
            EXPECT_NEAR(dot.y, row.at.y, 1e-6);
        }
    }
    const auto first = std::get<Disc>(shape_with_id(picture, "link-mof-3"));
    const auto also = std::get<Disc>(shape_with_id(picture, "link-most-3"));
    EXPECT_EQ(first.fill, first.frame);
    EXPECT_EQ(also.fill, "#FFFFFF");
}

TEST(Matrix, HasOneColumnForRegionsThatAreAlwaysReachedTogether) {
    const auto picture = third(Language::zh_hans);

    // 11 nationwide reach both, the 5 others only the eight.
    EXPECT_EQ(text_with_id(picture, "total-eight-pilot-regions"), "16");
    EXPECT_EQ(text_with_id(picture, "total-others"), "11");
    EXPECT_EQ(ids_of_kind(picture, "reach").size(), 27U);
    for (const auto* number : {"3", "4", "7", "14", "15"}) {
        EXPECT_FALSE(has(picture, std::string("reach-others-") + number)) << number;
        const auto cell = std::get<Area>(
            shape_with_id(picture, std::string("reach-eight-pilot-regions-") + number));
        EXPECT_EQ(cell.fill, "#B34700") << number;
    }
    EXPECT_TRUE(contains(all_text(picture), "辽宁沈阳"));
}

TEST(Matrix, SaysInItsTitleWhatIsLimited) {
    EXPECT_EQ(third(Language::zh_hans).front().title, "11项适用于全国，5项只适用于8个改革试验区域");
    PictureOptions neutral{Language::en};
    neutral.title = "neutral";
    EXPECT_EQ(matrix_diagram(test::shipped("2020-third-batch.yaml"), neutral).front().title,
              "Measures, departments and regions");
}

TEST(Matrix, WithoutRegionsSaysWhoIsNamedMost) {
    const auto title = [](const std::string& measures) {
        const auto picture = matrix_diagram(
            test::programme("departments: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]\n"
                            "notice: {id: n, title: T, issued: 2026-01-15}\nmeasures:\n" +
                            measures),
            {Language::en});
        EXPECT_FALSE(has(picture, "region-"));
        EXPECT_FALSE(contains(all_text(picture), "everywhere"));
        return picture.front().title;
    };

    EXPECT_EQ(title("  - {number: 1, title: A, departments: [x, y]}\n"
                    "  - {number: 2, title: B, departments: [z, y]}\n"),
              "Y is named in 2 of 2 listed measures, more than any other");
    EXPECT_EQ(title("  - {number: 1, title: A, departments: [x, y]}\n"
                    "  - {number: 2, title: B, departments: [z, x, y]}\n"),
              "X and Y: each named in 2 of 2 listed measures, more than any other");
    EXPECT_EQ(title("  - {number: 1, title: A, departments: [x, y]}\n"
                    "  - {number: 2, title: B, departments: [z]}\n"),
              "Measures and departments");
}

TEST(Matrix, ShowsPartsAndTellsRegionsApartByWhatReachesThem) {
    const auto dataset = test::programme(std::string(test::small_registry) + R"(
notice: {id: n, title: T, issued: 2026-01-15}
measures:
  - {number: 1, title: A, departments: alpha, scope: pilots}
  - {number: 2, title: B, departments: beta, scope: land}
  - {number: 3, title: C, departments: gamma, scope: north}
)");

    const auto picture = matrix_diagram(dataset, {Language::en});

    // The capital is a part of north, which the pilots therefore reach in part.
    EXPECT_EQ(ids_of_kind(picture, "reach part"), (Texts{"reach-north-1"}));
    for (const auto& region : dataset.regions()) {
        const auto covered = coverage(dataset)[region.place.value].measures.size();
        const auto& id = dataset.registry()[region.place].id;
        if (id != "land") {
            EXPECT_EQ(text_with_id(picture, "total-" + id), std::to_string(covered)) << id;
        }
    }
    EXPECT_EQ(text_with_id(picture, "total-others"), "1");
}

TEST(Matrix, NamesTheRegionsOfAColumnWhereTheyAreFew) {
    const auto dataset = test::programme(R"(
departments: [{id: x, name: X}]
regions:
  - {id: land, kind: nation, name: Land}
  - {id: a, name: Baden-Württemberg, within: land}
  - {id: b, name: Grand Est, within: land}
notice: {id: n, title: T, issued: 2026-01-15}
measures:
  - {number: 1, title: A, departments: x, scope: [a, b]}
  - {number: 2, title: B, departments: x, scope: land}
)");
    const auto text = all_text(matrix_diagram(dataset, {Language::en}));

    EXPECT_TRUE(contains(text, "Grand Est")) << text;
    EXPECT_FALSE(contains(text, "+ 1 more")) << text;
}

TEST(Matrix, NamesWhoIsNotAddressed) {
    const auto picture = matrix_diagram(test::shipped("2020-third-batch.yaml"), {Language::en});

    EXPECT_EQ(picture.size(), 1U);
    EXPECT_TRUE(contains(mark(shape_with_id(picture, "region-others")).tooltip,
                         "not among them: Taiwan, Hong Kong, Macao."));
}

TEST(Matrix, CutsNoTitleThatHasRoom) {
    std::string title;
    for (int word = 0; word < 30; ++word) title += "reporting ";
    std::string text =
        "departments: [{id: x, name: X}]\nnotice: {id: n, title: T, issued: 2026-01-15}\n"
        "measures:\n";
    for (int m = 1; m <= 10; ++m) {
        text +=
            "  - {number: " + std::to_string(m) + ", title: " + title + "end, departments: x}\n";
    }
    const auto dataset = test::programme(text);
    for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait}) {
        const auto picture = matrix_diagram(dataset, {Language::en, page});

        EXPECT_EQ(geometry_faults(picture), none);
        EXPECT_FALSE(contains(all_text(picture), "…"));
    }
}

TEST(Matrix, NamesAllRegionsWhereTheyHaveNoColumns) {
    std::string text =
        "departments: [{id: x, name: X}]\nregions:\n"
        "  - {id: land, kind: nation, name: Land}\n";
    for (int r = 0; r < 20; ++r) {
        text += "  - {id: r" + std::to_string(r) + ", within: land, name: Region" +
                std::to_string(r) + "}\n";
    }
    text += "notice: {id: n, title: T, issued: 2026-01-15}\nmeasures:\n";
    for (int r = 0; r < 20; ++r) {
        text += "  - {number: " + std::to_string(r + 1) + ", title: A, departments: x, scope: r" +
                std::to_string(r) + "}\n";
    }

    const auto picture = matrix_diagram(test::programme(text), {Language::en});

    EXPECT_FALSE(has(picture, "reach-"));
    EXPECT_EQ(text_with_id(picture, "scope-7"), "Region6");
    const auto key = whole_text(Picture{picture.back()}, "key");
    for (int r = 0; r < 20; ++r) {
        EXPECT_TRUE(contains(key, "Region" + std::to_string(r))) << key;
    }
}

TEST(Matrix, CountsWhatIsWithheldInADashedRow) {
    const auto picture = third(Language::zh_hans);

    EXPECT_TRUE(contains(all_text(picture), "4项未公开：举措、部门和推广范围均未刊出"));
    const auto& shapes = picture.front().shapes;
    EXPECT_EQ(std::count_if(shapes.begin(), shapes.end(),
                            [](const Shape& shape) {
                                const auto* area = std::get_if<Area>(&shape);
                                return area != nullptr && area->dashed;
                            }),
              1);
}

TEST(Matrix, NeverSaysLeadWhereTheNoticeDoesNot) {
    const auto dataset = test::programme(R"(
departments: [{id: x, name: X}, {id: y, name: Y}]
notice: {id: n, title: T, issued: 2026-01-15}
measures: [{number: 1, title: A, lead: x, with: y}]
)");
    const auto lead = all_text(matrix_diagram(dataset, {Language::en}));

    EXPECT_TRUE(contains(lead, "lead\n")) << lead;
    EXPECT_FALSE(contains(lead, "first-named")) << lead;
    EXPECT_TRUE(contains(all_text(third(Language::en)), "first-named"));
}

TEST(Matrix, RepeatsHeadsAndHeadingsOnEveryPage) {
    const auto dataset = test::programme(test::large_programme(200, 12));

    const auto picture = matrix_diagram(dataset, {Language::en});

    EXPECT_GT(picture.size(), 1U);
    EXPECT_LE(picture.size(), 25U);
    EXPECT_EQ(rows(picture), 200U);
    for (const auto& page : picture) {
        EXPECT_EQ(ids(page, "department-d0").size(), 1U);
        const auto last = &page == &picture.back();
        EXPECT_EQ(ids(page, "total-d0").empty(), !last);
    }
}

// As many columns as no page holds stand on several, with all rows on each of those.
TEST(Matrix, DividesDepartmentsThatFitNoPage) {
    const auto dataset = test::programme(test::large_programme(120, 90));

    const auto picture = matrix_diagram(dataset, {Language::en});

    EXPECT_GT(picture.size(), 1U);
    std::size_t totals = 0;
    for (const auto& page : picture) {
        for (const auto& id : ids(page, "total-d")) totals += id.ends_with("-number") ? 1U : 0U;
    }
    EXPECT_EQ(totals, dataset.departments().size());
}

TEST(Matrix, RefusesABookOfPages) {
    const auto dataset = test::programme(test::large_programme(1000, 200));

    try {
        (void)matrix_diagram(dataset, {Language::en});
    } catch (const PictureRefusal& refusal) {
        EXPECT_TRUE(contains(refusal.what(), "remit table")) << refusal.what();
    }
}

TEST(Matrix, OfNothingSaysSo) {
    const auto dataset = test::programme(R"(
departments: [{id: x, name: X}]
notice: {id: n, title: T, issued: 2026-01-15}
measures: []
)");

    EXPECT_TRUE(
        contains(all_text(matrix_diagram(dataset, {Language::en})), "There is no measure to list"));
}

TEST(Matrix, MarksTheNumbersOfSeveralNotices) {
    const std::vector<std::string> files{REMIT_SOURCE_DIR "/data/2018-second-batch.yaml",
                                         REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"};

    const auto text = all_text(matrix_diagram(load(files).dataset.value(), {Language::en}));

    EXPECT_TRUE(contains(text, "A. Second batch")) << text;
    EXPECT_TRUE(contains(text, "B16\n")) << text;
}

TEST(Matrix, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(drawing::to_dot(third(Language::zh_hans).front()),
                                "matrix-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
