#include "shown_table.hpp"

#include "../report/table_cells.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>

namespace remit::briefings {
namespace {

constexpr std::size_t name_width = 11;

bool is_empty(const Table& table, std::size_t column) {
    return std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        return tables::shown(row[column], table.columns[column]).empty();
    });
}

/// The widest of what no line may be broken in.
std::size_t longest_piece(std::string_view text) {
    std::size_t longest = 0;
    for (const auto& piece : line_pieces(text)) longest = std::max(longest, columns(piece));
    return longest;
}

}  // namespace

Table shown_table(Table table) {
    leave_out_ids(table);
    for (auto c = table.rows.empty() ? 0 : table.columns.size(); c-- > 0;) {
        if (!is_empty(table, c)) continue;
        const auto at = static_cast<std::ptrdiff_t>(c);
        table.columns.erase(table.columns.begin() + at);
        for (auto& row : table.rows) row.erase(row.begin() + at);
    }
    return table;
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(' ', begin), text.size());
        longest = std::max(longest, columns(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return longest;
}

std::size_t least_width(const Table& table, std::size_t space) {
    std::size_t all = 0;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const bool number = tables::is_numeric(table, c);
        auto width = std::max(longest_word(table.columns[c].label), number ? 0 : name_width);
        for (const auto& row : table.rows) {
            const auto text = tables::shown(row[c], table.columns[c]);
            width = std::max(width, number ? columns(text) : longest_piece(text));
        }
        all += width + space;
    }
    return all;
}

}  // namespace remit::briefings
