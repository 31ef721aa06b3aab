#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"
#include "weights_remark.hpp"

#include <remit/analysis/shared_parts.hpp>

#include <algorithm>
#include <array>

namespace remit {
namespace {

using tables::add_note;
using tables::column;
using tables::framed;
using tables::text;
using tables::whole;

constexpr auto plain = NumberStyle::plain;
constexpr auto two = NumberStyle::two_decimals;

constexpr std::array<std::string_view, 9> weights{"newman",
                                                  "jaccard",
                                                  "overlap",
                                                  "cosine",
                                                  "dice",
                                                  "association_strength",
                                                  "association_strength_links",
                                                  "lift",
                                                  "parts"};

/// \param parts  as `shared_parts` has it
double weight_of(std::string_view id, const Coresponsibility& pair, const Similarity& similarity,
                 double parts) {
    const std::array values{pair.newman,
                            similarity.jaccard,
                            similarity.overlap,
                            similarity.cosine,
                            similarity.dice,
                            similarity.association_strength,
                            similarity.association_strength_links,
                            similarity.lift,
                            parts};
    const auto found = std::find(weights.begin(), weights.end(), id);
    if (found == weights.end()) return static_cast<double>(pair.shared());
    return values[static_cast<std::size_t>(found - weights.begin())];
}

/// \param weighted  whether some measure gives weights, which the last one of all is of
std::vector<std::string_view> shown_weights(const std::string& weight, bool weighted) {
    if (weight == "all") return {weights.begin(), weights.end() - (weighted ? 0 : 1)};
    if (weight == "shared") return {};
    return {weight};
}

}  // namespace

Table pair_table(std::span<const Coresponsibility> pairs, std::span<const Similarity> similarities,
                 const PairView& view, const Dataset& dataset, Language language) {
    constexpr Phrase title{"pair.title"};
    constexpr Phrase count{"pair.count"};
    constexpr Phrase definition{"pair.definition"};
    constexpr Phrase letters{"pair.letters"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = tables::pair_columns(language);
    table.columns.push_back(column("shared", plain, language));
    const tables::PossiblePairs possible(dataset, language);
    possible.add_column(table);
    const auto shown = shown_weights(view.weight, has_weights(dataset));
    const bool by_parts = !shown.empty() && shown.back() == "parts";
    std::vector<double> parts(pairs.size());
    if (by_parts) parts = shared_parts(responsibility_graph(dataset), pairs, link_weights(dataset));
    for (const auto id : shown) table.columns.push_back(column(id, two, language));
    table.columns.push_back(column("measure_numbers", language));

    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (view.shows(pairs[i])) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        return weight_of(view.weight, pairs[a], similarities[a], parts[a]) >
               weight_of(view.weight, pairs[b], similarities[b], parts[b]);
    });
    for (const auto i : order) {
        const auto& a = dataset[pairs[i].a];
        const auto& b = dataset[pairs[i].b];
        std::vector<Cell> row;
        row.emplace_back(a.id, a.short_name.in(language));
        row.emplace_back(b.id, b.short_name.in(language));
        row.emplace_back(whole(pairs[i].shared()));
        possible.add_cell(row, pairs[i]);
        for (const auto id : shown) {
            row.emplace_back(weight_of(id, pairs[i], similarities[i], parts[i]));
        }
        row.push_back(tables::measure_cell(dataset, pairs[i].measures));
        table.rows.push_back(std::move(row));
    }
    add_note(table,
             count.fill(language, {std::to_string(order.size()), std::to_string(view.min_shared)}));
    add_note(table, tables::base_remark(dataset, language));
    possible.add_remark(table);
    for (const auto id : shown) {
        const auto& metric = *find_metric(id);
        add_note(table,
                 definition.fill(language, {text(metric.name.in(language)), text(metric.formula)}));
    }
    if (!shown.empty()) add_note(table, text(letters.in(language)));
    if (by_parts) add_note(table, text(Phrase{"weights.letters"}.in(language)));
    if (by_parts) add_note(table, tables::weights_remark(dataset, language));
    return table;
}

Table pair_category_table(std::span<const Coresponsibility> pairs, const PairView& view,
                          const Dataset& dataset, Language language) {
    constexpr Phrase title{"pair.co-responsibility-by-category"};
    constexpr Phrase rule{"pair.rule"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = tables::pair_columns(language);
    table.columns.push_back(column("shared", plain, language));
    const auto categories = dataset.categories().size();
    for (const auto& category : dataset.categories()) {
        table.columns.push_back(
            {tables::category_id(dataset, category), text(category.short_name.in(language))});
    }
    table.columns.push_back(column("no_category", language));
    std::vector<const Coresponsibility*> order;
    for (const auto& pair : pairs) {
        if (view.shows(pair)) order.push_back(&pair);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return a->shared() > b->shared(); });
    bool some_without = false;
    for (const auto* pair : order) {
        std::vector<std::int64_t> counts(categories + 1);
        for (const auto m : pair->measures) {
            const auto& category = dataset[m].category;
            ++counts[category ? category->value : categories];
        }
        some_without = some_without || counts.back() > 0;
        std::vector<Cell> row;
        row.emplace_back(dataset[pair->a].id, dataset[pair->a].short_name.in(language));
        row.emplace_back(dataset[pair->b].id, dataset[pair->b].short_name.in(language));
        row.emplace_back(whole(pair->shared()));
        for (std::size_t c = 0; c < counts.size(); ++c) {
            const bool printed = c == categories || dataset.categories()[c].listed > 0;
            row.push_back(printed ? Cell(counts[c]) : Cell(std::monostate{}));
        }
        table.rows.push_back(std::move(row));
    }
    if (!some_without) {
        table.columns.pop_back();
        for (auto& row : table.rows) row.pop_back();
    }
    add_note(table, text(rule.in(language)));
    add_note(table, tables::base_remark(dataset, language));
    add_note(table, tables::unprinted_remark(dataset, language));
    return table;
}

}  // namespace remit
