/// \file
/// Which cells does a table of comma-separated values have?
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

/// What stands between two separators, and where it begins.
struct CsvCell {
    std::string_view text;     ///< Without the quotes around it.
    std::uint32_t line = 0;    ///< Counted from 1.
    std::uint32_t column = 0;  ///< Counted from 1, in bytes.
};

/// The one of comma, tab and semicolon that stands most often in the first line; the comma if none
/// does.
[[nodiscard]] char likely_separator(std::string_view text);

/// Reads a table row by row, after RFC 4180: a cell in quotes may have separators, line ends and
/// doubled quotes. A byte order mark before the first cell is left out. A line ends with "\n" or
/// "\r\n". As programs write them, there may be spaces before a quotation, and what stands behind
/// one belongs to the cell; a quote within other text is text. Memory: that of a row.
class CsvReader {
 public:
    /// \param text  outlives this
    explicit CsvReader(std::string_view text, char separator = ',');

    /// The cells of the next row, at least one; none behind the last row. An empty line is one
    /// empty cell. Valid until the next call. Time: linear in the bytes of the row.
    [[nodiscard]] std::span<const CsvCell> next();

    /// The cell in quotes that has no end; it takes up the rest of the text.
    [[nodiscard]] const std::optional<CsvCell>& open() const { return open_; }

 private:
    bool read_cell();
    void read_quoted(std::size_t quote);
    [[nodiscard]] std::size_t end_of_cell(std::size_t at) const;
    [[nodiscard]] std::string_view text_until_at(std::size_t begin) const;
    void count_lines(std::size_t begin, std::size_t end);
    [[nodiscard]] CsvCell cell_at(std::size_t at) const;

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::size_t line_begin_ = 0;
    std::vector<CsvCell> cells_;
    std::deque<std::string> unquoted_;  // cells of the row that do not stand so in the text
    std::optional<CsvCell> open_;
};

}  // namespace remit
