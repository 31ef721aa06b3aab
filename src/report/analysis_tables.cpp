#include <remit/report/analysis_tables.hpp>

#include "metric_columns.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace remit {
namespace {

using tables::add_note;
using tables::add_row;
using tables::column;
using tables::framed;
using tables::measure_cell;
using tables::text;
using tables::whole;

constexpr Phrase counting{"analysis.counting"};
constexpr Phrase lead_counting{"analysis.lead-counting"};
constexpr Phrase share_of{"analysis.share-of"};
constexpr Phrase share_perhaps{"analysis.share-perhaps"};
constexpr Phrase share_complete{"analysis.share-complete"};
constexpr Phrase share_open_lists{"analysis.share-open-lists"};
constexpr Phrase share_of_open{"analysis.share-of-open"};
constexpr Phrase share_open{"analysis.share-open"};

constexpr Phrase pair_counting{"analysis.pair-counting"};
constexpr Phrase pair_base{"analysis.pair-base"};
constexpr Phrase hidden_pairs{"bounds.pairs"};
constexpr Phrase open_parts{"counting.open-parts"};
constexpr Phrase not_named{"bounds.others"};

}  // namespace

Table to_table(const Workload& workload, const Dataset& dataset, Language language,
               DepartmentOrder order) {
    auto table =
        framed(dataset, text(Phrase{"analysis.workload-by-department"}.in(language)), language);
    table.columns = tables::columns(language, {"department", "name", "measures"});
    if (workload.declares_leads) table.columns.push_back(column("lead", language));
    table.columns.push_back(column("first_named", language));
    table.columns.push_back(column("fractional", NumberStyle::two_decimals, language));
    for (const auto* const id : {"share", "share_low", "share_high"}) {
        table.columns.push_back(column(id, NumberStyle::percent, language));
    }
    const bool bounded = dataset.knows_withheld();
    std::size_t assigned = 0;
    for (const auto department :
         department_order(dataset, order, loads_by(Credit::full, workload), language)) {
        const auto& load = workload.departments[department.value];
        const auto& body = dataset[department];
        assigned += load.first_named;
        add_row(table, body.id, text(body.short_name.in(language)), whole(load.measures),
                whole(load.first_named), load.fractional, load.share.of_listed,
                bounded ? Cell(load.share.low) : Cell(std::monostate{}),
                bounded ? Cell(load.share.high) : Cell(std::monostate{}));
        if (!workload.declares_leads) continue;
        auto& row = table.rows.back();
        row.insert(row.begin() + 3, Cell(whole(load.standings.lead)));
    }
    add_note(table, counting.fill(language, {std::to_string(assigned)}));
    if (workload.declares_leads) add_note(table, text(lead_counting.in(language)));
    const auto listed = std::to_string(workload.listed);
    add_note(table,
             !bounded ? share_open.fill(language, {listed, unknown_total(dataset, language)})
             : workload.withheld == 0 && workload.open == 0
                 ? share_complete.fill(language, {listed})
                 : (workload.open == 0       ? (dataset.announced() ? share_of : share_perhaps)
                    : workload.withheld == 0 ? share_open_lists
                                             : share_of_open)
                       .fill(language, {listed, std::to_string(workload.withheld),
                                        std::to_string(workload.listed + workload.withheld)}));
    if (workload.open > 0) add_note(table, text(open_parts.in(language)));
    if (const auto possible = workload.withheld + workload.open; bounded && possible > 0) {
        add_note(table, not_named.fill(language, {std::to_string(possible)}));
    }
    add_note(table, lead_remark(dataset, language));
    return table;
}

Table to_table(std::span<const Coresponsibility> pairs, const Dataset& dataset, Language language) {
    auto table = framed(dataset, text(Phrase{"analysis.co-responsibility"}.in(language)), language);
    table.columns = tables::pair_columns(language);
    table.columns.push_back(column("shared", language));
    const tables::PossiblePairs possible(dataset, language);
    possible.add_column(table);
    table.columns.push_back(column("newman", NumberStyle::two_decimals, language));
    table.columns.push_back(column("measure_numbers", language));
    std::vector<const Coresponsibility*> order;
    std::size_t shared = 0;
    std::size_t newman_halves = 0;  // twice the sum, which is exact in whole numbers
    for (const auto& pair : pairs) {
        order.push_back(&pair);
        shared += pair.shared();
    }
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto n = dataset.responsibilities(m).size();
        if (n > 1) newman_halves += n;
    }
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        if (a->shared() != b->shared()) return a->shared() > b->shared();
        return a->newman > b->newman;
    });
    for (const auto* pair : order) {
        const auto& a = dataset[pair->a];
        const auto& b = dataset[pair->b];
        std::vector<Cell> row;
        row.emplace_back(a.id, a.short_name.in(language));
        row.emplace_back(b.id, b.short_name.in(language));
        row.emplace_back(whole(pair->shared()));
        possible.add_cell(row, *pair);
        row.emplace_back(pair->newman);
        row.push_back(measure_cell(dataset, pair->measures));
        table.rows.push_back(std::move(row));
    }
    add_note(table,
             pair_base.fill(language, {std::to_string(pairs.size()), std::to_string(shared)}));
    add_note(table, tables::base_remark(dataset, language));
    possible.add_remark(table);
    if (const auto hidden = dataset.withheld() + possible.open_count();
        hidden > 0 && dataset.knows_withheld()) {
        add_note(table, hidden_pairs.fill(language, {std::to_string(hidden)}));
    }
    add_note(table, pair_counting.fill(language, {std::to_string(newman_halves / 2) +
                                                  (newman_halves % 2 == 1 ? ".5" : "")}));
    return table;
}

}  // namespace remit
