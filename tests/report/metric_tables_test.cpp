#include "support/programmes.hpp"
#include "support/worked_by_hand.hpp"

#include <remit/analysis/metrics.hpp>
#include <remit/report/metric_tables.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace remit {
namespace {

/// One measure, of these departments.
Dataset one_measure(const std::string& departments) {
    return test::programme(R"(
departments: [{id: x, name: X}, {id: y, name: Y}]
regions: [{id: land, kind: nation, name: Land}]
notice: {id: p, title: P, issued: 2026-01-15}
measures:
  - {number: 1, title: A, departments: )" +
                           departments + ", scope: land}\n");
}

Dataset nothing_listed() {
    return test::programme(R"(
departments: [{id: x, name: X}]
notice: {id: p, title: P, issued: 2026-01-15, announced: 3}
)");
}

using Values = std::vector<std::optional<double>>;

/// A column from top to bottom; nothing for an empty cell.
Values values(const Table& table, std::string_view id) {
    const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                                 [&](const Column& column) { return column.id == id; });
    EXPECT_NE(at, table.columns.end()) << id;
    Values result;
    for (const auto& row : table.rows) {
        const auto& value = row.at(static_cast<std::size_t>(at - table.columns.begin())).value;
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            result.emplace_back(static_cast<double>(*whole));
        } else if (const auto* number = std::get_if<double>(&value)) {
            result.emplace_back(*number);
        } else {
            result.emplace_back();
        }
    }
    return result;
}

void expect_values(const Table& table, std::string_view id, const Values& expected) {
    const auto actual = values(table, id);
    ASSERT_EQ(actual.size(), expected.size()) << id;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        ASSERT_EQ(actual[i].has_value(), expected[i].has_value()) << id << ' ' << i;
        EXPECT_NEAR(actual[i].value_or(0.0), expected[i].value_or(0.0), 1e-12) << id << ' ' << i;
    }
}

testing::AssertionResult says(const Table& table, std::string_view sentence) {
    std::string all;
    for (const auto& note : table.notes) {
        if (note == sentence) return testing::AssertionSuccess();
        all += note + '\n';
    }
    return testing::AssertionFailure() << "not said: " << sentence << "\namong\n" << all;
}

class MetricTables : public testing::Test {
 protected:
    const Dataset dataset_ = test::programme(test::worked_by_hand);
    const ResponsibilityGraph graph_ = responsibility_graph(dataset_);
    static constexpr auto english = Language::en;
};

TEST_F(MetricTables, StructureIsAsWorkedByHand) {
    const auto table = structure_table(structure(graph_), dataset_, english);

    expect_values(table, "degree", {3.0 / 4, 2.0 / 4, 2.0 / 4});
    expect_values(table, "closeness", {8.0 / 10, 8.0 / 12, 8.0 / 12});
    expect_values(table, "harmonic_closeness", {13.0 / 15, 11.0 / 15, 11.0 / 15});
    expect_values(table, "redundancy", {1.0 / 3, 1.0, 0.0});
    const double xy = 25.0 / 36 + 25.0 / 81;  // each invests 2/3 in the other and 1/3 in z
    expect_values(table, "constraint", {xy, xy, 50.0 / 36});
    expect_values(table, "effective_size", {1.0, 1.0, 1.0});
    expect_values(table, "local_clustering", {11.0 / 24, 1.0 / 2, 7.0 / 24});
    expect_values(table, "closure", {0.0, 0.0, {}});
    expect_values(table, "butterflies", {1.0, 1.0, 0.0});
    expect_values(table, "sole", {1.0, 0.0, 1.0});
    expect_values(table, "articulation_point", {1.0, 0.0, 1.0});
    EXPECT_TRUE(says(table,
                     "Of the bipartite graph of 3 departments and 4 listed measures, in 1 "
                     "component. Constraint and effective size are of the one-mode projection: "
                     "constraint weighted by shared measures, effective size not."));
}

/// The value of a row; none where it has none.
std::optional<double> value_of(const Table& table, std::string_view metric) {
    for (const auto& row : table.rows) {
        if (std::get<std::string>(row[0].value) != metric) continue;
        if (const auto* whole = std::get_if<std::int64_t>(&row[2].value)) {
            return static_cast<double>(*whole);
        }
        const auto* number = std::get_if<double>(&row[2].value);
        return number == nullptr ? std::nullopt : std::optional(*number);
    }
    ADD_FAILURE() << "no row " << metric;
    return std::nullopt;
}

