#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/dot.hpp>
#include <remit/diagram/network_diagram.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace remit {
namespace {

using test::all_text;
using test::box_with_id;
using test::contains;
using test::curve_with_id;
using test::geometry_faults;

constexpr std::array all_pages{PageFormat::widescreen, PageFormat::a4_portrait,
                               PageFormat::a4_landscape, PageFormat::fit};

std::string text_of(const Box& box) {
    std::string text;
    for (const auto& row : box.rows) {
        for (const auto& cell : row) {
            for (const auto& line : cell.lines) text += (text.empty() ? "" : "|") + line.text;
        }
    }
    return text;
}

std::size_t boxes_of(const Picture& picture, const std::string& kind) {
    const auto& boxes = picture.front().boxes;
    return static_cast<std::size_t>(std::count_if(
        boxes.begin(), boxes.end(), [&](const Box& box) { return box.kind == kind; }));
}

std::size_t ties_of(const Picture& picture) {
    const auto& curves = picture.front().curves;
    return static_cast<std::size_t>(
        std::count_if(curves.begin(), curves.end(),
                      [](const Curve& curve) { return curve.kind.starts_with("tie"); }));
}

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

TEST(NetworkDiagram, HasSoundGeometryOnEveryPageInEveryLanguage) {
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto page : all_pages) {
            for (const auto& languages :
                 {Languages(Language::zh_hans), Languages(Language::zh_hant),
                  Languages(Language::en), Languages(Language::zh_hans, Language::en)}) {
                const auto picture = network_diagram(dataset, {languages, page});
                EXPECT_EQ(geometry_faults(picture), std::vector<std::string>{})
                    << name << ' ' << static_cast<int>(page) << ' ' << tag(languages.first);
            }
        }
    }
}

TEST(NetworkDiagram, ShowsWhoSharesHowMuch) {
    const auto picture = network_diagram(test::shipped("2020-third-batch.yaml"));

    EXPECT_EQ(ties_of(picture), 25U);
    EXPECT_EQ(boxes_of(picture, "department"), 12U);
    EXPECT_EQ(boxes_of(picture, "shared"), 8U);
    EXPECT_EQ(text_of(box_with_id(picture, "department-most")), "科技部|A · 3+6");
    EXPECT_EQ(text_of(box_with_id(picture, "department-moj")), "C|1+0");
    EXPECT_EQ(text_of(box_with_id(picture, "name-moj")), "司法部");
    EXPECT_EQ(text_of(box_with_id(picture, "shared-cbirc-pbc")), "5");
    EXPECT_TRUE(box_with_id(picture, "department-gacc").dashed);
    EXPECT_TRUE(contains(box_with_id(picture, "shared-cbirc-pbc").tooltip, "共同指导5项"));
    EXPECT_EQ(text_of(box_with_id(picture, "pairs-more")), "另有17对，各1项");
    EXPECT_EQ(text_of(box_with_id(picture, "group-C-members")), "知识产权局、最高人民法院、司法部");
}

TEST(NetworkDiagram, DrawsAreasAndWidthsInProportion) {
    const auto picture = network_diagram(test::shipped("2020-third-batch.yaml"));
    const auto diameter = [&](const char* id) {
        return static_cast<double>(box_with_id(picture, id).diameter);
    };
    const auto width = [&](const char* id) { return box_with_id(picture, id).width(); };

    // 9, 6 and 3 measures to 1.
    EXPECT_NEAR(diameter("department-most") / diameter("department-moj"), 3.0, 0.05);
    EXPECT_NEAR(diameter("department-cbirc") / diameter("department-moj"), std::sqrt(6.0), 0.05);
    EXPECT_NEAR(diameter("department-cnipa") / diameter("department-gacc"), std::sqrt(3.0), 0.05);
    EXPECT_NEAR(width("bar-cbirc-most") * 5.0, width("bar-cbirc-pbc") * 4.0, 5.0);
    EXPECT_NEAR(width("bar-mof-ndrc") * 5.0, width("bar-cbirc-pbc") * 2.0, 5.0);
    const auto step = curve_with_id(picture, "tie-pbc-most").width -
                      curve_with_id(picture, "tie-cbirc-mof").width;
    EXPECT_GT(step, 0.0);
    EXPECT_NEAR(curve_with_id(picture, "tie-cbirc-pbc").width,
                curve_with_id(picture, "tie-cbirc-mof").width + 3.0 * step, 1e-9);
    EXPECT_LT(curve_with_id(picture, "tie-pbc-sasac").width,
              curve_with_id(picture, "tie-cbirc-mof").width);
}

