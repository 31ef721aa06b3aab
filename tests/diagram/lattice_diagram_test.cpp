#include "../../src/diagram/order/layers.hpp"
#include "../../src/diagram/output/dot.hpp"
#include "../../src/diagram/shapes/palette.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <set>

namespace remit {
namespace {

using test::all_text;
using test::contains;
using test::geometry_faults;
using test::ids;
using test::shape_with_id;
using test::whole_text;

const std::vector<std::string> none;

/// What each concept's box says: how many measures, then the numbers that stand there; sorted.
std::multiset<std::string> concepts_of(const Picture& picture) {
    std::multiset<std::string> texts;
    for (const auto& id : ids(picture.front(), "concept-")) {
        const auto number = id.substr(std::string("concept-").size());
        auto text = whole_text(picture, "count-" + number);
        for (const auto& each : ids(picture.front(), "measures-" + number)) {
            if (each == "measures-" + number) text += '|' + whole_text(picture, each);
        }
        texts.insert(text);
    }
    return texts;
}

HexColor color_of(const Picture& picture, const std::string& id) {
    return std::get<Label>(shape_with_id(picture, id)).color;
}

/// Reproducible: each measure has one to `most` departments of as many.
Dataset large(std::size_t departments, std::size_t measures, std::size_t most,
              const std::string& name = "部") {
    std::string text = "departments:\n";
    for (std::size_t d = 0; d < departments; ++d) {
        const auto number = std::to_string(d);
        text += "  - {id: d" + number + ", name: " + name + number + "}\n";
    }
    text += "regions: [{id: r, name: R}]\nnotice: {id: n, title: T, issued: 2020-02-03}\n";
    text += "measures:\n";
    std::uint32_t state = 7;
    const auto next = [&](std::size_t below) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::size_t>(state >> 8U) % below;
    };
    for (std::size_t m = 0; m < measures; ++m) {
        std::set<std::size_t> list;
        for (auto left = 1 + next(most); left > 0; --left) {
            list.insert(next(1 + next(departments)));
        }
        std::string names;
        for (const auto d : list) names += (names.empty() ? "d" : ", d") + std::to_string(d);
        text += "  - {number: " + std::to_string(m + 1) + ", title: x, departments: [" + names +
                "], scope: r}\n";
    }
    return test::programme(text);
}

TEST(LatticeDiagram, IsSoundOnEveryPageInEveryLanguage) {
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto& options : test::every_page()) {
            const auto picture = lattice_diagram(dataset, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
        }
    }
}

TEST(LatticeDiagram, IsSoundForOddProgrammesOrNamesOthers) {
    for (const auto& [what, dataset] : test::odd_programmes()) {
        for (const auto& options : test::every_page()) {
            try {
                EXPECT_EQ(geometry_faults(lattice_diagram(dataset, options)), none)
                    << what << ' ' << test::shown(options);
            } catch (const PictureRefusal& refusal) {
                EXPECT_EQ(what, "large");
                EXPECT_TRUE(contains(refusal.what(), "draw the picture 'groups'"));
            }
        }
    }
}

/// Of the measures 1 alpha and beta, 2 beta: beta has both, and alpha has 1.
TEST(LatticeDiagram, LabelsEachDepartmentAndMeasureOnce) {
    const auto picture = lattice_diagram(test::programme(test::small_programme), {Language::en});

    EXPECT_EQ(concepts_of(picture), (std::multiset<std::string>{"1|1", "2|2"}));
    EXPECT_EQ(ids(picture.front(), "department-").size(), 2U);
    EXPECT_EQ(ids(picture.front(), "cover-").size(), 1U);
}

// 25 concepts, but for that of no measure.
TEST(LatticeDiagram, DrawsTheConceptsOfTheThirdBatch) {
    const auto picture = lattice_diagram(test::shipped("2020-third-batch.yaml"));
    const auto concepts = concepts_of(picture);

    EXPECT_EQ(concepts.size(), 24U);
    for (const auto* text : {"16", "9", "1|12", "5", "3|1、6", "4|8、13", "1|16"}) {
        EXPECT_EQ(concepts.count(text), 1U) << text;
    }
    EXPECT_EQ(ids(picture.front(), "cover-").size(), 37U);
    EXPECT_EQ(ids(picture.front(), "row-").size(), 6U);
    EXPECT_TRUE(contains(all_text(picture), "25个概念"));
    EXPECT_FALSE(contains(all_text(picture), "牵头"));
    for (const auto* name : {"科技部", "人力资源社会保障部", "最高人民法院"}) {
        EXPECT_TRUE(contains(all_text(picture), name)) << name;
    }
}

