#include "../../src/diagram/output/dot.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <gtest/gtest.h>

#include <set>

namespace remit {
namespace {

using test::all_text;
using test::contains;
using test::geometry_faults;
using test::ids;
using test::text_with_id;
using test::whole_text;

using Set = std::set<std::string>;

const std::vector<std::string> none;

Picture drawn(const Dataset& dataset, const PictureOptions& options = {}) {
    return cover_diagram(dataset, cover(responsibility_graph(dataset)), options);
}

Picture in_english(const std::string& programme) {
    return drawn(test::programme(programme), {Language::en});
}

/// Where the ids that begin so go on.
Set ends_of(const Picture& picture, const std::string& prefix) {
    Set ends;
    for (const auto& page : picture) {
        for (const auto& id : ids(page, prefix)) ends.insert(id.substr(prefix.size()));
    }
    return ends;
}

const std::string head = R"(
departments: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
notice: {id: n, title: T, issued: 2026-01-15}
measures:
)";

TEST(CoverDiagram, IsSoundOnEveryPageInEveryLanguage) {
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto& options : test::every_page()) {
            const auto picture = drawn(dataset, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
            EXPECT_LE(picture.size(), 3U) << name << ' ' << test::shown(options);
        }
    }
}

TEST(CoverDiagram, IsSoundForOddProgrammes) {
    for (const auto& [name, dataset] : test::odd_programmes()) {
        for (const auto& options : test::pages_for(dataset)) {
            EXPECT_EQ(geometry_faults(drawn(dataset, options)), none)
                << name << ' ' << test::shown(options);
        }
    }
}

// By hand: the members have 3, 1, 9, 6 and 6 measures.
TEST(CoverDiagram, ShowsWhatEachMemberBrings) {
    const auto picture = drawn(test::shipped("2020-third-batch.yaml"));

    EXPECT_EQ(ends_of(picture, "alone-cnipa-"), (Set{"14", "15"}));
    EXPECT_EQ(ends_of(picture, "shared-cnipa-"), Set{"10"});
    EXPECT_EQ(ends_of(picture, "alone-gacc-"), Set{"12"});
    EXPECT_EQ(ends_of(picture, "alone-most-"), (Set{"8", "13"}));
    EXPECT_EQ(ends_of(picture, "shared-most-"), (Set{"1", "2", "3", "6", "7", "9", "10"}));
    EXPECT_EQ(ends_of(picture, "alone-cbirc-"), Set{"5"});
    EXPECT_EQ(ends_of(picture, "alone-mof-"), (Set{"11", "16"}));
    EXPECT_EQ(text_with_id(picture, "all-most"), "9");
    EXPECT_EQ(text_with_id(picture, "all-mof"), "6");
    // The titles of those that one member brings, and no others.
    EXPECT_EQ(ends_of(picture, "number-"), (Set{"5", "8", "11", "12", "13", "14", "15", "16"}));
    EXPECT_EQ(whole_text(picture, "title-8"), "集中科技骨干力量打造前沿技术产业链股份制联盟");
}

// As the table of 'remit cover' has them.
TEST(CoverDiagram, ShowsWhoIsInWhichGroup) {
    const auto picture = drawn(test::shipped("2020-third-batch.yaml"), {Language::en});

    EXPECT_EQ(ends_of(picture, "in-1-"), (Set{"cbirc", "most", "mof"}));
    EXPECT_EQ(ends_of(picture, "in-5-"), (Set{"pbc", "most", "moe"}));
    EXPECT_EQ(ends_of(picture, "in-8-"), (Set{"most", "mof", "ndrc"}));
    EXPECT_EQ(ends_of(picture, "group-").size(), 8U);
    EXPECT_EQ(text_with_id(picture, "groups-of-most"), "7");
    EXPECT_EQ(text_with_id(picture, "groups-of-mohrss"), "1");
    EXPECT_EQ(whole_text(picture, "groups-heading"),
              "All 8 groups: CNIPA and GACC with 3 of these");
    EXPECT_EQ(whole_text(picture, "in-none"), "In no group: SASAC, SPC, MOJ.");
    // Measures 14 and 15 name CNIPA with one other each; 12 names GACC alone.
    EXPECT_EQ(whole_text(picture, "reason-cnipa"),
              "Without CNIPA, SPC and MOJ are needed: 6 departments.");
    EXPECT_EQ(whole_text(picture, "reason-gacc"), "Measure 12: GACC alone is listed.");
}

TEST(CoverDiagram, SaysWhoIsAlwaysAmongThem) {
    const auto third = test::shipped("2020-third-batch.yaml");
    EXPECT_EQ(drawn(third, {Language::en}).front().title,
              "5 departments reach all 16 listed measures, CNIPA and GACC always among them");
    EXPECT_TRUE(contains(all_text(drawn(third, {Language::en})),
                         "No 4 do: that is proved. 8 groups of 5 do; the first stands on top, all "
                         "below. The 4 measures withheld may need others."));
    EXPECT_EQ(drawn(test::shipped("2018-second-batch.yaml"), {Language::en}).front().title,
              "5 departments reach all 17 listed measures, 4 of them always the same");
    EXPECT_EQ(in_english(head + "  - {number: 1, title: A, departments: [x, y]}\n").front().title,
              "1 department reaches the listed measure");
    PictureOptions options{Language::en};
    options.title = "neutral";
    EXPECT_EQ(drawn(third, options).front().title, "The smallest coordinating group");
}

