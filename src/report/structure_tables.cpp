#include <remit/report/metric_tables.hpp>

#include "field_columns.hpp"
#include "metric_columns.hpp"

#include <remit/analysis/components.hpp>
#include <remit/analysis/direction.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace remit {
namespace {

using tables::add_note;
using tables::cell;
using tables::column;
using tables::department_cells;
using tables::department_columns;
using tables::framed;
using tables::text;
using tables::whole;

constexpr auto plain = NumberStyle::plain;
constexpr auto two = NumberStyle::two_decimals;

/// What the centralities do not say.
void add_centrality_notes(Table& table, const Structure& structure, Language language) {
    constexpr Phrase elsewhere{"structure.elsewhere"};
    constexpr Phrase not_unique{"structure.not-unique"};
    constexpr Phrase unsettled{"structure.unsettled"};
    constexpr Phrase without_betweenness{"structure.without-betweenness"};
    const auto& central = structure.centralities;
    const auto leading = central.leading_components;
    if (!central.has_betweenness) add_note(table, text(without_betweenness.in(language)));
    if (leading > 0 && structure.brokerage.components > 1) {
        add_note(table,
                 (leading > 1 ? not_unique : elsewhere)
                     .fill(language, {fixed(central.singular_value, 3), std::to_string(leading)}));
    }
    if (!central.eigenvector_converged) add_note(table, text(unsettled.in(language)));
}

/// The components of what is left when a department is taken out.
std::size_t components_without(const ResponsibilityGraph& graph, DepartmentIndex gone) {
    std::vector<std::size_t> parent(graph.department_count());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t d) {
        while (parent[d] != d) d = parent[d] = parent[parent[d]];
        return d;
    };
    std::size_t count = graph.department_count() - 1;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        std::optional<std::size_t> first;
        for (const auto d : graph.departments(m)) {
            if (d == gone) continue;
            const auto other = root(d.value);
            if (first && root(*first) != other) {
                parent[other] = root(*first);
                --count;
            }
            first = first.value_or(other);
        }
        if (!first) ++count;  // a measure that nobody has any more
    }
    return count;
}

}  // namespace

Structure structure(const ResponsibilityGraph& graph) {
    return {centralities(graph, {.measures = false}), brokerage(graph), department_overlaps(graph),
            two_mode_clustering(graph), butterflies(graph)};
}

Table structure_table(const Structure& structure, const Dataset& dataset, Language language) {
    constexpr Phrase title{"structure.title"};
    constexpr Phrase base{"structure.base"};
    constexpr Phrase explained{"structure.explained"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = department_columns(language);
    for (const auto* id :
         {"degree", "betweenness", "closeness", "harmonic_closeness", "eigenvector", "pagerank",
          "redundancy", "constraint", "effective_size", "local_clustering", "closure"}) {
        table.columns.push_back(column(id, two, language));
    }
    for (const auto* id : {"butterflies", "sole", "articulation_point"}) {
        table.columns.push_back(column(id, plain, language));
    }
    const auto sole = sole_responsibilities(responsibility_graph(dataset));
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        const auto& central = structure.centralities.departments[d.value];
        const auto& broker = structure.brokerage.departments[d.value];
        const auto& holes = structure.brokerage.among_departments[d.value];
        auto row = department_cells(dataset, d, language);
        row.emplace_back(central.degree);
        row.push_back(cell(structure.centralities.has_betweenness
                               ? std::optional(central.betweenness)
                               : std::nullopt));
        for (const auto value : {central.closeness, central.harmonic_closeness, central.eigenvector,
                                 central.pagerank}) {
            row.emplace_back(value);
        }
        row.push_back(cell(broker.redundancy));
        row.push_back(cell(holes.constraint));
        row.push_back(cell(holes.effective_size));
        const auto& overlap = structure.overlap[d.value];
        row.push_back(cell(overlap ? std::optional(overlap->dot) : std::nullopt));
        row.push_back(cell(structure.closure.departments[d.value].coefficient));
        row.emplace_back(whole(structure.butterflies.departments[d.value]));
        row.emplace_back(whole(sole[d.value].size()));
        row.push_back(tables::yes_no(broker.articulation_point, language));
        table.rows.push_back(std::move(row));
    }
    add_note(table, base.fill(language, {std::to_string(dataset.departments().size()),
                                         std::to_string(dataset.measures().size()),
                                         std::to_string(structure.brokerage.components)}));
    add_note(table, tables::base_remark(dataset, language));
    add_note(table, text(explained.in(language)));
    add_centrality_notes(table, structure, language);
    return table;
}

