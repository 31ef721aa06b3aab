#include <remit/report/metric_tables.hpp>

#include "field_columns.hpp"
#include "metric_columns.hpp"
#include "weights_remark.hpp"

#include <remit/analysis/concentration.hpp>
#include <remit/analysis/specialization.hpp>

#include <algorithm>
#include <numeric>
#include <optional>
#include <variant>
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

constexpr Phrase sum_rule{"counting.sum-rule"};
constexpr Phrase concentration_rule{"counting.concentration-rule"};
constexpr Phrase open_parts{"counting.open-parts"};
constexpr Phrase order_is_no_rank{"counting.order-is-no-rank"};

bool is_ranked(Credit scheme) {
    return scheme == Credit::harmonic || scheme == Credit::arithmetic ||
           scheme == Credit::geometric;
}

bool is_whole(Credit scheme) {
    return scheme == Credit::full || scheme == Credit::first_named || scheme == Credit::lead;
}

NumberStyle style_of(Credit scheme) {
    return is_whole(scheme) ? plain : two;
}

Cell count_cell(Credit scheme, double load) {
    return is_whole(scheme) ? Cell(static_cast<std::int64_t>(load)) : Cell(load);
}

void add_concentration(Table& table, const std::vector<double>& loads, Language language) {
    const auto result = concentration(loads);
    if (!result || loads.size() < 2) return;
    const auto n = static_cast<double>(loads.size());
    add_note(table, concentration_rule.fill(
                        language, {std::to_string(loads.size()), fixed(result->gini, 3),
                                   fixed(result->herfindahl, 3), fixed(result->effective_number, 2),
                                   fixed(1.0 - 1.0 / n, 3)}));
}

/// What is known of a department by weights alone: their sum, and d'.
class WeightColumns {
 public:
    WeightColumns(const Dataset& dataset, Language language)
        : dataset_(dataset), language_(language) {
        const auto result = specialization(responsibility_graph(dataset), link_weights(dataset));
        if (const auto* all = std::get_if<Specialization>(&result)) d_prime_ = all->rows;
    }

    /// Nothing is added where no measure gives weights.
    void add_columns(Table& table) const {
        if (d_prime_.empty()) return;
        table.columns.push_back(column("weight_sum", language_));
        table.columns.push_back(column("d_prime", two, language_));
    }
    void add_cells(std::vector<Cell>& row, const DepartmentLoad& load) const {
        if (d_prime_.empty()) return;
        row.push_back(tables::amount_cell(load.weight));
        row.push_back(cell(d_prime_[load.department.value]));
    }
    void add_remarks(Table& table) const {
        constexpr Phrase rule{"weights.columns-rule"};
        add_note(table, tables::weights_remark(dataset_, language_));
        if (!d_prime_.empty()) add_note(table, text(rule.in(language_)));
    }

 private:
    const Dataset& dataset_;
    Language language_;
    std::vector<std::optional<double>> d_prime_;  // by department; empty without weights
};

}  // namespace

std::string_view metric_id(Credit scheme) {
    constexpr std::array<std::string_view, 8> ids{"measures", "first_named", "fractional",
                                                  "harmonic", "arithmetic",  "geometric",
                                                  "lead",     "weighted"};
    return ids[static_cast<std::size_t>(scheme)];
}

Table counting_table(const Workload& workload, Credit scheme, const Dataset& dataset,
                     Language language, DepartmentOrder order) {
    constexpr Phrase title{"counting.title"};
    const auto& metric = *find_metric(metric_id(scheme));
    const auto name = text(metric.name.in(language));
    auto table = framed(dataset, title.fill(language, {name}), language);
    table.columns = department_columns(language);
    table.columns.push_back(column(metric.id, style_of(scheme), language));
    table.columns.push_back(column("share_of_sum", NumberStyle::percent, language));
    std::optional<WeightColumns> weights;
    if (scheme == Credit::weighted) weights.emplace(dataset, language);
    if (weights) weights->add_columns(table);

    const auto loads = loads_by(scheme, workload);
    const auto sum = std::accumulate(loads.begin(), loads.end(), 0.0);
    for (const auto department : department_order(dataset, order, loads, language)) {
        const auto load = loads[department.value];
        auto row = department_cells(dataset, department, language);
        row.push_back(count_cell(scheme, load));
        row.push_back(cell(sum > 0.0 ? std::optional(load / sum) : std::nullopt));
        if (weights) weights->add_cells(row, workload.departments[department.value]);
        table.rows.push_back(std::move(row));
    }
    add_note(table, sum_rule.fill(language, {name, text(metric.formula), amount(sum)}));
    if (weights) weights->add_remarks(table);
    add_note(table, tables::base_remark(dataset, language));
    if (workload.open > 0 && !is_whole(scheme)) add_note(table, text(open_parts.in(language)));
    add_concentration(table, loads, language);
    if (is_ranked(scheme)) add_note(table, text(order_is_no_rank.in(language)));
    add_note(table, lead_remark(dataset, language));
    return table;
}

