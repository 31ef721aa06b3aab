/// \file
/// What does a result look like as rows and columns, and how is that written?
#pragma once

#include <remit/model/date.hpp>
#include <remit/model/language.hpp>
#include <remit/model/phrase.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace remit {

using CellValue = std::variant<std::monostate, std::string, std::int64_t, double,
                               std::vector<std::string>, std::vector<std::int64_t>>;

struct Cell {
    CellValue value;                 ///< For machines.
    std::string shown;               ///< For people, where it differs, such as a name for an id.
    std::vector<std::string> names;  ///< For people: a name for each id of a list.

    template <class Value>
    requires std::constructible_from<CellValue, Value&&> Cell(Value&& content)
        : value(std::forward<Value>(content)) {}  // a row is written {a, b, c}
    Cell(std::string content, std::string_view name) : value(std::move(content)), shown(name) {}
    Cell(std::vector<std::string> ids, std::vector<std::string> names_of_ids)
        : value(std::move(ids)), names(std::move(names_of_ids)) {}
};

/// How people are shown the numbers of a column.
enum class NumberStyle : std::uint8_t { plain, two_decimals, percent };

struct Column {
    std::string id;     ///< Stable, for machines: JSON keys and CSV headings.
    std::string label;  ///< For people, in the language of the table.
    NumberStyle style = NumberStyle::plain;
    bool lists_names = false;  ///< Every cell is a list of ids with their names, or empty.
    bool names_value = false;  ///< Every cell is an id with its name, or empty.
};

/// A result, ready to be written in any format. Every row has one cell per column.
struct Table {
    std::string title;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    std::vector<std::string> notes;  ///< Denominators, counting rules, readings: full sentences.
    std::string source;
    Language language = Language::en;  ///< That it is in.
    std::optional<Date> dated = {};    ///< When the data was issued, for files that bear a date.
};

enum class TableFormat : std::uint8_t { text, csv, csv_excel, json, markdown, html, xlsx };

/// What a table as text has room for.
struct TextLayout {
    std::optional<std::size_t> width;  ///< In columns of a terminal; without it, as it comes.
    /// How to have the columns that are left out, with the width that all of them take.
    std::optional<Phrase> hint = {};
};

/// Writes a table.
///
/// Text aligns columns as a terminal shows them (a Han character takes two). What is wider than its
/// layout is broken into lines: sentences, headings and texts, never numbers; a text gets at least
/// 12 columns, and columns on the right for which even that is too much are left out and named
/// below. The other formats take no notice of it. CSV is RFC 4180 with
/// column ids as its heading, without notes. JSON is one object with `title`, `columns` (id,
/// label), `rows` (objects keyed by column id), `notes` and `source`; its numbers are not rounded.
/// Markdown is a GitHub table. HTML is a page that refers to nothing outside, without scripts: its
/// table has a caption, and headings of columns and rows for screen readers. XLSX is `to_xlsx`.
///
/// A list is an array in JSON; elsewhere "; " stands between names, which may have commas, and
/// ", " between numbers. For a column that lists names, people are shown the names alone; CSV and
/// JSON have the ids, and behind them the names as a column of their own: "lead", "lead_names". So
/// with a column of ids that have a name each: "status", "status_name".
///
/// CSV for Excel begins with a byte order mark, without which Excel reads no UTF-8, and a text that
/// a spreadsheet would take for a formula begins with an apostrophe: one whose first character is
/// one of `= + - @`, of half or full width, after whatever spaces, control and format characters.
///
/// \throws Error for XLSX alone, as `to_xlsx`
void write(std::ostream& out, const Table& table, TableFormat format,
           const TextLayout& layout = {});

/// Takes columns of ids away whose names stand in the next one.
void leave_out_ids(Table& table);

/// How a table stands in a page of HTML that has more than it.
struct HtmlPart {
    /// What a row, from 0, stands for: words of its attribute `data-of`; nothing if empty.
    std::function<std::string(std::size_t row)> of = {};
    std::string bars = {};  ///< The id of a column whose numbers have bars beside them; or none.
    std::size_t most_rows = std::numeric_limits<std::size_t>::max();
};

/// A text for a page of HTML, also within an attribute's quotes.
[[nodiscard]] std::string html_text(std::string_view text);

/// The element `table`, with its caption. Rows of which there are too many are left out. A number
/// that is shown rounded has all its digits in the attribute `data-value` of its cell.
void write_html_part(std::ostream& out, const Table& table, const HtmlPart& part = {});

/// A workbook for spreadsheets: a sheet a table, named by its title, and one of their notes and
/// sources with remit's version. The heading, in the tables' language, stays in sight and filters;
/// columns are as wide as what is in them, up to 60 characters (a Han character counts two), and
/// longer text wraps. Numbers are numbers, not rounded, and shown as in text; a text is never a
/// formula. Same tables, same bytes: the workbook's date is the latest of the data, else 1980.
///
/// It is written by libxlsxwriter, which is loaded with the first workbook.
/// \throws Error if that is not installed or fails, or a table is larger than a sheet
[[nodiscard]] std::string to_xlsx(std::span<const Table> tables);

}  // namespace remit
