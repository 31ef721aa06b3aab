#include "support/programmes.hpp"

#include <remit/analysis/coresponsibility.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace remit {
namespace {

using Pairs = std::vector<Coresponsibility>;

TEST(Coresponsibility, CountsSharedMeasuresAndWeighsThemByTheirSize) {
    // A{x, y}, B{x, y, z}
    const ResponsibilityGraph graph(2, 3,
                                    {{{0}, {0}}, {{0}, {1}}, {{1}, {0}}, {{1}, {1}}, {{1}, {2}}});

    EXPECT_EQ(coresponsibility(graph),
              (Pairs{{{0}, {1}, 1.5, {{0}, {1}}}, {{0}, {2}, 0.5, {{1}}}, {{1}, {2}, 0.5, {{1}}}}));
}

TEST(Coresponsibility, LeavesOutSoleResponsibilities) {
    EXPECT_EQ(coresponsibility(ResponsibilityGraph(2, 2, {{{0}, {0}}, {{1}, {1}}})), Pairs{});
    EXPECT_EQ(coresponsibility(ResponsibilityGraph(0, 0, {})), Pairs{});
}

/// The weights of a projection whose members are A, B, C, … by pair of letters.
std::map<std::string, std::pair<std::size_t, double>> by_letters(const Pairs& pairs) {
    std::map<std::string, std::pair<std::size_t, double>> result;
    for (const auto& pair : pairs) {
        const std::string name{static_cast<char>('A' + pair.a.value),
                               static_cast<char>('A' + pair.b.value)};
        result[name] = {pair.shared(), pair.newman};
    }
    return result;
}

/// Each string is a measure: the letters of its departments.
ResponsibilityGraph from_letters(std::size_t departments,
                                 const std::vector<std::string>& measures) {
    std::vector<Link> links;
    for (std::uint32_t m = 0; m < measures.size(); ++m) {
        for (const auto letter : measures[m]) {
            links.push_back({{m}, {static_cast<std::uint32_t>(letter - 'A')}});
        }
    }
    return ResponsibilityGraph(measures.size(), departments, links);
}

// Newman (2001), Phys. Rev. E 64, 016132, figure 6: the weights as NetworkX's tests have them.
TEST(Coresponsibility, AgreesWithNewmansFigure) {
    const auto graph = from_letters(5, {"ABCD", "AB", "ABE"});

    const auto weights = by_letters(coresponsibility(graph));

    const double third = 1.0 / 3.0;
    const std::map<std::string, std::pair<std::size_t, double>> expected{
        {"AB", {3, 11.0 / 6.0}}, {"AC", {1, third}}, {"AD", {1, third}}, {"AE", {1, 0.5}},
        {"BC", {1, third}},      {"BD", {1, third}}, {"BE", {1, 0.5}},   {"CD", {1, third}}};
    ASSERT_EQ(weights.size(), expected.size());
    for (const auto& [name, wanted] : expected) {
        EXPECT_EQ(weights.at(name).first, wanted.first) << name;
        EXPECT_NEAR(weights.at(name).second, wanted.second, 1e-15) << name;
    }
}

// Opsahl's example (2009) with the weights of NetworkX's collaboration_weighted_projected_graph.
TEST(Coresponsibility, AgreesWithNetworkXOnOpsahlsExample) {
    const auto graph = from_letters(6, {"ABC", "AB", "BD", "BE", "BE", "EF"});

    const std::map<std::string, std::pair<std::size_t, double>> expected{
        {"AB", {2, 1.5}}, {"AC", {1, 0.5}}, {"BC", {1, 0.5}},
        {"BD", {1, 1.0}}, {"BE", {2, 2.0}}, {"EF", {1, 1.0}}};
    EXPECT_EQ(by_letters(coresponsibility(graph)), expected);
}

TEST(Coresponsibility, OfTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto pairs = coresponsibility(responsibility_graph(dataset));

    std::size_t shared = 0;
    double newman = 0.0;
    for (const auto& pair : pairs) {
        shared += pair.shared();
        newman += pair.newman;
    }
    EXPECT_EQ(pairs.size(), 25U);
    EXPECT_EQ(shared, 43U);
    EXPECT_NEAR(newman, 21.0, 1e-12);

    const auto find = [&](const char* a, const char* b) {
        auto first = test::department(dataset, a);
        auto second = test::department(dataset, b);
        if (second < first) std::swap(first, second);
        return *std::find_if(pairs.begin(), pairs.end(),
                             [&](const auto& pair) { return pair.a == first && pair.b == second; });
    };
    const auto banks = find("cbirc", "pbc");
    EXPECT_EQ(banks.measures, (SharedMeasures{{0}, {2}, {3}, {4}, {5}}));
    EXPECT_NEAR(banks.newman, 7.0 / 3.0, 1e-15);
    EXPECT_EQ(find("most", "cbirc").shared(), 4U);
    EXPECT_EQ(find("most", "ndrc").shared(), 4U);
}

class RandomPairs : public testing::TestWithParam<unsigned> {};

TEST_P(RandomPairs, AreThoseOfEveryMeasure) {
    const auto graph = test::random_graph(GetParam());
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<std::size_t, double>> naive;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto departments = graph.departments(m);
        for (const auto a : departments) {
            for (const auto b : departments) {
                if (b <= a) continue;
                auto& [shared, newman] = naive[{a.value, b.value}];
                ++shared;
                newman += 1.0 / static_cast<double>(departments.size() - 1);
            }
        }
    }

    const auto pairs = coresponsibility(graph);

    ASSERT_EQ(pairs.size(), naive.size());
    auto expected = naive.begin();
    for (const auto& pair : pairs) {
        EXPECT_EQ(std::pair(pair.a.value, pair.b.value), expected->first);
        EXPECT_EQ(pair.shared(), expected->second.first);
        EXPECT_NEAR(pair.newman, expected->second.second, 1e-12);
        ++expected;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomPairs, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