Table counting_table(const Workload& workload, const Dataset& dataset, Language language,
                     DepartmentOrder order) {
    constexpr Phrase title{"counting.counting-table-title"};
    constexpr Phrase rule{"counting.rule"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = department_columns(language);
    for (const auto* id : {"measures", "first_named", "lead", "sole"}) {
        table.columns.push_back(column(id, plain, language));
    }
    for (const auto* id : {"dominance", "fractional", "harmonic", "arithmetic", "geometric"}) {
        table.columns.push_back(column(id, two, language));
    }
    const bool weighted = workload.weighted > 0;
    if (weighted) table.columns.push_back(column("weighted", two, language));
    const auto full = loads_by(Credit::full, workload);
    for (const auto department : department_order(dataset, order, full, language)) {
        const auto& load = workload.departments[department.value];
        auto row = department_cells(dataset, department, language);
        row.emplace_back(whole(load.measures));
        row.emplace_back(whole(load.first_named));
        row.push_back(workload.declares_leads ? Cell(whole(load.standings.lead)) : cell({}));
        row.emplace_back(whole(load.sole));
        row.push_back(cell(load.dominance));
        for (const auto value : {load.fractional, load.harmonic, load.arithmetic, load.geometric}) {
            row.emplace_back(value);
        }
        if (weighted) row.emplace_back(load_by(Credit::weighted, load));
        table.rows.push_back(std::move(row));
    }
    add_note(table, text(rule.in(language)));
    if (weighted) add_note(table, tables::weights_remark(dataset, language));
    add_note(table, tables::base_remark(dataset, language));
    add_note(table, text(order_is_no_rank.in(language)));
    add_note(table, lead_remark(dataset, language));
    return table;
}

Table category_table(std::span<const CategoryLoad> loads, Credit scheme, const Dataset& dataset,
                     Language language, DepartmentOrder order) {
    constexpr Phrase title{"counting.category-table-title"};
    constexpr Phrase rule{"counting.category-table-rule"};
    const auto name = text(find_metric(metric_id(scheme))->name.in(language));
    auto table = framed(dataset, title.fill(language, {name}), language);
    table.columns = department_columns(language);
    for (const auto& category : dataset.categories()) {
        table.columns.push_back({tables::category_id(dataset, category),
                                 text(category.short_name.in(language)), style_of(scheme)});
    }
    const bool some_without = std::any_of(
        loads.begin(), loads.end(), [](const auto& load) { return load.without_category > 0.0; });
    if (some_without) table.columns.push_back(column("no_category", style_of(scheme), language));
    table.columns.push_back(column("participation", two, language));
    std::vector<double> sums;
    for (const auto& load : loads) {
        sums.push_back(
            std::accumulate(load.loads.begin(), load.loads.end(), load.without_category));
    }
    for (const auto department : department_order(dataset, order, sums, language)) {
        const auto& load = loads[department.value];
        auto row = department_cells(dataset, department, language);
        for (std::size_t c = 0; c < load.loads.size(); ++c) {
            const bool printed = dataset.categories()[c].listed > 0;
            row.push_back(printed ? count_cell(scheme, load.loads[c]) : cell({}));
        }
        if (some_without) row.push_back(count_cell(scheme, load.without_category));
        row.push_back(cell(load.participation));
        table.rows.push_back(std::move(row));
    }
    add_note(table, text(rule.in(language)));
    add_note(table, tables::base_remark(dataset, language));
    add_note(table, tables::unprinted_remark(dataset, language));
    if (scheme == Credit::weighted) add_note(table, tables::weights_remark(dataset, language));
    if (is_ranked(scheme)) add_note(table, text(order_is_no_rank.in(language)));
    add_note(table, lead_remark(dataset, language));
    return table;
}

}  // namespace remit
