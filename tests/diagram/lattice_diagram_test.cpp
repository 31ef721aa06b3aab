#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/programmes.hpp"

#include <remit/analysis/concepts.hpp>
#include <remit/diagram/dot.hpp>
#include <remit/diagram/lattice_diagram.hpp>
#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

namespace remit {
namespace {

using test::all_text;
using test::contains;
using test::geometry_faults;

constexpr std::array all_pages{PageFormat::widescreen, PageFormat::a4_portrait,
                               PageFormat::a4_landscape, PageFormat::fit};

/// The text of each concept's box, with "|" between lines, sorted.
std::vector<std::string> concepts_of(const Picture& picture) {
    std::vector<std::string> texts;
    for (const auto& box : picture.front().boxes) {
        if (box.kind != "concept") continue;
        std::string text;
        for (const auto& row : box.rows) {
            for (const auto& cell : row) {
                for (const auto& line : cell.lines) text += (text.empty() ? "" : "|") + line.text;
            }
        }
        texts.push_back(text);
    }
    std::sort(texts.begin(), texts.end());
    return texts;
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

TEST(LatticeDiagram, HasSoundGeometryOnEveryPageInEveryLanguage) {
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto page : all_pages) {
            for (const auto& languages :
                 {Languages(Language::zh_hans), Languages(Language::zh_hant),
                  Languages(Language::en), Languages(Language::zh_hans, Language::en)}) {
                EXPECT_EQ(geometry_faults(lattice_diagram(dataset, {languages, page})),
                          std::vector<std::string>{})
                    << name << ' ' << static_cast<int>(page) << ' ' << tag(languages.first);
            }
        }
    }
}

/// Of the measures 1 alpha and beta, 2 beta: beta has both, and alpha has 1.
TEST(LatticeDiagram, LabelsEachDepartmentAndMeasureOnce) {
    const auto picture = lattice_diagram(test::programme(test::small_programme));

    EXPECT_EQ(concepts_of(picture), (std::vector<std::string>{"A|1|1", "乙部|2|2"}));
    ASSERT_EQ(picture.front().curves.size(), 2U);  // one in the legend
    const auto& curve = picture.front().curves.back();
    EXPECT_EQ(curve.kind, "cover");
    EXPECT_LT(curve.begin.y, curve.end.y);
}

TEST(LatticeDiagram, DrawsTheConceptsOfTheThirdBatch) {
    const auto picture = lattice_diagram(test::shipped("2020-third-batch.yaml"));
    const auto concepts = concepts_of(picture);

    EXPECT_EQ(concepts.size(), 24U);  // 25, but for that of no measure
    for (const auto* text : {"16", "科技部|9", "海关总署|1|12", "知识产权局|3", "5", "3|1, 6",
                             "4|8, 13", "教育部|工业和信息化部|人力资源社会保障部|1|16"}) {
        EXPECT_EQ(std::count(concepts.begin(), concepts.end(), text), 1) << text;
    }
    EXPECT_EQ(std::count_if(picture.front().curves.begin(), picture.front().curves.end(),
                            [](const Curve& curve) { return curve.kind == "cover"; }),
              37);
    EXPECT_TRUE(contains(all_text(picture), "25个概念"));
    EXPECT_TRUE(contains(all_text(picture), "4项未公开"));
    EXPECT_FALSE(contains(all_text(picture), "牵头"));
}

TEST(LatticeDiagram, DrawsAnIcebergOfMany) {
    const auto dataset = large(30, 90, 4);
    const auto picture = lattice_diagram(dataset, {Language::en});

    EXPECT_EQ(geometry_faults(picture), std::vector<std::string>{});
    const auto text = all_text(picture);
    const std::string said = "of\u00A0at\u00A0least\u00A0";
    ASSERT_TRUE(contains(text, said));
    const auto least = std::stoul(text.substr(text.find(said) + said.size()));
    EXPECT_GT(least, 1U);
    EXPECT_TRUE(contains(text, "an iceberg lattice"));
    const auto lattice = concept_lattice(responsibility_graph(dataset));
    const auto large_enough = [&](std::size_t c) {
        const auto& found = lattice.concepts[c];
        return found.measures.size() >= least && !found.departments.empty();
    };
    std::set<std::size_t> joined;
    for (const auto& cover : lattice.covers) {
        if (!large_enough(cover.lower) || !large_enough(cover.upper)) continue;
        joined.insert({cover.lower, cover.upper});
    }
    EXPECT_EQ(concepts_of(picture).size(), joined.size());
}

TEST(LatticeDiagram, EndsOnALargeProgrammeWithAPictureOrAnError) {
    for (const auto most : {3U, 20U}) {
        const auto dataset = large(200, 1000, most);
        for (const auto page : {PageFormat::widescreen, PageFormat::fit}) {
            try {
                EXPECT_EQ(geometry_faults(lattice_diagram(dataset, {Language::en, page})),
                          std::vector<std::string>{});
            } catch (const Error& error) {
                EXPECT_TRUE(contains(error.what(), "'groups'")) << error.what();
            }
        }
    }
}

TEST(LatticeDiagram, HoldsLongNames) {
    std::string name;
    for (int i = 0; i < 57; ++i) name += "部";
    for (const auto page : all_pages) {
        EXPECT_EQ(
            geometry_faults(lattice_diagram(large(12, 12, 3, name), {Language::zh_hans, page})),
            std::vector<std::string>{});
    }
}

TEST(LatticeDiagram, OfOneDepartmentOrNothingSaysSo) {
    const auto one = lattice_diagram(large(1, 3, 1));
    const auto none = lattice_diagram(
        test::programme("notice: {id: n, title: T, issued: 2020-02-03, announced: 3}\n"));

    EXPECT_EQ(geometry_faults(one), std::vector<std::string>{});
    EXPECT_EQ(concepts_of(one), std::vector<std::string>{"部0|3|1, 2, 3"});
    EXPECT_EQ(geometry_faults(none), std::vector<std::string>{});
    EXPECT_TRUE(contains(all_text(none), "没有可画的举措"));
}

TEST(LatticeDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(
        test::is_golden(to_dot(lattice_diagram(test::shipped("2020-third-batch.yaml")).front()),
                        "lattice-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
