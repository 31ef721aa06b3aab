#include "../../src/diagram/output/dot.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

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

BodyIndex body(const Dataset& dataset, const char* id) {
    return dataset.registry().body_names.find(id).front();
}

/// The picture of a body of the third batch.
Picture third(const char* id, const PictureOptions& options = {}) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    return department_diagram(dataset, body(dataset, id), options);
}

const Disc& disc(const Picture& picture, const std::string& id) {
    return std::get<Disc>(shape_with_id(picture, id));
}

double bar_height(const Picture& picture, const std::string& id) {
    return std::get<Area>(shape_with_id(picture, "bar-" + id)).at.height;
}

/// A hollow dot is white, and one that stands for nothing small.
std::string form(const Disc& disc) {
    if (disc.diameter < 5.0) return "none";
    return disc.fill == disc.frame ? "filled" : "hollow";
}

std::string form(const Picture& picture, const std::string& id) {
    return form(disc(picture, id));
}

class DepartmentOfBatch : public testing::TestWithParam<const char*> {};

TEST_P(DepartmentOfBatch, HasSoundGeometryOnEveryPage) {
    const auto dataset = test::shipped(GetParam());
    for (const auto& options : test::every_page()) {
        for (const auto* id : {"most", "ndrc", "cnipa", "gacc", "csrc"}) {
            const auto picture = department_diagram(dataset, body(dataset, id), options);

            EXPECT_EQ(geometry_faults(picture), none) << id << ' ' << test::shown(options);
            EXPECT_LE(picture.size(), 2U) << id << ' ' << test::shown(options);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, DepartmentOfBatch,
                         testing::Values("2020-third-batch.yaml", "2018-second-batch.yaml"));

TEST(DepartmentDiagram, IsSoundForOddProgrammes) {
    for (const auto& [name, dataset] : test::odd_programmes()) {
        if (dataset.departments().empty()) continue;
        for (const auto& options : test::pages_for(dataset)) {
            const auto picture = department_diagram(dataset, DepartmentIndex{0}, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
        }
    }
}

TEST(DepartmentDiagram, SaysInHowManyMeasuresAndWithWhom) {
    EXPECT_EQ(third("most", {Language::en}).front().title,
              "MOST takes part in 9 of 16, first-named in 3; with CBIRC and NDRC in 4 each");
    EXPECT_EQ(third("most").front().title,
              "科技部参与16项中的9项，首列3项；与银保监会和发展改革委各共担4项");
    // PBC shares 5 with CBIRC alone.
    EXPECT_EQ(third("pbc", {Language::en}).front().title,
              "PBC takes part in 6 of 16, first-named in 2; with CBIRC in 5");
    EXPECT_EQ(third("pbc").front().title, "人民银行参与16项中的6项，首列2项；与银保监会共担5项");
    // Nobody else: nobody is named.
    EXPECT_EQ(third("gacc", {Language::en}).front().title,
              "GACC takes part in 1 of 16, first-named in 1");
    PictureOptions neutral{Language::en};
    neutral.title = "neutral";
    EXPECT_EQ(third("most", neutral).front().title, "MOST: its measures and partners");
}

TEST(DepartmentDiagram, NamesNobodyWhereFourShareMost) {
    const auto dataset = test::programme(R"(
departments: [{id: x, name: X}, {id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}]
notice: {id: n, title: T, issued: 2026-01-15}
measures: [{number: 1, title: A, departments: [x, a, b, c, d]}]
)");

    EXPECT_EQ(department_diagram(dataset, DepartmentIndex{0}, {Language::en}).front().title,
              "X takes part in 1 of 1, first-named in 1");
    EXPECT_EQ(department_diagram(dataset, DepartmentIndex{1}, {Language::en}).front().title,
              "A takes part in 1 of 1, first-named in none");
}

TEST(DepartmentDiagram, DrawsARowAMeasureAndAColumnAPartner) {
    const auto picture = third("most");

    ASSERT_EQ(picture.size(), 1U);
    const auto& page = picture.front();
    EXPECT_EQ(ids(page, "own-"),
              (std::vector<std::string>{"own-7", "own-9", "own-13", "own-1", "own-2", "own-3",
                                        "own-6", "own-8", "own-10"}));
    EXPECT_EQ(ids(page, "bar-"), (std::vector<std::string>{"bar-most", "bar-cbirc", "bar-ndrc",
                                                           "bar-pbc", "bar-mof", "bar-cnipa"}));
    for (const auto* id : {"own-7", "own-9", "own-13", "dot-mof-of-3", "dot-cbirc-of-1"}) {
        EXPECT_EQ(form(picture, id), "filled") << id;
    }
    for (const auto* id : {"own-1", "own-3", "dot-pbc-of-3", "dot-cbirc-of-7", "dot-cnipa-of-10"}) {
        EXPECT_EQ(form(picture, id), "hollow") << id;
    }
    for (const auto* id : {"dot-mof-of-7", "dot-cnipa-of-1"}) {
        EXPECT_EQ(form(picture, id), "none") << id;
    }
}

TEST(DepartmentDiagram, DrawsBarsAsHighAsTheirCounts) {
    const auto picture = third("most");
    const auto unit = bar_height(picture, "cnipa");

    const std::vector<std::pair<std::string, int>> counts{{"most", 9}, {"cbirc", 4}, {"ndrc", 4},
                                                          {"pbc", 3},  {"mof", 3},   {"cnipa", 1}};
    for (const auto& [id, count] : counts) {
        EXPECT_EQ(text_with_id(picture, "count-" + id), std::to_string(count));
        EXPECT_NEAR(bar_height(picture, id), count * unit, 1e-6) << id;
    }
}

// Each bar's number is that of the dots below it.
TEST(DepartmentDiagram, CountsWhatItDraws) {
    const auto dataset = test::shipped("2018-second-batch.yaml");
    const auto picture = department_diagram(dataset, body(dataset, "most"));
    std::size_t dots = 0;
    std::size_t counted = 0;
    for (const auto& page : picture) {
        for (const auto& id : ids(page, "dot-")) dots += form(picture, id) == "none" ? 0U : 1U;
    }
    for (const auto& id : ids(picture.front(), "count-")) {
        if (id != "count-most") counted += std::stoul(text_with_id(picture, id));
    }

    EXPECT_EQ(dots, counted);
    EXPECT_GT(dots, 0U);
}

TEST(DepartmentDiagram, GivesItsShareWithTheBoundsOfWhatIsWithheld) {
    EXPECT_EQ(whole_text(third("most"), "subtitle"),
              "占刊出举措的56%；未公开的4项无论归谁，占全部公布的45%至65% · 首列3项、同列6项");
    EXPECT_EQ(whole_text(third("cnipa", {Language::en}), "subtitle"),
              "19% of the listed measures; 15% to 35% of all announced, whatever the 4 withheld "
              "say · also named in 3");
}

TEST(DepartmentDiagram, NamesEveryDepartment) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto text = all_text(third("most"));

    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        EXPECT_TRUE(contains(text, dataset[d].short_name.in(Language::zh_hans)));
    }
    EXPECT_TRUE(contains(text, "没有共担举措的部门"));
    EXPECT_TRUE(
        contains(all_text(third("gacc", {Language::en})), "No listed measure of GACC names"));
}

TEST(DepartmentDiagram, TagsOnlyWhatIsLimited) {
    EXPECT_EQ(ids(third("most").front(), "scope-"),
              (std::vector<std::string>{"scope-7", "scope-3"}));
    EXPECT_TRUE(contains(whole_text(third("most", {Language::en}), "limited"),
                         "only in the eight reform pilot regions; others: Nationwide"));
    const auto dataset = test::programme(R"(
departments: [{id: x, name: X}]
notice: {id: n, title: T, issued: 2026-01-15}
measures: [{number: 1, title: A, departments: x}]
)");
    const auto picture = department_diagram(dataset, DepartmentIndex{0}, {Language::en});
    EXPECT_EQ(ids(picture.front(), "scope-"), none);
    EXPECT_EQ(ids(picture.front(), "limited"), none);
}

TEST(DepartmentDiagram, NeverSaysLeadWhereTheNoticeDoesNot) {
    const auto chinese = all_text(third("most"));
    const auto english = all_text(third("most", {Language::en}));

    // Only in the sentence that the notice names none.
    EXPECT_EQ(chinese.find("牵头"), chinese.rfind("牵头"));
    EXPECT_EQ(english.find("lead department"), english.rfind("lead department"));
    EXPECT_FALSE(contains(english, "leads"));
    EXPECT_FALSE(contains(chinese, "配合"));
    const auto dataset = test::programme(test::small_programme + "order: first-leads\n");
    const auto declared = all_text(department_diagram(dataset, body(dataset, "beta")));
    EXPECT_TRUE(contains(declared, "牵头1项"));
    EXPECT_TRUE(contains(declared, "配合1项"));
    EXPECT_FALSE(contains(declared, "首列1项"));
}

TEST(DepartmentDiagram, OfABodyWithoutMeasureSaysSo) {
    const auto text = all_text(third("csrc"));

    EXPECT_TRUE(contains(text, "刊出的各项举措均未列证监会"));
    EXPECT_TRUE(contains(text, "未公开的4项"));
}

// 59 partners stand on pages of columns; on the further ones stand only the rows that they share.
TEST(DepartmentDiagram, DrawsAllPartnersOnAsManyPagesAsNeeded) {
    const auto dataset = test::programme(test::large_programme(200, 60));
    const auto graph = responsibility_graph(dataset);
    const auto measures = graph.measures(DepartmentIndex{0});

    const auto picture = department_diagram(dataset, DepartmentIndex{0}, {Language::en});

    std::set<std::string> bars;
    std::set<std::string> rows;
    std::size_t filled = 0;
    for (const auto& page : picture) {
        for (const auto& id : ids(page, "own-")) rows.insert(id);
        for (const auto& shape : page.shapes) {
            if (std::holds_alternative<Area>(shape) && mark(shape).id.starts_with("bar-")) {
                bars.insert(mark(shape).id);
            }
            const auto* dot = std::get_if<Disc>(&shape);
            if (dot && dot->mark.id.starts_with("dot-") && form(*dot) != "none") ++filled;
        }
    }
    std::size_t expected = 0;
    std::set<std::uint32_t> partners;
    for (const auto m : measures) {
        for (const auto& each : dataset.responsibilities(m)) partners.insert(each.department.value);
        expected += dataset.responsibilities(m).size() - 1;
    }
    EXPECT_GT(picture.size(), 1U);
    EXPECT_EQ(bars.size(), partners.size());
    EXPECT_EQ(rows.size(), measures.size());
    EXPECT_EQ(filled, expected);
}

TEST(DepartmentDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(
        test::is_golden(drawing::to_dot(third("most").front()), "department-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
