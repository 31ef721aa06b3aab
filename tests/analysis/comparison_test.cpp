#include "support/programmes.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/input/load.hpp>
#include <remit/model/history.hpp>
#include <remit/model/reorganization.hpp>

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>

namespace remit {
namespace {

using test::programme;
using test::shipped;

TEST(Development, IsOfTheCountWhereNothingIsWithheld) {
    EXPECT_EQ(development({2, 10, 0}, {4, 10, 0}), (Development{Trend::rose, true}));
    EXPECT_EQ(development({4, 10, 0}, {2, 10, 0}), (Development{Trend::fell, true}));
    EXPECT_EQ(development({2, 11, 0}, {2, 12, 0}), (Development{Trend::same, true}));
    EXPECT_EQ(development({3, 20, 0}, {5, 100, 0}), (Development{Trend::rose, true}));
    EXPECT_EQ(development({5, 100, 0}, {3, 20, 0}), (Development{Trend::fell, true}));
    EXPECT_EQ(development({0, 10, 0}, {0, 9, 0}), (Development{Trend::same, true}));
}

TEST(Development, IsCertainIfNoWithheldMeasureCanUndoIt) {
    // At most 4 before; at least 4 after, or 5.
    EXPECT_EQ(development({2, 10, 2}, {4, 10, 0}), (Development{Trend::rose, false}));
    EXPECT_EQ(development({2, 10, 2}, {5, 10, 0}), (Development{Trend::rose, true}));
    // The products of such counts need more than 64 bits.
    const std::size_t many = std::size_t{1} << 32U;
    EXPECT_EQ(development({3, many, many}, {many, many + 1, 0}), (Development{Trend::rose, false}));
    EXPECT_EQ(development({2, 10, 2}, {5, 10, 20}), (Development{Trend::rose, true}));
    // Where nobody knows how many there are besides.
    EXPECT_EQ(development({2, 10, std::nullopt}, {5, 10, 0}), (Development{Trend::rose, false}));
    EXPECT_EQ(development({2, 10, 0}, {5, 10, std::nullopt}), (Development{Trend::rose, true}));
    EXPECT_EQ(development({2, 10, std::nullopt}, {2, 10, 0}), (Development{Trend::same, false}));
    EXPECT_EQ(development({0, 10, std::nullopt}, {2, 10, 0}), (Development{Trend::came, false}));
    EXPECT_EQ(development({2, 10, 2}, {2, 10, 0}), (Development{Trend::same, false}));
    EXPECT_EQ(development({0, 10, 0}, {1, 10, 5}), (Development{Trend::came, true}));
    EXPECT_EQ(development({0, 10, 1}, {1, 10, 5}), (Development{Trend::came, false}));
    EXPECT_EQ(development({1, 10, 3}, {0, 10, 0}), (Development{Trend::went, true}));
    EXPECT_EQ(development({1, 10, 0}, {0, 10, 1}), (Development{Trend::went, false}));
}

TEST(Development, IsUnclearIfWithheldMeasuresMayUndoItAndTheShareDiffersOtherwise) {
    EXPECT_EQ(development({2, 10, 2}, {4, 30, 0}), (Development{Trend::unclear, false}));
    EXPECT_EQ(development({4, 30, 0}, {2, 10, 2}), (Development{Trend::unclear, false}));
    EXPECT_EQ(development({2, 10, 2}, {5, 30, 0}), (Development{Trend::rose, true}));
}

Comparison second_and_third() {
    const std::array batches{shipped("2018-second-batch.yaml"), shipped("2020-third-batch.yaml")};
    return compare(batches);
}

// The counts were made by hand from the two notices' tables.
TEST(Compare, CountsTheDepartmentsOfTheSecondAndThirdBatch) {
    struct Row {
        std::string id;
        std::array<std::size_t, 2> measures;
        std::array<std::size_t, 2> first_named;
        Trend trend;

        bool operator==(const Row&) const = default;
    };
    std::vector<Row> found;
    for (const auto& each : second_and_third().departments) {
        Row row{each.id, {}, {}, each.development.trend};
        for (std::size_t i = 0; i < 2; ++i) {
            row.measures[i] = each.loads[i] ? each.loads[i]->measures : 0;
            row.first_named[i] = each.loads[i] ? each.loads[i]->first_named : 0;
        }
        EXPECT_FALSE(each.development.certain) << each.id;  // 6 and 4 are withheld
        found.push_back(row);
    }
    using enum Trend;
    const std::vector<Row> expected{
        {"cbirc", {3, 6}, {1, 2}, rose}, {"pbc", {2, 6}, {1, 2}, rose},
        {"most", {6, 9}, {5, 3}, rose},  {"mof", {4, 6}, {0, 2}, rose},
        {"ndrc", {4, 6}, {3, 2}, rose},  {"cnipa", {7, 3}, {1, 0}, fell},
        {"sasac", {4, 1}, {0, 1}, fell}, {"spc", {4, 1}, {4, 1}, fell},
        {"moj", {1, 1}, {0, 1}, same},   {"moe", {2, 1}, {1, 1}, fell},
        {"miit", {1, 1}, {0, 0}, same},  {"mohrss", {1, 1}, {0, 0}, same},
        {"spp", {1, 0}, {0, 0}, went},   {"csrc", {1, 0}, {1, 0}, went},
        {"cas", {1, 0}, {0, 0}, went},   {"cnao", {1, 0}, {0, 0}, went},
        {"gacc", {0, 1}, {0, 1}, came}};
    EXPECT_EQ(found, expected);
}

// 14 pairs are in both; the eight departments of measure 6 of 2018 alone made 28.
TEST(Compare, FindsThePairsThatFormedAndDissolved) {
    const auto result = second_and_third();
    std::map<Trend, std::size_t> counts;
    std::map<std::string, std::vector<std::size_t>> kept;
    std::size_t rewired = 0;
    for (const auto& pair : result.pairs) {
        ++counts[pair.development.trend];
        const bool in_both = pair.shared[0] > 0 && pair.shared[1] > 0;
        if (in_both) kept[pair.a + '-' + pair.b] = pair.shared;
        if (!in_both && pair.both_stay) ++rewired;
    }

    EXPECT_EQ(result.pairs.size(), 53U);
    EXPECT_EQ(counts[Trend::came], 11U);
    EXPECT_EQ(counts[Trend::went], 28U);
    EXPECT_EQ(rewired, 28U);  // 17 gone and 11 new
    const std::map<std::string, std::vector<std::size_t>> expected{
        {"cbirc-pbc", {2, 5}},  {"cbirc-most", {1, 4}}, {"pbc-most", {1, 3}},
        {"most-mof", {2, 3}},   {"most-ndrc", {1, 4}},  {"mof-ndrc", {3, 2}},
        {"mof-sasac", {2, 1}},  {"mof-moe", {1, 1}},    {"ndrc-moe", {1, 1}},
        {"moe-mohrss", {1, 1}}, {"most-cnipa", {1, 1}}, {"ndrc-cnipa", {1, 1}},
        {"cnipa-spc", {4, 1}},  {"cnipa-moj", {1, 1}}};
    EXPECT_EQ(kept, expected);
    EXPECT_EQ(counts[Trend::rose], 5U);  // the first five
    EXPECT_EQ(counts[Trend::fell], 3U);  // mof-ndrc, mof-sasac, cnipa-spc
    EXPECT_EQ(counts[Trend::same], 6U);  // 1 in either
}

TEST(Compare, CountsCategoriesAndScopes) {
    const auto result = second_and_third();
    using enum Trend;
    const std::vector<bool> announced{true, true};
    const std::vector<ComparedCategory> categories{
        {"intellectual-property",
         {CategoryIndex{0}, CategoryIndex{2}},
         {5, 2},
         {0, 0},
         announced,
         {fell, true}},
        {"technology-transfer",
         {CategoryIndex{1}, std::nullopt},
         {4, 0},
         {0, 0},
         announced,
         {went, true}},
        {"finance", {CategoryIndex{2}, CategoryIndex{0}}, {5, 7}, {0, 0}, announced, {rose, true}},
        {"civil-military",
         {CategoryIndex{3}, CategoryIndex{4}},
         {0, 0},
         {6, 4},
         announced,
         {fell, true}},
        {"management",
         {CategoryIndex{4}, CategoryIndex{1}},
         {3, 6},
         {0, 0},
         announced,
         {rose, true}},
        {"talent", {std::nullopt, CategoryIndex{3}}, {0, 1}, {0, 0}, announced, {came, true}}};
    EXPECT_EQ(result.categories, categories);

    ASSERT_EQ(result.scopes.size(), 2U);
    EXPECT_EQ(result.scopes[0].measures, (std::vector<std::size_t>{14, 11}));
    EXPECT_EQ(result.scopes[0].development, (Development{fell, false}));
    EXPECT_EQ(result.scopes[1].id, "eight-pilot-regions");
    EXPECT_EQ(result.scopes[1].measures, (std::vector<std::size_t>{3, 5}));
    EXPECT_EQ(result.scopes[1].development, (Development{rose, false}));
}

// A pilot region gets all, a division elsewhere the nationwide ones: 17 and 16, or 14 and 11.
TEST(Compare, CountsWhatRegionsGet) {
    std::map<std::string, std::vector<std::size_t>> found;
    for (const auto& each : second_and_third().places) found[each.id] = each.measures;

    EXPECT_EQ(found.at("shanghai"), (std::vector<std::size_t>{17, 16}));
    EXPECT_EQ(found.at("310000"), (std::vector<std::size_t>{17, 16}));
    EXPECT_EQ(found.at("220000"), (std::vector<std::size_t>{14, 11}));
    EXPECT_FALSE(found.contains("810000"));  // not addressed
}

// Departments with categories: 27 links in 2018, 20 in 2020, 11 of them the same.
TEST(Compare, CountsTheTurnoverOfBothNetworks) {
    const auto result = second_and_third();

    ASSERT_EQ(result.steps.size(), 1U);
    EXPECT_EQ(result.steps[0].pairs, (Turnover{12, 3, 0, 14, 28, 11, 17, 11}));
    EXPECT_EQ(result.steps[0].categories, (Turnover{15, 5, 2, 11, 16, 9, 5, 3}));
    EXPECT_EQ(result.unknown, std::vector<UnknownBody>{});
}

TEST(Compare, ProfilesEachBatch) {
    const auto profiles = second_and_third().profiles;

    ASSERT_EQ(profiles.size(), 2U);
    const auto& second = profiles[0];
    EXPECT_EQ((std::vector{second.listed, second.withheld, second.nationwide, second.departments,
                           second.links, second.sole, second.pairs, second.shared,
                           second.components, second.largest}),
              (std::vector<std::size_t>{17, 6, 14, 16, 43, 3, 42, 54, 2, 7}));
    EXPECT_NEAR(second.newman, 20.0, 1e-12);
    EXPECT_NEAR(second.full->gini, 257.0 / 688.0, 1e-12);
    EXPECT_NEAR(second.full->herfindahl, 173.0 / 1849.0, 1e-12);
    EXPECT_NEAR(second.fractional->gini, 367.0 / 816.0, 1e-12);
    EXPECT_NEAR(second.fractional->herfindahl, 4453.0 / 41616.0, 1e-12);
    const auto& third = profiles[1];
    EXPECT_EQ(
        (std::vector{third.listed, third.withheld, third.nationwide, third.departments, third.links,
                     third.sole, third.pairs, third.shared, third.components, third.largest}),
        (std::vector<std::size_t>{16, 4, 11, 13, 43, 1, 25, 43, 2, 9}));
    EXPECT_NEAR(third.newman, 21.0, 1e-12);
    EXPECT_NEAR(third.full->gini, 240.0 / 559.0, 1e-12);
    EXPECT_NEAR(third.full->herfindahl, 241.0 / 1849.0, 1e-12);
    EXPECT_EQ(third.most_loaded, (std::vector{DepartmentIndex{2}}));
    // 2018: MOST (7, 9) and CSRC (10) are alone; 12 and 14 need MOF or NDRC, 23 NDRC, SASAC or
    // CNAO, 21 MOE or MOHRSS; CNIPA reaches 1 to 5 and 13.
    EXPECT_EQ(second.cover, 5U);
    EXPECT_EQ(third.cover, 5U);
}

TEST(Compare, OfABatchWithItselfFindsNoChange) {
    const std::array batches{shipped("2020-third-batch.yaml"), shipped("2020-third-batch.yaml")};

    const auto result = compare(batches);

    for (const auto& each : result.departments) EXPECT_EQ(each.development.trend, Trend::same);
    for (const auto& each : result.pairs) EXPECT_EQ(each.development.trend, Trend::same);
    for (const auto& each : result.categories) EXPECT_EQ(each.development.trend, Trend::same);
    EXPECT_EQ(result.steps[0].pairs, (Turnover{12, 0, 0, 25, 0, 0, 0, 0}));
}

TEST(Compare, KeepsASeriesApart) {
    const std::array batches{shipped("2018-second-batch.yaml"), shipped("2020-third-batch.yaml"),
                             shipped("2018-second-batch.yaml")};

    const auto result = compare(batches);

    EXPECT_EQ(result.profiles[0], result.profiles[2]);
    ASSERT_EQ(result.steps.size(), 2U);
    EXPECT_EQ(result.steps[1].pairs, (Turnover{12, 0, 3, 14, 11, 28, 11, 17}));
    for (const auto& each : result.departments) {
        EXPECT_EQ(each.loads[0].has_value(), each.loads[2].has_value());
        EXPECT_EQ(each.development.trend, Trend::same) << each.id;
    }
}

TEST(Compare, NamesBodiesThatARegistryDoesNotKnow) {
    const std::string rest =
        "regions: [{id: r, name: R}]\nnotice: {id: n, title: N, issued: 2020-01-01}\nmeasures: "
        "[{number: 1, title: T, scope: r, departments: ";
    const std::array batches{programme("departments: [{id: a, name: A}]\n" + rest + "a}]\n"),
                             programme("departments: [{id: b, name: B}]\n" + rest + "b}]\n")};

    EXPECT_EQ(compare(batches).unknown, (std::vector<UnknownBody>{{"b", 0}, {"a", 1}}));
}

// All is printed, so that d, which both registries know, left for certain; a and b may have another
// name where the registry does not have theirs.
TEST(Compare, IsCertainOfBodiesThatEveryRegistryKnows) {
    const auto batch = [](const std::string& registry, const std::string& named) {
        return programme("departments: [" + registry +
                         "]\nregions: [{id: r, name: R}]\nnotice: {id: n, title: N, issued: "
                         "2020-01-01, announced: 1}\nmeasures: [{number: 1, title: T, scope: r, "
                         "departments: [" +
                         named + "]}]\n");
    };
    const std::string others = ", {id: c, name: C}, {id: d, name: D}";
    const std::array batches{batch("{id: a, name: A}" + others, "a, c, d"),
                             batch("{id: b, name: B}" + others, "b, c")};

    const auto result = compare(batches);

    std::map<std::string, Development> departments;
    for (const auto& each : result.departments) departments[each.id] = each.development;
    EXPECT_EQ(departments, (std::map<std::string, Development>{{"a", {Trend::went, false}},
                                                               {"b", {Trend::came, false}},
                                                               {"c", {Trend::same, true}},
                                                               {"d", {Trend::went, true}}}));
    std::map<std::string, Development> pairs;
    for (const auto& each : result.pairs) pairs[each.a + each.b] = each.development;
    EXPECT_EQ(pairs, (std::map<std::string, Development>{{"ac", {Trend::went, false}},
                                                         {"ad", {Trend::went, false}},
                                                         {"cd", {Trend::went, true}},
                                                         {"cb", {Trend::came, false}}}));
}

// In the second batch a has its measure alone: it stays, but is no node of the network of pairs, so
// that the pair a-b dissolved with it and b-c formed with c.
TEST(Compare, TakesForStayingInPairsWhatTurnoverTakesForNodes) {
    const std::string rest =
        "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}]\n"
        "regions: [{id: r, name: R}]\nnotice: {id: n, title: N, issued: 2020-01-01}\nmeasures:\n";
    const std::array batches{
        programme(rest + "  - {number: 1, title: T, scope: r, departments: [a, b]}\n"
                         "  - {number: 2, title: U, scope: r, departments: [b, d]}\n"),
        programme(rest + "  - {number: 1, title: T, scope: r, departments: a}\n"
                         "  - {number: 2, title: U, scope: r, departments: [b, d]}\n"
                         "  - {number: 3, title: V, scope: r, departments: [b, c]}\n")};

    const auto result = compare(batches);

    std::map<std::string, bool> stay;
    for (const auto& pair : result.pairs) stay[pair.a + pair.b] = pair.both_stay;
    EXPECT_EQ(stay, (std::map<std::string, bool>{{"ab", false}, {"bd", true}, {"bc", false}}));
    // b and d are nodes of both; one link is kept, none is rewired.
    EXPECT_EQ(result.steps[0].pairs, (Turnover{2, 1, 1, 1, 1, 1, 0, 0}));
}

/// The third batch before and after steps as the command line has them.
std::array<Dataset, 2> before_and_after(const std::vector<StepText>& steps) {
    const std::vector paths{std::string(REMIT_SOURCE_DIR "/data/2020-third-batch.yaml")};
    const auto before = load(paths, {}, steps).dataset.value();
    return {before, reorganize(before, before.plans()).dataset.value()};
}

// The shared measures 1, 3, 4, 5 and 6 lose a link each; the pair itself, 5 shared measures, is
// gone, and so are the 6 that both shared with a third: 43 - 5 and 43 - 5 - 6.
TEST(Compare, ShowsWhatMergingTwoRegulatorsChanges) {
    const auto both =
        before_and_after({{StepKind::merge, "--merge", "银保监会+人民银行=regulator"}});

    const auto result = compare(both);

    const auto& before = result.profiles[0];
    const auto& after = result.profiles[1];
    EXPECT_EQ((std::array{before.departments, before.links, before.pairs, before.shared}),
              (std::array<std::size_t, 4>{13, 43, 25, 43}));
    EXPECT_EQ((std::array{after.departments, after.links, after.pairs, after.shared}),
              (std::array<std::size_t, 4>{12, 38, 21, 32}));
    EXPECT_EQ((std::array{after.sole, after.components, after.listed}),
              (std::array<std::size_t, 3>{1, 2, 16}));
    EXPECT_EQ(before.cover, 5U);
    EXPECT_EQ(after.cover, 5U);
    EXPECT_EQ(result.departments.back().id, "regulator");
    const auto& merged = result.departments.back().loads[1].value();
    EXPECT_EQ(merged.measures, 7U);
    EXPECT_EQ(merged.first_named, 4U);
    EXPECT_EQ(merged.department, DepartmentIndex{0});  // in the row of the first of them
}

TEST(Compare, TakesADepartmentUnderItsLaterNameForTheSame) {
    const auto both = before_and_after({{StepKind::rename, "--rename", "cbirc=nfra"}});

    const auto result = compare(both, {{"cbirc", "nfra"}});

    EXPECT_EQ(result.departments.size(), 13U);
    EXPECT_EQ(result.departments.front().id, "nfra");
    for (const auto& each : result.departments) EXPECT_EQ(each.development.trend, Trend::same);
    for (const auto& each : result.pairs) EXPECT_EQ(each.development.trend, Trend::same);
    EXPECT_EQ(result.profiles[0], result.profiles[1]);
    EXPECT_EQ(result.steps[0].pairs.links_kept, 25U);
    EXPECT_EQ(result.steps[0].categories.links_gone, 0U);
}

/// A batch of ten measures with up to four of eight bodies, whose ids start with a prefix.
std::string measures(std::mt19937& random, const std::string& prefix) {
    std::string text = "measures:\n";
    for (int m = 1; m <= 10; ++m) {
        std::vector<int> all{0, 1, 2, 3, 4, 5, 6, 7};
        std::string names;
        for (auto count = 1 + random() % 4; count > 0; --count) {
            const auto at = random() % all.size();
            names += (names.empty() ? "" : ", ") + prefix + std::to_string(all[at]);
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
        }
        text += "  - {number: " + std::to_string(m) + ", title: T, category: c" +
                std::to_string(random() % 3) + ", departments: [" + names +
                "], scope: " + (random() % 2 == 0 ? "r" : "s") + "}\n";
    }
    return text;
}

Dataset batch(unsigned seed, const std::string& prefix, const std::string& issued) {
    std::mt19937 random(seed);
    std::string text = "departments:\n";
    for (const auto* kind : {"old", "new"}) {
        for (int i = 0; i < 8; ++i) {
            text += "  - {id: " + std::string(kind) + std::to_string(i) + ", name: " + kind + " " +
                    std::to_string(i) + "}\n";
        }
    }
    text += "successions:\n";
    for (int i = 0; i < 8; ++i) {
        text += "  - {from: old" + std::to_string(i) + ", to: new" + std::to_string(i) +
                ", change: replaced-by, date: 2015-01-01}\n";
    }
    text += "regions: [{id: r, name: R}, {id: s, name: S, kind: nation}]\n";
    text += "notice: {id: n, title: N, issued: " + issued + ", announced: 12}\n";
    text += "categories: [{id: c0, name: C}, {id: c1, name: D}, {id: c2, name: E}]\n";
    return programme(text + measures(random, prefix));
}

/// Everything but what the bodies are called.
void expect_same_numbers(Comparison a, Comparison b) {
    const auto nameless = [](std::string& id) { id.erase(0, 3); };
    for (auto* each : {&a, &b}) {
        for (auto& row : each->departments) nameless(row.id);
        for (auto& row : each->pairs) {
            nameless(row.a);
            nameless(row.b);
        }
    }
    EXPECT_EQ(a.profiles, b.profiles);
    EXPECT_EQ(a.departments, b.departments);
    EXPECT_EQ(a.pairs, b.pairs);
    EXPECT_EQ(a.categories, b.categories);
    EXPECT_EQ(a.scopes, b.scopes);
    EXPECT_EQ(a.steps, b.steps);
}

class CompareProperty : public testing::TestWithParam<unsigned> {};

TEST_P(CompareProperty, ARenamingChangesNoNumber) {
    const auto seed = GetParam();
    const auto before = batch(seed, "old", "2010-01-01");
    const std::array control{before, batch(seed + 1000, "old", "2010-01-01")};
    const auto renamed = batch(seed + 1000, "new", "2020-01-01");
    const auto unrenamed = compare(control);

    const std::array today{as_of(before, {2020, 1, 1}).dataset.value(), renamed};
    const std::array then{before, as_of(renamed, {2010, 1, 1}).dataset.value()};
    const std::array as_printed{before, renamed};

    expect_same_numbers(compare(today), unrenamed);
    expect_same_numbers(compare(then), unrenamed);
    EXPECT_NE(compare(as_printed).departments.size(), unrenamed.departments.size());
}

INSTANTIATE_TEST_SUITE_P(Seeds, CompareProperty, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
