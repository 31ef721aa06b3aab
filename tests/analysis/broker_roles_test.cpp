#include "support/programmes.hpp"

#include <remit/analysis/broker_roles.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace remit {
namespace {

using enum BrokerRole;

using Counts = std::array<std::size_t, broker_role_count>;

/// Of the middle of the path 0-1-2.
Counts middle_of(const std::vector<std::size_t>& kinds, const std::vector<Tie>& more = {}) {
    std::vector<Tie> ties{{0, 1}, {1, 2}};
    ties.insert(ties.end(), more.begin(), more.end());
    return broker_roles(kinds, ties)[1].counts;
}

// Those of sna 2.7.1: brokerage(g, kinds)$raw.nli, where b_IO is the representative.
TEST(BrokerRoles, AreOneOfFive) {
    EXPECT_EQ(middle_of({0, 0, 0}), (Counts{1, 0, 0, 0, 0}));
    EXPECT_EQ(middle_of({0, 1, 0}), (Counts{0, 1, 0, 0, 0}));
    EXPECT_EQ(middle_of({0, 1, 1}), (Counts{0, 0, 1, 0, 0}));
    EXPECT_EQ(middle_of({0, 0, 1}), (Counts{0, 0, 0, 1, 0}));
    EXPECT_EQ(middle_of({0, 1, 2}), (Counts{0, 0, 0, 0, 1}));
}

TEST(BrokerRoles, AreNoneWhereTheOthersAreTied) {
    EXPECT_EQ(middle_of({0, 0, 0}, {{0, 2}}), Counts{});
    EXPECT_EQ(middle_of({0, 0, 0}, {{2, 0}}), (Counts{1, 0, 0, 0, 0})) << "the other way";
}

// Density 2/6, so that each of the two pairs of others is open with (1/3)^2 (2/3) = 2/27.
TEST(BrokerRoles, AreExpectedOfPairsOfThatKind) {
    const auto found =
        broker_roles(std::vector<std::size_t>{0, 0, 1}, std::vector<Tie>{{0, 1}, {1, 2}});
    const std::vector<double> of_1{0.0, 0.0, 2.0 / 27, 2.0 / 27, 0.0};
    const std::vector<double> of_2{0.0, 4.0 / 27, 0.0, 0.0, 0.0};

    for (std::size_t role = 0; role < broker_role_count; ++role) {
        EXPECT_NEAR(found[1].expected[role], of_1[role], 1e-15);
        EXPECT_NEAR(found[2].expected[role], of_2[role], 1e-15);
    }
    EXPECT_NEAR(found[0].expected_total(), 4.0 / 27, 1e-15);
    EXPECT_EQ(broker_roles(std::vector<std::size_t>{}, std::vector<Tie>{}),
              std::vector<BrokerCounts>{});
}

std::string with_kinds(const std::string& measures) {
    return "departments: [{id: x, name: X, kind: k}, {id: y, name: Y, kind: k},\n"
           "              {id: z, name: Z, kind: l}, {id: u, name: U}]\n"
           "regions: [{id: land, kind: nation, name: Land}]\n"
           "notice: {id: n, title: N, issued: 2026-01-15, scope: land}\n"
           "measures:\n" +
           measures;
}

TEST(BrokerRoles, FollowDeclaredLeads) {
    const auto roles =
        broker_roles(test::programme(with_kinds("  - {number: 1, title: A, lead: x, with: [y, u]}\n"
                                                "  - {number: 2, title: B, lead: y, with: z}\n"
                                                "  - {number: 3, title: C, lead: u, with: z}\n")));

    EXPECT_TRUE(roles.directed);
    EXPECT_EQ(roles.ties, 2U) << "those of u are left out";
    EXPECT_EQ(roles.without_kind, 1U);
    EXPECT_EQ(roles.departments[0]->total(), 0U);
    EXPECT_EQ(roles.departments[1]->counts, (Counts{0, 0, 0, 1, 0}));
    EXPECT_EQ((*roles.departments[1])[representative], 1U);
    EXPECT_FALSE(roles.departments[3].has_value());
}

TEST(BrokerRoles, GoBothWaysWhereNobodyLeads) {
    const auto roles = broker_roles(
        test::programme(with_kinds("  - {number: 1, title: A, departments: [x, y, u]}\n"
                                   "  - {number: 2, title: B, departments: [y, z]}\n")));

    EXPECT_FALSE(roles.directed);
    EXPECT_EQ(roles.ties, 4U);
    EXPECT_EQ(roles.departments[1]->counts, (Counts{0, 0, 1, 1, 0}));
    EXPECT_NEAR(roles.departments[1]->expected_total(), 8.0 / 27, 1e-15);
}

// sna 2.7.1: brokerage(P, kinds), P being 1 where two share a measure, as tests/peers/roles.R has
// it.
TEST(BrokerRoles, OfTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto roles = broker_roles(dataset);
    const auto of = [&](const char* id) {
        return roles.departments[test::department(dataset, id).value]->counts;
    };

    EXPECT_EQ(roles.ties, 50U);
    EXPECT_EQ(of("most"), (Counts{0, 0, 2, 2, 2}));
    EXPECT_EQ(of("ndrc"), (Counts{12, 0, 8, 8, 2}));
    EXPECT_EQ(of("cnipa"), (Counts{0, 4, 0, 0, 6}));
    EXPECT_EQ(of("sasac"), Counts{});
    EXPECT_NEAR(roles.departments[0]->expected_total(), 9.2139534, 5e-8);
}

/// Straight from the definition.
std::vector<Counts> by_triples(const std::vector<std::size_t>& kinds,
                               const std::set<std::pair<std::size_t, std::size_t>>& ties) {
    std::vector<Counts> result(kinds.size());
    const auto n = kinds.size();
    for (std::size_t at = 0; at < n * n * n; ++at) {
        const auto a = at / n / n;
        const auto b = at / n % n;
        const auto c = at % n;
        if (a == c || ties.count({a, b}) == 0 || ties.count({b, c}) == 0) continue;
        if (ties.count({a, c}) != 0) continue;
        const bool ab = kinds[a] == kinds[b];
        const bool bc = kinds[b] == kinds[c];
        const bool ac = kinds[a] == kinds[c];
        const auto role = ab && bc ? 0U : ac ? 1U : bc ? 2U : ab ? 3U : 4U;
        ++result[b][role];
    }
    return result;
}

TEST(BrokerRoles, AreThoseOfAllTriples) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        std::vector<std::size_t> kinds(random() % 12);
        for (auto& kind : kinds) kind = random() % (1 + seed % 4) % kinds.size();
        std::set<std::pair<std::size_t, std::size_t>> some;
        for (std::size_t at = 0; at < kinds.size() * kinds.size(); ++at) {
            const auto from = at / kinds.size();
            const auto to = at % kinds.size();
            if (from != to && random() % 8 < seed % 8) some.insert({from, to});
        }
        std::vector<Tie> ties;
        for (const auto& [from, to] : some) ties.push_back({from, to});
        const auto found = broker_roles(kinds, ties);
        const auto wanted = by_triples(kinds, some);
        for (std::size_t v = 0; v < kinds.size(); ++v) {
            EXPECT_EQ(found[v].counts, wanted[v]) << seed << ' ' << v;
        }
    }
}

}  // namespace
}  // namespace remit
