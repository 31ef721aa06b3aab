#include <remit/report/table.hpp>

#include "json_writer.hpp"
#include "table_cells.hpp"

#include <remit/model/number_text.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <ostream>
#include <type_traits>

namespace remit {
namespace {

std::string styled(double value, NumberStyle style) {
    switch (style) {
        case NumberStyle::plain:
            return exact(value);
        case NumberStyle::two_decimals:
            return fixed(value, 2);
        case NumberStyle::percent:
            break;
    }
    return percent(value);
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : "; ") + name;
    return text;
}

std::string joined(const std::vector<std::int64_t>& numbers) {
    std::string text;
    for (const auto number : numbers) text += (text.empty() ? "" : ", ") + std::to_string(number);
    return text;
}

/// The cell's value as text; numbers by `number`.
template <class Number>
std::string as_text(const CellValue& value, Number number) {
    return std::visit(
        [&](const auto& content) -> std::string {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Content, std::monostate>)
                return {};
            else if constexpr (std::is_same_v<Content, std::string>)
                return content;
            else if constexpr (std::is_same_v<Content, std::int64_t>)
                return std::to_string(content);
            else if constexpr (std::is_same_v<Content, double>)
                return number(content);
            else
                return joined(content);
        },
        value);
}

}  // namespace

namespace tables {

std::string shown(const Cell& cell, const Column& column) {
    if (!cell.shown.empty()) return cell.shown;
    if (column.lists_names) return joined(cell.names);
    return as_text(cell.value, [&](double value) { return styled(value, column.style); });
}

bool is_number(const CellValue& value) {
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
}

bool is_numeric(const Table& table, std::size_t column) {
    bool any = false;
    for (const auto& row : table.rows) {
        const auto& cell = row[column];
        any = any || is_number(cell.value);
        const bool other = !is_number(cell.value) && cell.value.index() != 0;
        if (other || !cell.shown.empty()) return false;
    }
    return any;
}

std::string csv_field(std::string_view text, std::string_view quoted) {
    if (text.find_first_of(quoted) == text.npos) return std::string(text);
    std::string field = "\"";
    for (const auto c : text) field.append(c == '"' ? 2 : 1, c);
    return field + '"';
}

}  // namespace tables

namespace {

using tables::is_number;
using tables::is_numeric;
using tables::shown;

bool has_names(const Column& column) {
    return column.lists_names || column.names_value;
}

/// The id of the column of names behind one of ids.
std::string names_id(const Column& column) {
    return column.id + (column.lists_names ? "_names" : "_name");
}

/// Whether a spreadsheet would take a text for a formula.
bool is_formula(std::string_view text) {
    for (const auto character : code_points(text)) {
        const bool control = character < U' ' || character == U'\x7F';
        const std::u32string_view one(&character, 1);
        if (control || normal_form(utf8(one)).empty()) continue;  // a space, or a format character
        return std::u32string_view(U"=+-@＝＋－＠﹦﹢﹣﹫−").find(character) !=
               std::u32string_view::npos;
    }
    return false;
}

/// What a format changes in the fields of RFC 4180.
struct CsvStyle {
    std::string_view begin;   ///< Of the file.
    std::string_view quoted;  ///< Characters that put a field in quotes.
    bool harmless = false;    ///< Whether a formula becomes a text.
};

constexpr CsvStyle raw_csv{"", ",\"\r\n", false};
/// Where the comma is for decimals, Excel separates fields by semicolons.
constexpr CsvStyle excel_csv{"\xEF\xBB\xBF", ",;\t\"\r\n", true};

void write_csv_field(std::ostream& out, const std::string& text, const CsvStyle& style) {
    const std::string_view guard = style.harmless && is_formula(text) ? "'" : "";
    out << tables::csv_field(std::string(guard) + text, style.quoted);
}

/// A number is none that a spreadsheet could mistake.
void write_csv_field(std::ostream& out, const CellValue& value, const CsvStyle& style) {
    if (is_number(value)) {
        out << as_text(value, exact);
    } else {
        write_csv_field(out, as_text(value, exact), style);
    }
}

void write_csv(std::ostream& out, const Table& table, const CsvStyle& style) {
    out << style.begin;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto& column = table.columns[c];
        if (c > 0) out << ',';
        write_csv_field(out, column.id, style);
        if (!has_names(column)) continue;
        out << ',';
        write_csv_field(out, names_id(column), style);
    }
    out << "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c > 0) out << ',';
            write_csv_field(out, row[c].value, style);
            if (!has_names(table.columns[c])) continue;
            out << ',';
            const bool list = table.columns[c].lists_names;
            write_csv_field(out, list ? joined(row[c].names) : row[c].shown, style);
        }
        out << "\r\n";
    }
}