TEST_F(MetricTables, TheWholeIsAsWorkedByHand) {
    const auto table = whole_table(dataset_, english);

    EXPECT_EQ(value_of(table, "components"), 1.0);
    EXPECT_NEAR(*value_of(table, "collaboration_index"), 7.0 / 4, 1e-12);
    EXPECT_NEAR(*value_of(table, "degree_of_collaboration"), 2.0 / 4, 1e-12);
    EXPECT_NEAR(*value_of(table, "collaborative_coefficient"), 1.0 - (17.0 / 6) / 4, 1e-12);
    EXPECT_EQ(value_of(table, "ei_index"), std::nullopt);
    EXPECT_NEAR(*value_of(table, "density"), 7.0 / 12, 1e-12);
    EXPECT_NEAR(*value_of(table, "reinforcement"), 4.0 / 11, 1e-12);
    EXPECT_NEAR(*value_of(table, "nodf"), 550.0 / 9, 1e-12);
    EXPECT_EQ(value_of(table, "discrepancy"), 1.0);
    EXPECT_NEAR(*value_of(table, "robustness"), 7.0 / 12, 1e-12);
    EXPECT_TRUE(says(table, "Measures by their number of departments: 1: 2, 2: 1, 3: 1."));
}

// The example of rosenberglab.net: 5, 3, 3 and 5 papers of 1 to 4 authors.
TEST(WholeTable, HasTheCollaborationOfThePublishedExample) {
    std::string text(
        "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}]\n"
        "regions: [{id: land, kind: nation, name: Land}]\n"
        "notice: {id: p, title: P, issued: 2026-01-15, scope: land}\nmeasures:\n");
    const std::array<std::pair<int, const char*>, 4> sizes{
        {{5, "a"}, {3, "a, b"}, {3, "a, b, c"}, {5, "a, b, c, d"}}};
    int number = 0;
    for (const auto& [count, departments] : sizes) {
        for (int i = 0; i < count; ++i) {
            text += "  - {number: " + std::to_string(++number) + ", title: T, departments: [" +
                    departments + "]}\n";
        }
    }
    const auto table = whole_table(test::programme(text), Language::en);

    EXPECT_NEAR(*value_of(table, "collaboration_index"), 2.5, 1e-12);
    EXPECT_NEAR(*value_of(table, "collaborative_coefficient"), 0.4531, 5e-5);
}

// x and y are of one kind, z of another: x-y is inside, x-z and y-z are across.
TEST(WholeTable, HasTheTiesAcrossKinds) {
    const auto table = whole_table(
        test::programme("departments: [{id: x, name: X, kind: k}, {id: y, name: Y, kind: k},\n"
                        "              {id: z, name: Z, kind: l}]\n"
                        "regions: [{id: land, kind: nation, name: Land}]\n"
                        "notice: {id: p, title: P, issued: 2026-01-15, scope: land}\n"
                        "measures: [{number: 1, title: T, departments: [x, y, z]}]\n"),
        Language::en);

    EXPECT_NEAR(*value_of(table, "ei_index"), 1.0 / 3, 1e-12);
}

// x-y within kind k, y-z across, x and z apart; u has no kind.
TEST(RoleTable, SaysWhoStandsBetweenKinds) {
    const std::string registry =
        "departments: [{id: x, name: X, kind: k}, {id: y, name: Y, kind: k},\n"
        "              {id: z, name: Z, kind: l}, {id: u, name: U}]\n"
        "regions: [{id: land, kind: nation, name: Land}]\n"
        "notice: {id: p, title: P, issued: 2026-01-15, scope: land}\n";
    const auto shared = role_table(
        test::programme(registry + "measures: [{number: 1, title: A, departments: [x, y, u]},\n"
                                   "           {number: 2, title: B, departments: [y, z]}]\n"),
        Language::en);
    const auto led = role_table(
        test::programme(registry + "measures: [{number: 1, title: A, lead: x, with: y},\n"
                                   "           {number: 2, title: B, lead: y, with: z}]\n"),
        Language::en);

    EXPECT_EQ(std::get<std::string>(shared.rows[2][2].value), "l");
    expect_values(shared, "gatekeeper", {0.0, 1.0, 0.0});
    expect_values(shared, "representative", {0.0, 1.0, 0.0});
    expect_values(shared, "brokered", {0.0, 2.0, 0.0});
    EXPECT_TRUE(says(shared,
                     "No listed measure declares a lead. Departments that share one are tied both "
                     "ways, with 4 ties among the 3 whose kind is known; each open pair so counts "
                     "in both directions, and gatekeeper equals representative."));
    EXPECT_TRUE(says(shared, "Of 4 departments, 1 has no kind and is left out."));
    EXPECT_TRUE(says(shared,
                     "A random network with as many ties would give each 0.296 in all; remit "
                     "explain says what it would give of each role."));
    expect_values(led, "gatekeeper", {0.0, 0.0, 0.0});
    expect_values(led, "representative", {0.0, 1.0, 0.0});
    EXPECT_TRUE(says(led,
                     "Ties run from each declared lead to each department that takes part without "
                     "leading: 2 among the 3 whose kind is known."));
}

