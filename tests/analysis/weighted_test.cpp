// What weights of links change: counting, the projection, modularity and specialization, each by
// hand, and beside a calculation on whole matrices that shares nothing with them.
#include "../../src/analysis/whole_weights.hpp"
#include "support/programmes.hpp"

#include <remit/analysis/communities.hpp>
#include <remit/analysis/grouped_load.hpp>
#include <remit/analysis/metrics.hpp>
#include <remit/analysis/shared_parts.hpp>
#include <remit/analysis/specialization.hpp>
#include <remit/analysis/workload.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace remit {
namespace {

constexpr MeasureIndex A{0}, B{1}, C{2};
constexpr DepartmentIndex x{0}, y{1}, z{2};

using Matrix = std::vector<std::vector<double>>;

TEST(WeightedCounting, DividesAMeasureByItsWeights) {
    const ResponsibilityGraph graph(3, 3, {{A, x}, {A, y}, {B, x}, {B, y}, {B, z}});
    const auto result = workload(graph, 0, LinkWeights(graph, {3.0, 1.0, 0.0, 0.0, 0.0}));

    const auto loads = loads_by(Credit::weighted, result);
    EXPECT_DOUBLE_EQ(loads[0], 3.0 / 4.0 + 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(loads[1], 1.0 / 4.0 + 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(loads[2], 1.0 / 3.0);
    EXPECT_EQ(result.departments[0].weight, 3.0);
    EXPECT_EQ(result.departments[1].weight, 1.0);
    EXPECT_EQ(result.departments[2].weight, 0.0);
    EXPECT_EQ(result.weighted, 1U);
    EXPECT_EQ(result.departments[0].fractional, 5.0 / 6.0);
}

TEST(WeightedCounting, IsFractionalWithoutWeights) {
    const auto graph = test::third_batch();
    const auto result = workload(graph);

    EXPECT_EQ(loads_by(Credit::weighted, result), loads_by(Credit::fractional, result));
    EXPECT_EQ(result.departments[0].weighted, std::nullopt);
    EXPECT_EQ(result.weighted, 0U);
}

TEST(WeightedProjection, SumsProductsOfParts) {
    const ResponsibilityGraph graph(3, 3, {{A, x}, {A, y}, {B, x}, {B, y}, {B, z}, {C, x}});
    const auto pairs = coresponsibility(graph);

    const auto parts = shared_parts(graph, pairs, LinkWeights(graph, {3.0, 1.0, 0, 0, 0, 5.0}));

    ASSERT_EQ(parts.size(), 3U);
    EXPECT_DOUBLE_EQ(parts[0], 3.0 / 16.0 + 1.0 / 9.0);
    EXPECT_DOUBLE_EQ(parts[1], 1.0 / 9.0);
    EXPECT_DOUBLE_EQ(parts[2], 1.0 / 9.0);
    const auto equal = shared_parts(graph, pairs, {});
    EXPECT_DOUBLE_EQ(equal[0], 1.0 / 4.0 + 1.0 / 9.0);
}

TEST(WeightedModularity, IsOfTheWeights) {
    // A{x}, B{y}, weights 3 and 1: 1 - (3*3 + 1*1) / 16.
    const ResponsibilityGraph apart(2, 2, {{A, x}, {B, y}});
    EXPECT_DOUBLE_EQ(bipartite_modularity(apart, {{0, 1}, {0, 1}}, LinkWeights(apart, {3.0, 1.0})),
                     0.375);

    // A{x, y}, B{x, y}: evenly there is one module; 9 and 1 crosswise pull x to A and y to B.
    const ResponsibilityGraph square(2, 2, {{A, x}, {A, y}, {B, x}, {B, y}});
    EXPECT_EQ(communities(square).count, 1U);
    const auto pulled = communities(square, {}, LinkWeights(square, {9.0, 1.0, 1.0, 9.0}));
    EXPECT_EQ(pulled.modules, (Partition{{0, 1}, {0, 1}}));
    EXPECT_DOUBLE_EQ(pulled.modularity, 18.0 / 20.0 - 2.0 * 100.0 / 400.0);
    EXPECT_TRUE(pulled.exact);
}

TEST(WeightedModularity, OfEqualWeightsIsThatOfTheLinks) {
    const auto graph = test::southern_women();
    const LinkWeights same(graph, std::vector<double>(graph.link_count(), 2.5));

    const auto weighted = communities(graph, {.steps = 0}, same);
    const auto plain = communities(graph, {.steps = 0});

    EXPECT_EQ(weighted.modules, plain.modules);
    EXPECT_NEAR(weighted.modularity, plain.modularity, 1e-14);
}

TEST(WholeWeights, AreTheWeightsInTheirGreatestCommonUnit) {
    const ResponsibilityGraph graph(1, 3, {{A, x}, {A, y}, {A, z}});
    const auto whole = [&](std::vector<double> weights) {
        return whole_weights(LinkWeights(graph, std::move(weights)));
    };

    EXPECT_EQ(whole({1.5, 0.5, 1.0}).of_links, (std::vector<std::uint32_t>{3, 1, 2}));
    EXPECT_EQ(whole({0.07, 0.14, 0.000001}).of_links,
              (std::vector<std::uint32_t>{70'000, 140'000, 1}));
    EXPECT_EQ(whole({6e8, 9e8, 3e8}).of_links, (std::vector<std::uint32_t>{2, 3, 1}));
    EXPECT_EQ(whole({6e8, 9e8, 3e8}).total, 6);
    EXPECT_TRUE(whole({1.5, 0.5, 1.0}).exact);
    const auto rounded = whole({1e9, 1e-6, 1.0 / 3.0});
    EXPECT_FALSE(rounded.exact);
    EXPECT_EQ(rounded.of_links, (std::vector<std::uint32_t>{1U << 29U, 1, 1}));
    EXPECT_TRUE(whole_weights({}).of_links.empty());
}

TEST(WeightedSpecialization, ByHand) {
    // x 3 and 1, y 1 and 3 of A and B.
    const ResponsibilityGraph graph(2, 2, {{A, x}, {A, y}, {B, x}, {B, y}});
    const auto of = [&](double scale) {
        const LinkWeights weights(graph, {3 * scale, 1 * scale, 1 * scale, 3 * scale});
        return std::get<Specialization>(specialization(graph, weights));
    };

    for (const auto scale : {1.0, 10.0, 0.001}) {
        const auto result = of(scale);
        EXPECT_NEAR(result.entropy, 1.255482326, 1e-9);  // 2 (3/8 ln 8/3 + 1/8 ln 8)
        EXPECT_NEAR(result.greatest_entropy, 2.0 * std::log(2.0), 1e-14);
        EXPECT_NEAR(result.least_entropy, std::log(2.0), 1e-14);
        EXPECT_NEAR(result.network.value(), 0.188721876, 1e-9);
        for (const auto* side : {&result.rows, &result.columns}) {
            ASSERT_EQ(side->size(), 2U);
            for (const auto& each : *side) EXPECT_NEAR(each.value(), 0.188721876, 1e-9);
        }
    }
}

TEST(WeightedSpecialization, IsOneWhereEachHasItsOwn) {
    const ResponsibilityGraph graph(3, 3, {{A, x}, {B, y}, {C, z}});
    const auto result =
        std::get<Specialization>(specialization(graph, LinkWeights(graph, {0.2, 7.0, 1.1})));

    EXPECT_NEAR(result.network.value(), 1.0, 1e-12);
    for (const auto& each : result.rows) EXPECT_NEAR(each.value(), 1.0, 1e-12);
}

TEST(WeightedSpecialization, IsZeroWhereAllAreSpreadAlike) {
    const ResponsibilityGraph graph(2, 2, {{A, x}, {A, y}, {B, x}, {B, y}});
    const auto result =
        std::get<Specialization>(specialization(graph, LinkWeights(graph, {0.2, 0.4, 0.3, 0.6})));

    EXPECT_NEAR(result.network.value(), 0.0, 1e-12);
    for (const auto& each : result.rows) EXPECT_NEAR(each.value(), 0.0, 1e-12);
}

TEST(WeightedSpecialization, IsNotDefinedWhereThereIsNoChoice) {
    const ResponsibilityGraph one(2, 1, {{A, x}, {B, x}});
    const auto result = std::get<Specialization>(specialization(one, LinkWeights(one, {1.0, 2.0})));

    EXPECT_EQ(result.network, std::nullopt);
    EXPECT_EQ(result.rows, (std::vector<std::optional<double>>{std::nullopt}));
    EXPECT_EQ(std::get<NotSpecialized>(specialization(one, {})), NotSpecialized::unweighted);
    const ResponsibilityGraph none(2, 1, {});
    EXPECT_EQ(std::get<NotSpecialized>(specialization(none, {})), NotSpecialized::nothing_counted);
}

TEST(WeightedAmounts, AreExactInTheFilesDecimals) {
    const auto dataset = test::programme(
        "departments: [{id: a, name: A}, {id: b, name: B}]\n"
        "notice: {id: n, title: N}\n"
        "fields: [{id: budget, name: Budget, type: number}]\n"
        "measures:\n"
        "  - {number: 1, title: T, departments: [a, b], weights: {a: 0.1, b: 0.2},\n"
        "     fields: {budget: 0.3}}\n"
        "  - {number: 2, title: T, departments: [b, a], fields: {budget: 5}}\n");

    const auto sums = sum_by_department(dataset, {0}, Credit::weighted);

    EXPECT_EQ(sums.departments[0].sum, 2.6);
    EXPECT_EQ(sums.departments[1].sum, 2.7);
    EXPECT_EQ(sums.given, 5.3);
    const auto in_one = [](MeasureIndex, std::size_t) { return std::optional<std::size_t>(0); };
    const auto loads = load_by_group(dataset, 1, in_one, Credit::weighted);
    EXPECT_NEAR(loads[0].total, 1.0 / 3.0 + 0.5, 1e-15);
    EXPECT_NEAR(loads[1].total, 2.0 / 3.0 + 0.5, 1e-15);
}

// On whole matrices, departments by measures.

struct Naive {
    Matrix weights;
    Matrix parts;
    double total = 0.0;
};

Naive matrices(const ResponsibilityGraph& graph, const std::vector<double>& given) {
    Naive result;
    result.weights.assign(graph.department_count(), std::vector<double>(graph.measure_count()));
    std::size_t link = 0;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) {
            const auto weight = given[link++];
            result.weights[d.value][m.value] = weight > 0.0 ? weight : 1.0;
        }
    }
    result.parts = result.weights;
    for (std::size_t m = 0; m < graph.measure_count(); ++m) {
        double sum = 0.0;
        for (const auto& row : result.weights) sum += row[m];
        result.total += sum;
        for (auto& row : result.parts) row[m] /= sum > 0.0 ? sum : 1.0;
    }
    return result;
}

double sum_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

double column_sum(const Matrix& matrix, std::size_t column) {
    double sum = 0.0;
    for (const auto& row : matrix) sum += row[column];
    return sum;
}

/// By the definition, cell by cell: sum of (w - k d / W) / W over cells of one module.
double modularity(const Naive& naive, const Partition& partition) {
    double sum = 0.0;
    for (std::size_t d = 0; d < naive.weights.size(); ++d) {
        for (std::size_t m = 0; m < naive.weights[d].size(); ++m) {
            if (partition.departments[d] != partition.measures[m]) continue;
            const auto expected =
                sum_of(naive.weights[d]) * column_sum(naive.weights, m) / naive.total;
            sum += (naive.weights[d][m] - expected) / naive.total;
        }
    }
    return sum;
}

/// The highest modularity of all partitions of the departments, each measure where it adds most.
double highest_modularity(const Naive& naive) {
    const auto departments = naive.weights.size();
    std::vector<std::size_t> labels(departments);
    double best = 0.0;
    const auto score = [&](std::size_t modules) {
        double sum = 0.0;
        for (std::size_t m = 0; m < naive.weights.front().size(); ++m) {
            const auto size = column_sum(naive.weights, m);
            double most = 0.0;
            for (std::size_t c = 0; c < modules; ++c) {
                double inside = 0.0;
                double strength = 0.0;
                for (std::size_t d = 0; d < departments; ++d) {
                    if (labels[d] != c) continue;
                    inside += naive.weights[d][m];
                    strength += sum_of(naive.weights[d]);
                }
                most = std::max(most, (inside - strength * size / naive.total) / naive.total);
            }
            sum += most;
        }
        best = std::max(best, sum);
    };
    const auto try_all = [&](auto& self, std::size_t d, std::size_t modules) -> void {
        if (d == departments) return score(modules);
        for (std::size_t c = 0; c <= modules; ++c) {
            labels[d] = c;
            self(self, d + 1, std::max(modules, c + 1));
        }
    };
    try_all(try_all, 0, 0);
    return best;
}

double entropy_of(const std::vector<double>& shares) {
    double sum = 0.0;
    for (const auto p : shares) sum -= p > 0.0 ? p * std::log(p) : 0.0;
    return sum;
}

/// The greatest row sum takes what it can from the greatest column sum, by looking at all.
double greedy_entropy(std::vector<double> rows, std::vector<double> columns, double total) {
    std::vector<double> shares;
    for (;;) {
        const auto row = std::max_element(rows.begin(), rows.end());
        const auto column = std::max_element(columns.begin(), columns.end());
        const auto taken = std::min(*row, *column);
        if (taken < 1e-9) return entropy_of(shares);
        shares.push_back(taken / total);
        *row -= taken;
        *column -= taken;
    }
}

std::vector<double> random_weights(const ResponsibilityGraph& graph, unsigned seed) {
    std::mt19937 random(seed);
    const double unit = seed % 3 == 0 ? 1.0 : 0.01;
    std::vector<double> weights;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const bool gives = seed % 2 == 0 || random() % 3 > 0;
        for (std::size_t i = 0; i < graph.departments(m).size(); ++i) {
            weights.push_back(gives ? unit * static_cast<double>(1 + random() % 400) : 0.0);
        }
    }
    return weights;
}

