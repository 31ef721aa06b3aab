#include "../../src/diagram/output/dot.hpp"
#include "../../src/diagram/shapes/palette.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/input/load.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
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

using Texts = std::vector<std::string>;

const Texts none;

/// Where the ids that begin so go on.
std::set<std::string> ends_of(const Picture& picture, const std::string& prefix) {
    std::set<std::string> ends;
    for (const auto& page : picture) {
        for (const auto& id : ids(page, prefix)) ends.insert(id.substr(prefix.size()));
    }
    return ends;
}

std::size_t rows_of(const Picture& picture) {
    return ends_of(picture, "bar-").size();
}

/// Measures of the groups that are named, each of which `times` measures share.
Dataset groups(const std::vector<std::string>& members, int times = 2) {
    std::string text =
        "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}, "
        "{id: e, name: E}, {id: f, name: F}, {id: g, name: G}, {id: h, name: H}]\n"
        "notice: {id: n, title: T, issued: 2020-02-03}\nmeasures:\n";
    int number = 0;
    for (const auto& group : members) {
        for (int i = 0; i < times; ++i) {
            text += "  - {number: " + std::to_string(++number) + ", title: x, departments: [" +
                    group + "]}\n";
        }
    }
    return test::programme(text);
}

std::string title_of(const Dataset& dataset) {
    return groups_diagram(dataset, {Language::en}).front().title;
}

TEST(GroupsDiagram, OfOneDepartmentSaysNothingOfPairs) {
    const auto dataset = test::programme(
        "departments: [{id: a, name: A}]\nnotice: {id: n, title: N, issued: 2020-01-01}\n"
        "measures: [{number: 1, title: T, departments: [a]}]\n");

    const auto picture = groups_diagram(dataset, {Language::en});

    EXPECT_EQ(picture.front().title.find("No two"), std::string::npos) << picture.front().title;
}

TEST(GroupsDiagram, IsSoundOnEveryPageInEveryLanguage) {
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto& options : test::every_page()) {
            const auto picture = groups_diagram(dataset, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
            EXPECT_LE(picture.size(), 3U) << name << ' ' << test::shown(options);
        }
    }
}

TEST(GroupsDiagram, IsSoundForOddProgrammes) {
    for (const auto& [what, dataset] : test::odd_programmes()) {
        for (const auto& options : test::every_page()) {
            EXPECT_EQ(geometry_faults(groups_diagram(dataset, options)), none)
                << what << ' ' << test::shown(options);
        }
    }
}

// As the table of 'remit groups' has them, most measures first.
TEST(GroupsDiagram, ListsTheGroupsOfTheThirdBatch) {
    const auto picture = groups_diagram(test::shipped("2020-third-batch.yaml"));
    struct Row {
        std::string count;
        std::set<std::string> departments;
        std::set<std::string> measures;
    };
    const std::vector<Row> expected{
        {"5", {"cbirc", "pbc"}, {"1", "3", "4", "5", "6"}},
        {"4", {"most", "cbirc"}, {"1", "3", "6", "7"}},
        {"4", {"most", "ndrc"}, {"2", "8", "10", "13"}},
        {"3", {"cbirc", "pbc", "most"}, {"1", "3", "6"}},
        {"3", {"pbc", "mof"}, {"3", "4", "11"}},
        {"3", {"most", "mof"}, {"2", "3", "9"}},
        {"2", {"cbirc", "pbc", "mof"}, {"3", "4"}},
        {"2", {"mof", "ndrc"}, {"2", "16"}},
    };

    ASSERT_EQ(rows_of(picture), expected.size());
    for (std::size_t r = 0; r < expected.size(); ++r) {
        const auto id = std::to_string(r + 1);
        EXPECT_EQ(text_with_id(picture, "count-" + id), expected[r].count);
        EXPECT_EQ(ends_of(picture, "dot-" + id + '-'), expected[r].departments) << id;
        EXPECT_EQ(ends_of(picture, "cell-" + id + '-'), expected[r].measures) << id;
        EXPECT_EQ(text_with_id(picture, "cell-number-" + id + '-' + *expected[r].measures.begin()),
                  *expected[r].measures.begin());
    }
    EXPECT_EQ(whole_text(picture, "alone"),
              "不在任何组：知识产权局、国资委、海关总署、最高人民法院、司法部、教育部、"
              "工业和信息化部、人力资源社会保障部；第12、14、15项。");
    EXPECT_EQ(ends_of(picture, "number-").size(), 13U);  // all but 12, 14 and 15
}

