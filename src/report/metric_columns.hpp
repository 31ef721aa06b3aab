/// \file
/// What the makers of tables of metrics share.
#pragma once

#include "table_parts.hpp"

#include <remit/analysis/metrics.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/number_text.hpp>

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace remit::tables {

inline constexpr Phrase department_label{"metric-columns.department-label"};
inline constexpr Phrase name_label{"metric-columns.name-label"};

/// Columns, each of its id, label and style.
inline std::vector<Column> labelled(
    Language language,
    std::initializer_list<std::tuple<const char*, Phrase, NumberStyle>> columns) {
    std::vector<Column> result;
    for (const auto& [id, label, style] : columns) {
        result.push_back({id, text(label.in(language)), style});
    }
    return result;
}

/// The column of a metric, by its name in the catalogue.
inline Column column(std::string_view metric, NumberStyle style, Language language) {
    return {text(metric), text(find_metric(metric)->name.in(language)), style};
}

inline std::vector<Column> department_columns(Language language) {
    return {{"department", text(department_label.in(language))},
            {"name", text(name_label.in(language))}};
}

inline std::vector<Column> pair_columns(Language language) {
    constexpr Phrase a{"metric-columns.a"};
    constexpr Phrase b{"metric-columns.b"};
    return {{"department_a", text(a.in(language))}, {"department_b", text(b.in(language))}};
}

inline std::vector<Cell> department_cells(const Dataset& dataset, DepartmentIndex department,
                                          Language language) {
    const auto& body = dataset[department];
    std::vector<Cell> row;
    row.emplace_back(body.id);
    row.emplace_back(text(body.short_name.in(language)));
    return row;
}

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
