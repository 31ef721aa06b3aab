#include "support/every_table.hpp"

#include "support/programmes.hpp"

#include <remit/analysis/components.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/assignment_tables.hpp>
#include <remit/report/comparison_tables.hpp>
#include <remit/report/cover_tables.hpp>
#include <remit/report/field_tables.hpp>
#include <remit/report/metric_tables.hpp>
#include <remit/report/programme_tables.hpp>

#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace remit::test {
namespace {

using Tables = std::vector<NamedTable>;

void add_programme_tables(Tables& tables, const Dataset& dataset, Language language) {
    const auto graph = responsibility_graph(dataset);
    tables.push_back({"contents_table", contents_table(dataset, components(graph), language)});
    tables.push_back({"measure_table", measure_table(dataset, language)});
    tables.push_back({"to_table", to_table(workload(graph), dataset, language)});
    tables.push_back({"to_table", to_table(coresponsibility(graph), dataset, language)});
    const auto places = coverage(dataset);
    constexpr std::string_view level = "province";
    tables.push_back({"to_table", to_table(places, dataset, language)});
    tables.push_back(
        {"to_table", to_table(coverage_gaps(dataset, places, level), dataset, language, level)});
    tables.push_back(
        {"to_table", to_table(measure_reach(dataset, places, level), dataset, language, level)});
    const auto leads = fair_leads(graph);
    tables.push_back({"lead_table", lead_table(leads, {}, dataset, language)});
    tables.push_back({"lead_load_table", lead_load_table(leads, {}, dataset, language)});
    tables.push_back({"lead_optimum_table", lead_optimum_table(leads, {}, dataset, language)});
    tables.push_back({"cover_table", cover_table({}, dataset, language)});
    tables.push_back({"cover_member_table", cover_member_table({}, dataset, language)});
    tables.push_back({"category_cover_table", category_cover_table({}, dataset, language)});
    tables.push_back({"region_cover_table", region_cover_table({}, dataset, language)});
}

void add_metric_tables(Tables& tables, const Dataset& dataset, Language language) {
    const auto graph = responsibility_graph(dataset);
    const auto loads = workload(graph);
    const auto pairs = coresponsibility(graph);
    tables.push_back({"counting_table", counting_table(loads, Credit::full, dataset, language)});
    tables.push_back({"counting_table", counting_table(loads, dataset, language)});
    tables.push_back({"category_table",
                      category_table(load_by_category(dataset), Credit::full, dataset, language)});
    tables.push_back(
        {"pair_table", pair_table(pairs, similarity(graph, pairs), {}, dataset, language)});
    tables.push_back({"pair_category_table", pair_category_table(pairs, {}, dataset, language)});
    tables.push_back({"evidence_table", evidence_table(backbone(graph), 0.05, dataset, language)});
    tables.push_back(
        {"bounds_table", bounds_table(workload(graph, dataset.withheld()), dataset, language)});
    const SignificanceOptions some{.draws = 20};
    tables.push_back({"significance_table",
                      significance_table(significance(dataset, some), some, dataset, language)});
    tables.push_back({"structure_table", structure_table(structure(graph), dataset, language)});
    tables.push_back({"whole_table", whole_table(dataset, language)});
    tables.push_back({"measure_structure_table", measure_structure_table(dataset, language)});
    tables.push_back({"extinction_table", extinction_table(dataset, language)});
    tables.push_back({"direction_table", direction_table(dataset, language)});
    tables.push_back({"role_table", role_table(dataset, language)});
    tables.push_back({"core_periphery_table", core_periphery_table(dataset, language)});
    tables.push_back({"without_table", without_table(dataset, {0}, language)});
    tables.push_back({"biclique_table", biclique_table(bicliques(graph), {}, dataset, language)});
    tables.push_back({"concept_table", concept_table(concept_lattice(graph), dataset, language)});
    tables.push_back(
        {"implication_table", implication_table(implications(graph), dataset, language)});
    tables.push_back({"core_table", core_table(core_sizes(graph), dataset, language)});
    tables.push_back(
        {"projection_table", projection_table(projection_communities(graph), dataset, language)});
    tables.push_back({"module_table", module_table(communities(graph), dataset, language)});
}

/// Of a programme with fields, for the shipped notices have none.
void add_field_tables(Tables& tables, Language language) {
    const auto dataset = programme(
        std::string(small_registry) +
        "notice: {id: n, title: N, issued: 2026-Q1, scope: land}\n"
        "fields:\n"
        "  - {id: due, name: {zh-Hans: 期限, zh-Hant: 期限, en: Due}, type: date}\n"
        "  - {id: budget, name: {zh-Hans: 预算, zh-Hant: 預算, en: Budget}, type: number}\n"
        "measures:\n"
        "  - {number: 1, title: T, lead: alpha, with: beta, fields: {due: 2026, budget: 1}}\n");
    tables.push_back(
        {"load_by_field_table", load_by_field_table(dataset, {0}, Credit::full, language)});
    tables.push_back({"field_values_table", field_values_table(dataset, {0}, language)});
    tables.push_back({"load_by_role_table", load_by_role_table(dataset, Credit::full, language)});
    tables.push_back({"sum_table", sum_table(dataset, {1}, Credit::full, language)});
}

void add_comparisons(Tables& tables, std::span<const Dataset> batches, Language language) {
    const auto comparison = compare(batches);
    const ComparisonView view{batches, comparison, Compared::batches, language};
    using Make = Table (*)(const ComparisonView&);
    for (const auto& [name, make] : {std::pair<const char*, Make>{"summary_table", summary_table},
                                     {"compared_departments", compared_departments},
                                     {"compared_pairs", compared_pairs},
                                     {"compared_categories", compared_categories},
                                     {"compared_scopes", compared_scopes},
                                     {"compared_series", compared_series},
                                     {"compared_regions", compared_regions},
                                     {"compared_measures", compared_measures},
                                     {"survival_table", survival_table},
                                     {"turnover_table", turnover_table}}) {
        tables.push_back({name, make(view)});
    }
    const std::array unchanged{batches[0], batches[0]};
    tables.push_back({"new_sole_table", new_sole_table({unchanged, comparison,
                                                        Compared::before_and_after, language})});
}

}  // namespace

Tables every_table(Language language) {
    const std::array batches{shipped("2018-second-batch.yaml"), shipped("2020-third-batch.yaml")};
    Tables tables;
    add_programme_tables(tables, batches[1], language);
    add_metric_tables(tables, batches[1], language);
    add_field_tables(tables, language);
    add_comparisons(tables, batches, language);
    return tables;
}

}  // namespace remit::test
