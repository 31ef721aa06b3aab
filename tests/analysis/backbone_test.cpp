#include "support/matrix.hpp"
#include "support/programmes.hpp"

#include <remit/analysis/backbone.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace remit {
namespace {

using test::from_rows;

constexpr std::array models{NullModel::hypergeometric, NullModel::sdsm, NullModel::fdsm,
                            NullModel::fixed_fill};

/// The example in the tests of R backbone.
ResponsibilityGraph example() {
    return from_rows({"1011", "0100", "1001"});
}

const PairEvidence& find(const Backbone& result, std::uint32_t a, std::uint32_t b) {
    const auto pair = std::find_if(result.pairs.begin(), result.pairs.end(), [&](const auto& p) {
        return p.a == DepartmentIndex{std::min(a, b)} && p.b == DepartmentIndex{std::max(a, b)};
    });
    return pair != result.pairs.end() ? *pair : throw std::out_of_range("no such pair");
}

Backbone sampled(const ResponsibilityGraph& graph, std::size_t draws) {
    return backbone(graph, {.model = NullModel::fdsm, .draws = draws, .counting_limit = 0});
}

TEST(Backbone, ListsAllPairsWithWhatTheyShare) {
    const auto result = backbone(example(), {.correction = Correction::bonferroni});

    EXPECT_EQ(result.pairs, (std::vector<PairEvidence>{{{0}, {1}, 0, 1.0, 1.0, 0.0},
                                                       {{0}, {2}, 2, 0.5, 1.0, 0.0},
                                                       {{1}, {2}, 0, 1.0, 1.0, 0.0}}));
    EXPECT_EQ(result.tests(), 3U);
    EXPECT_EQ(result.model, NullModel::hypergeometric);
    EXPECT_EQ(result.correction, Correction::bonferroni);
    EXPECT_EQ(result.computation, Computation::exact);
    EXPECT_EQ(result.draws, 0U);
    EXPECT_EQ(result.seed, 0U);
}

// R backbone 2.1.3 for fixedrow and fixedfill; scipy 1.10.1 for the exact tail of sdsm; fdsm by
// listing the 8 graphs.
TEST(Backbone, OfTheExampleUnderEachModel) {
    const std::array expected{0.5, 0.5552887964, 0.25, 0.17316};
    const std::array digits{1e-15, 5e-11, 1e-15, 5e-6};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto result = backbone(example(), {.model = models[i]});

        EXPECT_EQ(result.computation, Computation::exact);
        EXPECT_EQ(find(result, 0, 1).p, 1.0);
        EXPECT_NEAR(find(result, 0, 2).p, expected[i], digits[i]) << i;
        EXPECT_EQ(find(result, 1, 2).p, 1.0);
    }
}

// 6 links in 12 cells, as in the example: what R backbone 2.1.3 gives for one shared measure.
TEST(Backbone, FixedFillAgreesWithBackboneOnOneShared) {
    const auto result =
        backbone(from_rows({"1110", "1001", "0100"}), {.model = NullModel::fixed_fill});

    EXPECT_NEAR(find(result, 0, 1).p, 676.0 / 924.0, 1e-14);
    EXPECT_NEAR(find(result, 0, 1).p, 0.731602, 5e-7);
}

// By listing all 80 graphs with these degrees.
TEST(Backbone, FdsmCountsAllGraphs) {
    const auto result =
        backbone(from_rows({"11001", "10100", "01110", "11000"}), {.model = NullModel::fdsm});

    EXPECT_EQ(result.computation, Computation::exact);
    EXPECT_NEAR(find(result, 0, 1).p, 70.0 / 80.0, 1e-15);
    EXPECT_NEAR(find(result, 0, 2).p, 1.0, 1e-15);
    EXPECT_NEAR(find(result, 0, 3).p, 22.0 / 80.0, 1e-15);
    EXPECT_NEAR(find(result, 1, 2).p, 70.0 / 80.0, 1e-15);
    EXPECT_NEAR(find(result, 1, 3).p, 50.0 / 80.0, 1e-15);
    EXPECT_NEAR(find(result, 2, 3).p, 70.0 / 80.0, 1e-15);
}

struct Expected {
    const char* a;
    const char* b;
    std::size_t shared;
    double hypergeometric;
    double sdsm;
    double fdsm;
    double fixed_fill;
};

