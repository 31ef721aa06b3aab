#include "../../src/diagram/kinds/identifiers.hpp"

#include "support/geometry.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>

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

TEST(Identifiers, NameAMeasureByTheLetterOfItsNotice) {
    const auto dataset = many_notices();

    EXPECT_EQ(measure_number(dataset, {0}), "A7");
    EXPECT_EQ(measure_number(dataset, {3}), "B9");
    EXPECT_EQ(measure_number(dataset, {51}), "Z9");
    EXPECT_EQ(measure_number(dataset, {52}), "AA7");
    EXPECT_EQ(measure_number(dataset, {55}), "AB9");
    EXPECT_EQ(measure_number(test::programme(test::small_programme), {1}), "2");
}

// Ids of SVG may hold letters, digits, "-" and "_" only, and no two measures have one.
TEST(Identifiers, MakeAnIdOfEveryCode) {
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

TEST(Identifiers, CountInTheNumeralsOfALanguage) {
    EXPECT_EQ(ordinal(2, Language::zh_hans), "二");
    EXPECT_EQ(ordinal(12, Language::zh_hant), "十二");
    EXPECT_EQ(ordinal(4, Language::en), "IV");
}

TEST(Identifiers, SayWhichNoticeALetterIs) {
    const auto dataset = many_notices();

    const auto source = [](const Dataset& of) {
        return test::whole_text(
            department_diagram(of, DepartmentIndex{0}, {Language::en, PageFormat::fit}), "source");
    };
    EXPECT_EQ(source(only(dataset, NoticeIndex{0})).find("A: "), std::string::npos);
    const auto all = source(dataset);
    EXPECT_TRUE(test::contains(all, "A: Notice 0 (2020-02-03); B: Notice 1 (2020-02-03); ")) << all;
    EXPECT_TRUE(test::contains(all, "AB: Notice 27 (2020-02-03).")) << all;
}

}  // namespace
}  // namespace remit::drawing
