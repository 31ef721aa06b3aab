#include "table_cells.hpp"

#include <remit/model/phrase.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <ostream>
#include <vector>

namespace remit::tables {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t readable = 12;      // columns that a text has at least, if it needs as many
constexpr std::size_t longest_word = 20;  // that is kept whole
constexpr std::size_t readable_heading = 6;

using Widths = std::vector<std::size_t>;

std::size_t sum(const Widths& widths) {
    std::size_t all = widths.empty() ? 0 : gap.size() * (widths.size() - 1);
    for (const auto width : widths) all += width;
    return all;
}

std::size_t widest_piece(std::string_view text) {
    std::size_t widest = 0;
    for (const auto piece : line_pieces(text)) {
        widest = std::max(widest, columns(piece.substr(0, piece.find_last_not_of(' ') + 1)));
    }
    return widest;
}

/// The widths at which every cell of a column is one line.
Widths whole_widths(const Table& table) {
    Widths widths;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        widths.push_back(columns(table.columns[c].label));
        for (const auto& row : table.rows) {
            widths[c] = std::max(widths[c], columns(shown(row[c], table.columns[c])));
        }
    }
    return widths;
}

/// The least width at which a column can be read: its numbers are whole, and so are most words.
std::size_t least_width(const Table& table, std::size_t column, std::size_t whole) {
    const auto& label = table.columns[column].label;
    const bool numeric = is_numeric(table, column);
    auto least = std::max(widest_piece(label), std::min(columns(label), readable_heading));
    for (const auto& row : table.rows) {
        const auto text = shown(row[column], table.columns[column]);
        least = std::max(least, numeric ? columns(text) : widest_piece(text));
    }
    if (!numeric) least = std::max(std::min(least, longest_word), readable);
    return std::min(least, whole);
}

/// The widths of the columns that there is room for, from the left: each its least, and the rest of
/// the room to whichever is narrowest and not yet whole.
Widths fitted(const Table& table, const Widths& whole, std::size_t room) {
    Widths widths;
    for (std::size_t c = 0; c < whole.size(); ++c) {
        widths.push_back(least_width(table, c, whole[c]));
        if (sum(widths) <= room) continue;
        widths.pop_back();
        break;
    }
    if (widths.empty()) return {std::max(room, std::size_t{1})};
    for (auto left = room - sum(widths); left > 0; --left) {
        std::size_t narrowest = widths.size();
        for (std::size_t c = 0; c < widths.size(); ++c) {
            if (widths[c] == whole[c]) continue;
            if (narrowest == widths.size() || widths[c] < widths[narrowest]) narrowest = c;
        }
        if (narrowest == widths.size()) break;
        ++widths[narrowest];
    }
    return widths;
}

void write_padded(std::ostream& out, std::string_view text, std::size_t width, bool right,
                  bool last) {
    const std::string space(width - std::min(width, columns(text)), ' ');
    out << (right ? space : "") << text << (right || last ? "" : space);
}

using Lines = std::vector<std::string>;

/// \param end  behind the last cell
void write_line(std::ostream& out, const Widths& widths, const std::vector<bool>& right,
                const Lines& cells, std::size_t end) {
    for (std::size_t c = 0; c < end; ++c) {
        const bool last = c + 1 == end;
        write_padded(out, cells[c], widths[c], right[c], last);
        out << (last ? "\n" : gap);
    }
}

/// One row of cells, each of as many lines as it needs.
template <class Text>
void write_row(std::ostream& out, const Widths& widths, const std::vector<bool>& right, Text text) {
    Lines cells;
    bool fits = true;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        cells.push_back(text(c));
        fits = fits && columns(cells.back()) <= widths[c];
    }
    if (fits) return write_line(out, widths, right, cells, cells.size());
    std::vector<Lines> lines(widths.size());
    std::size_t height = 0;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        lines[c] = wrapped(cells[c], widths[c]);
        height = std::max(height, lines[c].size());
    }
    for (std::size_t i = 0; i < height; ++i) {
        std::size_t end = 0;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            cells[c] = i < lines[c].size() ? std::move(lines[c][i]) : "";
            if (!cells[c].empty()) end = c + 1;
        }
        write_line(out, widths, right, cells, end);
    }
}

void write_sentence(std::ostream& out, const std::string& text, const TextLayout& layout) {
    if (!layout.width) {
        out << text << '\n';
        return;
    }
    for (const auto& line : wrapped(text, *layout.width)) out << line << '\n';
}

/// Which columns there was no room for.
std::string left_out(const Table& table, std::size_t kept, std::size_t needed,
                     const TextLayout& layout) {
    constexpr Phrase phrase{"table-parts.left-out"};
    const auto width = std::to_string(needed);
    ListWriter labels(table.language);
    for (std::size_t c = kept; c < table.columns.size(); ++c) labels.add(table.columns[c].label);
    auto text = phrase.fill(table.language, {labels.text(), width});
    if (!layout.hint) return text;
    text += marks::clause.in(table.language);
    return text += layout.hint->fill(table.language, {width});
}

}  // namespace

void write_text(std::ostream& out, const Table& table, const TextLayout& layout) {
    const auto whole = whole_widths(table);
    const bool fits = !layout.width || sum(whole) <= *layout.width;
    const auto widths = fits ? whole : fitted(table, whole, *layout.width);
    std::vector<bool> right;
    for (std::size_t c = 0; c < widths.size(); ++c) right.push_back(is_numeric(table, c));

    write_sentence(out, table.title, layout);
    out << '\n';
    write_row(out, widths, right, [&](std::size_t c) { return table.columns[c].label; });
    for (std::size_t c = 0; c < widths.size(); ++c) {
        for (std::size_t i = 0; i < widths[c]; ++i) out << "─";
        out << (c + 1 == widths.size() ? "\n" : gap);
    }
    for (const auto& row : table.rows) {
        write_row(out, widths, right,
                  [&](std::size_t c) { return shown(row[c], table.columns[c]); });
    }
    const bool cut = widths.size() < whole.size();
    if (cut || !table.notes.empty() || !table.source.empty()) out << '\n';
    if (cut) write_sentence(out, left_out(table, widths.size(), sum(whole), layout), layout);
    for (const auto& note : table.notes) write_sentence(out, note, layout);
    if (!table.source.empty()) write_sentence(out, table.source, layout);
}

}  // namespace remit::tables
