// Every graph of a few departments and measures, with its probability under each null model: what
// the tails, the draws and the tests of figures must agree with.
#include "support/matrix.hpp"
#include "support/programmes.hpp"

#include <remit/analysis/backbone.hpp>
#include <remit/analysis/configuration_model.hpp>
#include <remit/analysis/metrics.hpp>
#include <remit/analysis/random_graphs.hpp>
#include <remit/analysis/significance.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace remit {
namespace {

constexpr std::array models{NullModel::hypergeometric, NullModel::sdsm, NullModel::fdsm,
                            NullModel::fixed_fill};

/// A graph of three departments and four measures: bit 4 d + m.
using Bits = std::uint32_t;
constexpr std::uint32_t rows = 3;
constexpr std::uint32_t columns = 4;
constexpr Bits graphs = 1U << (rows * columns);

bool has(Bits bits, std::uint32_t d, std::uint32_t m) {
    return (bits >> (columns * d + m) & 1U) != 0;
}

std::vector<std::string> matrix(Bits bits) {
    std::vector<std::string> result(rows);
    for (std::uint32_t d = 0; d < rows; ++d) {
        for (std::uint32_t m = 0; m < columns; ++m) result[d] += has(bits, d, m) ? '1' : '0';
    }
    return result;
}

Bits bits_of(const ResponsibilityGraph& graph) {
    Bits result = 0;
    for (DepartmentIndex d; d.value < rows; ++d.value) {
        for (const auto m : graph.measures(d)) result |= 1U << (columns * d.value + m.value);
    }
    return result;
}

std::size_t shared(Bits bits, std::uint32_t a, std::uint32_t b) {
    constexpr auto row = (1U << columns) - 1U;
    return static_cast<std::size_t>(
        std::popcount(bits >> (columns * a) & bits >> (columns * b) & row));
}

/// The links of each department, then of each measure.
std::vector<int> degrees(Bits bits, bool of_measures) {
    std::vector<int> result(rows + (of_measures ? columns : 0));
    for (std::uint32_t d = 0; d < rows; ++d) {
        for (std::uint32_t m = 0; m < columns; ++m) {
            if (!has(bits, d, m)) continue;
            ++result[d];
            if (of_measures) ++result[rows + m];
        }
    }
    return result;
}

/// [bits]: how likely a graph is, where `observed` gives the numbers that the model keeps.
std::vector<double> probabilities(NullModel model, Bits observed) {
    std::vector<double> result(graphs);
    const auto fitted = configuration_model(test::from_rows(matrix(observed)));
    double sum = 0.0;
    for (Bits bits = 0; bits < graphs; ++bits) {
        double weight = 0.0;
        switch (model) {
            case NullModel::hypergeometric:
                weight = degrees(bits, false) == degrees(observed, false) ? 1.0 : 0.0;
                break;
            case NullModel::fdsm:
                weight = degrees(bits, true) == degrees(observed, true) ? 1.0 : 0.0;
                break;
            case NullModel::fixed_fill:
                weight = std::popcount(bits) == std::popcount(observed) ? 1.0 : 0.0;
                break;
            case NullModel::sdsm:
                weight = 1.0;
                for (std::uint32_t d = 0; d < rows; ++d) {
                    for (std::uint32_t m = 0; m < columns; ++m) {
                        const auto p = fitted.probability({d}, {m});
                        weight *= has(bits, d, m) ? p : 1.0 - p;
                    }
                }
        }
        result[bits] = weight;
        sum += weight;
    }
    for (auto& each : result) each /= sum;
    return result;
}

Bits graph_of(unsigned seed) {
    return std::mt19937(seed)() % graphs;
}

class EveryGraph : public testing::TestWithParam<unsigned> {};

TEST_P(EveryGraph, GivesTheTailsOfPairs) {
    const auto observed = graph_of(GetParam());
    const auto graph = test::from_rows(matrix(observed));
    for (const auto model : models) {
        const auto chance = probabilities(model, observed);
        for (const auto tail : {Tail::more, Tail::fewer}) {
            const auto result = backbone(graph, {.model = model, .tail = tail});
            EXPECT_EQ(result.tail, tail);
            for (const auto& pair : result.pairs) {
                const auto shares = shared(observed, pair.a.value, pair.b.value);
                double p = 0.0;
                for (Bits bits = 0; bits < graphs; ++bits) {
                    const auto drawn = shared(bits, pair.a.value, pair.b.value);
                    if (tail == Tail::more ? drawn >= shares : drawn <= shares) p += chance[bits];
                }
                EXPECT_EQ(pair.shared, shares);
                EXPECT_NEAR(pair.p, p, 1e-9) << static_cast<int>(model);
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, EveryGraph, testing::Range(0U, 300U));

class DrawnGraphs : public testing::TestWithParam<unsigned> {};

TEST_P(DrawnGraphs, AreAsOftenThereAsTheyAreLikely) {
    const auto observed = graph_of(GetParam());
    constexpr std::size_t draws = 4000;
    for (const auto model : models) {
        const auto chance = probabilities(model, observed);
        const auto draw = random_graphs(test::from_rows(matrix(observed)), model, 1);
        std::map<Bits, std::size_t> drawn;
        for (std::size_t i = 0; i < draws; ++i) ++drawn[bits_of(draw())];
        for (Bits bits = 0; bits < graphs; ++bits) {
            const auto expected = chance[bits] * draws;
            const auto found = drawn.contains(bits) ? static_cast<double>(drawn.at(bits)) : 0.0;
            // Six standard deviations, as there are thousands; one at least of the rare.
            EXPECT_NEAR(found, expected, 6.0 * std::sqrt(expected) + (expected > 1e-9 ? 3.0 : 0.0))
                << static_cast<int>(model) << ' ' << bits;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, DrawnGraphs, testing::Range(0U, 12U));

TEST(RandomGraphs, AreTheSameForASeedAndOthersForAnother) {
    const auto graph = test::from_rows({"110010", "011000", "000111", "101000"});
    for (const auto model : models) {
        const auto sequence = [&](std::uint64_t seed) {
            const auto draw = random_graphs(graph, model, seed);
            std::vector<std::vector<std::uint32_t>> result;
            for (int i = 0; i < 5; ++i) {
                const auto drawn = draw();
                result.emplace_back();
                for (MeasureIndex m; m.value < drawn.measure_count(); ++m.value) {
                    for (const auto d : drawn.departments(m)) result.back().push_back(d.value);
                }
            }
            return result;
        };
        EXPECT_EQ(sequence(1), sequence(1));
        EXPECT_NE(sequence(1), sequence(2));
    }
}

TEST(RandomGraphs, OfNothingAreNothing) {
    for (const auto model : models) {
        for (const auto& graph : {ResponsibilityGraph(0, 0, {}), ResponsibilityGraph(2, 0, {}),
                                  ResponsibilityGraph(0, 2, {}), ResponsibilityGraph(1, 1, {})}) {
            const auto drawn = random_graphs(graph, model, 1)();
            EXPECT_EQ(drawn.link_count(), 0U);
            EXPECT_EQ(drawn.measure_count(), graph.measure_count());
            EXPECT_EQ(drawn.department_count(), graph.department_count());
        }
    }
}

/// A programme with these links.
Dataset programme(Bits bits) {
    std::string text =
        "departments: [{id: a, name: {en: A}}, {id: b, name: {en: B}}, "
        "{id: c, name: {en: C}}]\n"
        "notice: {id: n, title: {en: N}, issued: 2020-01-01}\nmeasures:\n";
    for (std::uint32_t m = 0; m < columns; ++m) {
        text += "  - {number: " + std::to_string(m + 1) + ", title: {en: T}, departments: [";
        std::string names;
        for (std::uint32_t d = 0; d < rows; ++d) {
            if (has(bits, d, m)) names += (names.empty() ? "" : ", ") + std::string(1, "abc"[d]);
        }
        text += names + "]}\n";
    }
    return test::programme(text);
}

const Significance& find(const std::vector<Significance>& all, std::string_view metric) {
    return *std::find_if(all.begin(), all.end(),
                         [&](const Significance& each) { return each.metric == metric; });
}

// a has measures 1, 2 and 3, b 1 and 2, c 1 and 4.
TEST(SignificanceOfFigures, AgreesWithEveryGraph) {
    const Bits observed = 0b1001'0011'0111;
    const auto dataset = programme(observed);
    for (const auto model : models) {
        const auto chance = probabilities(model, observed);
        const auto result = significance(dataset, {.model = model, .draws = 2000});
        for (const auto* id : {"nodf", "reinforcement", "global_closure", "robustness"}) {
            SCOPED_TRACE(id);
            const auto value = [&](Bits bits) {
                return find_metric(id)->worked(dataset, test::from_rows(matrix(bits)), {}).value;
            };
            const auto wanted = value(observed);
            double defined = 0.0;
            double mean = 0.0;
            double square = 0.0;
            double higher = 0.0;
            double lower = 0.0;
            for (Bits bits = 0; bits < graphs; ++bits) {
                if (chance[bits] == 0.0) continue;
                const auto drawn = value(bits);
                if (!drawn) continue;
                defined += chance[bits];
                mean += chance[bits] * *drawn;
                square += chance[bits] * *drawn * *drawn;
                if (*drawn >= *wanted - 1e-9) higher += chance[bits];
                if (*drawn <= *wanted + 1e-9) lower += chance[bits];
            }
            mean /= defined;
            const auto deviation = std::sqrt(std::max(0.0, square / defined - mean * mean));
            const auto& found = find(result, id);
            EXPECT_EQ(found.observed, wanted);
            EXPECT_NEAR(found.mean, mean, 5.0 * deviation / std::sqrt(2000.0) + 1e-9);
            EXPECT_NEAR(found.deviation, deviation, 0.1 * deviation + 1e-6);
            EXPECT_NEAR(*found.p_higher, higher / defined, 0.06);
            EXPECT_NEAR(*found.p_lower, lower / defined, 0.06);
        }
    }
}

// R vegan 2.6-4, 2000 draws each: oecosimu(m, nestednodf, "curveball", thin = 200), "r0", "r00".
TEST(SignificanceOfFigures, AgreesWithVeganOnTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    struct Nested {
        NullModel model;
        double mean;
        double deviation;
    };
    for (const auto& wanted : {Nested{NullModel::fdsm, 25.36151, 1.618474},
                               Nested{NullModel::hypergeometric, 29.44457, 3.399132},
                               Nested{NullModel::fixed_fill, 21.45627, 3.011582}}) {
        const auto nested =
            find(significance(dataset, {.model = wanted.model, .draws = 2000}), "nodf");
        EXPECT_NEAR(*nested.observed, 20.49663, 5e-6);
        EXPECT_NEAR(nested.mean, wanted.mean, 5.0 * wanted.deviation * std::sqrt(2.0 / 2000.0));
        EXPECT_NEAR(nested.deviation, wanted.deviation, 0.1 * wanted.deviation);
        if (wanted.model == NullModel::fdsm) {
            EXPECT_NEAR(*nested.z, -3.005843, 0.2);
        }
    }
}

// The only graph of its degrees: a has both measures, b the first; nobody names c, which is none of
// the departments.
TEST(SignificanceOfFigures, SaysNothingOfWhatIsFixed) {
    const auto dataset = programme(0b0000'0001'0011);
    const auto result = significance(dataset, {.draws = 10});
    const auto& nested = find(result, "nodf");
    EXPECT_EQ(nested.draws, 10U);
    EXPECT_NEAR(*nested.observed, 200.0 / 7.0, 1e-12);
    EXPECT_NEAR(nested.mean, 200.0 / 7.0, 1e-12);
    EXPECT_EQ(nested.deviation, 0.0);
    EXPECT_FALSE(nested.z);
    EXPECT_EQ(nested.p_higher, 1.0);
    EXPECT_EQ(nested.p_lower, 1.0);
    EXPECT_EQ(nested.error, 0.0);
    EXPECT_FALSE(find(result, "ei_index").observed) << "no body has a kind";
}

}  // namespace
}  // namespace remit
