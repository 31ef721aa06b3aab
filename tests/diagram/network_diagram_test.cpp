#include "../../src/diagram/output/dot.hpp"
#include "../../src/diagram/text/text_layout.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
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

using Texts = std::vector<std::string>;
const Texts none;

/// Departments "d0", "d1", …; the measures in the order given, each of some of them.
Dataset programme_of(std::size_t departments, const std::vector<std::vector<std::size_t>>& measures,
                     const std::string& name = "部") {
    std::string text = "departments:\n";
    for (std::size_t d = 0; d < departments; ++d) {
        const auto number = std::to_string(d);
        text += "  - {id: d" + number + ", name: " + name + number + "}\n";
    }
    text += "regions: [{id: r, name: R}]\nnotice: {id: n, title: T, issued: 2020-02-03}\n";
    text += "measures:\n";
    std::size_t number = 0;
    for (const auto& measure : measures) {
        std::string list;
        for (const auto d : measure) list += (list.empty() ? "d" : ", d") + std::to_string(d);
        text += "  - {number: " + std::to_string(++number) + ", title: x, departments: [" + list +
                "], scope: r}\n";
    }
    return test::programme(text);
}

/// Reproducible: each measure has one to five departments, the first ones more often.
Dataset large(std::size_t departments, std::size_t measures, const std::string& name = "部") {
    std::vector<std::vector<std::size_t>> lists;
    std::uint32_t state = 7;
    const auto next = [&](std::size_t below) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::size_t>(state >> 8U) % below;
    };
    for (std::size_t m = 0; m < measures; ++m) {
        std::set<std::size_t> list;
        for (auto left = 1 + next(5); left > 0; --left) list.insert(next(1 + next(departments)));
        lists.emplace_back(list.begin(), list.end());
    }
    return programme_of(departments, lists, name);
}

TEST(NetworkDiagram, OfOneDepartmentSaysNothingOfPairs) {
    const auto dataset = test::programme(
        "departments: [{id: a, name: A}]\nnotice: {id: n, title: N, issued: 2020-01-01}\n"
        "measures: [{number: 1, title: T, departments: [a]}]\n");

    const auto picture = network_diagram(dataset, {Language::en});

    EXPECT_EQ(picture.front().title.find("No two"), std::string::npos) << picture.front().title;
}

TEST(NetworkDiagram, IsSoundOnEveryPageInEveryLanguage) {
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto& options : test::every_page()) {
            const auto picture = network_diagram(dataset, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
            EXPECT_EQ(picture.size(), 1U) << name << ' ' << test::shown(options);
        }
    }
}

TEST(NetworkDiagram, IsSoundForOddProgrammes) {
    for (const auto& [what, dataset] : test::odd_programmes()) {
        for (const auto& options : test::pages_for(dataset)) {
            EXPECT_EQ(geometry_faults(network_diagram(dataset, options)), none)
                << what << ' ' << test::shown(options);
        }
    }
}

TEST(NetworkDiagram, ShowsWhoSharesHowMuch) {
    const auto picture = network_diagram(test::shipped("2020-third-batch.yaml"), {Language::en});

    EXPECT_EQ(ids(picture.front(), "tie-").size(), 25U);
    EXPECT_EQ(ids(picture.front(), "pill-").size(), 8U);  // of at least 2
    EXPECT_EQ(text_with_id(picture, "number-cbirc-pbc"), "5");
    EXPECT_EQ(text_with_id(picture, "count-most"), "9");
    EXPECT_EQ(picture.front().title, "CBIRC and PBC share most: 5 measures");
    EXPECT_EQ(whole_text(picture, "alone"), "Shares no measure with another: GACC");
    EXPECT_EQ(whole_text(picture, "others-heading"), "17 other pairs share 1");
    EXPECT_TRUE(contains(whole_text(picture, "subtitle"), "25 of 78 pairs"));
}