class OnRandomGraphs : public testing::TestWithParam<unsigned> {};

TEST_P(OnRandomGraphs, WeightsGiveWhatWholeMatricesGive) {
    const auto graph = test::random_graph(GetParam());
    const auto given = random_weights(graph, GetParam());
    const LinkWeights weights(graph, given);
    if (weights.empty()) return;
    const auto naive = matrices(graph, given);
    const auto departments = graph.department_count();

    const auto loads = loads_by(Credit::weighted, workload(graph, 0, weights));
    for (std::size_t d = 0; d < departments; ++d) {
        EXPECT_NEAR(loads[d], sum_of(naive.parts[d]), 1e-12);
    }

    const auto pairs = coresponsibility(graph);
    const auto parts = shared_parts(graph, pairs, weights);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto& a = naive.parts[pairs[i].a.value];
        const auto& b = naive.parts[pairs[i].b.value];
        EXPECT_NEAR(parts[i], std::inner_product(a.begin(), a.end(), b.begin(), 0.0), 1e-12);
    }

    const auto found = communities(graph, {}, weights);
    EXPECT_NEAR(found.modularity, modularity(naive, found.modules), 1e-12);
    EXPECT_TRUE(found.exact);
    EXPECT_NEAR(found.modularity, highest_modularity(naive), 1e-12);

    const auto special = std::get<Specialization>(specialization(graph, weights));
    std::vector<double> cells;
    std::vector<double> rows;
    std::vector<double> columns;
    for (const auto& row : naive.weights) {
        for (const auto weight : row) cells.push_back(weight / naive.total);
        rows.push_back(sum_of(row));
    }
    for (std::size_t m = 0; m < graph.measure_count(); ++m) {
        columns.push_back(column_sum(naive.weights, m));
    }
    EXPECT_NEAR(special.entropy, entropy_of(cells), 1e-12);
    double mutual = 0.0;  // what the independent matrix is above it
    for (std::size_t d = 0; d < departments; ++d) {
        double divergence = 0.0;
        for (std::size_t m = 0; m < columns.size(); ++m) {
            const auto p = naive.weights[d][m] / naive.total;
            if (p == 0.0) continue;
            mutual += p * std::log(p * naive.total * naive.total / rows[d] / columns[m]);
            const auto own = naive.weights[d][m] / rows[d];
            divergence += own * std::log(own / (columns[m] / naive.total));
        }
        const auto most = rows[d] > 0.0 ? std::log(naive.total / rows[d]) : 0.0;
        ASSERT_EQ(special.rows[d].has_value(), most > 1e-12);
        if (most <= 1e-12) continue;
        EXPECT_NEAR(*special.rows[d], divergence / most, 1e-9);
    }
    EXPECT_NEAR(special.greatest_entropy, special.entropy + mutual, 1e-12);
    EXPECT_NEAR(special.least_entropy,
                std::min(special.entropy, greedy_entropy(rows, columns, naive.total)), 1e-9);
    if (special.network) {
        EXPECT_GE(*special.network, -1e-12);
        EXPECT_LE(*special.network, 1.0 + 1e-12);
    }
}

