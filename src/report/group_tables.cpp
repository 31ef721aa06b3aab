#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <remit/model/weights.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace remit {
namespace {

using tables::add_note;
using tables::add_row;
using tables::column;
using tables::framed;
using tables::measure_cell;
using tables::named_cell;
using tables::named_column;
using tables::text;
using tables::whole;

constexpr Phrase cut_off{"group.cut-off"};

std::vector<Column> group_columns(Language language) {
    return {named_column("departments", language), column("measure_numbers", language),
            column("department_count", language), column("measure_count", language)};
}

void add_base(Table& table, const Dataset& dataset, Language language) {
    add_note(table, tables::base_remark(dataset, language));
}

}  // namespace

Table biclique_table(const Bicliques& bicliques, const BicliqueOptions& options,
                     const Dataset& dataset, Language language) {
    constexpr Phrase title{"group.title"};
    constexpr Phrase rule{"group.rule"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = group_columns(language);
    for (const auto& each : bicliques.concepts) {
        add_row(table, named_cell(dataset, each.departments, language),
                measure_cell(dataset, each.measures), whole(each.departments.size()),
                whole(each.measures.size()));
    }
    add_note(table, rule.fill(language, {std::to_string(options.departments),
                                         std::to_string(options.measures),
                                         std::to_string(bicliques.concepts.size())}));
    if (!bicliques.complete) add_note(table, text(cut_off.in(language)));
    add_base(table, dataset, language);
    return table;
}

Table concept_table(const ConceptLattice& lattice, const Dataset& dataset, Language language) {
    constexpr Phrase title{"group.formal-concepts"};
    constexpr Phrase rule{"group.concept-table-rule"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = group_columns(language);
    table.columns.push_back(column("upper", language));
    std::vector<std::vector<std::int64_t>> upper(lattice.concepts.size());
    for (const auto& cover : lattice.covers) upper[cover.lower].push_back(whole(cover.upper + 1));
    for (std::size_t i = 0; i < lattice.concepts.size(); ++i) {
        const auto& each = lattice.concepts[i];
        add_row(table, named_cell(dataset, each.departments, language),
                measure_cell(dataset, each.measures), whole(each.departments.size()),
                whole(each.measures.size()), upper[i]);
    }
    add_note(table, rule.fill(language, {std::to_string(lattice.concepts.size()),
                                         std::to_string(lattice.covers.size())}));
    if (!lattice.complete) add_note(table, text(cut_off.in(language)));
    add_base(table, dataset, language);
    return table;
}

Table implication_table(const Implications& implications, const Dataset& dataset,
                        Language language) {
    constexpr Phrase title{"group.who-never-goes-without-whom"};
    constexpr Phrase rule{"group.implication-table-rule"};
    constexpr Phrase base{"group.base"};
    constexpr Phrase none{"group.none"};
    constexpr Phrase always{"group.always"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = {named_column("premise", language), named_column("conclusion", language),
                     column("support", language)};
    for (const auto& each : implications.implications) {
        add_row(table, named_cell(dataset, each.premise, language),
                named_cell(dataset, each.conclusion, language), whole(each.support));
    }
    const auto& listed = implications.implications;
    if (listed.empty() && implications.complete) {
        add_note(table, text(none.in(language)));
    } else {
        add_note(table, text(rule.in(language)));
        add_note(table, implications.complete ? base.fill(language, {std::to_string(listed.size())})
                                              : text(cut_off.in(language)));
    }
    if (std::any_of(listed.begin(), listed.end(),
                    [](const Implication& each) { return each.premise.empty(); })) {
        add_note(table, text(always.in(language)));
    }
    add_base(table, dataset, language);
    return table;
}

Table core_table(std::span<const CoreSize> cores, const Dataset& dataset, Language language) {
    constexpr Phrase title{"group.alpha-beta-cores"};
    constexpr Phrase rule{"group.core-table-rule"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns =
        tables::columns(language, {"alpha", "beta", "department_count", "measure_count"});
    for (const auto& core : cores) {
        add_row(table, whole(core.alpha), whole(core.beta), whole(core.departments),
                whole(core.measures));
    }
    add_note(table, text(rule.in(language)));
    add_base(table, dataset, language);
    return table;
}

Table projection_table(const ProjectionCommunities& communities, const Dataset& dataset,
                       Language language) {
    constexpr Phrase title{"group.projection-table-title"};
    constexpr Phrase proved{"group.proved"};
    constexpr Phrase found{"group.found"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = {{"group", text(Phrase{"group.group"}.in(language))},
                     named_column("departments", language)};
    for (std::uint32_t group = 0; group < communities.count; ++group) {
        std::vector<DepartmentIndex> departments;
        for (DepartmentIndex d; d.value < communities.groups.size(); ++d.value) {
            if (communities.groups[d.value] == group) departments.push_back(d);
        }
        add_row(table, whole(group + 1), named_cell(dataset, departments, language));
    }
    add_note(table, (communities.exact ? proved : found)
                        .fill(language, {std::to_string(communities.count),
                                         fixed(communities.modularity, 4)}));
    add_base(table, dataset, language);
    return table;
}

Table module_table(const Communities& communities, const Dataset& dataset, Language language) {
    constexpr Phrase title{"group.modules-of-departments-and-measures"};
    constexpr Phrase rule{"group.module-table-rule"};
    constexpr Phrase no_link{"group.no-link"};
    constexpr Phrase proved{"group.proved-the-highest"};
    constexpr Phrase found{"group.the-highest-that-was-found"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = {column("module", language), named_column("departments", language),
                     column("measure_numbers", language)};
    for (std::uint32_t module = 0; module < communities.count; ++module) {
        std::vector<DepartmentIndex> departments;
        std::vector<MeasureIndex> measures;
        for (DepartmentIndex d; d.value < communities.modules.departments.size(); ++d.value) {
            if (communities.modules.departments[d.value] == module) departments.push_back(d);
        }
        for (MeasureIndex m; m.value < communities.modules.measures.size(); ++m.value) {
            if (communities.modules.measures[m.value] == module) measures.push_back(m);
        }
        add_row(table, whole(module + 1), named_cell(dataset, departments, language),
                measure_cell(dataset, measures));
    }
    const auto& quality = communities.exact ? proved : found;
    add_note(table, table.rows.empty() ? text(no_link.in(language))
                                       : rule.fill(language, {std::to_string(communities.count),
                                                              fixed(communities.modularity, 4),
                                                              text(quality.in(language))}));
    if (has_weights(dataset)) {
        add_note(table, text(Phrase{"weights.modules-rule"}.in(language)));
        add_note(table, Phrase{"weights.given"}.fill(language,
                                                     {std::to_string(weighted_measures(dataset)),
                                                      std::to_string(dataset.measures().size())}));
    }
    add_base(table, dataset, language);
    return table;
}

}  // namespace remit