TEST(NetworkDiagram, DrawsAreasAndWidthsInProportion) {
    const auto picture = network_diagram(test::shipped("2020-third-batch.yaml"));
    const auto width = [&](const std::string& pair) {
        return std::get<Stroke>(shape_with_id(picture, "tie-" + pair)).width;
    };
    const auto diameter = [&](const std::string& id) {
        return std::get<Disc>(shape_with_id(picture, "circle-" + id)).diameter;
    };

    EXPECT_NEAR(width("cbirc-pbc"), 5.0 * width("pbc-sasac"), 1e-6);
    EXPECT_NEAR(width("most-ndrc"), 4.0 * width("pbc-sasac"), 1e-6);
    EXPECT_NEAR(std::pow(diameter("most") / diameter("cbirc"), 2.0), 9.0 / 6.0, 1e-6);
}

// x and y share 2, y and z too, z and u and u and v as well: four pairs are too many for a title.
TEST(NetworkDiagram, NamesNobodyWhereManyShareAsMuch) {
    const auto four =
        programme_of(5, {{0, 1}, {0, 1}, {1, 2}, {1, 2}, {2, 3}, {2, 3}, {3, 4}, {3, 4}}, "D");
    const auto two = programme_of(3, {{0, 1}, {0, 1}, {1, 2}, {1, 2}}, "D");
    const auto one_each = programme_of(3, {{0, 1}, {1, 2}}, "D");

    EXPECT_EQ(network_diagram(four, {Language::en}).front().title, "Who guides measures together");
    EXPECT_EQ(network_diagram(two, {Language::en}).front().title,
              "D0 and D1, D1 and D2 share most: 2 measures each");
    EXPECT_EQ(network_diagram(one_each, {Language::en}).front().title,
              "Who guides measures together");
}

// 15 departments share 53 pairs in both batches: a table, with every pair in a cell.
TEST(NetworkDiagram, DrawsManyTiesAsATable) {
    const auto dataset = large(20, 60, "D");

    const auto picture = network_diagram(dataset, {Language::en});

    std::size_t pairs = 0;
    for (DepartmentIndex a; a.value < 20; ++a.value) {
        for (DepartmentIndex b{a.value + 1}; b.value < 20; ++b.value) {
            std::size_t shared = 0;
            for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
                std::set<std::uint32_t> named;
                for (const auto& each : dataset.responsibilities(m)) {
                    named.insert(each.department.value);
                }
                shared += named.count(a.value) * named.count(b.value);
            }
            if (shared == 0) continue;
            ++pairs;
            EXPECT_EQ(text_with_id(picture, "number-" + dataset[a].id + '-' + dataset[b].id),
                      std::to_string(shared));
        }
    }
    EXPECT_GT(pairs, 25U);
    EXPECT_EQ(ids(picture.front(), "cell-").size(), pairs);
    EXPECT_EQ(ids(picture.front(), "tie-").size(), 0U);
}

TEST(NetworkDiagram, NamesWhomItLeavesOut) {
    const auto dataset = large(60, 200, "D");

    const auto picture = network_diagram(dataset, {Language::en});

    const auto text = all_text(picture);
    std::set<std::string> words;
    std::string word;
    for (const auto c : text + '\n') {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            word += c;
        } else {
            words.insert(std::exchange(word, ""));
        }
    }
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        EXPECT_TRUE(words.count(std::string(dataset[d].name.in(Language::en))) > 0) << d.value;
    }
    EXPECT_TRUE(contains(text, "Drawn are the ")) << text;
}

TEST(NetworkDiagram, KeepsCirclesAndNumbersApart) {
    const auto picture = network_diagram(test::shipped("2020-third-batch.yaml"));
    std::vector<const Disc*> discs;
    for (const auto& shape : picture.front().shapes) {
        if (const auto* disc = std::get_if<Disc>(&shape)) discs.push_back(disc);
    }
    for (std::size_t i = 0; i < discs.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto apart = std::hypot(discs[i]->center.x - discs[j]->center.x,
                                          discs[i]->center.y - discs[j]->center.y);
            EXPECT_GE(apart, (discs[i]->diameter + discs[j]->diameter) / 2.0)
                << discs[i]->mark.id << ' ' << discs[j]->mark.id;
        }
    }
}

