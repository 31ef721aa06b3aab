#include "support/safariland.hpp"

#include <remit/analysis/specialization.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace remit {
namespace {

Specialization specialized(const Counts& counts) {
    return std::get<Specialization>(specialization(counts));
}

void expect_near(const std::vector<std::optional<double>>& actual,
                 const std::vector<double>& expected) {
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        EXPECT_NEAR(actual[i].value(), expected[i], 1e-12) << i;
    }
}

Counts turned(const Counts& counts) {
    Counts result(counts.front().size());
    for (const auto& row : counts) {
        for (std::size_t j = 0; j < row.size(); ++j) result[j].push_back(row[j]);
    }
    return result;
}

TEST(Specialization, IsCompleteWhereNoneSharesAColumn) {
    const auto result = specialized({{5, 0}, {0, 5}});

    EXPECT_NEAR(result.entropy, std::log(2.0), 1e-15);
    EXPECT_EQ(result.least_entropy, result.entropy);
    EXPECT_NEAR(result.greatest_entropy, -0.6 * std::log(0.3) - 0.4 * std::log(0.2), 1e-15);
    EXPECT_EQ(result.network, 1.0);
    expect_near(result.rows, {1.0, 1.0});
    expect_near(result.columns, {1.0, 1.0});
}

TEST(Specialization, IsZeroWhereAllAreAsTheSumsLetExpect) {
    const auto result = specialized({{2, 4}, {3, 6}});

    EXPECT_EQ(result.network, 0.0);
    expect_near(result.rows, {0.0, 0.0});
    expect_near(result.columns, {0.0, 0.0});
}

TEST(Specialization, IsNothingWhereTheSumsLeaveNoChoice) {
    const auto result = specialized({{2, 3, 0}, {0, 0, 0}});

    EXPECT_EQ(result.network, std::nullopt);
    EXPECT_EQ(result.rows, (std::vector<std::optional<double>>{std::nullopt, std::nullopt}));
    EXPECT_EQ(result.columns[2], std::nullopt);
}

TEST(Specialization, DoesNotMindEmptyRowsAndColumns) {
    const auto result = specialized({{5, 0, 0}, {0, 0, 0}, {0, 0, 5}});

    EXPECT_EQ(result.network, 1.0);
    EXPECT_EQ(result.rows, (std::vector<std::optional<double>>{1.0, std::nullopt, 1.0}));
    EXPECT_EQ(result.columns, result.rows);
}

// bipartite 2.24 gives 0 for the H2' of every matrix of links.
TEST(Specialization, OfMereLinksIsRefused) {
    const std::variant<Specialization, NotSpecialized> unweighted = NotSpecialized::unweighted;

    EXPECT_EQ(specialization({{1, 0}, {0, 1}}), unweighted);
    EXPECT_EQ(specialization({{1, 1}, {1, 0}, {0, 0}}), unweighted);
}

TEST(Specialization, OfNothingIsRefused) {
    const std::variant<Specialization, NotSpecialized> nothing = NotSpecialized::nothing_counted;

    EXPECT_EQ(specialization({}), nothing);
    EXPECT_EQ(specialization({{}, {}}), nothing);
    EXPECT_EQ(specialization({{0, 0}, {0, 0}}), nothing);
}

// bipartite 2.24 H2fun; it prints the entropies with three digits.
TEST(Specialization, OfSafarilandAgreesWithBipartite) {
    const auto result = specialized(test::safariland());

    EXPECT_NEAR(result.network.value(), 0.853730724291, 5e-13);
    EXPECT_NEAR(result.least_entropy, 1.451, 5e-4);
    EXPECT_NEAR(result.greatest_entropy, 2.352, 5e-4);
    EXPECT_NEAR(result.entropy, 1.5824902673550, 5e-13);
    EXPECT_EQ(specialized(turned(test::safariland())).columns, result.rows);
}

// Three digits of the entropies, which bipartite prints, would not give its H2'.
TEST(Specialization, IsNotThatOfRoundedEntropies) {
    const auto of_rounded = (2.352 - 1.582) / (2.352 - 1.451);

    EXPECT_GT(of_rounded - specialized(test::safariland()).network.value(), 8e-4);
}

// bipartite 2.24 dfun, of the matrix and of the turned matrix.
TEST(Specialization, OfPlantsAndInsectsAgreesWithBipartite) {
    const auto result = specialized(test::safariland());

    expect_near(result.rows,
                {0.961396784151, 0.804322940908, 0.984660745745, 0.561979759017, 0.559040513477,
                 1.000000000000, 0.903683871789, 0.662575167470, 0.910692795141});
    expect_near(result.columns,
                {0.690569333322, 0.858179358753, 0.155428914594, 0.847406584306, 0.385978890184,
                 0.320260154214, 0.648236256778, 0.264726815523, 0.391679270411, 0.000000000000,
                 0.200013230850, 0.811539617036, 0.551001576575, 0.409248356511, 0.900771323044,
                 0.616541658620, 0.950099406322, 0.283474560544, 0.832274036079, 0.200013230850,
                 0.308301784839, 0.200013230850, 0.200013230850, 0.120999815279, 0.283474560544,
                 0.283474560544, 0.000000000000});
}

class RandomSpecialization : public testing::TestWithParam<unsigned> {};

Counts random_counts(unsigned seed) {
    std::mt19937 random(seed);
    Counts counts(1 + random() % 6, std::vector<std::uint64_t>(1 + random() % 6));
    for (auto& row : counts) {
        for (auto& count : row) count = random() % 2 == 0 ? 0 : random() % 9;
    }
    counts.front().front() = 2 + random() % (seed + 1);
    return counts;
}

TEST_P(RandomSpecialization, StaysWithinItsBounds) {
    const auto result = specialized(random_counts(GetParam()));

    EXPECT_LE(result.least_entropy, result.entropy);
    EXPECT_LE(result.entropy, result.greatest_entropy);
    auto all = result.rows;
    all.insert(all.end(), result.columns.begin(), result.columns.end());
    all.push_back(result.network);
    for (const auto& value : all) {
        EXPECT_GE(value.value_or(0.0), 0.0);
        EXPECT_LE(value.value_or(0.0), 1.0 + 1e-12);
    }
}

TEST_P(RandomSpecialization, IsThatOfTheTurnedMatrix) {
    const auto counts = random_counts(GetParam());

    const auto result = specialized(counts);
    const auto other = specialized(turned(counts));

    EXPECT_EQ(other.rows, result.columns);
    EXPECT_EQ(other.columns, result.rows);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomSpecialization, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
