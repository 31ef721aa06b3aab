#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <remit/analysis/bounds.hpp>

namespace remit {

using tables::add_note;
using tables::text;
using tables::whole;

Table bounds_table(const Workload& workload, const Dataset& dataset, Language language,
                   DepartmentOrder order) {
    constexpr Phrase title{"bounds.title"};
    constexpr Phrase rule{"bounds.rule"};
    constexpr Phrase of_withheld{"bounds.withheld-rule"};
    constexpr Phrase of_open{"bounds.open-rule"};
    constexpr Phrase rank_rule{"bounds.rank-rule"};
    constexpr Phrase none{"bounds.none"};
    constexpr Phrase unknown{"bounds.unknown"};
    constexpr Phrase others{"bounds.others"};
    constexpr Phrase spread{"bounds.concentration"};
    const auto loads = load_bounds(responsibility_graph(dataset), dataset.withheld());
    const bool known = dataset.knows_withheld();
    auto table = tables::framed(dataset, text(title.in(language)), language);
    table.columns =
        tables::columns(language, {"department", "name", "measures", "measures_high", "first_named",
                                   "first_named_high", "fractional", "fractional_low",
                                   "fractional_high", "rank", "rank_best", "rank_worst"});
    for (std::size_t i = 6; i < 9; ++i) table.columns[i].style = NumberStyle::two_decimals;
    const auto if_known = [&](Cell cell) {
        return known ? std::move(cell) : Cell(std::monostate{});
    };
    for (const auto d :
         department_order(dataset, order, loads_by(Credit::full, workload), language)) {
        const auto& load = loads[d.value];
        auto row = tables::department_cells(dataset, d, language);
        row.emplace_back(whole(load.measures.low));
        row.push_back(if_known(whole(load.measures.high)));
        row.emplace_back(whole(load.first_named.low));
        row.push_back(if_known(whole(load.first_named.high)));
        row.emplace_back(workload.departments[d.value].fractional);
        row.emplace_back(load.fractional.low);
        row.push_back(if_known(load.fractional.high));
        row.emplace_back(whole(load.rank));
        row.push_back(if_known(whole(load.ranks.low)));
        row.push_back(if_known(whole(load.ranks.high)));
        table.rows.push_back(std::move(row));
    }
    const auto withheld = dataset.withheld();
    const auto open = workload.open;
    if (!known) {
        add_note(table, unknown.fill(language, {unknown_total(dataset, language)}));
    } else if (withheld + open == 0) {
        add_note(table, text(none.in(language)));
    } else {
        if (withheld > 0) add_note(table, of_withheld.fill(language, {std::to_string(withheld)}));
        if (open > 0) add_note(table, of_open.fill(language, {std::to_string(open)}));
        add_note(table, text(rule.in(language)));
        add_note(table, others.fill(language, {std::to_string(withheld + open)}));
        if (const auto found = concentration_bounds(loads)) {
            const auto& [low, high] = *found;
            add_note(table,
                     spread.fill(language,
                                 {fixed(low.gini, 3), fixed(high.gini, 3), fixed(low.herfindahl, 3),
                                  fixed(high.herfindahl, 3), fixed(low.effective_number, 2),
                                  fixed(high.effective_number, 2), std::to_string(loads.size())}));
        }
    }
    add_note(table, text(rank_rule.in(language)));
    add_note(table, tables::base_remark(dataset, language));
    return table;
}

}  // namespace remit