// R backbone 2.1.3: fixedrow, fdsm with 20 000 draws, fixedfill; sdsm by scipy 1.10.1.
const std::vector<Expected> third_batch{
    {"cbirc", "pbc", 5, 0.0076173800, 0.0804085379, 0.0024, 0.000194},
    {"cbirc", "most", 4, 0.45104895, 0.5079715123, 0.3020, 0.002597},
    {"cbirc", "mof", 2, 0.78496503, 0.7463251587, 0.6804, 0.139686},
    {"cbirc", "ndrc", 1, 0.97377622, 0.9403724909, 0.9462, 0.505055},
    {"pbc", "most", 3, 0.81818182, 0.7474240584, 0.7039, 0.023584},
    {"pbc", "mof", 3, 0.39160839, 0.4647009623, 0.2650, 0.023584},
    {"pbc", "sasac", 1, 0.3750, 0.3618513121, 0.3130, 0.505055},
    {"most", "cnipa", 1, 0.93750000, 0.8680386067, 0.8910, 0.505055},
    {"ndrc", "cnipa", 1, 0.78571429, 0.7473789491, 0.7020, 0.505055},
    {"cnipa", "spc", 1, 0.1875, 0.2097449496, 0.1480, 0.505055},
    {"moe", "miit", 1, 0.0625, 0.0779962048, 0.0506, 0.505055},
    {"cbirc", "moe", 0, 1.0, 1.0, 1.0, 1.0}};

TEST(Backbone, OfTheThirdBatchUnderEachModel) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto graph = responsibility_graph(dataset);

    const auto hypergeometric = backbone(graph);
    const auto sdsm = backbone(graph, {.model = NullModel::sdsm});
    const auto fdsm = backbone(graph, {.model = NullModel::fdsm});
    const auto fixed_fill = backbone(graph, {.model = NullModel::fixed_fill});

    EXPECT_EQ(hypergeometric.tests(), 78U);
    EXPECT_EQ(fdsm.computation, Computation::exact);
    for (const auto& wanted : third_batch) {
        SCOPED_TRACE(std::string(wanted.a) + "-" + wanted.b);
        const auto a = test::department(dataset, wanted.a).value;
        const auto b = test::department(dataset, wanted.b).value;
        EXPECT_EQ(find(hypergeometric, a, b).shared, wanted.shared);
        EXPECT_NEAR(find(hypergeometric, a, b).p, wanted.hypergeometric, 5e-9);
        EXPECT_NEAR(find(sdsm, a, b).p, wanted.sdsm, 5e-11);
        const auto error = std::sqrt(wanted.fdsm * (1.0 - wanted.fdsm) / 20'000.0);
        EXPECT_NEAR(find(fdsm, a, b).p, wanted.fdsm, 4.0 * error);
        EXPECT_NEAR(find(fixed_fill, a, b).p, wanted.fixed_fill, 5e-7);
    }
}

// By another way of counting all 7321529769963496754520 graphs, in whole numbers.
TEST(Backbone, FdsmCountsTheGraphsOfTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto result = backbone(responsibility_graph(dataset), {.model = NullModel::fdsm});
    const auto p = [&](const char* a, const char* b) {
        return find(result, test::department(dataset, a).value, test::department(dataset, b).value)
            .p;
    };

    EXPECT_NEAR(p("cbirc", "pbc"), 0.0025522071319990652, 1e-15);
    EXPECT_NEAR(p("cbirc", "most"), 0.3064340517639892, 1e-13);
    EXPECT_NEAR(p("most", "cnipa"), 0.8953664742011738, 1e-13);
    EXPECT_NEAR(p("moe", "miit"), 0.049483056711968065, 1e-14);
}

