#include "table_cells.hpp"

#include <ostream>

namespace remit {
namespace {

/// Where XML has no character for it, a space.
std::string escaped(std::string_view text) {
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
                result += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
        }
    }
    return result;
}

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

void tables::write_html(std::ostream& out, const Table& table) {
    const auto title = escaped(table.title);
    out << "<!DOCTYPE html>\n<html lang=\"" << table.language.tag() << '"'
        << (table.language.right_to_left() ? " dir=\"rtl\"" : "")
        << ">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
        << title << "</title>\n<style>\n"
        << style << "</style>\n</head>\n<body>\n<table>\n<caption>" << title
        << "</caption>\n<thead>\n<tr>";
    std::vector<std::string_view> classes;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        classes.emplace_back(is_numeric(table, c) ? " class=\"n\"" : "");
        out << "<th scope=\"col\"" << classes[c] << '>' << escaped(table.columns[c].label)
            << "</th>";
    }
    out << "</tr>\n</thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        out << "<tr>";
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string_view tag = c == 0 ? "th" : "td";
            out << '<' << tag << (c == 0 ? " scope=\"row\"" : "") << classes[c] << '>'
                << escaped(shown(row[c], table.columns[c])) << "</" << tag << '>';
        }
        out << "</tr>\n";
    }
    out << "</tbody>\n</table>\n";
    for (const auto& note : table.notes) out << "<p>" << escaped(note) << "</p>\n";
    if (!table.source.empty()) {
        out << "<p class=\"source\">" << escaped(table.source) << "</p>\n";
    }
    out << "</body>\n</html>\n";
}

}  // namespace remit
