#include "words.hpp"

namespace remit::cli {

const Words<std::optional<Credit>> countings{{"full", Credit::full},
                                             {"lead", Credit::lead},
                                             {"first-named", Credit::first_named},
                                             {"fractional", Credit::fractional},
                                             {"harmonic", Credit::harmonic},
                                             {"arithmetic", Credit::arithmetic},
                                             {"geometric", Credit::geometric},
                                             {"weighted", Credit::weighted},
                                             {"all", std::nullopt}};

const Words<DepartmentOrder> orders{{"measures", DepartmentOrder::measures},
                                    {"name", DepartmentOrder::name},
                                    {"registry", DepartmentOrder::registry}};

const Words<std::string_view> pair_weights{
    {"shared", "shared"},
    {"newman", "newman"},
    {"jaccard", "jaccard"},
    {"overlap", "overlap"},
    {"cosine", "cosine"},
    {"dice", "dice"},
    {"association-strength", "association_strength"},
    {"association-strength-links", "association_strength_links"},
    {"lift", "lift"},
    {"parts", "parts"},
    {"all", "all"}};

const Words<NullModel> null_models{{"hypergeometric", NullModel::hypergeometric},
                                   {"sdsm", NullModel::sdsm},
                                   {"fdsm", NullModel::fdsm},
                                   {"fixed-fill", NullModel::fixed_fill}};

const Words<Correction> corrections{{"none", Correction::none},
                                    {"bonferroni", Correction::bonferroni},
                                    {"holm", Correction::holm},
                                    {"benjamini-hochberg", Correction::benjamini_hochberg}};

const Words<ShowBackbone> backbone_kinds{{"more", ShowBackbone::more},
                                         {"fewer", ShowBackbone::fewer},
                                         {"structure", ShowBackbone::structure}};

const Words<ShowGroups> group_kinds{
    {"bicliques",
     [](const Dataset& dataset, const BicliqueOptions& options, Language language) {
         return biclique_table(bicliques(responsibility_graph(dataset), options), options, dataset,
                               language);
     }},
    {"concepts",
     [](const Dataset& dataset, const BicliqueOptions&, Language language) {
         return concept_table(concept_lattice(responsibility_graph(dataset)), dataset, language);
     }},
    {"implications",
     [](const Dataset& dataset, const BicliqueOptions&, Language language) {
         return implication_table(implications(responsibility_graph(dataset)), dataset, language);
     }},
    {"modules",
     [](const Dataset& dataset, const BicliqueOptions&, Language language) {
         return module_table(communities(responsibility_graph(dataset), {}, link_weights(dataset)),
                             dataset, language);
     }},
    {"projection",
     [](const Dataset& dataset, const BicliqueOptions&, Language language) {
         return projection_table(projection_communities(dataset), dataset, language);
     }},
    {"cores", [](const Dataset& dataset, const BicliqueOptions&, Language language) {
         return core_table(core_sizes(responsibility_graph(dataset)), dataset, language);
     }}};

namespace {

Table positions(const Dataset& dataset, Language language) {
    return structure_table(structure(responsibility_graph(dataset)), dataset, language);
}

}  // namespace

const Words<ShowStructure> structures{{"positions", positions},
                                      {"whole", whole_table},
                                      {"robustness", extinction_table},
                                      {"direction", direction_table},
                                      {"roles", role_table},
                                      {"core-periphery", core_periphery_table}};

const Words<ShowStructure> structure_sides{{"departments", positions},
                                           {"measures", measure_structure_table}};

const Words<ShowLeads> lead_tables{
    {"measures", lead_table}, {"loads", lead_load_table}, {"optima", lead_optimum_table}};

const Words<ShowComparison> comparisons{
    {"summary", summary_table},      {"departments", compared_departments},
    {"pairs", compared_pairs},       {"categories", compared_categories},
    {"scope", compared_scopes},      {"regions", compared_regions},
    {"measures", compared_measures}, {"turnover", turnover_table},
    {"series", compared_series},     {"survival", survival_table}};

const Words<ShowComparison> reorganizations{{"summary", summary_table},
                                            {"departments", compared_departments},
                                            {"pairs", compared_pairs},
                                            {"sole", new_sole_table}};

}  // namespace remit::cli