TEST(Backbone, SampledFdsmAgreesWithTheExactOneOnTheThirdBatch) {
    const auto graph = test::third_batch();
    const auto exact = backbone(graph, {.model = NullModel::fdsm});

    const auto result = sampled(graph, 4'000);

    EXPECT_EQ(result.computation, Computation::sampled);
    EXPECT_EQ(result.draws, 4'000U);
    EXPECT_EQ(result.seed, 1U);
    for (std::size_t i = 0; i < result.pairs.size(); ++i) {
        const auto& pair = result.pairs[i];
        EXPECT_NEAR(pair.p, exact.pairs[i].p, 4.0 * pair.error + 1.0 / 4'000.0) << i;
        EXPECT_EQ(pair.error == 0.0, pair.p == 1.0);
    }
}

// With 78 tests the one pair that stands out, 0.0076 under the hypergeometric model, does not.
TEST(Backbone, NothingSurvivesCorrectionOnTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto graph = responsibility_graph(dataset);
    const auto a = test::department(dataset, "cbirc");
    const auto b = test::department(dataset, "pbc");

    const auto alone = significant(backbone(graph, {.correction = Correction::none}), 0.05);
    const auto corrected = backbone(graph, {.correction = Correction::bonferroni});

    ASSERT_EQ(alone.size(), 1U);
    EXPECT_EQ(alone[0].a, std::min(a, b));
    EXPECT_EQ(alone[0].b, std::max(a, b));
    EXPECT_NEAR(find(corrected, a.value, b.value).adjusted, 0.594155640, 5e-7);
    for (const auto model : {NullModel::hypergeometric, NullModel::sdsm, NullModel::fdsm}) {
        for (const auto correction :
             {Correction::bonferroni, Correction::holm, Correction::benjamini_hochberg}) {
            const auto result = backbone(graph, {.model = model, .correction = correction});
            EXPECT_EQ(significant(result, 0.05), std::vector<PairEvidence>{});
        }
    }
}

struct ExpectedWomen {
    std::uint32_t a;
    std::uint32_t b;
    double hypergeometric;
    double sdsm;
    double fdsm;
    double fixed_fill;
};

// R backbone 2.1.3: fixedrow, fdsm with 20 000 draws, fixedfill; sdsm by scipy 1.10.1. Evelyn and
// Laura, Theresa, Brenda, Charlotte, Frances, Pearl, Verne, Helen.
const std::vector<ExpectedWomen> women{{0, 1, 0.05128205, 0.2682000551, 0.1003, 0.003255},
                                       {0, 2, 0.01631702, 0.1866880686, 0.0346, 0.000420},
                                       {0, 3, 0.05128205, 0.2682000551, 0.1046, 0.003255},
                                       {0, 4, 0.40559441, 0.5862643911, 0.5903, 0.242969},
                                       {0, 5, 0.06993007, 0.2903056315, 0.1462, 0.078893},
                                       {0, 7, 0.15384615, 0.3730827113, 0.3004, 0.242969},
                                       {0, 9, 0.82517483, 0.8545254117, 0.9308, 0.537920},
                                       {0, 14, 0.99700300, 0.9926100624, 0.9994, 0.851342}};

TEST(Backbone, OfTheSouthernWomenUnderEachModel) {
    const auto graph = test::southern_women();

    const auto hypergeometric = backbone(graph, {.correction = Correction::none});
    const auto sdsm = backbone(graph, {.model = NullModel::sdsm, .correction = Correction::none});
    const auto fdsm = sampled(graph, 2'000);
    const auto fixed_fill = backbone(graph, {.model = NullModel::fixed_fill});

    EXPECT_EQ(hypergeometric.tests(), 153U);
    EXPECT_EQ(significant(hypergeometric, 0.05).size(), 17U);
    EXPECT_EQ(significant(sdsm, 0.05).size(), 0U);
    for (const auto& wanted : women) {
        SCOPED_TRACE(wanted.b);
        EXPECT_NEAR(find(hypergeometric, wanted.a, wanted.b).p, wanted.hypergeometric, 5e-9);
        EXPECT_NEAR(find(sdsm, wanted.a, wanted.b).p, wanted.sdsm, 5e-11);
        const auto variance = wanted.fdsm * (1.0 - wanted.fdsm);
        EXPECT_NEAR(find(fdsm, wanted.a, wanted.b).p, wanted.fdsm,
                    4.0 * std::sqrt(variance * (1.0 / 2'000.0 + 1.0 / 20'000.0)));
        EXPECT_NEAR(find(fixed_fill, wanted.a, wanted.b).p, wanted.fixed_fill, 5e-7);
    }
}

TEST(Backbone, OfFewerThanTwoDepartmentsHasNoPairs) {
    for (const auto& graph : {ResponsibilityGraph(0, 0, {}), ResponsibilityGraph(3, 0, {}),
                              ResponsibilityGraph(0, 1, {}), from_rows({"101"})}) {
        for (const auto model : models) {
            const auto result = backbone(graph, {.model = model, .counting_limit = 0});

            EXPECT_EQ(result.tests(), 0U);
            EXPECT_EQ(significant(result, 1.0), std::vector<PairEvidence>{});
        }
    }
}

// x has all measures, y none, z one.
TEST(Backbone, FullAndEmptyDepartmentsAreNoSurprise) {
    for (const auto limit : {std::size_t{0}, BackboneOptions{}.counting_limit}) {
        for (const auto model : {NullModel::hypergeometric, NullModel::fdsm}) {
            const auto result = backbone(from_rows({"111", "000", "010"}),
                                         {.model = model, .draws = 100, .counting_limit = limit});

            for (const auto& pair : result.pairs) {
                EXPECT_EQ(pair.p, 1.0);
                EXPECT_EQ(pair.adjusted, 1.0);
                EXPECT_EQ(pair.error, 0.0);
            }
        }
    }
}

// The binomial coefficients have 600 digits;
// the tail is that of whole fractions.
TEST(Backbone, CopesWithLargeNumbers) {
    std::vector<std::string> rows(2, std::string(2'000, '0'));
    for (std::size_t m = 0; m < 1'000; ++m) rows[0][m] = rows[1][m + 460] = '1';

    const auto result = backbone(from_rows(rows), {.correction = Correction::none});

    EXPECT_EQ(result.pairs[0].shared, 540U);
    EXPECT_NEAR(result.pairs[0].p, 0.00020413385497227714, 1e-11 * 0.00020413385497227714);
}

TEST(Backbone, TakesNoNoticeOfRegions) {
    const std::vector<Link> links{{{0}, {0}}, {{0}, {1}}, {{1}, {0}}};
    const ResponsibilityGraph without(2, 2, links);
    const ResponsibilityGraph with(2, 2, links, 2, {{{0}, {0}}, {{0}, {1}}, {{1}, {1}}});

    for (const auto model : models) {
        EXPECT_EQ(backbone(with, {.model = model}), backbone(without, {.model = model}));
    }
}

TEST(Backbone, SaysSoWhenAModelDoesNotConverge) {
    const auto result =
        backbone(test::third_batch(), {.model = NullModel::sdsm, .fitting_limit = 1});

    EXPECT_EQ(result.computation, Computation::not_converged);
    EXPECT_EQ(significant(result, 0.999), std::vector<PairEvidence>{});
}

// Fixed, so that a platform or library that draws otherwise shows.
TEST(Backbone, DrawsTheSameGraphsEverywhere) {
    const auto result = sampled(from_rows({"11001", "10100", "01110", "11000"}), 1'000);

    EXPECT_EQ(result, sampled(from_rows({"11001", "10100", "01110", "11000"}), 1'000));
    std::vector<double> hits;
    for (const auto& pair : result.pairs) hits.push_back(std::round(pair.p * 1'001.0) - 1.0);
    EXPECT_EQ(hits, (std::vector<double>{869, 1000, 246, 880, 632, 895}));
}

TEST(Adjust, HasTheExampleOfItsComment) {
    const std::vector<double> p{0.04, 0.01, 0.02};
    const auto expect = [&](Correction correction, const std::vector<double>& expected) {
        const auto adjusted = adjust(p, correction);
        ASSERT_EQ(adjusted.size(), expected.size());
        for (std::size_t i = 0; i < p.size(); ++i) EXPECT_NEAR(adjusted[i], expected[i], 1e-15);
    };

    expect(Correction::none, p);
    expect(Correction::bonferroni, {0.12, 0.03, 0.06});
    expect(Correction::holm, {0.04, 0.03, 0.04});
    expect(Correction::benjamini_hochberg, {0.04, 0.03, 0.03});
}

TEST(Adjust, OfNothingIsNothingAndNeverAboveOne) {
    for (const auto correction : {Correction::none, Correction::bonferroni, Correction::holm,
                                  Correction::benjamini_hochberg}) {
        EXPECT_EQ(adjust({}, correction), std::vector<double>{});
        const std::vector<double> ones{1.0, 0.9, 1.0};
        for (const auto adjusted : adjust(ones, correction)) EXPECT_LE(adjusted, 1.0);
    }
}

class RandomBackbone : public testing::TestWithParam<unsigned> {};

TEST_P(RandomBackbone, KeepsTheOrderOfTheCorrections) {
    const auto graph = test::random_graph(GetParam());
    const auto departments = graph.department_count();
    for (const auto model : models) {
        const auto of = [&](Correction correction) {
            return backbone(graph, {.model = model, .correction = correction});
        };
        const auto bonferroni = of(Correction::bonferroni);
        const auto holm = of(Correction::holm);
        const auto hochberg = of(Correction::benjamini_hochberg);

        EXPECT_EQ(bonferroni.computation, Computation::exact);
        EXPECT_EQ(bonferroni.tests(), departments * (departments - 1) / 2);
        for (std::size_t i = 0; i < bonferroni.tests(); ++i) {
            EXPECT_GE(hochberg.pairs[i].p, 0.0);
            EXPECT_GE(hochberg.pairs[i].adjusted, hochberg.pairs[i].p);
            EXPECT_GE(holm.pairs[i].adjusted, hochberg.pairs[i].adjusted);
            EXPECT_GE(bonferroni.pairs[i].adjusted, holm.pairs[i].adjusted);
            EXPECT_LE(bonferroni.pairs[i].adjusted, 1.0);
        }
    }
}

TEST_P(RandomBackbone, SampledFdsmAgreesWithTheExactOne) {
    const auto graph = test::random_graph(GetParam());
    const auto exact = backbone(graph, {.model = NullModel::fdsm});

    const auto result = sampled(graph, 400);

    for (std::size_t i = 0; i < exact.tests(); ++i) {
        const auto p = exact.pairs[i].p;
        const auto error = std::sqrt(std::max(0.0, p * (1.0 - p)) / 400.0);
        EXPECT_NEAR(result.pairs[i].p, p, 5.0 * error + 1.0 / 400.0) << i;
    }
}

/// Calls of(rows) for all matrices with 5 columns of which row i has sizes[i] ones.
template <class Function>
void for_all(const std::vector<int>& sizes, std::vector<unsigned>& rows, Function of) {
    if (rows.size() == sizes.size()) return of(rows);
    for (unsigned row = 0; row < 32; ++row) {
        if (std::popcount(row) != sizes[rows.size()]) continue;
        rows.push_back(row);
        for_all(sizes, rows, of);
        rows.pop_back();
    }
}

std::vector<unsigned> column_sums(const std::vector<unsigned>& rows) {
    std::vector<unsigned> sums(5);
    for (const auto row : rows) {
        for (unsigned m = 0; m < 5; ++m) sums[m] += row >> m & 1U;
    }
    return sums;
}

TEST_P(RandomBackbone, ExactFdsmIsThatOfAllGraphs) {
    std::mt19937 random(GetParam());
    std::vector<unsigned> rows;
    std::vector<int> sizes;
    std::vector<std::string> text;
    for (int d = 0; d < 4; ++d) {
        rows.push_back(static_cast<unsigned>(random() % 32));
        sizes.push_back(std::popcount(rows.back()));
        text.emplace_back();
        for (unsigned m = 0; m < 5; ++m) text.back() += (rows.back() >> m & 1U) != 0 ? '1' : '0';
    }

    const auto result = backbone(from_rows(text), {.model = NullModel::fdsm});

    double graphs = 0.0;
    std::vector<double> hits(result.tests());
    std::vector<unsigned> drawn;
    for_all(sizes, drawn, [&](const std::vector<unsigned>& other) {
        if (column_sums(other) != column_sums(rows)) return;
        graphs += 1.0;
        for (std::size_t i = 0; i < hits.size(); ++i) {
            const auto a = result.pairs[i].a.value;
            const auto b = result.pairs[i].b.value;
            const auto shared = static_cast<std::size_t>(std::popcount(other[a] & other[b]));
            if (shared >= result.pairs[i].shared) hits[i] += 1.0;
        }
    });
    for (std::size_t i = 0; i < hits.size(); ++i) {
        EXPECT_NEAR(result.pairs[i].p, hits[i] / graphs, 1e-14) << i;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomBackbone, testing::Range(0U, 20U));

}  // namespace
}  // namespace remit
