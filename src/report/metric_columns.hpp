/// \file
/// What the makers of tables of metrics share.
#pragma once

#include "table_parts.hpp"

#include <remit/analysis/bounds.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/metrics.hpp>
#include <remit/analysis/null_model.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/number_text.hpp>
#include <remit/report/columns.hpp>

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace remit::tables {

/// A column of what the catalogues of metrics and of columns have, by its name there.
/// \pre the id is of either
inline Column column(std::string_view id, NumberStyle style, Language language) {
    return {text(id), text(column_label(id).in(language)), style};
}

inline Column column(std::string_view id, Language language) {
    return column(id, NumberStyle::plain, language);
}

/// The same of `named_cell`s.
inline Column named_column(std::string_view id, Language language) {
    return {text(id), text(column_label(id).in(language)), NumberStyle::plain, true};
}

inline std::vector<Column> columns(Language language, std::initializer_list<const char*> ids) {
    std::vector<Column> result;
    for (const auto* const id : ids) result.push_back(column(id, language));
    return result;
}

inline std::vector<Column> department_columns(Language language) {
    return columns(language, {"department", "name"});
}

inline std::vector<Column> pair_columns(Language language) {
    return columns(language, {"department_a", "department_b"});
}

/// How many measures a pair may share at most: those that are withheld, and those whose lists go
/// on, may name both.
class PossiblePairs {
 public:
    PossiblePairs(const Dataset& dataset, Language language)
        : dataset_(dataset), graph_(responsibility_graph(dataset)), language_(language) {}

    /// Nothing is added where no list goes on.
    void add_column(Table& table) const {
        if (goes_on()) table.columns.push_back(column("at_most", language_));
    }
    void add_cell(std::vector<Cell>& row, const Coresponsibility& pair) const {
        if (!goes_on()) return;
        const auto most = shared_bounds(graph_, pair.measures, dataset_.withheld()).high;
        row.push_back(dataset_.announced() ? Cell(whole(most)) : Cell(std::monostate{}));
    }
    void add_remark(Table& table) const {
        constexpr Phrase rule{"metric-columns.at-most-rule"};
        if (goes_on()) add_note(table, text(rule.in(language_)));
    }
    [[nodiscard]] std::size_t open_count() const { return graph_.open_count(); }

 private:
    [[nodiscard]] bool goes_on() const { return open_count() > 0; }

    const Dataset& dataset_;
    ResponsibilityGraph graph_;
    Language language_;
};

inline std::vector<Cell> department_cells(const Dataset& dataset, DepartmentIndex department,
                                          Language language) {
    const auto& body = dataset[department];
    std::vector<Cell> row;
    row.emplace_back(body.id);
    row.emplace_back(text(body.short_name.in(language)));
    return row;
}

/// A small probability is not shown as 0.00.
Cell probability_cell(double value);

/// The name of a null model, and after whom it is.
std::pair<std::string, std::string> model_words(NullModel model, Language language);

/// None is an empty cell.
inline Cell cell(const std::optional<double>& value) {
    return value ? Cell(*value) : Cell(std::monostate{});
}

/// Of which categories the columns are empty; nothing if of none.
inline std::string unprinted_remark(const Dataset& dataset, Language language) {
    constexpr Phrase nothing_printed{"metric-columns.nothing-printed"};
    constexpr Phrase nothing_chosen{"metric-columns.nothing-chosen"};
    ListWriter unprinted(language);
    for (const auto& category : dataset.categories()) {
        if (category.listed == 0) unprinted.add(category.short_name.in(language));
    }
    if (unprinted.text().empty()) return {};
    return (dataset.restriction() ? nothing_chosen : nothing_printed)
        .fill(language, {unprinted.text()});
}

/// A category's id, with its notice before it where there are several notices.
inline std::string category_id(const Dataset& dataset, const Category& category) {
    const bool several = dataset.notices().size() > 1;
    return (several ? dataset[category.notice].id + ':' : std::string()) + category.id;
}

}  // namespace remit::tables
