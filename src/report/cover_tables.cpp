#include <remit/report/cover_tables.hpp>

#include "cover_notes.hpp"
#include "metric_columns.hpp"

#include <remit/analysis/bounds.hpp>

#include <algorithm>
#include <span>

namespace remit {
namespace {

using tables::add_note;
using tables::add_size_cells;
using tables::add_size_columns;
using tables::column;
using tables::cover_title;
using tables::department_cells;
using tables::find_groups;
using tables::framed;
using tables::measure_cell;
using tables::named_cell;
using tables::named_column;
using tables::ShownGroups;
using tables::text;
using tables::whole;

std::vector<MeasureIndex> listed(const Dataset& dataset) {
    std::vector<MeasureIndex> measures;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) measures.push_back(m);
    return measures;
}

void add_notes(Table& table, const ShownGroups& groups, const CoverQuestion& question,
               const Dataset& dataset, Language language) {
    tables::add_condition_notes(table, question, dataset, language);
    tables::add_group_notes(table, groups, question, dataset, language);
    tables::add_cover_base(table, dataset, language);
}

/// How many the smallest group may have, whatever is not printed; of a plain question.
void add_bounds(Table& table, const ResponsibilityGraph& graph, const ShownGroups& groups,
                const CoverQuestion& question, const Dataset& dataset, Language language) {
    constexpr Phrase range{"bounds.cover"};
    const auto& options = question.options;
    const bool plain = !question.budget && options.must.empty() && options.excluded.empty() &&
                       options.weights.empty();
    const auto open = graph.open_count();
    if (!plain || !dataset.knows_withheld() || dataset.withheld() == 0) return;
    const auto departments = [](Weight cost) {
        return static_cast<std::size_t>((cost.thousandths + 999) / 1000);
    };
    const auto bounds =
        cover_bounds(graph, {departments(groups.cost_bound), departments(groups.cost)},
                     dataset.withheld(), options.effort);
    add_note(table,
             range.fill(language, {std::to_string(dataset.withheld() + open),
                                   std::to_string(bounds.low), std::to_string(bounds.high)}));
}

/// How many of a group have each measure.
std::vector<std::size_t> members_of_measures(const ResponsibilityGraph& graph,
                                             std::span<const DepartmentIndex> group) {
    std::vector<std::size_t> result(graph.measure_count());
    for (const auto department : group) {
        for (const auto measure : graph.measures(department)) ++result[measure.value];
    }
    return result;
}

}  // namespace

Table cover_table(const CoverQuestion& question, const Dataset& dataset, Language language) {
    const auto graph = responsibility_graph(dataset);
    const auto groups = find_groups(graph, listed(dataset), question);
    auto table = framed(dataset, cover_title(question, language), language);
    table.columns.push_back(column("group", language));
    add_size_columns(table, question, language);
    table.columns.push_back(named_column("departments", language));
    if (groups.measures == 0 && question.options.must.empty()) {
        add_note(table, text(Phrase{"cover-notes.nothing"}.in(language)));
        tables::add_cover_base(table, dataset, language);
        add_bounds(table, graph, groups, question, dataset, language);
        return table;
    }
    for (const auto& group : groups.optimal.groups) {
        std::vector<Cell> row;
        row.emplace_back(whole(table.rows.size() + 1));
        add_size_cells(row, group.size(), groups, question);
        row.push_back(named_cell(dataset, group, language));
        table.rows.push_back(std::move(row));
    }
    add_notes(table, groups, question, dataset, language);
    add_bounds(table, graph, groups, question, dataset, language);
    return table;
}

Table cover_member_table(const CoverQuestion& question, const Dataset& dataset, Language language) {
    constexpr Phrase rule{"cover.rule"};
    const auto graph = responsibility_graph(dataset);
    const auto groups = find_groups(graph, listed(dataset), question);
    auto table = framed(dataset, cover_title(question, language), language);
    table.columns =
        tables::columns(language, {"group", "department", "name", "measure_numbers", "only"});
    std::int64_t number = 0;
    for (const auto& group : groups.optimal.groups) {
        ++number;
        const auto members = members_of_measures(graph, group);
        for (const auto department : group) {
            std::vector<MeasureIndex> all;
            for (const auto measure : graph.measures(department)) all.push_back(measure);
            auto alone = all;
            std::erase_if(alone, [&](auto measure) { return members[measure.value] > 1; });
            auto row = department_cells(dataset, department, language);
            row.emplace(row.begin(), number);
            row.push_back(measure_cell(dataset, all));
            row.push_back(measure_cell(dataset, alone));
            table.rows.push_back(std::move(row));
        }
    }
    add_note(table, text(rule.in(language)));
    add_notes(table, groups, question, dataset, language);
    return table;
}

}  // namespace remit