TEST_F(MetricTables, NobodyHasARoleWithoutAKind) {
    const auto table = role_table(dataset_, english);

    EXPECT_TRUE(table.rows.empty());
    EXPECT_TRUE(says(table, "The kind of no department is known, so that nobody has a role."));
}

// All share with all, so that no pair is of the periphery; any two, or all, could be the core.
TEST_F(MetricTables, TheCoreIsAsWorkedByHand) {
    const auto table = core_periphery_table(dataset_, english);

    expect_values(table, "partners", {2.0, 2.0, 2.0});
    expect_values(table, "core", {1.0, 1.0, 0.0});
    EXPECT_TRUE(says(table,
                     "Partners share a measure. The core of 2 fits with the fewest errors: of 3 "
                     "pairs, 0 are of the core without sharing or of the periphery with sharing; "
                     "pairs between the two are free. Fit 1.000."));
    EXPECT_TRUE(says(table,
                     "Others fit as well: of X, Y, Z, any 2 or 3 can be in the core; here those "
                     "that come first in the table."));
}

TEST_F(MetricTables, MeasuresAreSeenFromTheirSide) {
    const auto table = measure_structure_table(dataset_, english);

    expect_values(table, "degree", {2.0 / 3, 1.0, 1.0 / 3, 1.0 / 3});
    expect_values(table, "redundancy", {1.0, 1.0 / 3, {}, {}});
    expect_values(table, "articulation_point", {0.0, 1.0, 0.0, 0.0});
    expect_values(table, "bridges", {0.0, 1.0, 1.0, 1.0});
}

// x leaves first: of 1, 2, 3, 4 the last is lost; then y and z in either order.
TEST_F(MetricTables, WhatIsLeftIsAsWorkedByHand) {
    const auto table = extinction_table(dataset_, english);

    expect_values(table, "gone", {0.0, 1.0, 2.0, 3.0});
    expect_values(table, "greatest_first", {1.0, 3.0 / 4, 1.0 / 2, 0.0});
    EXPECT_TRUE(says(table,
                     "Share of the measures that still have a department, averaged over all orders "
                     "of equals; the areas below are 0.583 and 0.708."));
}

TEST_F(MetricTables, AnAbsenceLeavesMeasuresWithNobody) {
    const auto table = without_table(dataset_, test::department(dataset_, "x"), english);

    EXPECT_EQ(table.title, "Without X");
    expect_values(table, "number", {4.0, 1.0, 2.0});
    EXPECT_EQ(table.rows[0][2].names, std::vector<std::string>{});
    EXPECT_EQ(table.rows[2][2].names, (std::vector<std::string>{"Y", "Z"}));
    EXPECT_TRUE(says(table, "Of the 3 measures of X, 1 names nobody else."));
    EXPECT_TRUE(says(table,
                     "Components: 1 with it, 2 without it, each measure left with nobody counted "
                     "as one."));
}

