#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <remit/model/weights.hpp>

#include <algorithm>

namespace remit {

using tables::add_note;
using tables::cell;
using tables::text;

Table significance_table(std::span<const Significance> results, const SignificanceOptions& options,
                         const Dataset& dataset, Language language) {
    constexpr Phrase title{"significance.title"};
    constexpr Phrase against{"significance.against"};
    constexpr Phrase reading{"significance.reading"};
    constexpr Phrase heuristic{"significance.heuristic"};
    constexpr Phrase unweighted{"significance.unweighted"};
    constexpr Phrase nothing{"significance.nothing"};
    constexpr Phrase not_fitted{"significance.not-fitted"};
    auto table = tables::framed(dataset, text(title.in(language)), language);
    table.columns = tables::columns(language, {"metric", "name", "value", "mean", "deviation", "z",
                                               "p_higher", "p_lower", "error", "draws"});
    for (std::size_t i = 2; i < 6; ++i) table.columns[i].style = NumberStyle::two_decimals;
    const auto probability = [](const std::optional<double>& p) {
        return p ? tables::probability_cell(*p) : cell({});
    };
    std::size_t draws = 0;
    for (const auto& each : results) {
        draws = std::max(draws, each.draws);
        if (!each.observed && each.draws == 0) continue;
        const bool drawn = each.draws > 0;
        tables::add_row(table, text(each.metric), text(find_metric(each.metric)->name.in(language)),
                        cell(each.observed), drawn ? Cell(each.mean) : cell({}),
                        each.draws > 1 ? Cell(each.deviation) : cell({}), cell(each.z),
                        probability(each.p_higher), probability(each.p_lower),
                        each.p_higher ? tables::probability_cell(each.error) : cell({}),
                        tables::whole(each.draws));
    }
    if (results.empty()) {
        add_note(table, text(not_fitted.in(language)));
    } else if (table.rows.empty()) {
        add_note(table, text(nothing.in(language)));
    } else {
        const auto [model, source] = tables::model_words(options.model, language);
        add_note(table, against.fill(language, {std::to_string(draws), std::to_string(options.seed),
                                                model, source}));
        add_note(table, text(reading.in(language)));
        const bool of_modules =
            std::any_of(results.begin(), results.end(), [](const Significance& each) {
                return each.metric == "modularity" && (each.observed || each.draws > 0);
            });
        if (of_modules) add_note(table, text(heuristic.in(language)));
        if (has_weights(dataset)) add_note(table, text(unweighted.in(language)));
    }
    add_note(table, tables::base_remark(dataset, language));
    return table;
}

}  // namespace remit
