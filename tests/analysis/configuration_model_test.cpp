#include "support/matrix.hpp"
#include "support/programmes.hpp"

#include <remit/analysis/configuration_model.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace remit {
namespace {

using test::from_rows;

void expect_near(const std::vector<double>& actual, const std::vector<double>& expected,
                 double tolerance) {
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(actual[i], expected[i], tolerance) << i;
    }
}

/// Fails unless the model gives each department and measure its degree.
void expect_degrees(const ResponsibilityGraph& graph, const ConfigurationModel& model) {
    EXPECT_TRUE(model.converged);
    EXPECT_LE(model.residual, 1e-8);
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        double sum = 0.0;
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            EXPECT_GE(model.probability(d, m), 0.0);
            EXPECT_LE(model.probability(d, m), 1.0);
            sum += model.probability(d, m);
        }
        EXPECT_NEAR(sum, static_cast<double>(graph.measures(d).size()), 1e-8);
    }
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        double sum = 0.0;
        for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
            sum += model.probability(d, m);
        }
        EXPECT_NEAR(sum, static_cast<double>(graph.departments(m).size()), 1e-8);
    }
}

// A{x, y}, B{x}, C{y}
TEST(ConfigurationModel, SettlesFullMeasuresAndFitsTheRest) {
    const auto model = configuration_model(from_rows({"110", "101"}));

    EXPECT_TRUE(model.converged);
    expect_near(model.probabilities, {1.0, 0.5, 0.5, 1.0, 0.5, 0.5}, 1e-14);
}

// R backbone 2.1.3, bicm(), and scipy 1.10.1.
TEST(ConfigurationModel, AgreesWithBackbone) {
    const auto model = configuration_model(from_rows({"1011", "0100", "1001"}));

    expect_near(model.probabilities,
                {0.89716704, 0.60283296, 0.60283296, 0.89716704, 0.39716704, 0.10283296, 0.10283296,
                 0.39716704, 0.70566592, 0.29433408, 0.29433408, 0.70566592},
                5e-9);
}

// The same peers.
TEST(ConfigurationModel, AgreesWithBackboneOnTheThirdBatchAndTheSouthernWomen) {
    const auto batch = test::third_batch();
    const auto women = test::southern_women();

    const auto of_batch = configuration_model(batch);
    const auto of_women = configuration_model(women);

    expect_degrees(batch, of_batch);
    expect_degrees(women, of_women);
    EXPECT_NEAR(*std::max_element(of_batch.probabilities.begin(), of_batch.probabilities.end()),
                0.81307007, 5e-9);
    EXPECT_NEAR(*std::min_element(of_batch.probabilities.begin(), of_batch.probabilities.end()),
                0.0162267, 5e-9);
    EXPECT_NEAR(of_women.probability({0}, {0}), 0.342329, 5e-7);
    EXPECT_NEAR(of_women.probability({0}, {7}), 0.933382, 5e-7);
    EXPECT_NEAR(of_women.probability({17}, {3}), 0.056151, 5e-7);
}

// Only one graph has the degrees of a nested one.
TEST(ConfigurationModel, IsTheGraphItselfWhereNothingCanVary) {
    const auto model = configuration_model(from_rows({"1111", "1110", "1000", "0000"}));

    EXPECT_TRUE(model.converged);
    EXPECT_EQ(model.residual, 0.0);
    EXPECT_EQ(model.probabilities,
              (std::vector<double>{1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0}));
}

// No line is full or empty, but the first two departments must have the first two measures, and the
// others cannot have the last two.
TEST(ConfigurationModel, SettlesLinksThatNoDegreeShowsAlone) {
    const auto graph = from_rows({"1110", "1101", "1000", "0100"});

    const auto model = configuration_model(graph);

    expect_degrees(graph, model);
    expect_near(model.probabilities, {1, 1, .5, .5, 1, 1, .5, .5, .5, .5, 0, 0, .5, .5, 0, 0},
                1e-14);
}

TEST(ConfigurationModel, OfNothingIsNothing) {
    for (const auto& graph : {ResponsibilityGraph(0, 0, {}), ResponsibilityGraph(0, 3, {}),
                              ResponsibilityGraph(3, 0, {}), from_rows({"000", "000"})}) {
        const auto model = configuration_model(graph);

        EXPECT_TRUE(model.converged);
        EXPECT_EQ(model.probabilities,
                  std::vector<double>(graph.department_count() * graph.measure_count()));
    }
}

TEST(ConfigurationModel, SaysSoWhenItDoesNotConverge) {
    const auto model = configuration_model(test::third_batch(), 1);

    EXPECT_FALSE(model.converged);
    EXPECT_GT(model.residual, 1e-6);
}

// Degrees of departments from 1 to 78 of 90.
TEST(ConfigurationModel, FitsLargeUnevenGraphs) {
    std::vector<std::string> rows;
    for (std::size_t d = 0; d < 60; ++d) {
        std::string row(90, '0');
        for (std::size_t i = 0; i < 1 + d * d / 45; ++i) row[(d * 7 + i) % 90] = '1';
        rows.push_back(row);
    }
    const auto graph = from_rows(rows);

    expect_degrees(graph, configuration_model(graph));
}

class RandomConfigurationModel : public testing::TestWithParam<unsigned> {};

TEST_P(RandomConfigurationModel, ExpectsTheObservedDegrees) {
    const auto graph = test::random_graph(GetParam());

    expect_degrees(graph, configuration_model(graph));
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomConfigurationModel, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
