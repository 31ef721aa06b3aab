#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <array>
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

/// "3.14", or a dash for what is undefined.
std::string shown(const std::optional<double>& value, int decimals) {
    return value ? fixed(*value, decimals) : "–";
}

/// Links of all that there could be.
std::optional<double> density(const Dataset& dataset) {
    std::size_t links = 0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        links += dataset.responsibilities(m).size();
    }
    const auto cells = dataset.departments().size() * dataset.measures().size();
    if (cells == 0) return std::nullopt;
    return static_cast<double>(links) / static_cast<double>(cells);
}

/// The metrics of the programme as a whole, by their names in the catalogue.
std::string whole_note(const Structure& structure, const Dataset& dataset, Language language) {
    constexpr Phrase each{"structure.each"};
    constexpr Phrase all{"structure.all"};
    const std::array<std::pair<std::string_view, std::string>, 7> values{
        {{"density", shown(density(dataset), 3)},
         {"reinforcement", shown(structure.reinforcement.coefficient, 3)},
         {"global_closure", shown(structure.closure.global.coefficient, 3)},
         {"butterflies", std::to_string(structure.butterflies.total)},
         {"nodf", shown(structure.nestedness.total, 2)},
         {"discrepancy", std::to_string(structure.discrepancy)},
         {"robustness", shown(structure.extinction.robustness, 3)}}};
    ListWriter list(language);
    for (const auto& [id, value] : values) {
        list.add(each.fill(language, {text(find_metric(id)->name.in(language)), value}));
    }
    return all.fill(language, {list.text()});
}

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

}  // namespace

Structure structure(const ResponsibilityGraph& graph) {
    return {centralities(graph, {.measures = false}),
            brokerage(graph),
            department_overlaps(graph),
            two_mode_clustering(graph),
            butterflies(graph),
            reinforcement(graph),
            nodf(graph),
            discrepancy(graph),
            mean_extinction_curve(graph)};
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
        row.emplace_back(std::int64_t{broker.articulation_point ? 1 : 0});
        table.rows.push_back(std::move(row));
    }
    add_note(table, base.fill(language, {std::to_string(dataset.departments().size()),
                                         std::to_string(dataset.measures().size()),
                                         std::to_string(structure.brokerage.components)}));
    add_note(table, tables::base_remark(dataset, language));
    add_note(table, whole_note(structure, dataset, language));
    add_note(table, text(explained.in(language)));
    add_centrality_notes(table, structure, language);
    return table;
}

}  // namespace remit
