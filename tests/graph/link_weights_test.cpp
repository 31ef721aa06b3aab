#include <remit/graph/link_weights.hpp>

#include "support/programmes.hpp"

#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace remit {
namespace {

constexpr MeasureIndex A{0}, B{1}, C{2};
constexpr DepartmentIndex x{0}, y{1}, z{2};

/// A{y, x}, B{x, y, z}, C{}
const ResponsibilityGraph graph(3, 3, {{A, y}, {A, x}, {B, x}, {B, y}, {B, z}});

std::vector<double> of(const LinkWeights& weights, MeasureIndex measure) {
    const auto all = weights.of(measure);
    return {all.begin(), all.end()};
}

TEST(LinkWeights, AreOneEachInPrintedOrder) {
    const LinkWeights weights(graph, {1.0, 3.0, 0.0, 0.0, 0.0});

    EXPECT_FALSE(weights.empty());
    EXPECT_EQ(weights.measure_count(), 1U);
    EXPECT_TRUE(weights.gives(A));
    EXPECT_FALSE(weights.gives(B));
    EXPECT_FALSE(weights.gives(C));
    EXPECT_EQ(of(weights, A), (std::vector{1.0, 3.0}));
    EXPECT_EQ(of(weights, B), (std::vector{1.0, 1.0, 1.0}));
    EXPECT_TRUE(weights.of(C).empty());
    EXPECT_EQ(weights.part(A, 1, 2), 0.75);
    EXPECT_EQ(weights.part(B, 2, 3), 1.0 / 3.0);
}

TEST(LinkWeights, HaveASum) {
    constexpr auto most = std::numeric_limits<double>::max();
    EXPECT_THROW(LinkWeights(graph, {most, most, 0.0, 0.0, 0.0}), Error);
}

TEST(LinkWeights, AreNoneIfAllAreZero) {
    const LinkWeights weights(graph, std::vector<double>(5));

    EXPECT_TRUE(weights.empty());
    EXPECT_FALSE(weights.gives(A));
    EXPECT_EQ(weights.part(A, 0, 2), 0.5);
    EXPECT_TRUE(LinkWeights(ResponsibilityGraph(0, 0, {}), {}).empty());
}

std::string refused(const std::vector<double>& weights) {
    try {
        (void)LinkWeights(graph, weights);
    } catch (const Error& error) {
        return error.what();
    }
    return "taken";
}

TEST(LinkWeights, RefuseWhatIsNoWeightOfEachLink) {
    EXPECT_EQ(refused({1.0}), "a graph of 5 links has not 1 weights");
    EXPECT_EQ(refused({1.0, -3.0, 0.0, 0.0, 0.0}), "a weight is not a number from 0");
    EXPECT_EQ(refused({1.0, std::numeric_limits<double>::infinity(), 0.0, 0.0, 0.0}),
              "a weight is not a number from 0");
    EXPECT_EQ(refused({1.0, 1.0, 2.0, 0.0, 1.0}),
              "measure 1 gives some departments a weight and others none");
}

TEST(LinkWeights, OfAProgramme) {
    const auto dataset = test::programme(
        "departments: [{id: a, name: A}, {id: b, name: B}]\n"
        "notice: {id: n, title: N}\n"
        "measures:\n"
        "  - {number: 1, title: T, departments: [a, b]}\n"
        "  - {number: 2, title: T, departments: [b, a], weights: {a: 2, b: 0.5}}\n");

    const auto weights = link_weights(dataset);

    EXPECT_EQ(of(weights, A), (std::vector{1.0, 1.0}));
    EXPECT_EQ(of(weights, B), (std::vector{0.5, 2.0}));
    EXPECT_EQ(weights.measure_count(), 1U);
    EXPECT_TRUE(link_weights(test::shipped("2020-third-batch.yaml")).empty());
}

}  // namespace
}  // namespace remit
