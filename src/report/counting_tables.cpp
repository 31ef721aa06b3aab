#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <remit/analysis/concentration.hpp>

#include <algorithm>
#include <numeric>

namespace remit {
namespace {

using detail::add_note;
using detail::cell;
using detail::column;
using detail::department_cells;
using detail::department_columns;
using detail::framed;
using detail::text;
using detail::whole;

constexpr auto plain = NumberStyle::plain;
constexpr auto two = NumberStyle::two_decimals;

constexpr Phrase sum_rule{"{0}：{1}。合计{2}；占比的分母即此。",
                          "{0}：{1}。合計{2}；占比的分母即此。",
                          "{0}: {1}. They sum to {2}, of which the share is."};
constexpr Phrase concentration_rule{
    "集中度（刊出举措所列的{0}个部门，计数为0者也在内）：基尼系数{1}（均等为0，一家独占为{4}），"
    "赫芬达尔指数{2}（一家独占为1），有效部门数{3}。",
    "集中度（刊出舉措所列的{0}個部門，計數為0者也在內）：基尼係數{1}（均等為0，一家獨占為{4}），"
    "赫芬達爾指數{2}（一家獨占為1），有效部門數{3}。",
    "Concentration over the {0} departments that the listed "
    "measures name, any with 0 included: Gini {1} (0 even, {4} if one had all), Herfindahl {2} (1 "
    "if one had all), effective number {3}."};
constexpr Phrase order_is_no_rank{
    "按印列次序分配（调和、算术、几何），是把次序当作等级的一种约定，并非原文所载。",
    "按印列次序分配（調和、算術、幾何），是把次序當作等級的一種約定，並非原文所載。",
    "Credit by place (harmonic, arithmetic, geometric) reads the printed order as a rank, which is "
    "a convention, not a statement of the notice."};

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

}  // namespace

std::string_view metric_id(Credit scheme) {
    constexpr std::array<std::string_view, 7> ids{
        "measures", "first_named", "fractional", "harmonic", "arithmetic", "geometric", "lead"};
    return ids[static_cast<std::size_t>(scheme)];
}

Table counting_table(const Workload& workload, Credit scheme, const Dataset& dataset,
                     Language language, DepartmentOrder order) {
    constexpr Phrase title{"各部门任务量：{0}", "各部門任務量：{0}", "Workload by department: {0}"};
    const auto& metric = *find_metric(metric_id(scheme));
    const auto name = text(metric.name.in(language));
    auto table = framed(dataset, title.fill(language, {name}), language);
    table.columns = department_columns(language);
    table.columns.push_back(column(metric.id, style_of(scheme), language));
    table.columns.push_back({"share_of_sum",
                             text(Phrase{"占合计", "占合計", "Share of sum"}.in(language)),
                             NumberStyle::percent});

    const auto loads = loads_by(scheme, workload);
    const auto sum = std::accumulate(loads.begin(), loads.end(), 0.0);
    for (const auto department : department_order(dataset, order, loads, language)) {
        const auto load = loads[department.value];
        auto row = department_cells(dataset, department, language);
        row.push_back(count_cell(scheme, load));
        row.push_back(cell(sum > 0.0 ? std::optional(load / sum) : std::nullopt));
        table.rows.push_back(std::move(row));
    }
    add_note(table, sum_rule.fill(language, {name, text(metric.formula), amount(sum)}));
    add_note(table, detail::base_remark(dataset, language));
    add_concentration(table, loads, language);
    if (is_ranked(scheme)) add_note(table, text(order_is_no_rank.in(language)));
    add_note(table, lead_remark(dataset, language));
    return table;
}

Table counting_table(const Workload& workload, const Dataset& dataset, Language language,
                     DepartmentOrder order) {
    constexpr Phrase title{"各部门任务量：各种计数", "各部門任務量：各種計數",
                           "Workload by department, under every counting scheme"};
    constexpr Phrase rule{
        "各列的定义与公式见 remit explain；首列与各种分数计数各合计为有部门的举措数。",
        "各列的定義與公式見 remit explain；首列與各種分數計數各合計為有部門的舉措數。",
        "'remit explain' has each column's definition and formula; first-named and the fractional "
        "schemes each sum to the measures that have a department."};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = department_columns(language);
    for (const auto* id : {"measures", "first_named", "lead", "sole"}) {
        table.columns.push_back(column(id, plain, language));
    }
    for (const auto* id : {"dominance", "fractional", "harmonic", "arithmetic", "geometric"}) {
        table.columns.push_back(column(id, two, language));
    }
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
        table.rows.push_back(std::move(row));
    }
    add_note(table, text(rule.in(language)));
    add_note(table, detail::base_remark(dataset, language));
    add_note(table, text(order_is_no_rank.in(language)));
    add_note(table, lead_remark(dataset, language));
    return table;
}

Table category_table(std::span<const CategoryLoad> loads, Credit scheme, const Dataset& dataset,
                     Language language, DepartmentOrder order) {
    constexpr Phrase title{"各部门任务量（按类别）：{0}", "各部門任務量（按類別）：{0}",
                           "Workload by department and category: {0}"};
    constexpr Phrase rule{
        "跨类系数：1减各类在该部门已分类者中占比的平方之和；已分类者都在一类为0，没有已分类者为空白"
        "。"
        "未分类的举措不计入跨类系数。",
        "跨類係數：1減各類在該部門已分類者中占比的平方之和；已分類者都在一類為0，沒有已分類者為空白"
        "。"
        "未分類的舉措不計入跨類係數。",
        "Participation is 1 less the sum of the squared shares that the categories have in those "
        "of "
        "the department's measures that have one: 0 where these are all in one category, empty "
        "where there are none. Measures without a category do not count for it."};
    const auto name = text(find_metric(metric_id(scheme))->name.in(language));
    auto table = framed(dataset, title.fill(language, {name}), language);
    table.columns = department_columns(language);
    for (const auto& category : dataset.categories()) {
        table.columns.push_back({detail::category_id(dataset, category),
                                 text(category.short_name.in(language)), style_of(scheme)});
    }
    const bool some_without = std::any_of(
        loads.begin(), loads.end(), [](const auto& load) { return load.without_category > 0.0; });
    if (some_without) {
        table.columns.push_back({"no_category",
                                 text(Phrase{"未分类", "未分類", "None"}.in(language)),
                                 style_of(scheme)});
    }
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
    add_note(table, detail::base_remark(dataset, language));
    add_note(table, detail::unprinted_remark(dataset, language));
    if (is_ranked(scheme)) add_note(table, text(order_is_no_rank.in(language)));
    add_note(table, lead_remark(dataset, language));
    return table;
}

}  // namespace remit
