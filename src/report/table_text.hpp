/// \file
/// What do people see of a table's cells, in text and in Markdown?
#pragma once

#include <remit/report/table.hpp>

#include <cstddef>
#include <iosfwd>
#include <string>

namespace remit::tables {

/// A name rather than an id, a number by the style of its column.
[[nodiscard]] std::string shown(const Cell& cell, const Column& column);

/// A column is set right if it has numbers and nothing else but empty cells.
[[nodiscard]] bool is_numeric(const Table& table, std::size_t column);

void write_text(std::ostream& out, const Table& table, const TextLayout& layout);

}  // namespace remit::tables