TEST_F(MetricTables, CountingIsAsWorkedByHand) {
    const auto loads = workload(graph_);

    const auto all = counting_table(loads, dataset_, english);
    expect_values(all, "measures", {3.0, 2.0, 2.0});
    expect_values(all, "first_named", {3.0, 0.0, 1.0});
    expect_values(all, "lead", {{}, {}, {}});
    expect_values(all, "dominance", {1.0, 0.0, 0.0});
    expect_values(all, "fractional", {11.0 / 6, 5.0 / 6, 4.0 / 3});
    expect_values(all, "harmonic", {73.0 / 33, 20.0 / 33, 13.0 / 11});
    expect_values(all, "arithmetic", {13.0 / 6, 2.0 / 3, 7.0 / 6});
    expect_values(all, "geometric", {47.0 / 21, 13.0 / 21, 8.0 / 7});

    const auto first = counting_table(loads, Credit::first_named, dataset_, english);
    expect_values(first, "first_named", {3.0, 1.0, 0.0});
    expect_values(first, "share_of_sum", {0.75, 0.25, 0.0});
    EXPECT_TRUE(says(first,
                     "Concentration over the 3 departments that the listed measures name, any "
                     "with 0 included: Gini 0.500 (0 even, 0.667 if one had all), Herfindahl "
                     "0.625 (1 if one had all), effective number 1.75."));
}

TEST_F(MetricTables, ParticipationLeavesOutMeasuresWithoutACategory) {
    const auto table = category_table(load_by_category(dataset_), Credit::full, dataset_, english);

    expect_values(table, "k", {2.0, 2.0, 1.0});
    expect_values(table, "l", {1.0, 0.0, 0.0});
    expect_values(table, "no_category", {0.0, 0.0, 1.0});
    expect_values(table, "participation", {4.0 / 9, 0.0, 0.0});
    EXPECT_TRUE(says(table,
                     "Participation is 1 less the sum of the squared shares that the categories "
                     "have in those of the department's measures that have one: 0 where these are "
                     "all in one category, empty where there are none. Measures without a category "
                     "do not count for it."));
}

TEST_F(MetricTables, EvidenceIsAsWorkedByHand) {
    const auto table = evidence_table(backbone(graph_), 0.05, dataset_, english);

    expect_values(table, "shared", {2.0, 1.0, 1.0});
    expect_values(table, "p", {1.0 / 2, 5.0 / 6, 1.0});
    expect_values(table, "adjusted", {1.0, 1.0, 1.0});
    expect_values(table, "unusual", {0.0, 0.0, 0.0});
    EXPECT_TRUE(says(table,
                     "No pair is unusual at 0.05 under this null model and correction. Another "
                     "null model may find some."));
    EXPECT_TRUE(says(table,
                     "p is the probability of sharing at least so many by chance. Null model: "
                     "hypergeometric (each department keeps its number of measures), after "
                     "Tumminello et al. 2011. Of the 3 pairs of departments, those that share "
                     "nothing included, each is tested; correction: Holm."));

    const auto uncorrected =
        evidence_table(backbone(graph_, {.correction = Correction::none}), 0.5, dataset_, english);
    expect_values(uncorrected, "unusual", {1.0, 0.0, 0.0});
    EXPECT_TRUE(
        says(uncorrected, "Unusual at 0.5: 1. Another null model may find others, or none."));
    EXPECT_TRUE(says(uncorrected,
                     "Without a correction up to 1.50 of 3 pairs may be expected to be found by "
                     "chance alone."));
}

/// Every model is named with its own source, and the catalogue has them all.
TEST_F(MetricTables, EvidenceNamesTheSourceOfItsModel) {
    const std::array<std::pair<NullModel, std::string_view>, 4> sources{
        {{NullModel::hypergeometric, "Tumminello et al. 2011"},
         {NullModel::sdsm, "Neal 2014"},
         {NullModel::fdsm, "Neal, Domagalski & Sagan 2021; Godard & Neal 2022"},
         {NullModel::fixed_fill, "Neal, Domagalski & Sagan 2021"}}};
    for (const auto& [model, source] : sources) {
        const auto table =
            evidence_table(backbone(graph_, {.model = model}), 0.05, dataset_, english);

        const bool named = std::any_of(
            table.notes.begin(), table.notes.end(), [text = source](const std::string& note) {
                return note.find(", after " + std::string(text) + ". Of the") != note.npos;
            });
        EXPECT_TRUE(named) << source;
        EXPECT_NE(find_metric("p")->source.find(source), std::string_view::npos) << source;
    }
}

