#include "support/programmes.hpp"

#include <remit/analysis/components.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

TEST(Components, ComeInTheOrderOfTheirFirstVertex) {
    // 0 {1}, 1 {0}, department 2 alone; region 0 with measure 0
    const ResponsibilityGraph graph(2, 3, {{{0}, {1}}, {{1}, {0}}}, 1, {{{0}, {0}}});

    EXPECT_EQ(components(graph),
              (std::vector<Component>{{{{0}}, {{1}}, {{0}}}, {{{1}}, {{0}}, {}}, {{}, {{2}}, {}}}));
    EXPECT_TRUE(components(ResponsibilityGraph(0, 0, {})).empty());
}

TEST(Components, OfTheThirdBatchAreTwo) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto parts = components(responsibility_graph(dataset));

    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].measures.size(), 15U);
    EXPECT_EQ(parts[0].departments.size(), 12U);
    EXPECT_EQ(parts[1], (Component{{{11}}, {test::department(dataset, "gacc")}, {}}));
    // With regions the nation joins everything.
    EXPECT_EQ(components(responsibility_graph(dataset, Regions::with)).size(), 1U);
}

}  // namespace
}  // namespace remit
