/// \file
/// What stands in the columns of tables that are no metrics?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/phrase.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace remit {

/// What the cells of a column hold for machines; any may be empty.
enum class ColumnValue : std::uint8_t {
    count,    ///< A whole number.
    number,   ///< A number, whole or not.
    portion,  ///< A number from 0 to 1.
    truth,    ///< 1 or 0.
    text,
    id,       ///< A stable text; people are shown a name.
    list,     ///< Of ids, or of numbers; it may have nothing in it.
    measure,  ///< The number of a measure; its label where it has a code or notices number alike.
    as_named  ///< As what the column is made of.
};

/// One column: the same entry labels it in tables, and is what `remit explain` says.
struct TableColumn {
    std::string_view id;  ///< Stable: the column's id, and the word for `explain`.
    Phrase label;
    Phrase definition;  ///< One or two sentences, with what is counted and over what.
    ColumnValue value = ColumnValue::text;
    std::string_view command;  ///< What shows it.
};

/// All columns that are no metrics and have the same id whatever the data, by command.
[[nodiscard]] std::span<const TableColumn> table_columns();

/// The kinds of columns whose ids are made of others or of words of the data, such as
/// "COLUMN_before": what is in capitals stands for any.
[[nodiscard]] std::span<const TableColumn> column_kinds();

/// A column by its id, or a kind by its own or by that of a column of it: "shared_before" is of
/// "COLUMN_before".
///
/// Example: find_column("unusual")->command is "backbone".
/// \return nothing for an id that is none, and for the id of a metric
[[nodiscard]] const TableColumn* find_column(std::string_view id);

/// The same of the tables of a programme, with the columns that it declares: its categories, its
/// fields and their values.
[[nodiscard]] const TableColumn* find_column(std::string_view id, const Dataset& dataset);

/// The id of the column that another is made of: "shared" of "shared_before", "scope" of
/// "scope_names".
/// \return empty for a column that is made of no other
[[nodiscard]] std::string_view column_stem(std::string_view id);

/// What people call a metric or a column.
/// \pre the id is of either
[[nodiscard]] const Phrase& column_label(std::string_view id);

}  // namespace remit
