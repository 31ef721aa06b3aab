#include "../../src/diagram/kinds/robustness/free_room.hpp"
#include "../../src/diagram/output/dot.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace remit {
namespace {

using test::all_text;
using test::contains;
using test::geometry_faults;
using test::ids;
using test::shape_with_id;
using test::whole_text;

const std::vector<std::string> none;

/// Of departments w, x, y and z; the measures by the letters of theirs.
Dataset programme_of(const std::vector<std::string>& measures) {
    std::string text =
        "departments: [{id: w, name: W}, {id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]\n"
        "notice: {id: n, title: T, issued: 2026-01-15}\nmeasures:\n";
    for (std::size_t m = 0; m < measures.size(); ++m) {
        std::string list;
        for (const auto letter : measures[m])
            list += (list.empty() ? "" : ", ") + std::string(1, letter);
        text +=
            "  - {number: " + std::to_string(m + 1) + ", title: M, departments: [" + list + "]}\n";
    }
    return test::programme(text);
}

std::string title(const Dataset& dataset, Language language = Language::en) {
    return robustness_diagram(dataset, {language}).front().title;
}

/// The height of each point of a curve as a share of that of the first one.
std::vector<double> heights(const Picture& picture, const std::string& curve) {
    const auto y = [&](std::size_t i) {
        return std::get<Disc>(shape_with_id(picture, curve + "-point-" + std::to_string(i)))
            .center.y;
    };
    const auto last = ids(picture.front(), curve + "-point-").size() - 1;
    std::vector<double> all;
    for (std::size_t i = 0; i <= last; ++i) all.push_back((y(last) - y(i)) / (y(last) - y(0)));
    return all;
}

void expect_near(const std::vector<double>& values, const std::vector<double>& expected) {
    ASSERT_EQ(values.size(), expected.size());
    for (std::size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(values[i], expected[i], 1e-9) << i;
}

// A line from the upper left corner to the lower right one.
TEST(FreeRoom, PlacesBoxesBesideTheirLineAndApart) {
    const Rectangle plot{0.0, 0.0, 400.0, 400.0};
    const std::vector<Point> line{{0.0, 0.0}, {400.0, 400.0}};
    const auto close = drawing::close_points(line, 4.0);
    drawing::FreeRoom room(plot, plot, {line}, 5.0);
    const std::array sizes{drawing::Size{80.0, 20.0}};

    const auto first = room.place(sizes, close);
    const auto second = room.place(sizes, close);

    for (const auto& box : {first, second}) {
        auto least = 400.0;
        for (const auto& point : close) least = std::min(least, drawing::distance(box, point));
        EXPECT_GE(least, 5.0);
        EXPECT_LE(least, 15.0);
    }
    const bool apart = first.bottom() < second.y || second.bottom() < first.y ||
                       first.right() < second.x || second.right() < first.x;
    EXPECT_TRUE(apart);
}

// Between two others a box has room beside its point, across the half, and further down.
TEST(FreeRoom, PlacesBoxesBesideTheLineOfTheHalf) {
    const Rectangle plot{0.0, 0.0, 400.0, 400.0};
    drawing::FreeRoom room(plot, plot, {}, 0.0);
    room.take({0.0, 0.0, 400.0, 165.0});
    room.take({0.0, 235.0, 400.0, 100.0});
    const std::array sizes{drawing::Size{80.0, 60.0}};
    const std::array own{Point{200.0, 200.0}};

    EXPECT_GE(room.place(sizes, own).y, 335.0);
}

TEST(RobustnessDiagram, IsSoundOnEveryPageInEveryLanguage) {
    for (const auto* name : {"2020-third-batch.yaml", "2018-second-batch.yaml"}) {
        const auto dataset = test::shipped(name);
        for (const auto& options : test::every_page()) {
            const auto picture = robustness_diagram(dataset, options);

            EXPECT_EQ(geometry_faults(picture), none) << name << ' ' << test::shown(options);
            EXPECT_EQ(picture.size(), 1U) << name << ' ' << test::shown(options);
        }
    }
}

TEST(RobustnessDiagram, IsSoundForOddProgrammes) {
    for (const auto& [what, dataset] : test::odd_programmes()) {
        for (const auto& options : test::pages_for(dataset)) {
            EXPECT_EQ(geometry_faults(robustness_diagram(dataset, options)), none)
                << what << ' ' << test::shown(options);
        }
    }
}

// First 9, then four with 6 each, one with 3, seven with 1. With the first nothing is lost: all its
// measures name another. Of the ten that the four take with them, 4 name one of them, 3 two and 3
// three, so that on average 1, 2 + 3/6, 3 + 3/2 + 3/4 and 10 are lost.
TEST(RobustnessDiagram, DrawsTheCurveOfTheThirdBatch) {
    const auto picture = robustness_diagram(test::shipped("2020-third-batch.yaml"));

    auto most = heights(picture, "most-first");
    most.resize(7);
    expect_near(most, {1.0, 1.0, 15.0 / 16, 13.5 / 16, 10.75 / 16, 6.0 / 16, 5.0 / 16});
    EXPECT_EQ(whole_text(picture, "half-label"), "退出5个：16项中剩6项");
    EXPECT_EQ(whole_text(picture, "area-most-first"), "面积0.439：平均剩44%");
    EXPECT_EQ(whole_text(picture, "area-least-first"), "面积0.842：平均剩84%");
    const auto& ring = std::get<Disc>(shape_with_id(picture, "half-point"));
    EXPECT_EQ(ring.center, std::get<Disc>(shape_with_id(picture, "most-first-point-5")).center);
}

TEST(RobustnessDiagram, ListsWhoDropsOutInWhichOrder) {
    const auto picture = robustness_diagram(test::shipped("2020-third-batch.yaml"), {Language::en});
    const auto row = [&](const std::string& first) {
        std::string text;
        for (const auto* part : {"order-", "names-", "each-", "left-"}) {
            text += whole_text(picture, part + first) + " | ";
        }
        return text;
    };

    EXPECT_EQ(row("1"), "1 | MOST | 9 | 16 | ");
    EXPECT_EQ(row("2"), "2–5 | CBIRC, PBC, MOF, NDRC | 6 | 6 | ");
    EXPECT_EQ(row("6"), "6 | CNIPA | 3 | 5 | ");
    EXPECT_EQ(row("7"), "7–13 | SASAC, GACC, SPC, MOJ, MOE, MIIT, MOHRSS | 1 | 0 | ");
}

// x has 3 measures, y 2, z 1: without x 3 are left, without y, too, 1 of 5.
TEST(RobustnessDiagram, NamesUpToThreeWithoutWhomHalfAreLost) {
    EXPECT_EQ(title(programme_of({"x", "x", "xy", "y", "z"})),
              "Without X and Y, 4 of 5 measures have nobody left");
    EXPECT_EQ(title(programme_of({"x", "x", "xy", "y", "z"}), Language::zh_hans),
              "若无X和Y，5项举措中有4项不再有部门");
}

TEST(RobustnessDiagram, CountsMoreThanThree) {
    EXPECT_EQ(title(test::shipped("2020-third-batch.yaml")),
              "Without the 5 departments with most measures, 10 of 16 have nobody left");
}

// w has 2 measures, the others 1: 3 of 5 are left without w, 2 without any of the others.
TEST(RobustnessDiagram, NamesNobodyAmongEquals) {
    const auto picture =
        robustness_diagram(programme_of({"w", "w", "x", "y", "z"}), {Language::en});

    EXPECT_EQ(picture.front().title,
              "Without the 2 departments with most measures, 3 of 5 have nobody left");
    EXPECT_EQ(whole_text(picture, "half-label"), "2 gone: 2 of 5 left");
    EXPECT_EQ(title(programme_of({"w", "x", "y", "z"})),
              "Once any 2 of 4 departments drop out, 2 of 4 measures have nobody left");
}

// w and x have two of their own, y and z one each and one together: w and x take 4 with them, any
// other two 3, so that 7 - 19/6 are left on average.
TEST(RobustnessDiagram, SaysOnAverageWhereItDependsOnTheOrderOfEquals) {
    EXPECT_EQ(title(programme_of({"w", "w", "x", "x", "y", "yz", "z"})),
              "At least half of 7 measures have nobody left once 3 of 4 departments drop out, on "
              "average of all orders");
    const auto picture =
        robustness_diagram(programme_of({"w", "w", "w", "x", "x", "y", "yz", "z"}), {Language::en});

    EXPECT_EQ(picture.front().title,
              "On average at least half of 8 measures have nobody left once 2 of 4 departments "
              "drop out, those with most first");
    EXPECT_EQ(whole_text(picture, "half-label"), "2 gone: on average 3.7 of 8 left");
}

TEST(RobustnessDiagram, SaysInOneLineThatNothingHappensAtFirst) {
    std::string text = "departments:\n";
    for (int d = 0; d < 28; ++d) {
        text += "  - {id: d" + std::to_string(d) + ", name: D" + std::to_string(d) + "}\n";
    }
    text += "notice: {id: n, title: T, issued: 2026-01-15}\nmeasures:\n";
    // d0 to d13 take part in 28 to 15 measures, d14 to d27 have 14 to 1 of their own.
    int number = 0;
    for (int d = 14; d < 28; ++d) {
        for (int m = 0; m < 28 - d; ++m) {
            ++number;
            text += "  - {number: " + std::to_string(number) + ", title: x, departments: [d" +
                    std::to_string(d);
            for (int first = 0; first < 14; ++first) {
                if (number <= 28 - first) text += ", d" + std::to_string(first);
            }
            text += "]}\n";
        }
    }
    const auto picture = robustness_diagram(test::programme(text), {Language::en});

    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_EQ(whole_text(picture, "order-1"), "1–14");
    EXPECT_EQ(whole_text(picture, "names-1"), "14 departments");
    EXPECT_EQ(whole_text(picture, "each-1"), "15–28");
    EXPECT_EQ(whole_text(picture, "left-1"), "105");
    EXPECT_EQ(whole_text(picture, "order-15"), "15");
    EXPECT_EQ(whole_text(picture, "left-15"), "91");
}

// x and y have 2 each, so that any of them leaves 2 of 3 measures.
TEST(RobustnessDiagram, SaysWhatTheLastOneHas) {
    const auto picture = robustness_diagram(programme_of({"x", "y", "xy"}), {Language::en});

    EXPECT_EQ(picture.front().title,
              "Until the last of 2 departments drops out, 2 of 3 measures keep one");
    EXPECT_EQ(whole_text(picture, "half-label"), "1 gone: 2 of 3 left");
    EXPECT_EQ(whole_text(picture, "name-most-first"), "In any order");
    EXPECT_EQ(ids(picture.front(), "least-first"), none);
}

TEST(RobustnessDiagram, FindsNothingInOneDepartment) {
    const auto picture = robustness_diagram(programme_of({"x", "x"}), {Language::en});

    EXPECT_EQ(picture.front().title, "What is left as departments drop out");
    EXPECT_EQ(ids(picture.front(), "half-"), none);
}

// Of twenty tasks 14 name departments; 8 of these go on or name a collective actor as well.
TEST(RobustnessDiagram, SaysWhoMayBeLeftBeyondThoseNamed) {
    const auto text = all_text(robustness_diagram(test::twenty_tasks(), {Language::en}));

    EXPECT_TRUE(contains(text, "nobody named left")) << text;
    EXPECT_TRUE(contains(text, "that name a department")) << text;
    EXPECT_TRUE(contains(text, "8 of those counted also have collective actors")) << text;
}

TEST(RobustnessDiagram, SaysThatWithheldMeasuresAreNotCounted) {
    EXPECT_TRUE(contains(
        whole_text(robustness_diagram(test::shipped("2020-third-batch.yaml"), {Language::en}),
                   "notes"),
        "The 4 withheld are not counted."));
}

TEST(RobustnessDiagram, CountsTheOthersOfManyDepartments) {
    const auto dataset = test::programme(test::large_programme(300, 200));

    for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait}) {
        const auto picture = robustness_diagram(dataset, {Language::en, page});

        EXPECT_EQ(geometry_faults(picture), none);
        EXPECT_EQ(picture.size(), 1U);
        EXPECT_EQ(ids(picture.front(), "most-first-point-"), none);
        EXPECT_EQ(left_out(picture).size(), 1U);
    }
}

TEST(RobustnessDiagram, SaysThatThereIsNothingToDraw) {
    const auto dataset = test::programme(R"(
departments: [{id: x, name: X}]
notice: {id: n, title: T, issued: 2026-01-15, announced: 2}
measures: []
)");

    EXPECT_TRUE(contains(all_text(robustness_diagram(dataset, {Language::en})),
                         "No measure names a department"));
}

TEST(RobustnessDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(
        drawing::to_dot(robustness_diagram(test::shipped("2020-third-batch.yaml")).front()),
        "robustness-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
