#include "yaml_hint.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace remit::detail {
namespace {

constexpr std::string_view column_of_items =
    "does the '-' stand in the column of the list's other items?";
constexpr std::string_view column_of_keys =
    "is the indentation the same as that of the lines above?";

/// The part of a line before a column, without white space at its ends.
std::string_view before(std::string_view line, int column) {
    line = line.substr(0, static_cast<std::size_t>(std::max(column, 0)));
    const auto begin = std::min(line.find_first_not_of(' '), line.size());
    const auto end = line.find_last_not_of(' ');
    return end == std::string_view::npos ? std::string_view{} : line.substr(begin, end + 1 - begin);
}

/// What stands before the place of the error may say more than the parser does.
std::string_view hint_of_line(const SyntaxError& error, std::string_view line) {
    const auto is = [&](std::string_view known) {
        return error.message.find(known) != std::string::npos;
    };
    const auto left = before(line, error.column);
    if (is("illegal map value")) {
        if (left.starts_with("- ")) return column_of_items;
        if (left.find(": ") == std::string_view::npos) return column_of_keys;
    }
    if (is("illegal block entry") && left.ends_with(':')) {
        return "text that begins with '- ' needs quotes";
    }
    const bool closed = left.ends_with(']') || left.ends_with('}');
    if (closed && (is("end of map not found") || is("end of sequence not found"))) {
        return "the bracket ends, but not the text; text that begins with '[' or '{' needs quotes";
    }
    return {};
}

}  // namespace

std::string syntax_hint(const SyntaxError& error, std::string_view line) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> hints{{
        {"illegal map value", "is there a second ': ' on the line? Put the text in quotes"},
        {"end of map not found", column_of_keys},
        {"end of sequence not found", column_of_items},
        {"end of map flow not found", "is a '}' or a comma missing?"},
        {"end of sequence flow not found", "is a ']' or a comma missing?"},
        {"illegal block entry", column_of_items},
        {"illegal EOF in scalar", "is a closing quote missing?"},
        {"unknown token", "text that begins with this character needs quotes"},
        {"anchor is not defined", "name the value that is meant with '&' where it is written"},
        {"unknown escape", "in double quotes '\\' begins an escape; write '\\\\' for itself"},
        {"block scalar", "text that begins with '|' or '>' needs quotes"},
        {"illegal flow end", "is an opening bracket missing?"},
    }};
    if (const auto special = hint_of_line(error, line); !special.empty()) {
        return std::string(special);
    }
    for (const auto& [known, meaning] : hints) {
        if (error.message.find(known) != std::string_view::npos) return std::string(meaning);
    }
    return "is a quote, bracket or space missing here or just above?";
}

}  // namespace remit::detail