INSTANTIATE_TEST_SUITE_P(Weighted, OnRandomGraphs, testing::Range(0U, 300U));

TEST(WeightedMetrics, ShowTheirArithmetic) {
    const auto dataset = test::programme(
        "departments: [{id: a, name: A}, {id: b, name: B}]\n"
        "notice: {id: n, title: N}\n"
        "measures:\n"
        "  - {number: 1, title: T, departments: [a, b], weights: {a: 3, b: 1}}\n"
        "  - {number: 2, title: T, departments: [b, a], weights: {a: 1, b: 3}}\n"
        "  - {number: 3, title: T, departments: [b, a]}\n");
    const auto graph = responsibility_graph(dataset);
    const auto text = [&](const char* id) {
        return find_metric(id)->worked(dataset, graph, {x, y, Language::en}).text;
    };

    EXPECT_EQ(text("weighted"), "3/4 + 1/4 + 1/2 = 1.5");
    EXPECT_EQ(text("parts"), "0.75*0.25 + 0.25*0.75 + 0.5*0.5 = 0.625");
    EXPECT_EQ(text("modularity"), "0.2 in 2 modules, proved the highest, of the matrix of weights");
    EXPECT_EQ(text("d_prime"), "0.150978");
    EXPECT_EQ(text("specialization"),
              "(1.74807 - 1.64342) / (1.74807 - 1.19355) = 0.188722, of the matrix of weights");
}

}  // namespace
}  // namespace remit