Point point_on(const std::array<Point, 4>& p, double t) {
    const auto u = 1.0 - t;
    const auto mix = [&](double a, double b, double c, double d) {
        return u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d;
    };
    return {mix(p[0].x, p[1].x, p[2].x, p[3].x), mix(p[0].y, p[1].y, p[2].y, p[3].y)};
}

bool inside_a_disc(const Diagram& page, const Label& label) {
    return std::any_of(page.shapes.begin(), page.shapes.end(), [&](const Shape& shape) {
        const auto* disc = std::get_if<Disc>(&shape);
        return disc != nullptr && std::hypot(disc->center.x - label.at.x,
                                             disc->center.y - label.at.y) < disc->diameter / 2.0;
    });
}

/// Which lines run through which lines of names.
Texts struck_names(const Picture& picture) {
    Texts faults;
    const auto& page = picture.front();
    for (const auto& tie : ids(page, "tie-")) {
        const auto& line = std::get<Stroke>(shape_with_id(picture, tie));
        for (const auto& id : ids(page, "department-")) {
            const auto& name = std::get<Label>(shape_with_id(picture, id));
            // A name within its circle stands on the ends of lines.
            if (inside_a_disc(page, name)) continue;
            const auto width = drawing::text_width(name.text, {name.size, true, name.language});
            for (int step = 0; step <= 200; ++step) {
                const auto at = point_on(line.points, step / 200.0);
                if (std::abs(at.x - name.at.x) > 0.45 * width) continue;
                if (std::abs(at.y - name.at.y) > 0.4 * name.size) continue;
                faults.push_back(tie + " through " + id);
                break;
            }
        }
    }
    return faults;
}

TEST(NetworkDiagram, LeadsNoLineThroughAName) {
    const auto third = test::shipped("2020-third-batch.yaml");
    for (const auto& options : test::every_page()) {
        const auto picture = network_diagram(third, options);

        EXPECT_EQ(struck_names(picture), none) << test::shown(options);
        EXPECT_EQ(ids(picture.front(), "tie-").size(), 25U) << test::shown(options);
    }
    // A ring of eight and its cross lines.
    const auto ring = programme_of(8,
                                   {{0, 1},
                                    {1, 2},
                                    {2, 3},
                                    {3, 4},
                                    {4, 5},
                                    {5, 6},
                                    {6, 7},
                                    {7, 0},
                                    {0, 4},
                                    {1, 5},
                                    {2, 6},
                                    {3, 7}},
                                   "Ministry of Long Affairs ");
    EXPECT_EQ(struck_names(network_diagram(ring, {Language::en})), none);
}

// Five lines have room for it, three have not.
TEST(NetworkDiagram, CutsNoNameThatHasRoom) {
    const auto dataset = test::programme(R"(
departments:
  - {id: a, name: "Ministère de la Transition écologique et de la Cohésion des territoires"}
  - {id: b, name: Auswärtiges Amt}
notice: {id: n, title: T, issued: 2026-01-15}
measures: [{number: 1, title: x, departments: [a, b]}]
)");
    const auto picture = network_diagram(dataset, {Language::en});

    EXPECT_FALSE(contains(all_text(picture), "…"));
    EXPECT_EQ(whole_text(picture, "department-a"),
              "Ministère de la Transition écologique et de la Cohésion des territoires");
}

TEST(NetworkDiagram, SaysWhyThereIsNothingToDraw) {
    EXPECT_EQ(network_diagram(programme_of(2, {{0}, {1}}), {Language::en}).front().title,
              "No two departments share any of the listed measures");
    EXPECT_TRUE(contains(all_text(network_diagram(programme_of(2, {{0}, {1}}), {Language::en})),
                         "No measure names two departments"));
}

TEST(NetworkDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(
        drawing::to_dot(network_diagram(test::shipped("2020-third-batch.yaml")).front()),
        "network-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