Table whole_table(const Dataset& dataset, Language language) {
    constexpr Phrase title{"structure.whole-title"};
    constexpr Phrase sizes{"structure.sizes"};
    constexpr Phrase size{"structure.size"};
    constexpr Phrase counts{"structure.counts"};
    const auto graph = responsibility_graph(dataset);
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = {column("metric", language), column("name", language),
                     column("value", two, language), column("worked", language)};
    for (const auto& metric : metrics()) {
        const bool shown = metric.command.starts_with("structure") ||
                           metric.command == "workload" || metric.id == "modularity";
        if (metric.subject != Subject::programme || !shown) continue;
        const auto worked = metric.worked(dataset, graph, {{}, {}, language});
        tables::add_row(table, text(metric.id), text(metric.name.in(language)),
                        worked.value ? tables::amount_cell(*worked.value) : cell({}), worked.text);
    }
    std::map<std::size_t, std::size_t> by_size;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        ++by_size[graph.departments(m).size()];
    }
    ListWriter list(language);
    for (const auto& [n, count] : by_size) {
        list.add(size.fill(language, {std::to_string(n), std::to_string(count)}));
    }
    add_note(table, counts.fill(language, {std::to_string(dataset.departments().size()),
                                           std::to_string(dataset.measures().size()),
                                           std::to_string(graph.link_count())}));
    if (!by_size.empty()) add_note(table, sizes.fill(language, {list.text()}));
    add_note(table, tables::base_remark(dataset, language));
    add_note(table, text(Phrase{"structure.explained"}.in(language)));
    return table;
}

Table measure_structure_table(const Dataset& dataset, Language language) {
    constexpr Phrase title{"structure.measures-title"};
    constexpr Phrase rule{"structure.measures-rule"};
    const auto graph = responsibility_graph(dataset);
    const auto central = centralities(graph);
    const auto broker = brokerage(graph);
    std::vector<std::size_t> bridges(dataset.measures().size());
    for (const auto& link : broker.bridges) ++bridges[link.measure.value];
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = tables::columns(language, {"number", "title"});
    for (const auto* id : {"degree", "betweenness", "closeness", "harmonic_closeness",
                           "eigenvector", "pagerank", "redundancy"}) {
        table.columns.push_back(column(id, two, language));
    }
    table.columns.push_back(column("articulation_point", plain, language));
    table.columns.push_back(column("bridges", language));
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto& its = central.measures[m.value];
        std::vector<Cell> row;
        row.push_back(tables::measure_cell(dataset, m));
        row.push_back(tables::title_cell(dataset, m, language));
        row.emplace_back(its.degree);
        row.push_back(
            cell(central.has_betweenness ? std::optional(its.betweenness) : std::nullopt));
        for (const auto value :
             {its.closeness, its.harmonic_closeness, its.eigenvector, its.pagerank}) {
            row.emplace_back(value);
        }
        row.push_back(cell(broker.measures[m.value].redundancy));
        row.push_back(tables::yes_no(broker.measures[m.value].articulation_point, language));
        row.emplace_back(whole(bridges[m.value]));
        table.rows.push_back(std::move(row));
    }
    add_note(table, text(rule.in(language)));
    add_note(table, tables::base_remark(dataset, language));
    return table;
}