TEST(LatticeDiagram, LeadsStraightDownToMoreDepartments) {
    const auto picture = lattice_diagram(test::shipped("2020-third-batch.yaml"));

    for (const auto& shape : picture.front().shapes) {
        const auto* line = std::get_if<Stroke>(&shape);
        if (line == nullptr || line->mark.kind != "cover") continue;
        const auto& [a, b, c, d] = line->points;
        EXPECT_LT(a.y, d.y);
        EXPECT_NEAR((b.x - a.x) * (d.y - a.y), (d.x - a.x) * (b.y - a.y), 1e-6);
        EXPECT_NEAR((c.x - a.x) * (d.y - a.y), (d.x - a.x) * (c.y - a.y), 1e-6);
    }
}

// SASAC with MOF (11), SPC and MOJ with CNIPA (14, 15), MOE, MIIT and MOHRSS with MOF (16).
TEST(LatticeDiagram, SaysWhoIsListedOnlyWithAnother) {
    const auto third = test::shipped("2020-third-batch.yaml");
    const auto picture = lattice_diagram(third, {Language::en});

    EXPECT_EQ(picture.front().title, "6 of 13 departments are always listed with the same other");
    for (const auto* id : {"sasac", "spc", "moj", "moe", "miit", "mohrss"}) {
        EXPECT_EQ(color_of(picture, std::string("department-") + id), drawing::palette::nationwide)
            << id;
    }
    for (const auto* id : {"most", "gacc", "cnipa"}) {
        EXPECT_EQ(color_of(picture, std::string("department-") + id), drawing::palette::ink) << id;
    }
    EXPECT_TRUE(contains(whole_text(picture, "notes"),
                         "What is withheld and lists that go on may differ."));
    // Two that are always together are each with another; one that is also alone is not.
    const auto pairs = test::programme(R"(
departments: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
notice: {id: n, title: T, issued: 2026-01-15}
measures:
  - {number: 1, title: A, departments: [x, y]}
  - {number: 2, title: B, departments: [x, y]}
  - {number: 3, title: C, departments: z}
)");
    EXPECT_EQ(lattice_diagram(pairs, {Language::en}).front().title,
              "2 of 3 departments are always listed with the same other");
    const auto apart = test::programme(R"(
departments: [{id: x, name: X}, {id: y, name: Y}]
notice: {id: n, title: T, issued: 2026-01-15}
measures:
  - {number: 1, title: A, departments: x}
  - {number: 2, title: B, departments: y}
)");
    EXPECT_EQ(lattice_diagram(apart, {Language::en}).front().title,
              "Concept lattice of departments and measures");
}

TEST(LatticeDiagram, RefusesMoreThanCanBeRead) {
    for (const auto most : {4U, 20U}) {
        try {
            static_cast<void>(lattice_diagram(large(30, 90, most), {Language::en}));
            ADD_FAILURE() << "drawn";
        } catch (const PictureRefusal& refusal) {
            EXPECT_TRUE(contains(refusal.what(), "at most 40 can be read")) << refusal.what();
            EXPECT_TRUE(contains(refusal.what(), "draw the picture 'groups'")) << refusal.what();
            EXPECT_TRUE(contains(refusal.what(), "'remit groups'")) << refusal.what();
        }
    }
}

TEST(LatticeDiagram, HoldsLongNames) {
    std::string name;
    for (int i = 0; i < 57; ++i) name += "部";
    for (const auto page : {PageFormat::a4_portrait, PageFormat::a4_landscape, PageFormat::fit}) {
        EXPECT_EQ(geometry_faults(lattice_diagram(large(8, 8, 2, name), {Language::zh_hans, page})),
                  none);
    }
}

TEST(LatticeDiagram, OfOneDepartmentOrNothingSaysSo) {
    const auto one = lattice_diagram(large(1, 3, 1));
    const auto nothing = lattice_diagram(
        test::programme("notice: {id: n, title: T, issued: 2020-02-03, announced: 3}\n"));

    EXPECT_EQ(geometry_faults(one), none);
    EXPECT_EQ(concepts_of(one), std::multiset<std::string>{"3|1–3"});
    EXPECT_EQ(geometry_faults(nothing), none);
    EXPECT_TRUE(contains(all_text(nothing), "没有可画的举措"));
}

// The line from 0 to 3 would run behind box 1 or 2 if these stood in its way.
TEST(Layers, LetsNoLineRunBehindABox) {
    drawing::Layers layers;
    layers.boxes = {{40, 20, 0}, {40, 20, 1}, {40, 20, 1}, {40, 20, 2}};
    layers.lines = {{0, 1}, {0, 2}, {0, 3}};
    layers.rows = 3;

    drawing::place_layers(layers, {0, 0, 400, 200});

    EXPECT_EQ(drawing::lines_behind_boxes(layers), 0U);
    for (const auto& box : layers.boxes) {
        EXPECT_GE(box.rectangle().x, 0.0);
        EXPECT_LE(box.rectangle().right(), 400.0);
    }
    layers.boxes[1].at.x = layers.boxes[0].at.x = layers.boxes[3].at.x;
    EXPECT_EQ(drawing::lines_behind_boxes(layers), 1U);
}

TEST(LatticeDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(
        drawing::to_dot(lattice_diagram(test::shipped("2020-third-batch.yaml")).front()),
        "lattice-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
