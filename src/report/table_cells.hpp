/// \file
/// What do the formats for people share?
#pragma once

#include <remit/report/table.hpp>

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

namespace remit::tables {

/// What people are shown of a cell: a name rather than an id, a number by the style of its column.
[[nodiscard]] std::string shown(const Cell& cell, const Column& column);

[[nodiscard]] bool is_number(const CellValue& value);

/// A column is set right if it has numbers and nothing else but empty cells.
[[nodiscard]] bool is_numeric(const Table& table, std::size_t column);

/// A field of comma-separated values (RFC 4180), in quotes if it has one of some characters.
[[nodiscard]] std::string csv_field(std::string_view text, std::string_view quoted = ",\"\r\n");

/// As `write` does for text.
void write_text(std::ostream& out, const Table& table, const TextLayout& layout);

/// A page of HTML. \param out  throws where it fails
void write_html(std::ostream& out, const Table& table);

}  // namespace remit::tables
