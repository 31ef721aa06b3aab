#include "comparison_parts.hpp"

#include <algorithm>
#include <map>

namespace remit {
namespace {

using tables::add_columns;
using tables::add_note;
using tables::add_row;
using tables::by_trend;
using tables::cell;
using tables::column;
using tables::columns;
using tables::framed;
using tables::name_of;
using tables::text;
using tables::trend_cell;
using tables::TrendWords;
using tables::whole;
using tables::yes_no;

bool is_what_if(const ComparisonView& view) {
    return view.compared == Compared::before_and_after;
}

void add_certain_column(Table& table, const ComparisonView& view) {
    if (is_what_if(view)) return;
    table.columns.push_back(column("certain", view.language));
}

/// Whether it holds whatever is withheld; nothing where that is unclear.
void add_certain(std::vector<Cell>& row, const ComparisonView& view, const Development& each) {
    if (is_what_if(view)) return;
    row.push_back(each.trend != Trend::unclear ? yes_no(each.certain, view.language) : cell({}));
}

template <class Row>
std::vector<Development> developments_of(const std::vector<Row>& rows) {
    std::vector<Development> result;
    for (const auto& row : rows) result.push_back(row.development);
    return result;
}

/// One cell a batch.
template <class Value>
void add_cells(std::vector<Cell>& row, const ComparedDepartment& department, Value value) {
    for (const auto& load : department.loads) {
        row.push_back(load ? Cell(value(*load)) : cell({}));
    }
}

Cell share_cell(std::size_t count, const Dataset& batch) {
    const auto listed = batch.measures().size();
    return cell(listed == 0
                    ? std::nullopt
                    : std::optional(static_cast<double>(count) / static_cast<double>(listed)));
}

/// Whether some measure of some batch says who leads.
bool declare_leads(const ComparisonView& view) {
    return std::any_of(view.batches.begin(), view.batches.end(),
                       [](const Dataset& batch) { return batch.declares_leads(); });
}

/// None of a batch whose measures do not say who leads.
void add_lead_cells(std::vector<Cell>& row, const ComparisonView& view,
                    const ComparedDepartment& department) {
    for (std::size_t i = 0; i < view.batches.size(); ++i) {
        const auto& load = department.loads[i];
        row.push_back(load && view.batches[i].declares_leads() ? Cell(whole(load->standings.lead))
                                                               : cell({}));
    }
}

/// The columns of departments behind their names.
void add_load_columns(Table& table, const ComparisonView& view) {
    const auto language = view.language;
    const bool two = view.batches.size() == 2;
    const auto name = [&](std::string_view metric) { return column_label(metric).in(language); };
    add_columns(table, view, "measures", name("measures"));
    if (!is_what_if(view)) {
        add_columns(table, view, "share", name("share"), NumberStyle::percent);
    }
    if (two) {
        if (declare_leads(view)) add_columns(table, view, "lead", name("lead"));
        add_columns(table, view, "first_named", name("first_named"));
        add_columns(table, view, "fractional", name("fractional"), NumberStyle::two_decimals);
        add_columns(table, view, "sole", name("sole"));
    }
    table.columns.push_back(column("trend", language));
    add_certain_column(table, view);
}

}  // namespace

Table compared_departments(const ComparisonView& view) {
    constexpr Phrase batches{"comparison.batches"};
    constexpr Phrase what_if{"comparison.what-if"};
    auto table = framed(view, batches, what_if);
    table.columns = tables::department_columns(view.language);
    add_load_columns(table, view);
    for (const auto* department : by_trend(view.comparison.departments)) {
        std::vector<Cell> row;
        row.emplace_back(department->id);
        row.emplace_back(name_of(view, *department));
        add_cells(row, *department, [](const auto& load) { return whole(load.measures); });
        if (!is_what_if(view)) {
            for (std::size_t i = 0; i < view.batches.size(); ++i) {
                const auto& load = department->loads[i];
                row.push_back(load ? share_cell(load->measures, view.batches[i]) : cell({}));
            }
        }
        if (view.batches.size() == 2) {
            if (declare_leads(view)) add_lead_cells(row, view, *department);
            add_cells(row, *department, [](const auto& load) { return whole(load.first_named); });
            add_cells(row, *department, [](const auto& load) { return load.fractional; });
            add_cells(row, *department, [](const auto& load) { return whole(load.sole); });
        }
        row.push_back(
            trend_cell(department->development.trend, TrendWords::present, view.language));
        add_certain(row, view, department->development);
        table.rows.push_back(std::move(row));
    }
    tables::add_trend_notes(table, view, developments_of(view.comparison.departments));
    add_note(table, lead_remark(view.batches.back(), view.language));
    return table;
}

Table compared_pairs(const ComparisonView& view) {
    constexpr Phrase batches{"comparison.compared-pairs-batches"};
    constexpr Phrase what_if{"comparison.compared-pairs-what-if"};
    constexpr Phrase shared{"comparison.shared"};
    constexpr Phrase rewiring{"comparison.rewiring"};
    constexpr Phrase first_and_last{"comparison.first-and-last"};
    constexpr Phrase before_and_after{"comparison.before-and-after"};
    auto table = framed(view, batches, what_if);
    table.columns = tables::pair_columns(view.language);
    add_columns(table, view, "shared", shared.in(view.language));
    table.columns.push_back(column("trend", view.language));
    table.columns.push_back(column("both_stay", view.language));
    add_certain_column(table, view);
    std::map<std::string, std::string> names;
    for (const auto& each : view.comparison.departments) names[each.id] = name_of(view, each);
    for (const auto* pair : by_trend(view.comparison.pairs)) {
        std::vector<Cell> row;
        row.emplace_back(pair->a, names.at(pair->a));
        row.emplace_back(pair->b, names.at(pair->b));
        for (const auto count : pair->shared) row.emplace_back(whole(count));
        row.push_back(trend_cell(pair->development.trend, TrendWords::linked, view.language));
        row.push_back(yes_no(pair->both_stay, view.language));
        add_certain(row, view, pair->development);
        table.rows.push_back(std::move(row));
    }
    tables::add_trend_notes(table, view, developments_of(view.comparison.pairs));
    const auto& when = is_what_if(view) ? before_and_after : first_and_last;
    add_note(table, rewiring.fill(view.language, {text(when.in(view.language))}));
    return table;
}

Table compared_categories(const ComparisonView& view) {
    constexpr Phrase batches{"comparison.categories-batch-against-batch"};
    constexpr Phrase rule{"comparison.rule"};
    const auto language = view.language;
    auto table = framed(view, batches, batches);
    table.columns = columns(language, {"category", "name"});
    for (const auto* const id : {"announced", "listed", "withheld"}) {
        add_columns(table, view, id, column_label(id).in(language));
    }
    table.columns.push_back(column("trend", language));
    for (const auto* each : by_trend(view.comparison.categories)) {
        std::vector<Cell> row;
        std::string name;
        for (std::size_t i = 0; i < each->in.size(); ++i) {
            if (each->in[i]) name = view.batches[i][*each->in[i]].short_name.in(language);
        }
        row.emplace_back(each->id);
        row.emplace_back(name);
        const auto add = [&](auto value) {
            for (std::size_t i = 0; i < each->in.size(); ++i) {
                const std::optional<std::size_t> count = each->in[i] ? value(i) : std::nullopt;
                row.push_back(count ? Cell(whole(*count)) : cell({}));
            }
        };
        const auto if_announced = [&](std::size_t i, std::size_t count) {
            return each->announced[i] ? std::optional(count) : std::nullopt;
        };
        add([&](std::size_t i) { return if_announced(i, each->listed[i] + each->withheld[i]); });
        add([&](std::size_t i) { return std::optional(each->listed[i]); });
        add([&](std::size_t i) { return if_announced(i, each->withheld[i]); });
        row.push_back(trend_cell(each->development.trend, TrendWords::present, language));
        table.rows.push_back(std::move(row));
    }
    add_note(table, text(rule.in(language)));
    return table;
}

namespace {

/// One row a thing that has measures: its count and share of each batch, and how they developed.
/// \param name  of the thing in a batch that has it
template <class Row, class Name>
void add_measure_rows(Table& table, const ComparisonView& view, const std::vector<Row>& rows,
                      Name name) {
    add_columns(table, view, "measures", column_label("measures").in(view.language));
    add_columns(table, view, "share", column_label("share").in(view.language),
                NumberStyle::percent);
    table.columns.push_back(column("trend", view.language));
    add_certain_column(table, view);
    for (const auto* each : by_trend(rows)) {
        std::vector<Cell> row;
        std::string_view last;
        for (std::size_t i = 0; i < each->in.size(); ++i) {
            if (each->in[i]) last = name(view.batches[i].registry(), *each->in[i]);
        }
        row.emplace_back(each->id);
        row.emplace_back(text(last));
        for (const auto count : each->measures) row.emplace_back(whole(count));
        for (std::size_t i = 0; i < each->measures.size(); ++i) {
            row.push_back(share_cell(each->measures[i], view.batches[i]));
        }
        row.push_back(trend_cell(each->development.trend, TrendWords::present, view.language));
        add_certain(row, view, each->development);
        table.rows.push_back(std::move(row));
    }
    tables::add_trend_notes(table, view, developments_of(rows));
}

}  // namespace

Table compared_scopes(const ComparisonView& view) {
    constexpr Phrase batches{"comparison.scopes-batch-against-batch"};
    const auto language = view.language;
    auto table = framed(view, batches, batches);
    table.columns = columns(language, {"scope_term", "name"});
    add_measure_rows(table, view, view.comparison.scopes,
                     [&](const Registry& registry, const ScopeTerm& term) {
                         return full_name(registry, term, language);
                     });
    return table;
}

Table compared_regions(const ComparisonView& view) {
    constexpr Phrase batches{"comparison.regions-batch-against-batch"};
    constexpr Phrase rule{"comparison.compared-regions-rule"};
    const auto language = view.language;
    auto table = framed(view, batches, batches);
    table.columns = columns(language, {"region", "name"});
    add_measure_rows(table, view, view.comparison.places,
                     [&](const Registry& registry, PlaceIndex place) {
                         return registry[place].short_name.in(language);
                     });
    add_note(table, text(rule.in(language)));
    add_note(table, extent_remark(view.batches.back(), language));
    return table;
}

Table turnover_table(const ComparisonView& view) {
    constexpr Phrase title{"comparison.title"};
    constexpr Phrase rule{"comparison.turnover-table-rule"};
    constexpr Phrase networks{"comparison.networks"};
    const auto language = view.language;
    auto table = framed(view, title, title);
    table.columns = columns(language, {"from", "to", "network", "dissimilarity", "partition"});
    for (const auto* id : {"beta_s", "beta_wn", "beta_os", "beta_st"}) {
        table.columns.push_back(column(id, NumberStyle::two_decimals, language));
    }
    for (const auto* const id : {"links_kept", "links_gone", "links_new"}) {
        table.columns.push_back(column(id, language));
    }
    const auto add = [&](std::size_t step, const std::string& network, const Turnover& turnover) {
        for (const auto index : {Dissimilarity::jaccard, Dissimilarity::sorensen}) {
            for (const auto partition :
                 {TurnoverPartition::poisot, TurnoverPartition::common_denominator}) {
                const auto parts = turnover_parts(turnover, index, partition);
                add_row(table, tables::batch_label(view, step), tables::batch_label(view, step + 1),
                        network,
                        std::string(index == Dissimilarity::jaccard ? "jaccard" : "sorensen"),
                        std::string(partition == TurnoverPartition::poisot ? "poisot"
                                                                           : "common-denominator"),
                        cell(parts.nodes), cell(parts.whole), cell(parts.rewiring),
                        cell(parts.turnover), whole(turnover.links_kept),
                        whole(turnover.links_gone), whole(turnover.links_new));
            }
        }
    };
    for (std::size_t i = 0; i < view.comparison.steps.size(); ++i) {
        add(i, "pairs", view.comparison.steps[i].pairs);
        add(i, "categories", view.comparison.steps[i].categories);
    }
    add_note(table, text(rule.in(language)));
    add_note(table, text(networks.in(language)));
    return table;
}

}  // namespace remit
