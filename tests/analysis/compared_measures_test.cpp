#include "support/programmes.hpp"

#include <remit/analysis/comparison.hpp>

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace remit {
namespace {

using Departments = std::vector<DepartmentIndex>;

/// A programme of bodies a, b and c; n is a nation and x a place in it.
Dataset batch(const std::string& notice, const std::string& issued, const std::string& measures) {
    return test::programme(
        "\ndepartments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"
        "regions: [{id: n, kind: nation, name: N}, {id: x, name: X, within: n}]\n"
        "notice: {id: " +
        notice + ", title: T, issued: " + issued + "}\nmeasures:\n" + measures);
}

Dataset first() {
    return batch("p", "2024-01-15",
                 "  - {number: 1, title: P1, lead: a, with: b, scope: n}\n"
                 "  - {number: 2, title: P2, departments: [b], scope: x}\n"
                 "  - {number: 3, title: P3, departments: [a], scope: n}\n");
}

Dataset second() {
    return batch(
        "q", "2025-01-15",
        "  - {code: C1, title: Q1, lead: b, with: c, scope: n, continues: 'p:1'}\n"
        "  - {code: C2, title: Q2, departments: [b], scope: n, continues: ['p:1', 'p:2']}\n"
        "  - {code: C3, title: Q3, departments: [c], scope: n, continues: 'o:9'}\n");
}

// Departments are numbered as each batch names them: a, b in the first; b, c in the second.
TEST(ComparedMeasures, AreKeptNewAndEnded) {
    const std::array batches{first(), second()};
    const std::vector<ComparedMeasure> expected{
        {MeasureIndex{0}, MeasureIndex{0}, Departments{{1}}, Departments{{0}}, true, false},
        {MeasureIndex{0}, MeasureIndex{1}, {}, Departments{{0}}, false, false},
        {MeasureIndex{1}, MeasureIndex{1}, {}, {}, false, true},
        {std::nullopt, MeasureIndex{2}, {}, {}, false, false},
        {MeasureIndex{2}, std::nullopt, {}, {}, false, false}};

    EXPECT_EQ(compare(batches).measures, expected);
}

TEST(ComparedMeasures, AreFollowedThroughTheBatchesBetween) {
    const std::array batches{
        first(), second(),
        batch("r", "2026-01-15",
              "  - {number: 1, title: R1, departments: [b], scope: n, continues: 'q:C2'}\n"
              "  - {number: 2, title: R2, departments: [a], scope: n, continues: ['q:C3', "
              "'p:3']}\n")};
    const std::vector<ComparedMeasure> expected{
        {MeasureIndex{0}, MeasureIndex{0}, {}, Departments{{0}}, false, false},
        {MeasureIndex{1}, MeasureIndex{0}, {}, {}, false, true},
        {MeasureIndex{2}, MeasureIndex{1}, {}, {}, false, false}};

    EXPECT_EQ(compare(batches).measures, expected);
}

TEST(ComparedMeasures, GoOnUnderTheLaterIdsOfBodies) {
    const std::array batches{
        batch("p", "2024-01-15", "  - {number: 1, title: P, departments: [a], scope: n}\n"),
        batch("q", "2025-01-15",
              "  - {number: 1, title: Q, departments: [b], scope: n, continues: 'p:1'}\n")};

    EXPECT_EQ(
        compare(batches, {{"a", "b"}}).measures,
        (std::vector<ComparedMeasure>{{MeasureIndex{0}, MeasureIndex{0}, {}, {}, false, false}}));
}

TEST(Continues, IsTheIdOfANoticeAndAnIdentifier) {
    const auto found = [](const std::string& continues) {
        return test::diagnose(
            "remit: 1\ndepartments: [{id: a, name: A}]\nregions: [{id: n, kind: nation, name: N}]\n"
            "notice: {id: q, title: T, issued: 2025-01-15}\nmeasures:\n"
            "  - {number: 1, title: Q, departments: [a], scope: n, continues: '" +
            continues + "'}\n");
    };
    EXPECT_EQ(found("p:1"), "");
    EXPECT_EQ(found("p:a:b"), "");
    for (const auto* const wrong : {"7", "p:", ":7", "p q:7"}) {
        EXPECT_TRUE(found(wrong).starts_with("plan.yaml:6:66: error: measure 1 continues '" +
                                             std::string(wrong) +
                                             "', which is not the id of a notice and a number or "
                                             "code [wrong-value]\n"))
            << found(wrong);
    }
    EXPECT_TRUE(found("q:1").starts_with(
        "plan.yaml:6:66: error: measure 1 continues 'q:1', a measure of its own notice "
        "[continues-itself]\n"))
        << found("q:1");
}

}  // namespace
}  // namespace remit
