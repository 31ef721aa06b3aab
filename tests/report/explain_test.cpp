#include "support/programmes.hpp"
#include "support/worked_by_hand.hpp"

#include <remit/report/explain.hpp>
#include <remit/report/metric_tables.hpp>

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <set>
#include <string>

namespace remit {
namespace {

std::string worked(std::string_view id, const Case& of_whom) {
    return worked_value(*find_metric(id), test::programme(test::worked_by_hand), of_whom);
}

constexpr DepartmentIndex x{0};
constexpr DepartmentIndex y{1};
constexpr DepartmentIndex z{2};

TEST(Explain, WorksOutWhatADepartmentHas) {
    EXPECT_EQ(worked("measures", {x, {}}), "X: 3");
    EXPECT_EQ(worked("first_named", {y, {}}), "Y: 0 + 0 = 0");
    EXPECT_EQ(worked("fractional", {x, {}}), "X: 1/2 + 1/3 + 1/1 = 1.83333");
    EXPECT_EQ(worked("harmonic", {z, {}}), "Z: (1/3)/H(3) + (1/1)/H(1) = 1.18182");
    EXPECT_EQ(worked("arithmetic", {y, {}}), "Y: 1/3 + 2/6 = 0.666667");
    EXPECT_EQ(worked("geometric", {y, {}}), "Y: 2^0/(2^2-1) + 2^1/(2^3-1) = 0.619048");
    EXPECT_EQ(worked("sole", {z, {}}), "Z: 1");
    EXPECT_EQ(worked("lead", {x, {}}), "X: no value: no measure says who leads");
    EXPECT_EQ(worked("dominance", {x, {}}), "X: 2 / 2 = 1");
    EXPECT_EQ(
        worked("share", {z, {}}),
        "Z: 2 / 4 = 0.5; low and high are not known: the notice does not say how many it has");
    EXPECT_EQ(worked("participation", {x, {}}), "X: 1 - (2/3)^2 - (1/3)^2 = 0.444444");
    EXPECT_EQ(worked("participation", {z, {}}), "Z: 1 - (1/1)^2 = 0; without a category: 1");
}

TEST(Explain, WorksOutWhereADepartmentStands) {
    EXPECT_EQ(worked("degree", {x, {}}), "X: 3 / 4 = 0.75");
    EXPECT_EQ(worked("redundancy", {x, {}}), "X: 1 / 3 = 0.333333");
    EXPECT_EQ(worked("constraint", {z, {}}), "Z: 1.38889");
    EXPECT_EQ(worked("effective_size", {x, {}}), "X: 1");
    EXPECT_EQ(worked("articulation_point", {y, {}}), "Y: 0");
    EXPECT_EQ(worked("local_clustering", {y, {}}), "Y: 0.5");
    EXPECT_EQ(worked("closure", {x, {}}), "X: 0 / 1 = 0");
    EXPECT_EQ(worked("closure", {z, {}}),
              "Z: no value: it is in the middle of no path of four links");
    EXPECT_EQ(worked("butterflies", {x, {}}), "X: 1");
}

// A leads to x-y, B to y-z; x and y are of one kind. Density 2/6, so that each pair of others
// counts (1/3)^2 (2/3) = 2/27.
TEST(Explain, WorksOutWhoBrokers) {
    const auto dataset = test::programme(
        "departments: [{id: x, name: X, kind: k}, {id: y, name: Y, kind: k},\n"
        "              {id: z, name: Z, kind: l}]\n"
        "regions: [{id: land, kind: nation, name: Land}]\n"
        "notice: {id: p, title: P, issued: 2026-01-15, scope: land}\n"
        "measures: [{number: 1, title: A, lead: x, with: y},\n"
        "           {number: 2, title: B, lead: y, with: z}]\n");
    const auto of_y = [&](std::string_view id) {
        return worked_value(*find_metric(id), dataset, {y, {}});
    };

    EXPECT_EQ(of_y("representative"),
              "Y: 1; 0.0740741 expected of a random network with as many ties");
    EXPECT_EQ(of_y("liaison"), "Y: 0; 0 expected of a random network with as many ties");
    EXPECT_EQ(of_y("brokered"),
              "Y: 0 + 0 + 0 + 1 + 0 = 1; 0.148148 expected of a random network with as many ties");
    EXPECT_EQ(worked("brokered", {x, {}}), "X: no value: its kind is not known");
}

TEST(Explain, WorksOutWhatAPairShares) {
    EXPECT_EQ(worked("shared", {x, y}), "X and Y: measures 1, 2: 2");
    EXPECT_EQ(worked("newman", {y, x}), "Y and X: 1/1 + 1/2 = 1.5");
    EXPECT_EQ(worked("jaccard", {x, z}), "X and Z: 1 / (3 + 2 - 1) = 0.25");
    EXPECT_EQ(worked("overlap", {x, z}), "X and Z: 1 / min(3, 2) = 0.5");
    EXPECT_EQ(worked("cosine", {y, z}), "Y and Z: 1 / sqrt(2 * 2) = 0.5");
    EXPECT_EQ(worked("dice", {x, z}), "X and Z: 2 * 1 / (3 + 2) = 0.4");
    EXPECT_EQ(worked("association_strength", {y, z}), "Y and Z: 1 / (2 * 2) = 0.25");
    EXPECT_EQ(worked("association_strength_links", {x, y}),
              "X and Y: 2 * 4 * 2 / (3 * 3) = 1.77778");
    EXPECT_EQ(worked("lift", {y, z}), "Y and Z: 4 * 1 / (2 * 2) = 1");
    EXPECT_EQ(worked("p", {y, x}),
              "Y and X: hypergeometric, P(X >= 2) with 3 and 2 of 4 measures = 0.5; after Holm's "
              "correction 1");
}

TEST(Explain, WorksOutWhatTheProgrammeHas) {
    EXPECT_EQ(worked("gini", {x, {}}), "of the full counts 2, 2, 3 (D = 3): 0.0952381");
    EXPECT_EQ(worked("herfindahl", {x, {}}), "of the full counts 2, 2, 3 (D = 3): 0.346939");
    EXPECT_EQ(worked("effective_number", {x, {}}), "of the full counts 2, 2, 3 (D = 3): 2.94171");
    EXPECT_EQ(worked("density", {x, {}}), "7 / (3 * 4) = 0.583333");
    EXPECT_EQ(worked("reinforcement", {x, {}}), "4 * 1 / 11 = 0.363636");
    EXPECT_EQ(worked("global_closure", {x, {}}), "0 / 2 = 0");
    EXPECT_EQ(worked("nodf", {x, {}}), "61.1111");
    EXPECT_EQ(worked("robustness", {x, {}}), "0.583333");
    EXPECT_EQ(worked("cover_size", {x, {}}), "2: X, Z; proved the fewest");
    EXPECT_EQ(worked("discrepancy", {x, {}}), "1");
    EXPECT_EQ(worked("core_size", {x, {}}), "2: X, Y; others fit as well");
    EXPECT_EQ(worked("core_fit", {x, {}}), "1 - 0 / 3 = 1");
    EXPECT_EQ(worked("matching", {x, {}}), "4 - (4 - 3) = 3");
    EXPECT_EQ(worked("lead_cost", {x, {}}),
              "of the printed leads 3*4/2 + 1*2/2 = 7; of the fairest 5");
    EXPECT_EQ(worked("beta_s", {x, {}}), "no value: there is nothing to compare one notice with");
}

TEST(Explain, SpeaksTheLanguageAskedFor) {
    EXPECT_EQ(explain(*find_metric("sole"), Language::zh_hans),
              "sole: 独担\n有多少项刊出举措只列该部门一家，既无集体主体，名单也未写“等”。\n"
              "公式：number of m with n(m) = 1 that name d\n列出它的命令：remit workload\n");
    EXPECT_EQ(worked("lead", {x, {}, Language::zh_hans}), "X：无值：没有举措写明由谁牵头");
    EXPECT_EQ(worked("cover_size", {x, {}, Language::zh_hant}), "2：X、Z；已證明為最少");
}

TEST(Explain, SaysThatNoTableShowsWhatNoneDoes) {
    EXPECT_NE(explain(*find_metric("specialization")).find("No table shows it"), std::string::npos);
    EXPECT_NE(explain(*find_metric("discrepancy")).find("Shown by: remit structure --show whole\n"),
              std::string::npos);
}

/// What an explanation gives is what the table has in the column of that name.
TEST(Explain, AgreesWithTheTables) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto graph = responsibility_graph(dataset);
    const std::array tables{
        structure_table(structure(graph), dataset, Language::en), role_table(dataset, Language::en),
        counting_table(workload(graph), dataset, Language::en),
        category_table(load_by_category(dataset), Credit::full, dataset, Language::en)};
    std::set<std::string> compared;
    for (const auto& table : tables) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const auto* metric = find_metric(table.columns[c].id);
            if (metric == nullptr) continue;
            compared.insert(table.columns[c].id);
            for (const auto& row : table.rows) {
                const auto d = test::department(dataset, std::get<std::string>(row[0].value));
                const auto value = metric->worked(dataset, graph, {d, {}}).value;
                const auto* whole = std::get_if<std::int64_t>(&row[c].value);
                const auto shown = whole != nullptr ? Cell(static_cast<double>(*whole)) : row[c];
                EXPECT_EQ(shown.value, value ? Cell(*value).value : Cell(std::monostate{}).value)
                    << metric->id << ", " << std::get<std::string>(row[0].value);
            }
        }
    }
    EXPECT_EQ(compared.size(), 29U) << "of departments, all but share";
}

TEST(Metrics, AreWholeEntries) {
    std::set<std::string_view> ids;
    for (const auto& metric : metrics()) {
        EXPECT_TRUE(ids.insert(metric.id).second) << metric.id;
        for (const auto language : spoken_languages()) {
            EXPECT_FALSE(metric.name.in(language).empty());
            EXPECT_TRUE(metric.definition.in(language).ends_with(marks::stop.in(language)))
                << metric.id << ' ' << language.tag();
        }
        EXPECT_FALSE(metric.formula.empty()) << metric.id;
    }
}

}  // namespace
}  // namespace remit