void write_json(tables::JsonWriter& json, const CellValue& value) {
    std::visit(
        [&](const auto& content) {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Content, std::monostate>) {
                json.value(nullptr);
            } else if constexpr (std::is_same_v<Content, std::vector<std::string>> ||
                                 std::is_same_v<Content, std::vector<std::int64_t>>) {
                json.values(content);
            } else {
                json.value(content);
            }
        },
        value);
}

void write_json(tables::JsonWriter& json, const std::string& id, const std::string& label) {
    json.begin_object();
    json.entry("id", id);
    json.entry("label", label);
    json.end();
}

void write_json(std::ostream& out, const Table& table) {
    tables::JsonWriter json(out);
    json.begin_object();
    json.entry("title", table.title);
    json.key("columns");
    json.begin_array();
    for (const auto& column : table.columns) {
        write_json(json, column.id, column.label);
        if (has_names(column)) write_json(json, names_id(column), column.label);
    }
    json.end();
    json.key("rows");
    json.begin_array();
    for (const auto& row : table.rows) {
        json.begin_object();
        for (std::size_t c = 0; c < row.size(); ++c) {
            json.key(table.columns[c].id);
            write_json(json, row[c].value);
            if (!has_names(table.columns[c])) continue;
            json.key(names_id(table.columns[c]));
            if (row[c].value.index() == 0) {
                json.value(nullptr);
            } else if (table.columns[c].lists_names) {
                json.values(row[c].names);
            } else {
                json.value(row[c].shown);
            }
        }
        json.end();
    }
    json.end();
    json.key("notes");
    json.values(table.notes);
    json.entry("source", table.source);
    json.end();
}

/// In a Markdown table a bar would end the cell, and a few characters would be markup.
std::string markdown_escaped(std::string_view text) {
    std::string result;
    for (const auto c : text) {
        if (c == '|' || c == '\\' || c == '*' || c == '_' || c == '`' || c == '<' || c == '[' ||
            c == '&') {
            result += '\\';
        }
        result += c == '\n' ? ' ' : c;
    }
    return result;
}

void write_markdown(std::ostream& out, const Table& table) {
    out << "**" << markdown_escaped(table.title) << "**\n\n|";
    for (const auto& column : table.columns) out << ' ' << markdown_escaped(column.label) << " |";
    out << "\n|";
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        out << (is_numeric(table, c) ? " ---: |" : " --- |");
    }
    out << '\n';
    for (const auto& row : table.rows) {
        out << '|';
        for (std::size_t c = 0; c < row.size(); ++c) {
            out << ' ' << markdown_escaped(shown(row[c], table.columns[c])) << " |";
        }
        out << '\n';
    }
    for (const auto& note : table.notes) out << '\n' << markdown_escaped(note) << '\n';
    if (!table.source.empty()) out << '\n' << markdown_escaped(table.source) << '\n';
}

}  // namespace

void leave_out_ids(Table& table) {
    for (auto c = table.columns.size(); c-- > 1;) {
        if (table.columns[c].id != "name") continue;
        const auto at = static_cast<std::ptrdiff_t>(c) - 1;
        table.columns.erase(table.columns.begin() + at);
        for (auto& row : table.rows) row.erase(row.begin() + at);
    }
}

void write(std::ostream& out, const Table& table, TableFormat format, const TextLayout& layout) {
    switch (format) {
        case TableFormat::text:
            return tables::write_text(out, table, layout);
        case TableFormat::csv:
            return write_csv(out, table, raw_csv);
        case TableFormat::csv_excel:
            return write_csv(out, table, excel_csv);
        case TableFormat::json:
            return write_json(out, table);
        case TableFormat::markdown:
            return write_markdown(out, table);
        case TableFormat::html:
            return tables::write_html(out, table);
        case TableFormat::xlsx:
            out << to_xlsx({&table, 1});
    }
}

}  // namespace remit