TEST(GroupsDiagram, DrawsBarsAsLongAsTheirMeasures) {
    const auto picture = groups_diagram(test::shipped("2020-third-batch.yaml"));
    const auto width = [&](const std::string& id) {
        return std::get<Area>(shape_with_id(picture, "bar-" + id)).at.width;
    };

    EXPECT_NEAR(width("1") / width("8"), 2.5, 1e-6);
    EXPECT_NEAR(width("2") / width("8"), 2.0, 1e-6);
}

TEST(GroupsDiagram, LinesDotsUpInTheColumnOfTheirDepartment) {
    const auto picture = groups_diagram(test::shipped("2020-third-batch.yaml"));
    const auto x = [&](const std::string& id) {
        return std::get<Disc>(shape_with_id(picture, id)).center.x;
    };

    EXPECT_NEAR(x("dot-1-cbirc"), x("dot-7-cbirc"), 1e-6);
    EXPECT_NEAR(x("dot-1-cbirc"), x("none-3-cbirc"), 1e-6);
    EXPECT_LT(x("dot-1-cbirc"), x("dot-1-pbc"));
}

TEST(GroupsDiagram, SaysWhoShareMost) {
    const auto third = test::shipped("2020-third-batch.yaml");
    EXPECT_EQ(title_of(third), "CBIRC and PBC share most: 5 measures, 3 of them with MOST");
    EXPECT_EQ(groups_diagram(third).front().title,
              "银保监会和人民银行共担最多：5项，其中3项还有科技部");
    EXPECT_EQ(groups_diagram(third, {parse_language("es").value()}).front().title,
              "CBIRC y PBC son quienes más comparten: 5 medidas, 3 también con MOST");
    EXPECT_EQ(title_of(groups({"a, b", "a, b", "c, d"})), "A and B share most: 4 measures");
    // Two groups grow out of it with as many measures: neither is named.
    EXPECT_EQ(title_of(groups({"a, b", "a, b, c", "a, b, d"})), "A and B share most: 6 measures");

    PictureOptions options{Language::en};
    options.title = "neutral";
    EXPECT_EQ(groups_diagram(third, options).front().title,
              "Departments that share several measures");
}

TEST(GroupsDiagram, NamesGroupsThatShareAsMuchOrNone) {
    EXPECT_EQ(title_of(groups({"a, b", "c, d"})), "A + B and C + D share most: 2 measures each");
    EXPECT_EQ(title_of(groups({"a, b", "c, d", "e, f", "g, h"})),
              "Departments that share several measures");
    // Nothing is blue that the title does not speak of.
    const auto picture = groups_diagram(groups({"a, b", "c, d", "e, f", "g, h"}));
    for (const auto& page : picture) {
        for (const auto& shape : page.shapes) {
            const auto* area = std::get_if<Area>(&shape);
            EXPECT_TRUE(area == nullptr || area->fill != drawing::palette::nationwide);
        }
    }
}

TEST(GroupsDiagram, SaysThatNobodySharesTwo) {
    const auto picture = groups_diagram(groups({"a, b", "c"}, 1), {Language::en});

    EXPECT_EQ(picture.front().title, "No two departments share two of the listed measures");
    EXPECT_TRUE(contains(all_text(picture), "so there is no group to draw"));
    const auto apart = groups_diagram(groups({"a", "b", "c"}, 1), {Language::en});
    EXPECT_EQ(apart.front().title, "No two departments share any of the listed measures");
    EXPECT_EQ(whole_text(apart, "no-data"),
              "No measure names two departments, so there is nothing that they share");
    EXPECT_TRUE(
        contains(all_text(groups_diagram(test::programme("departments: [{id: a, name: A}]\n"))),
                 "没有可列的举措"));
}