TEST(CoverDiagram, OfOneGroupHasNoOthersBelow) {
    const auto picture = in_english(head +
                                    "  - {number: 1, title: A, departments: [x]}\n"
                                    "  - {number: 2, title: B, departments: [y, z]}\n"
                                    "  - {number: 3, title: C, departments: [y]}\n");

    EXPECT_EQ(picture.front().title,
              "2 departments reach all 3 listed measures; no other group is as small");
    EXPECT_EQ(ends_of(picture, "groups-"), Set{});
    EXPECT_EQ(whole_text(picture, "in-none"), "In no group: Z.");
    EXPECT_EQ(in_english(head + "  - {number: 1, title: A, departments: [x]}\n").front().title,
              "X alone reaches the listed measure");
    const auto alone = test::programme(head + "  - {number: 1, title: A, departments: [x]}\n");
    EXPECT_EQ(whole_text(drawn(alone, {Language::zh_hans}), "subtitle"), "别无其他部门能如此。");
}

// A page has whole rows, and these go on from left to right: 1 2 3, 4 5 6, …
TEST(CoverDiagram, OfOneWithManyMeasuresIsReadFromPageToPage) {
    auto text = head;
    for (int m = 1; m <= 150; ++m) {
        text += "  - {number: " + std::to_string(m) + ", title: A, departments: [x]}\n";
    }
    const auto picture = in_english(text);

    ASSERT_GE(picture.size(), 2U);
    EXPECT_EQ(whole_text(picture, "member-x"), "X: 150 measures");
    std::vector<std::string> read;
    std::vector<std::string> all;
    for (const auto& page : picture) {
        for (const auto& id : ids(page, "number-")) read.push_back(id);
    }
    for (int m = 1; m <= 150; ++m) all.push_back("number-" + std::to_string(m));
    EXPECT_EQ(read, all);
}

TEST(CoverDiagram, SaysWhatNobodyReaches) {
    const auto picture = in_english(head +
                                    "  - {number: 1, title: A, departments: [x]}\n"
                                    "  - {number: 2, title: B, collective: [all]}\n");

    EXPECT_EQ(picture.front().title, "1 department reaches 1 of 2 listed measures");
    EXPECT_EQ(whole_text(picture, "unreached"),
              "Out of reach, as no department is named: measure 2.");
}

TEST(CoverDiagram, ClaimsNoProofWhereTheSearchEnded) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    auto found = cover(responsibility_graph(dataset));
    found.proved = false;
    found.bound = Weight{4000};
    found.optimal.all = false;
    found.optimal.in_every_complete = false;

    const auto picture = cover_diagram(dataset, found, {Language::en});

    EXPECT_EQ(picture.front().title, "5 departments reach all 16 listed measures");
    const auto text = all_text(picture);
    EXPECT_TRUE(contains(text, "At least 4 are needed, which is proved; whether 5 are is open."));
    EXPECT_FALSE(contains(text, "All 8 groups"));
    EXPECT_FALSE(contains(text, "In no group"));
    EXPECT_TRUE(contains(text, "In none of the groups listed here"));
}

TEST(CoverDiagram, SaysThatListsGoOn) {
    const auto picture =
        in_english(head + "  - {number: 1, title: A, departments: [x], open: true}\n");

    EXPECT_TRUE(contains(all_text(picture), "Lists that go on count as printed"));
}

// Every measure that one member alone brings has its title, on whatever page.
TEST(CoverDiagram, SpreadsAThousandMeasuresOverPages) {
    const auto dataset = test::programme(test::large_programme(1000, 200));
    const auto graph = responsibility_graph(dataset);
    const auto found = cover(graph);

    const auto picture = cover_diagram(dataset, found);

    const Set group = [&] {
        Set all;
        for (const auto d : found.optimal.groups.front()) all.insert(std::to_string(d.value));
        return all;
    }();
    std::size_t alone = 0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        std::size_t reaching = 0;
        for (const auto d : graph.departments(m)) reaching += group.count(std::to_string(d.value));
        if (reaching == 1) ++alone;
    }
    EXPECT_EQ(ends_of(picture, "number-").size(), alone);
    EXPECT_EQ(geometry_faults(picture), none);
}

TEST(CoverDiagram, NeverSpeaksOfLeads) {
    EXPECT_FALSE(contains(all_text(drawn(test::shipped("2020-third-batch.yaml"))), "牵头"));
}

TEST(CoverDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(
        test::is_golden(drawing::to_dot(drawn(test::shipped("2020-third-batch.yaml")).front()),
                        "cover-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
