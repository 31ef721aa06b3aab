#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/department_diagram.hpp>
#include <remit/diagram/dot.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace remit {
namespace {

using test::all_text;
using test::box_with_id;
using test::contains;
using test::count_kind;
using test::curve_with_id;
using test::geometry_faults;
using test::ids;

const std::vector<std::string> none;

BodyIndex body(const Dataset& dataset, const char* id) {
    return dataset.registry().body_names.find(id).front();
}

class DepartmentOfBatch : public testing::TestWithParam<const char*> {};

TEST_P(DepartmentOfBatch, HasSoundGeometryOnEveryPage) {
    const auto dataset = test::shipped(GetParam());
    for (const auto& options : test::every_page()) {
        for (const auto* id : {"most", "ndrc", "cnipa"}) {
            const auto picture = department_diagram(dataset, body(dataset, id), options);

            EXPECT_EQ(geometry_faults(picture), none) << id << ' ' << test::shown(options);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, DepartmentOfBatch,
                         testing::Values("2020-third-batch.yaml", "2018-second-batch.yaml"));

TEST(DepartmentDiagram, ShowsMeasuresInTwoBlocksAndPartnersByPlace) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture = department_diagram(dataset, body(dataset, "most"));

    ASSERT_EQ(picture.size(), 1U);
    EXPECT_EQ(
        ids(picture.front(), "measure-"),
        (std::vector<std::string>{"measure-7", "measure-9", "measure-13", "measure-1", "measure-2",
                                  "measure-3", "measure-6", "measure-8", "measure-10"}));
    auto partners = ids(picture.front(), "partner-");
    std::sort(partners.begin(), partners.end());
    EXPECT_EQ(partners, (std::vector<std::string>{"partner-cbirc", "partner-cnipa", "partner-mof",
                                                  "partner-ndrc", "partner-pbc"}));
    EXPECT_EQ(box_with_id(picture, "partner-cbirc").rows.front().back().lines.front().text, "4");
    EXPECT_EQ(box_with_id(picture, "partner-mof").rows.front().back().lines.front().text, "3");
}

TEST(DepartmentDiagram, DrawsThickLinesForTheFirstNamedAlone) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture = department_diagram(dataset, body(dataset, "most"));

    // 3 + 6 of its own; of 15 of its partners 6 are first-named: 1, 2, 3, 6, 8 and 10.
    EXPECT_EQ(count_kind(picture.front(), "link first"), 3U + 6U);
    EXPECT_EQ(count_kind(picture.front(), "link also"), 6U + 9U);
    EXPECT_EQ(curve_with_id(picture, "link-most-7").width, 2.4);
    EXPECT_EQ(curve_with_id(picture, "link-most-3").width, 0.9);
    EXPECT_EQ(curve_with_id(picture, "link-mof-3").tip, Tip::arrow);
    EXPECT_EQ(curve_with_id(picture, "link-pbc-3").tip, Tip::dot);
}

TEST(DepartmentDiagram, GivesItsShareWithTheBoundsOfWhatIsWithheld) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto text = all_text(department_diagram(dataset, body(dataset, "most")));

    for (const auto* part : {"9 / 16项", "首列3项", "同列6项", "56.3%", "45.0%–65.0%",
                             "协作部门5/12个", "4项未公开"}) {
        EXPECT_TRUE(contains(text, part)) << part;
    }
}

TEST(DepartmentDiagram, EndsEveryLineAtItsBoxes) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto picture = department_diagram(dataset, body(dataset, "most"));
    const auto card = test::edges(box_with_id(picture, "department-most"));
    const auto measure = test::edges(box_with_id(picture, "measure-3"));
    const auto partner = test::edges(box_with_id(picture, "partner-mof"));

    const auto& left = curve_with_id(picture, "link-most-3");
    const auto& right = curve_with_id(picture, "link-mof-3");

    EXPECT_NEAR(left.begin.x, card.right, 0.01);
    EXPECT_TRUE(left.begin.y > card.top && left.begin.y < card.bottom);
    EXPECT_NEAR(left.end.x, measure.left, 0.01);
    EXPECT_NEAR(right.begin.x, measure.right, 0.01);
    EXPECT_TRUE(right.begin.y > measure.top && right.begin.y < measure.bottom);
    EXPECT_NEAR(right.end.x, partner.left, 0.01);
    EXPECT_TRUE(right.end.y > partner.top && right.end.y < partner.bottom);
}

TEST(DepartmentDiagram, NeverSaysLeadWhereTheNoticeDoesNot) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto chinese = all_text(department_diagram(dataset, body(dataset, "most")));
    const auto english =
        all_text(department_diagram(dataset, body(dataset, "most"), {Language::en}));

    // Only in the sentence that the notice names none.
    EXPECT_EQ(chinese.find("牵头"), chinese.rfind("牵头"));
    EXPECT_EQ(english.find("lead department"), english.rfind("lead department"));
    EXPECT_FALSE(contains(english, "leads"));
    EXPECT_FALSE(contains(chinese, "配合"));
}

TEST(DepartmentDiagram, SaysLeadWhereAFileAdoptsIt) {
    const auto dataset = test::programme(test::small_programme + "order: first-leads\n");

    const auto text = all_text(department_diagram(dataset, body(dataset, "beta")));

    EXPECT_TRUE(contains(text, "牵头1项"));
    EXPECT_TRUE(contains(text, "配合1项"));
    EXPECT_FALSE(contains(text, "首列1项"));
}

TEST(DepartmentDiagram, OfABodyWithoutMeasureSaysSo) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture = department_diagram(dataset, body(dataset, "csrc"));

    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_TRUE(contains(all_text(picture), "刊出的各项举措均未列证监会"));
    EXPECT_TRUE(contains(all_text(picture), "未公开的4项"));
}

TEST(DepartmentDiagram, OfADepartmentAloneSaysSo) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto picture = department_diagram(dataset, body(dataset, "gacc"));

    EXPECT_EQ(ids(picture.front(), "partner-"), none);
    EXPECT_TRUE(contains(all_text(picture), "没有其他部门同列"));
}

TEST(DepartmentDiagram, HoldsOddProgrammes) {
    for (const auto& [name, dataset] : test::odd_programmes()) {
        if (dataset.departments().empty()) continue;
        for (const auto& options : test::pages_for(dataset)) {
            const auto picture = department_diagram(dataset, DepartmentIndex{0}, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
        }
    }
}

TEST(DepartmentDiagram, SpreadsManyMeasuresOverPagesAndCountsPartnersLeftOut) {
    const auto dataset = test::programme(test::large_programme(1000, 20));

    const auto picture = department_diagram(dataset, DepartmentIndex{0});

    EXPECT_GT(picture.size(), 4U);
    EXPECT_EQ(geometry_faults(picture), none);
    std::size_t measures = 0;
    for (const auto& page : picture) measures += ids(page, "measure-").size();
    EXPECT_EQ(measures, responsibility_graph(dataset).measures(DepartmentIndex{0}).size());
    EXPECT_TRUE(contains(all_text(department_diagram(
                             test::programme(test::large_programme(200, 60)), DepartmentIndex{0})),
                         "个部门未画"));
}

TEST(DepartmentDiagram, IsWrittenToDotAsItWasChecked) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    EXPECT_TRUE(test::is_golden(to_dot(department_diagram(dataset, body(dataset, "most")).front()),
                                "department-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
