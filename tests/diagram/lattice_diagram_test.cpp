#include "../../src/diagram/order/layers.hpp"
#include "../../src/diagram/order/paths.hpp"
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
#include <cstdint>
#include <filesystem>
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

/// "3-7" of a stroke of the line between the boxes 3 and 7, which may bend; empty of another one.
std::string line_of(const Shape& shape) {
    const std::string prefix = "cover-";
    const auto& id = mark(shape).id;
    if (!id.starts_with(prefix)) return {};
    const auto end = id.find('-', id.find('-', prefix.size()) + 1);
    return id.substr(prefix.size(), end - prefix.size());
}

std::set<std::string> lines_of(const Picture& picture) {
    std::set<std::string> lines;
    for (const auto& shape : picture.front().shapes) lines.insert(line_of(shape));
    lines.erase("");
    return lines;
}

/// Which lines run behind which boxes that are not their ends.
std::vector<std::string> behind_boxes(const Picture& picture) {
    std::vector<std::string> faults;
    for (const auto& shape : picture.front().shapes) {
        const auto line = line_of(shape);
        if (line.empty()) continue;
        const auto& points = std::get<Stroke>(shape).points;
        for (const auto& id : ids(picture.front(), "concept-")) {
            const auto box = id.substr(std::string("concept-").size());
            if (line.starts_with(box + '-') || line.ends_with('-' + box)) continue;
            const auto& at = std::get<Area>(shape_with_id(picture, id)).at;
            if (drawing::meets(points.front(), points.back(), at, 0.0)) {
                faults.push_back(line + " behind " + box);
            }
        }
    }
    return faults;
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
    EXPECT_EQ(lines_of(picture).size(), 1U);
}

// 25 concepts, but for that of no measure.
TEST(LatticeDiagram, DrawsTheConceptsOfTheThirdBatch) {
    const auto picture = lattice_diagram(test::shipped("2020-third-batch.yaml"));
    const auto concepts = concepts_of(picture);

    EXPECT_EQ(concepts.size(), 24U);
    for (const auto* text : {"16", "9", "1|12", "5", "3|1、6", "4|8、13", "1|16"}) {
        EXPECT_EQ(concepts.count(text), 1U) << text;
    }
    EXPECT_EQ(lines_of(picture).size(), 37U);
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

// A line that seems to come out of a box says that its departments have what is below.
TEST(LatticeDiagram, LeadsNoLineBehindABox) {
    const std::string shared = std::string(REMIT_SOURCE_DIR) + "/../shared/data/programmes/";
    std::vector<std::string> paths{std::string(REMIT_SOURCE_DIR) + "/data/2018-second-batch.yaml",
                                   std::string(REMIT_SOURCE_DIR) + "/data/2020-third-batch.yaml"};
    for (const auto* name : {"accents", "france", "giant", "nap5-en", "one", "peru", "three"}) {
        const auto path = shared + name + ".yaml";
        if (std::filesystem::exists(path)) paths.push_back(path);
    }
    for (const auto& path : paths) {
        const auto dataset = load(path).dataset.value();
        for (const auto& options : test::every_page()) {
            EXPECT_EQ(behind_boxes(lattice_diagram(dataset, options)), none)
                << path << ' ' << test::shown(options);
        }
    }
    for (const std::size_t most : {2U, 3U}) {
        const auto picture = lattice_diagram(large(9, 9, most), {Language::en});
        EXPECT_EQ(behind_boxes(picture), none);
        EXPECT_EQ(geometry_faults(picture), none);
    }
}

// Of the second batch, PBC has 11 and 13 with CBIRC, the court 1, 2, 4 and 5 with CNIPA. Whoever
// has one measure alone could not be otherwise.
TEST(LatticeDiagram, SaysWhoIsListedOnlyWithAnother) {
    const auto second = test::shipped("2018-second-batch.yaml");
    const auto picture = lattice_diagram(second, {Language::en});

    EXPECT_EQ(picture.front().title, "2 of 16 departments are always listed with the same other");
    for (const auto* id : {"pbc", "spc"}) {
        EXPECT_EQ(color_of(picture, std::string("department-") + id), drawing::palette::nationwide)
            << id;
    }
    for (const auto* id : {"most", "moj", "cnipa"}) {
        EXPECT_EQ(color_of(picture, std::string("department-") + id), drawing::palette::ink) << id;
    }
    EXPECT_EQ(lattice_diagram(test::shipped("2020-third-batch.yaml"), {Language::en}).front().title,
              "Concept lattice of departments and measures");
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

// The room is no wider than the two boxes of the middle row and the line that passes them.
TEST(Layers, LetsNoLineRunBehindABox) {
    drawing::Layers layers;
    layers.boxes = {{40, 20, 0}, {40, 20, 1}, {40, 30, 1}, {40, 20, 2}};
    layers.lines = {{0, 1}, {0, 2}, {0, 3}};
    layers.rows = 3;
    const auto widths = drawing::row_widths(layers);

    EXPECT_EQ(widths, (std::vector<double>{40.0, 95.0, 40.0}));
    drawing::place_layers(layers, {0, 0, widths[1], 200});

    EXPECT_EQ(drawing::lines_behind_boxes(layers), 0U);
    for (const auto& line : layers.lines) {
        const auto upper = layers.boxes[line.upper].rectangle();
        const auto lower = layers.boxes[line.lower].rectangle();
        EXPECT_EQ(line.path.front(), (Point{upper.middle().x, upper.bottom()}));
        EXPECT_EQ(line.path.back(), (Point{lower.middle().x, lower.y}));
    }
    for (const auto& box : layers.boxes) {
        EXPECT_GE(box.rectangle().x, -1e-9);
        EXPECT_LE(box.rectangle().right(), widths[1] + 1e-9);
    }
    const auto& path = layers.lines[2].path;
    layers.boxes[1].at = {(path.front().x + path[1].x) / 2.0, (path.front().y + path[1].y) / 2.0};
    EXPECT_GE(drawing::lines_behind_boxes(layers), 1U);
}

TEST(LatticeDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(
        drawing::to_dot(lattice_diagram(test::shipped("2020-third-batch.yaml")).front()),
        "lattice-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