TEST(GroupsDiagram, SaysWhatCouldAddToGroups) {
    EXPECT_TRUE(
        contains(all_text(groups_diagram(test::shipped("2020-third-batch.yaml"), {Language::en})),
                 "The 4 measures withheld could make groups larger or form others."));
    const auto open = test::programme(R"(
departments: [{id: x, name: X}, {id: y, name: Y}]
notice: {id: n, title: T, issued: 2026-01-15}
measures:
  - {number: 1, title: A, departments: [x, y], open: true}
  - {number: 2, title: B, departments: [x, y]}
)");
    EXPECT_TRUE(contains(all_text(groups_diagram(open, {Language::en})), "Lists that go on"));
}

// Of 200 measures and 60 departments neither has columns of its own, and not all groups are drawn;
// who and what is in others alone, or in none, is named.
TEST(GroupsDiagram, NamesEverybodySomewhere) {
    const auto dataset = test::programme(test::large_programme(200, 60));

    const auto picture = groups_diagram(dataset, {Language::en});

    EXPECT_EQ(geometry_faults(picture), none);
    const auto text = all_text(picture) + '\n';
    for (const auto d : dataset.departments()) {
        const auto name = std::string(dataset.registry()[d.body].short_name.in(Language::en));
        const bool found = std::any_of(std::begin(" ,;.\n"), std::end(" ,;.\n"), [&](char end) {
            return end != 0 && contains(text, name + end);
        });
        EXPECT_TRUE(found) << name;
    }
    EXPECT_LE(rows_of(picture), 60U);
    EXPECT_GT(rows_of(picture), 0U);
}

// 20 pairs that share 3 measures, and 50 that share 2: those are left out.
TEST(GroupsDiagram, SaysWhichGroupsAreLeftOut) {
    std::string text = "departments:\n";
    for (int d = 0; d < 140; ++d) {
        text += "  - {id: d" + std::to_string(d) + ", name: D" + std::to_string(d) + "}\n";
    }
    text += "notice: {id: n, title: T, issued: 2020-02-03}\nmeasures:\n";
    int number = 0;
    for (int pair = 0; pair < 70; ++pair) {
        for (int i = 0; i < (pair < 20 ? 3 : 2); ++i) {
            text += "  - {number: " + std::to_string(++number) + ", title: x, departments: [d" +
                    std::to_string(2 * pair) + ", d" + std::to_string(2 * pair + 1) + "]}\n";
        }
    }

    const auto picture = groups_diagram(test::programme(text), {Language::en});

    EXPECT_EQ(rows_of(picture), 20U);
    const auto said = whole_text(picture, "hidden");
    EXPECT_TRUE(contains(said, "Not drawn: 50 groups that share fewer than 3 measures")) << said;
    EXPECT_TRUE(contains(said, "In these alone: D40, D41, ")) << said;
    EXPECT_TRUE(contains(said, "D139. Measures of these alone: 61–160.")) << said;
}

TEST(GroupsDiagram, MarksTheNoticeOfANumber) {
    const Texts files{REMIT_SOURCE_DIR "/data/2018-second-batch.yaml",
                      REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"};

    const auto picture = groups_diagram(load(files).dataset.value(), {Language::en});

    EXPECT_EQ(geometry_faults(picture), none);
    // A run is one of the same notice.
    EXPECT_EQ(whole_text(picture, "numbers-1"), "A11, A13, B1, B3–B6");
    EXPECT_TRUE(contains(all_text(picture), "\nB1\n"));
}

TEST(GroupsDiagram, NeverSpeaksOfLeads) {
    EXPECT_FALSE(
        contains(all_text(groups_diagram(test::shipped("2020-third-batch.yaml"))), "牵头"));
}

TEST(GroupsDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(
        drawing::to_dot(groups_diagram(test::shipped("2020-third-batch.yaml")).front()),
        "groups-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
