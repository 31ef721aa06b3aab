#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/cover_diagram.hpp>
#include <remit/diagram/dot.hpp>
#include <remit/graph/responsibility_graph.hpp>
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

const std::vector<std::string> none;

Picture drawn(const Dataset& dataset, const PictureOptions& options = {},
              const CoverOptions& question = {}) {
    return cover_diagram(dataset, cover(responsibility_graph(dataset), question), options);
}

std::vector<std::string> ids(const Diagram& diagram, std::string_view prefix) {
    std::vector<std::string> result;
    for (const auto& box : diagram.boxes) {
        if (box.id.starts_with(prefix)) result.push_back(box.id);
    }
    std::sort(result.begin(), result.end());
    return result;
}

class CoverOfBatch : public testing::TestWithParam<const char*> {};

TEST_P(CoverOfBatch, HasSoundGeometryOnEveryPage) {
    const auto dataset = test::shipped(GetParam());
    for (const auto& options : test::every_page()) {
        EXPECT_EQ(geometry_faults(drawn(dataset, options)), none) << test::shown(options);
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, CoverOfBatch,
                         testing::Values("2020-third-batch.yaml", "2018-second-batch.yaml"));

TEST(CoverDiagram, ShowsTheMembersOfTheFirstGroupAndWhatEachBrings) {
    const auto picture = drawn(test::shipped("2020-third-batch.yaml"));

    ASSERT_EQ(picture.size(), 1U);
    EXPECT_EQ(ids(picture.front(), "department-"),
              (std::vector<std::string>{"department-cbirc", "department-cnipa", "department-gacc",
                                        "department-mof", "department-most"}));
    const auto counts = [&](const char* id) {
        const auto& row = box_with_id(picture, id).rows.front();
        return row[1].lines.front().text + " of " + row[2].lines.front().text;
    };
    EXPECT_EQ(counts("department-most"), "2 of 9");
    EXPECT_EQ(counts("department-cbirc"), "1 of 6");
    EXPECT_EQ(counts("department-gacc"), "1 of 1");
    EXPECT_EQ(box_with_id(picture, "department-gacc").kind, "member every");
    EXPECT_EQ(box_with_id(picture, "department-most").kind, "member");
}

TEST(CoverDiagram, DrawsThickLinesWhereAMemberIsAlone) {
    const auto picture = drawn(test::shipped("2020-third-batch.yaml"));

    // Alone: 5; 8, 13; 11, 16; 14, 15; 12. The members have 6 + 9 + 6 + 3 + 1 measures.
    EXPECT_EQ(count_kind(picture.front(), "link alone"), 8U);
    EXPECT_EQ(count_kind(picture.front(), "link shared"), 25U - 8U);
    EXPECT_EQ(curve_with_id(picture, "link-cbirc-5").width, 2.4);
    EXPECT_EQ(curve_with_id(picture, "link-cbirc-3").width, 0.9);
}

TEST(CoverDiagram, SaysWhatIsProvedAndWhoIsInWhichGroup) {
    const auto picture = drawn(test::shipped("2020-third-batch.yaml"));

    const auto text = all_text(picture);
    for (const auto* part :
         {"5个部门", "已证明不能", "最小组共8个", "4项未公开，未计", "知识产权局、海关总署"}) {
        EXPECT_TRUE(contains(text, part)) << part;
    }
    EXPECT_FALSE(contains(text, "牵头"));
    const auto& grid = box_with_id(picture, "groups").rows;
    ASSERT_EQ(grid.size(), 11U);  // a header and ten departments
    EXPECT_EQ(grid[1].size(), 9U);
    EXPECT_EQ(grid[3].front().lines.front().text, "科技部");
    std::string most;
    for (std::size_t g = 1; g < 9; ++g) most += grid[3][g].fill == "#1A1A1A" ? 'x' : '-';
    EXPECT_EQ(most, "x-xxxxxx");
}

TEST(CoverDiagram, SaysWhereTheSearchEnded) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    auto found = cover(responsibility_graph(dataset));
    found.proved = false;
    found.bound = Weight{4000};
    found.optimal.all = false;
    found.optimal.in_every_complete = false;

    const auto text = all_text(cover_diagram(dataset, found));

    EXPECT_TRUE(contains(text, "至少需要4个"));
    EXPECT_TRUE(contains(text, "未证明最小"));
    EXPECT_FALSE(contains(text, "已证明最小"));
}

TEST(CoverDiagram, OfOneGroupHasNoGrid) {
    const auto picture = drawn(test::programme(test::small_programme));

    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_EQ(ids(picture.front(), "groups"), none);
    EXPECT_TRUE(contains(all_text(picture), "最小组只有这一个"));
}

TEST(CoverDiagram, HoldsOddProgrammes) {
    for (const auto& [name, dataset] : test::odd_programmes()) {
        for (const auto& options : test::pages_for(dataset)) {
            EXPECT_EQ(geometry_faults(drawn(dataset, options)), none)
                << name << ' ' << test::shown(options);
        }
    }
}

TEST(CoverDiagram, SpreadsAThousandMeasuresOverPages) {
    const auto dataset = test::programme(test::large_programme(1000, 200));

    const auto picture = drawn(dataset);

    EXPECT_GT(picture.size(), 40U);
    EXPECT_EQ(geometry_faults(picture), none);
}

TEST(CoverDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(to_dot(drawn(test::shipped("2020-third-batch.yaml")).front()),
                                "cover-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
