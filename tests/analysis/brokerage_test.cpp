#include "support/programmes.hpp"

#include <remit/analysis/brokerage.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace remit {
namespace {

using Value = std::optional<double>;

void expect_near(Value actual, Value expected, const std::string& what) {
    ASSERT_EQ(actual.has_value(), expected.has_value()) << what;
    EXPECT_NEAR(actual.value_or(0.0), expected.value_or(0.0), 1e-12) << what;
}

struct Expected {
    const char* department;
    Value redundancy;
    Value constraint;
    Value constraint_unweighted;
    Value effective_size;
};

/// Computed with networkx 2.8.8 and igraph 0.10.2. Redundancy of fewer than two neighbors is
/// undefined: networkx raises an error there.
TEST(Brokerage, OfTheThirdBatch) {
    const std::vector<Expected> expected{
        {"cbirc", 0.8666666666666667, 0.6896251768979562, 0.553515625, 1.0},
        {"pbc", 0.8, 0.6281878865944801, 0.4961750000000001, 2.2},
        {"most", 0.4166666666666667, 0.5393707632077596, 0.45717500000000005, 2.2},
        {"mof", 0.4666666666666667, 0.4779391327536931, 0.37865234375, 4.75},
        {"ndrc", 0.4666666666666667, 0.46706734379868536, 0.36341796875, 4.75},
        {"cnipa", 0.0, 0.33638888888888885, 0.29410156249999997, 3.5},
        {"sasac", std::nullopt, 0.7473206738316629, 0.67640625, 1.0},
        {"gacc", std::nullopt, std::nullopt, std::nullopt, std::nullopt},
        {"spc", std::nullopt, 1.0, 1.0, 1.0},
        {"moj", std::nullopt, 1.0, 1.0, 1.0},
        {"moe", std::nullopt, 0.5889668367346937, 0.611328125, 1.0},
        {"miit", std::nullopt, 0.5889668367346937, 0.611328125, 1.0},
        {"mohrss", std::nullopt, 0.5889668367346937, 0.611328125, 1.0},
    };
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto result = brokerage(responsibility_graph(dataset));

    for (const auto& each : expected) {
        const auto d = test::department(dataset, each.department).value;
        const auto& holes = result.among_departments[d];
        expect_near(result.departments[d].redundancy, each.redundancy, each.department);
        expect_near(holes.constraint, each.constraint, each.department);
        expect_near(holes.constraint_unweighted, each.constraint_unweighted, each.department);
        expect_near(holes.effective_size, each.effective_size, each.department);
        EXPECT_EQ(result.departments[d].articulation_point,
                  std::string(each.department) == "cnipa");
    }
    const std::vector<Value> redundancy{1.0,
                                        1.0,
                                        1.0,
                                        1.0,
                                        0.3333333333333333,
                                        1.0,
                                        1.0,
                                        1.0,
                                        1.0,
                                        0.3333333333333333,
                                        0.3333333333333333,
                                        std::nullopt,
                                        1.0,
                                        0.0,
                                        0.0,
                                        0.1};
    std::vector<std::uint32_t> cut;
    for (std::size_t m = 0; m < redundancy.size(); ++m) {
        expect_near(result.measures[m].redundancy, redundancy[m], std::to_string(m + 1));
        if (result.measures[m].articulation_point) {
            cut.push_back(dataset.measures()[m].number);
        }
    }
    EXPECT_EQ(cut, (std::vector<std::uint32_t>{10, 11, 14, 15, 16}));
    EXPECT_EQ(result.components, 2U);
    EXPECT_EQ(result.bridges.size(), 10U);
}

TEST(Brokerage, OfAPath) {
    // A{x, y}, B{y, z}
    const ResponsibilityGraph graph(2, 3, {{{0}, {0}}, {{0}, {1}}, {{1}, {1}}, {{1}, {2}}});
    const auto result = brokerage(graph);

    EXPECT_EQ(result.departments,
              (std::vector<Brokerage>{{std::nullopt, false}, {0.0, true}, {std::nullopt, false}}));
    EXPECT_EQ(result.measures, (std::vector<Brokerage>{{0.0, true}, {0.0, true}}));
    EXPECT_EQ(result.bridges.size(), 4U);
    EXPECT_EQ(result.among_departments[1], (StructuralHoles{0.5, 0.5, 2.0}));
    EXPECT_EQ(result.among_departments[0], (StructuralHoles{1.0, 1.0, 1.0}));
    EXPECT_EQ(result.components, 1U);
}

TEST(Brokerage, OfASquareHasNoCut) {
    const ResponsibilityGraph graph(2, 2, {{{0}, {0}}, {{0}, {1}}, {{1}, {0}}, {{1}, {1}}});
    const auto result = brokerage(graph);

    EXPECT_EQ(result.departments, (std::vector<Brokerage>(2, {1.0, false})));
    EXPECT_TRUE(result.bridges.empty());
}

/// The components of a graph without one of its links, or of its vertices.
std::size_t components_without(const ResponsibilityGraph& graph, std::size_t link) {
    std::vector<Link> links;
    std::size_t at = 0;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) {
            if (at++ != link) links.push_back({m, d});
        }
    }
    return brokerage(ResponsibilityGraph(graph.measure_count(), graph.department_count(), links))
        .components;
}

TEST(Brokerage, BridgesAreTheLinksThatHoldAComponentTogether) {
    for (unsigned seed = 0; seed < 100; ++seed) {
        const auto graph = test::random_graph(seed);
        const auto result = brokerage(graph);
        std::size_t bridges = 0;
        for (std::size_t link = 0; link < graph.link_count(); ++link) {
            bridges += components_without(graph, link) > result.components ? 1U : 0U;
        }
        EXPECT_EQ(result.bridges.size(), bridges) << seed;
    }
}

}  // namespace
}  // namespace remit