TEST(EvidenceTable, DoesNotBlameTheNumberOfMeasures) {
    const auto sentences = [](const Dataset& dataset, const BackboneOptions& options = {}) {
        return evidence_table(backbone(responsibility_graph(dataset), options), 0.05, dataset,
                              Language::en);
    };
    const std::string no_pair =
        "There are fewer than two departments, so that there is no pair to "
        "test.";

    EXPECT_TRUE(says(sentences(nothing_listed()), no_pair));
    EXPECT_EQ(sentences(nothing_listed()).notes.size(), 2U) << "and what is counted";
    EXPECT_TRUE(says(sentences(one_measure("[x]")), no_pair));
    EXPECT_TRUE(says(sentences(one_measure("[x, y]")),
                     "Every p is 1: whatever this null model draws, each of the pairs shares at "
                     "least as many."));
    const auto apart = test::programme(R"(
departments: [{id: x, name: X}, {id: y, name: Y}]
regions: [{id: land, kind: nation, name: Land}]
notice: {id: p, title: P, issued: 2026-01-15}
measures:
  - {number: 1, title: A, departments: [x], scope: land}
  - {number: 2, title: B, departments: [y], scope: land}
)");
    EXPECT_TRUE(says(sentences(apart),
                     "No two departments share a measure, so that none can share unusually many."));
}

/// With 20 draws the least p is 1/21, which is below 0.05 and would do without a correction.
TEST_F(MetricTables, EvidenceAsksForMoreDrawsOnlyWhereTheyDecide) {
    const std::string more =
        "With 20 draws no p is below 0.0476, so that of 3 pairs none can be "
        "found unusual: draw more.";
    const auto sampled = [&](Correction correction) {
        const BackboneOptions options{
            .model = NullModel::fdsm, .correction = correction, .draws = 20, .counting_limit = 0};
        return evidence_table(backbone(graph_, options), 0.05, dataset_, english);
    };

    EXPECT_TRUE(says(sampled(Correction::holm), more));
    EXPECT_FALSE(says(sampled(Correction::none), more));
    EXPECT_FALSE(says(sampled(Correction::benjamini_hochberg), more));
}

TEST(StructureTable, SaysWhoseTheEigenvectorIs) {
    const auto table_of = [](std::string_view measures) {
        const auto dataset = test::programme(R"(
departments: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
regions: [{id: land, kind: nation, name: Land}]
notice: {id: p, title: P, issued: 2026-01-15}
measures:
)" + std::string(measures));
        return structure_table(structure(responsibility_graph(dataset)), dataset, Language::en);
    };

    const auto leading = table_of(R"(
  - {number: 1, title: A, departments: [x, y], scope: land}
  - {number: 2, title: B, departments: [z], scope: land}
)");
    expect_values(leading, "eigenvector", {std::sqrt(0.5), std::sqrt(0.5), 0.0});
    EXPECT_TRUE(says(leading,
                     "The eigenvector is that of the leading component (singular value 1.414): "
                     "departments of other components have 0."));

    const auto alike = table_of(R"(
  - {number: 1, title: A, departments: [x], scope: land}
  - {number: 2, title: B, departments: [y], scope: land}
)");
    EXPECT_TRUE(says(alike,
                     "The eigenvector is not unique: 2 components have the same, largest singular "
                     "value (1.000). Shown is the one nearest to all entries being equal; "
                     "departments of other components have 0."));
}

TEST(ImplicationTable, SaysWhatFollowsAndFromWhat) {
    const auto notes_of = [](const Dataset& dataset) {
        return implication_table(implications(responsibility_graph(dataset)), dataset,
                                 Language::en);
    };

    const auto some = notes_of(test::programme(test::worked_by_hand));
    EXPECT_TRUE(says(some,
                     "All other implications whose premise some listed measure names follow from "
                     "these; of departments that no measure names together nothing is said."))
        << "y goes with x, x and z with y; y and z with x follows";
    const auto one = notes_of(one_measure("[x, y]"));
    EXPECT_TRUE(
        says(one, "Where the premise is empty, every listed measure names the conclusion."));
    EXPECT_TRUE(says(notes_of(nothing_listed()),
                     "There is none: no departments that some listed measure names go always with "
                     "another."));
}

TEST(ModuleTable, HasNoModularityWithoutALink) {
    const auto dataset = nothing_listed();

    const auto table =
        module_table(communities(responsibility_graph(dataset)), dataset, Language::en);

    EXPECT_TRUE(says(table, "There is no link that could make a module."));
}

}  // namespace
}  // namespace remit
