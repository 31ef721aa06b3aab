#include "../../src/diagram/pieces.hpp"

#include "../../src/diagram/billionths.hpp"
#include "support/geometry.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/department_diagram.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace remit::drawing {
namespace {

/// Of each notice two categories with a measure each; 28 notices.
Dataset many_notices() {
    std::vector<std::string> texts;
    for (int i = 0; i < 28; ++i) {
        const auto id = std::to_string(i);
        texts.push_back("notice: {id: n" + id + ", title: Notice " + id +
                        ", issued: 2020-02-03}\n"
                        "categories: [{id: c" +
                        id + ", name: C}, {id: d" + id +
                        ", name: D}]\n"
                        "measures:\n"
                        "  - {number: 7, title: T, category: c" +
                        id +
                        ", departments: [a], scope: n}\n"
                        "  - {number: 9, title: T, category: d" +
                        id + ", departments: [a], scope: n}\n");
    }
    texts.front() = "departments: [{id: a, name: A}]\nregions: [{id: n, kind: nation, name: N}]\n" +
                    texts.front();
    return test::programme_of(texts);
}

TEST(Pieces, NameAMeasureByTheLetterOfItsNotice) {
    const auto dataset = many_notices();

    EXPECT_EQ(measure_number(dataset, {0}), "A7");
    EXPECT_EQ(measure_number(dataset, {3}), "B9");
    EXPECT_EQ(measure_number(dataset, {51}), "Z9");
    EXPECT_EQ(measure_number(dataset, {52}), "AA7");
    EXPECT_EQ(measure_number(dataset, {55}), "AB9");
    EXPECT_EQ(measure_number(test::programme(test::small_programme), {1}), "2");
}

// Ids of SVG may hold letters, digits, "-" and "_" only, and no two measures have one.
TEST(Pieces, MakeAnIdOfEveryCode) {
    const auto dataset = test::programme(R"(
departments: [{id: a, name: A}]
regions: [{id: n, kind: nation, name: N}]
notice: {id: p, title: P, issued: 2020-02-03}
measures:
  - {code: C01.1, title: T, departments: [a], scope: n}
  - {code: C01_1, title: T, departments: [a], scope: n}
  - {code: C01-1, title: T, departments: [a], scope: n}
  - {code: C01_2e1, title: T, departments: [a], scope: n}
  - {code: 五, title: T, departments: [a], scope: n}
)");

    EXPECT_EQ(measure_id(dataset, {0}), "C01_2e1");
    EXPECT_EQ(measure_id(dataset, {1}), "C01_5f1");
    EXPECT_EQ(measure_id(dataset, {2}), "C01-1");
    EXPECT_EQ(measure_id(dataset, {3}), "C01_5f2e1");
    EXPECT_EQ(measure_id(dataset, {4}), "_e4_ba_94");
    EXPECT_EQ(measure_number(dataset, {0}), "C01.1");
}

TEST(Pieces, CountCategoriesWithinTheirNotice) {
    const auto dataset = many_notices();

    EXPECT_EQ(category_numeral(dataset, {1}, Language::zh_hans), "A二");
    EXPECT_EQ(category_numeral(dataset, {2}, Language::en), "B.I");
    const auto one = test::programme(test::small_programme);
    EXPECT_EQ(category_numeral(one, {0}, Language::zh_hant), "一");
    EXPECT_EQ(category_numeral(one, {0}, Language::en), "I");
}

TEST(Pieces, SayWhichNoticeALetterIs) {
    const auto dataset = many_notices();

    const auto text = test::all_text(department_diagram(
        only(dataset, NoticeIndex{0}), DepartmentIndex{0}, {Language::en, PageFormat::fit}));
    EXPECT_FALSE(test::contains(text, "A: "));
    const auto all = test::all_text(
        department_diagram(dataset, DepartmentIndex{0}, {Language::en, PageFormat::fit}));
    EXPECT_TRUE(test::contains(all, "A: Notice 0 (2020-02-03); B: Notice 1 (2020-02-03); ")) << all;
    EXPECT_TRUE(test::contains(all, "AB: Notice 27 (2020-02-03).")) << all;
}

TEST(Billionths, AreEqualWhereOnlyTheOrderOfAddingDiffers) {
    const double third = 1.0 / 3.0;
    EXPECT_NE(0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1);
    EXPECT_EQ(billionths(0.1 + 0.2 + 0.3), billionths(0.3 + 0.2 + 0.1));
    EXPECT_EQ(billionths(third + third + third), billionths(1.0));
    EXPECT_LT(billionths(third), billionths(0.5));
}

// A comparison with a tolerance finds the neighbors equal and the ends not, and a sort by it may
// do anything.
TEST(Billionths, AreAnOrder) {
    std::vector<double> values;
    for (int i = 0; i < 100; ++i) values.push_back(i * 0.4e-9);
    for (const auto a : values) {
        for (const auto b : values) {
            if (billionths(a) != billionths(b)) continue;
            for (const auto c : values) {
                EXPECT_EQ(billionths(a) < billionths(c), billionths(b) < billionths(c));
            }
        }
    }
}

}  // namespace
}  // namespace remit::drawing
