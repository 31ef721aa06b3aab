/// \file
/// What of a table do a page and a document show, and how much room does it take?
#pragma once

#include <remit/report/table.hpp>

#include <cstddef>
#include <string_view>

namespace remit::briefings {

/// A table without columns of ids whose names stand beside them, and without those that are empty
/// in every row, of which there is nothing to read.
[[nodiscard]] Table shown_table(Table table);

/// The widest of what stands between spaces, in columns of a terminal. Time: O(|text|).
[[nodiscard]] std::size_t longest_word(std::string_view text);

/// The least width that keeps numbers and words whole, in columns of a terminal: of a number all of
/// it, of a text its longest word, but as many as a name needs; of a heading its longest word, for
/// which ideographs that stand together are one. Time: O(all text).
///
/// Example: a column of numbers "Measures 2020-01-23" and one of names need 10 + 11, and with a
/// space of 2 behind each, 25.
[[nodiscard]] std::size_t least_width(const Table& table, std::size_t space);

}  // namespace remit::briefings