Table extinction_table(const Dataset& dataset, Language language) {
    constexpr Phrase title{"structure.extinction-title"};
    constexpr Phrase rule{"structure.extinction-rule"};
    const auto graph = responsibility_graph(dataset);
    const auto attack = mean_extinction_curve(graph, Departure::greatest_degree_first);
    const auto erosion = mean_extinction_curve(graph, Departure::least_degree_first);
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = {column("gone", language),
                     column("greatest_first", NumberStyle::percent, language),
                     column("least_first", NumberStyle::percent, language)};
    for (std::size_t i = 0; i < attack.left.size(); ++i) {
        tables::add_row(table, whole(i), attack.left[i], erosion.left[i]);
    }
    if (attack.robustness) {
        add_note(table, rule.fill(language,
                                  {fixed(*attack.robustness, 3), fixed(*erosion.robustness, 3)}));
    }
    add_note(table, tables::base_remark(dataset, language));
    return table;
}

Table without_table(const Dataset& dataset, DepartmentIndex department, Language language) {
    constexpr Phrase title{"structure.without-title"};
    constexpr Phrase nobody{"structure.without-nobody"};
    constexpr Phrase parts{"structure.without-parts"};
    constexpr Phrase perhaps{"structure.without-perhaps"};
    const auto graph = responsibility_graph(dataset);
    const auto name = text(dataset[department].short_name.in(language));
    auto table = framed(dataset, title.fill(language, {name}), language);
    table.columns = {column("number", language), column("title", language),
                     tables::named_column("others", language)};
    std::size_t alone = 0;
    std::size_t open = 0;
    for (const auto m : graph.measures(department)) {
        std::vector<DepartmentIndex> others;
        for (const auto d : graph.departments(m)) {
            if (d != department) others.push_back(d);
        }
        if (others.empty()) ++alone;
        if (others.empty() && (dataset[m].open || dataset.names_collective(m))) ++open;
        tables::add_row(table, tables::measure_cell(dataset, m),
                        tables::title_cell(dataset, m, language),
                        tables::named_cell(dataset, others, language));
    }
    // Those whom nobody else leaves alone stand first.
    std::stable_partition(table.rows.begin(), table.rows.end(),
                          [](const std::vector<Cell>& row) { return row[2].names.empty(); });
    add_note(table, nobody.fill(language, {name, std::to_string(graph.measures(department).size()),
                                           std::to_string(alone)}));
    if (open > 0) add_note(table, perhaps.fill(language, {std::to_string(open)}));
    add_note(table, parts.fill(language, {std::to_string(components(graph).size()),
                                          std::to_string(components_without(graph, department))}));
    add_note(table, tables::base_remark(dataset, language));
    return table;
}

Table direction_table(const Dataset& dataset, Language language) {
    constexpr Phrase title{"structure.direction-title"};
    constexpr Phrase rule{"structure.direction-rule"};
    constexpr Phrase none{"structure.direction-none"};
    constexpr Phrase reciprocity{"structure.reciprocity"};
    auto all = directions(dataset);
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = tables::columns(
        language, {"lead_department", "partner", "measure_count", "back", "measure_numbers"});
    std::stable_sort(all.ties.begin(), all.ties.end(), [](const Direction& a, const Direction& b) {
        return a.measures.size() > b.measures.size();
    });
    const auto name = [&](DepartmentIndex d) {
        return Cell(dataset[d].id, dataset[d].short_name.in(language));
    };
    for (const auto& tie : all.ties) {
        tables::add_row(table, name(tie.lead), name(tie.partner), whole(tie.measures.size()),
                        whole(tie.back), tables::measure_cell(dataset, tie.measures));
    }
    if (all.led == 0) {
        add_note(table, text(none.in(language)));
    } else {
        add_note(table, rule.fill(language, {std::to_string(all.led),
                                             std::to_string(dataset.measures().size())}));
    }
    if (all.led > 0 && all.ties.empty()) {
        add_note(table, text(Phrase{"structure.direction-no-ties"}.in(language)));
    }
    if (all.reciprocity) {
        add_note(table, reciprocity.fill(language, {fixed(*all.reciprocity, 3),
                                                    std::to_string(all.ties.size())}));
    }
    add_note(table, tables::base_remark(dataset, language));
    return table;
}

}  // namespace remit
