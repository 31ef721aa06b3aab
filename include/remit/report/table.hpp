/// \file
/// What does a result look like as rows and columns, and how is that written?
#pragma once

#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace remit {

using CellValue = std::variant<std::monostate, std::string, std::int64_t, double,
                               std::vector<std::string>, std::vector<std::int64_t>>;

struct Cell {
    CellValue value;    ///< For machines.
    std::string shown;  ///< For people, where it differs, such as a name for an id.

    template <class Value>
    requires std::constructible_from<CellValue, Value&&> Cell(Value&& content)
        : value(std::forward<Value>(content)) {}  // a row is written {a, b, c}
    Cell(std::string content, std::string_view name) : value(std::move(content)), shown(name) {}
};

/// How people are shown the numbers of a column.
enum class NumberStyle : std::uint8_t { plain, two_decimals, percent };

struct Column {
    std::string id;     ///< Stable, for machines: JSON keys and CSV headings.
    std::string label;  ///< For people, in the language of the table.
    NumberStyle style = NumberStyle::plain;
};

/// A result, ready to be written in any format. Every row has one cell per column.
struct Table {
    std::string title;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    std::vector<std::string> notes;  ///< Denominators, counting rules, readings: full sentences.
    std::string source;
};

enum class TableFormat : std::uint8_t { text, csv, json, markdown };

/// Writes a table.
///
/// Text aligns columns as a terminal shows them (a Han character takes two). CSV is RFC 4180 with
/// column ids as its heading, without notes. JSON is one object with `title`, `columns` (id,
/// label), `rows` (objects keyed by column id), `notes` and `source`; its numbers are not rounded.
/// Markdown is a GitHub table.
void write(std::ostream& out, const Table& table, TableFormat format);

}  // namespace remit
