#include "table_cells.hpp"

#include <remit/model/number_text.hpp>

#include <algorithm>
#include <optional>
#include <ostream>

namespace remit {

std::string html_text(std::string_view text) {
    std::string result;
    for (const auto c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                // Where XML has no character for it, a space.
                result += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
        }
    }
    return result;
}

namespace {

std::optional<double> number_of(const Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) {
        return static_cast<double>(*whole);
    }
    const auto* number = std::get_if<double>(&cell.value);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

/// A bar of a column's number, of the greatest of them; nothing of what is no number.
std::string bar(const Cell& cell, double greatest) {
    const auto number = number_of(cell);
    if (!number || greatest <= 0.0 || *number < 0.0) return {};
    return "<svg class=\"bars\" aria-hidden=\"true\"><rect height=\"100%\" width=\"" +
           fixed(100.0 * *number / greatest, 1) + "%\"/></svg>";
}

class PartWriter {
 public:
    PartWriter(std::ostream& out, const Table& table, const HtmlPart& part)
        : out_(out), table_(table), part_(part) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            if (!part.bars.empty() && table.columns[c].id == part.bars) bars_ = c;
        }
        if (!bars_) return;
        for (const auto& row : table.rows) {
            greatest_ = std::max(greatest_, number_of(row[*bars_]).value_or(0.0));
        }
    }

    void write() {
        out_ << "<table>\n<caption>" << html_text(table_.title) << "</caption>\n<thead>\n<tr>";
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            out_ << "<th scope=\"col\"" << (is_numeric(table_, c) ? " class=\"n\"" : "") << '>'
                 << html_text(table_.columns[c].label) << "</th>";
        }
        out_ << "</tr>\n</thead>\n<tbody>\n";
        const auto rows = std::min(table_.rows.size(), part_.most_rows);
        for (std::size_t r = 0; r < rows; ++r) write_row(r);
        out_ << "</tbody>\n</table>\n";
    }

 private:
    void write_row(std::size_t row) {
        const auto of = part_.of ? part_.of(row) : "";
        out_ << "<tr" << (of.empty() ? "" : " data-of=\"" + html_text(of) + '"') << '>';
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            const auto& cell = table_.rows[row][c];
            const auto text = tables::shown(cell, table_.columns[c]);
            const std::string_view tag = c == 0 && !text.empty() ? "th" : "td";
            out_ << '<' << tag << (tag == "th" ? " scope=\"row\"" : "")
                 << (is_numeric(table_, c) ? " class=\"n\"" : "");
            if (std::holds_alternative<double>(cell.value)) {
                out_ << " data-value=\"" << exact(std::get<double>(cell.value)) << '"';
            }
            out_ << '>' << html_text(text) << (c == bars_ ? bar(cell, greatest_) : "") << "</"
                 << tag << '>';
        }
        out_ << "</tr>\n";
    }

    static bool is_numeric(const Table& table, std::size_t column) {
        return tables::is_numeric(table, column);
    }

    std::ostream& out_;
    const Table& table_;
    const HtmlPart part_;
    std::optional<std::size_t> bars_;
    double greatest_ = 0.0;
};

/// Own colors, so that it is read on a dark page too; a heading is said again on each printed page.
constexpr std::string_view style =
    "body{margin:1.5em;font-family:sans-serif;line-height:1.4;color:#111;background:#fff}\n"
    "table{border-collapse:collapse}\n"
    "caption{text-align:start;font-weight:bold;padding-bottom:.6em}\n"
    "th,td{text-align:start;vertical-align:top;padding:.25em .8em;border-bottom:1px solid #ccc}\n"
    "thead th{border-bottom:2px solid #444}\n"
    "tbody th{font-weight:normal}\n"
    ".n{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}\n"
    "p{max-width:60em;margin:.5em 0}\n";

}  // namespace

void write_html_part(std::ostream& out, const Table& table, const HtmlPart& part) {
    PartWriter(out, table, part).write();
}

void tables::write_html(std::ostream& out, const Table& table) {
    const auto title = html_text(table.title);
    out << "<!DOCTYPE html>\n<html lang=\"" << table.language.tag() << '"'
        << (table.language.right_to_left() ? " dir=\"rtl\"" : "")
        << ">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
        << title << "</title>\n<style>\n"
        << style << "</style>\n</head>\n<body>\n";
    PartWriter(out, table, {}).write();
    for (const auto& note : table.notes) out << "<p>" << html_text(note) << "</p>\n";
    if (!table.source.empty()) {
        out << "<p class=\"source\">" << html_text(table.source) << "</p>\n";
    }
    out << "</body>\n</html>\n";
}

}  // namespace remit