/// The middle of a number lies on its line and on no other one; no line runs through a circle.
TEST(NetworkDiagram, KeepsLinesClearOfNumbersAndCircles) {
    const auto diagram = network_diagram(test::shipped("2020-third-batch.yaml")).front();
    for (const auto& curve : diagram.curves) {
        if (!curve.kind.starts_with("tie")) continue;
        const auto p = control_points(curve);
        for (const auto& box : diagram.boxes) {
            if (box.diameter == 0 || box.kind == "furniture") continue;
            const bool own =
                box.id == "shared" + curve.id.substr(3) ||
                std::hypot(box.center.x - curve.begin.x, box.center.y - curve.begin.y) < 1.0 ||
                std::hypot(box.center.x - curve.end.x, box.center.y - curve.end.y) < 1.0;
            double nearest = 1e9;
            for (double t = 0.0; t <= 1.0; t += 0.005) {
                const auto u = 1.0 - t;
                const auto x = u * u * u * p[0].x + 3 * u * u * t * p[1].x +
                               3 * u * t * t * p[2].x + t * t * t * p[3].x;
                const auto y = u * u * u * p[0].y + 3 * u * u * t * p[1].y +
                               3 * u * t * t * p[2].y + t * t * t * p[3].y;
                nearest = std::min(nearest, std::hypot(x - box.center.x, y - box.center.y));
            }
            if (own) {
                EXPECT_LT(nearest, 2.0) << curve.id << ' ' << box.id;
            } else {
                EXPECT_GT(nearest, box.width() / 2.0 + curve.width / 2.0 - 0.5)
                    << curve.id << ' ' << box.id;
            }
        }
    }
}

TEST(NetworkDiagram, NeverSaysLeadWhereTheNoticeDoesNot) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto chinese = all_text(network_diagram(dataset));
    const auto english = all_text(network_diagram(dataset, {Language::en}));

    EXPECT_TRUE(contains(chinese, "首列项数"));
    EXPECT_TRUE(contains(chinese, "4项未公开"));
    EXPECT_TRUE(contains(chinese, "不是结论"));
    // Only in the sentence that the notice names none.
    EXPECT_EQ(chinese.find("牵头"), chinese.rfind("牵头"));
    EXPECT_TRUE(contains(english, "first-named"));
    EXPECT_TRUE(contains(english, "not a finding"));
}

TEST(NetworkDiagram, SaysWhatItLeavesOut) {
    const auto picture = network_diagram(large(60, 200), {Language::en});
    const auto drawn = ties_of(picture);

    EXPECT_EQ(geometry_faults(picture), std::vector<std::string>{});
    const auto omitted = text_of(box_with_id(picture, "omitted"));
    EXPECT_TRUE(contains(all_text(picture), "Not drawn"));
    EXPECT_TRUE(contains(omitted, "which share fewer than"));
    EXPECT_LE(drawn, 80U);
    EXPECT_LE(boxes_of(picture, "department"), 40U);
    EXPECT_TRUE(
        contains(all_text(picture), std::to_string(drawn) + "\u00A0of\u00A0them\u00A0drawn"));
}

TEST(NetworkDiagram, DrawsThousandMeasuresOfTwoHundredDepartments) {
    const auto dataset = large(200, 1000);
    for (const auto page : all_pages) {
        EXPECT_EQ(geometry_faults(network_diagram(dataset, {Language::zh_hans, page})),
                  std::vector<std::string>{});
    }
}

TEST(NetworkDiagram, RefusesPairsThatShareEquallyMuch) {
    std::vector<std::size_t> everyone;
    for (std::size_t d = 0; d < 60; ++d) everyone.push_back(d);

    EXPECT_THROW(static_cast<void>(network_diagram(programme_of(60, {everyone}))), Error);
}

TEST(NetworkDiagram, HoldsLongNames) {
    std::string name;
    for (int i = 0; i < 57; ++i) name += "部";
    for (const auto page : all_pages) {
        EXPECT_EQ(geometry_faults(network_diagram(large(14, 20, name), {Language::zh_hans, page})),
                  std::vector<std::string>{});
    }
}

TEST(NetworkDiagram, ShowsTwoDepartmentsAndManyIsolatedOnes) {
    std::vector<std::vector<std::size_t>> measures{{0, 1}, {0, 1, 2}};
    for (std::size_t d = 3; d < 60; ++d) measures.push_back({d});

    const auto few = network_diagram(programme_of(2, {{0, 1}}));
    const auto many = network_diagram(programme_of(60, measures));

    EXPECT_EQ(geometry_faults(few), std::vector<std::string>{});
    EXPECT_EQ(ties_of(few), 1U);
    EXPECT_EQ(geometry_faults(many), std::vector<std::string>{});
    EXPECT_EQ(ties_of(many), 3U);
    EXPECT_TRUE(contains(all_text(many), "另有"));
}

TEST(NetworkDiagram, SaysWhyThereIsNothingToDraw) {
    const auto withheld = network_diagram(
        test::programme("notice: {id: n, title: T, issued: 2020-02-03, announced: 3}\n"));
    const auto alone = network_diagram(programme_of(1, {{0}}), {Language::en});

    EXPECT_EQ(geometry_faults(withheld), std::vector<std::string>{});
    EXPECT_TRUE(contains(all_text(withheld), "没有可画的举措"));
    EXPECT_EQ(geometry_faults(alone), std::vector<std::string>{});
    EXPECT_TRUE(contains(all_text(alone), "No measure has two departments"));
}

TEST(NetworkDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(
        test::is_golden(to_dot(network_diagram(test::shipped("2020-third-batch.yaml")).front()),
                        "network-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
