/// \file
/// How do the columns look that a file declares?
#pragma once

#include "table_parts.hpp"

#include <cmath>
#include <type_traits>

namespace remit::tables {

/// "Budget (million euros)".
inline std::string field_label(const Field& field, Language language) {
    constexpr Phrase with_unit{"field-columns.with-unit"};
    auto name = text(field.name.in(language));
    if (field.unit.empty()) return name;
    return with_unit.fill(language, {std::move(name), text(field.unit.in(language))});
}

inline Column field_column(const Field& field, Language language) {
    Column column{field.id, field_label(field, language)};
    column.names_value = field.type == FieldType::choice;
    return column;
}

/// Whole numbers without an exponent, whatever their size.
inline Cell amount_cell(double value) {
    constexpr double exact_below = 9007199254740992.0;
    const bool is_whole = std::trunc(value) == value && std::abs(value) < exact_below;
    return is_whole ? Cell(static_cast<std::int64_t>(value)) : Cell(value);
}

/// What a measure has of a field; empty if nothing.
inline Cell field_cell(const Dataset& dataset, MeasureIndex measure, FieldIndex field,
                       Language language) {
    const auto* const value = dataset.value(measure, field);
    if (value == nullptr) return std::monostate{};
    return std::visit(
        [&](const auto& content) -> Cell {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Content, LocalizedText>) {
                return text(content.in(language));
            } else if constexpr (std::is_same_v<Content, Date>) {
                return {to_string(content), in_words(content, language)};
            } else if constexpr (std::is_same_v<Content, double>) {
                return amount_cell(content);
            } else {
                const auto& choice = dataset[field].values[content.value];
                return {choice.id, choice.name.in(language)};
            }
        },
        *value);
}

}  // namespace remit::tables
