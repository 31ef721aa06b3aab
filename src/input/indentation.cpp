#include "indentation.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>

namespace remit::detail {
namespace {

/// Unicode's spaces but those of ASCII, and those that have no width.
constexpr std::array<std::string_view, 20> lookalikes{
    "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
    "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200B",
    "\u202F", "\u205F", "\u2060", "\u3000", "\uFEFF", "\u180E"};

/// \param tab  how many columns a tab is
std::size_t width(std::string_view blanks, std::size_t tab) {
    const auto tabs = static_cast<std::size_t>(std::count(blanks.begin(), blanks.end(), '\t'));
    return columns(blanks) - tabs + tabs * tab;
}

}  // namespace

std::size_t blank_size(std::string_view text) {
    if (text.starts_with(' ') || text.starts_with('\t')) return 1;
    if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80) return 0;
    const auto found =
        std::find_if(lookalikes.begin(), lookalikes.end(),
                     [&](std::string_view blank) { return text.starts_with(blank); });
    return found == lookalikes.end() ? 0 : found->size();
}

bool is_lookalike(std::string_view blank) {
    return blank.size() > 1;
}

std::size_t blanks_size(std::string_view text) {
    std::size_t at = 0;
    while (const auto size = blank_size(text.substr(at))) at += size;
    return at;
}

std::size_t Indentation::fit(std::string_view blanks, bool item,
                             std::optional<std::size_t> next) const {
    constexpr std::array<std::size_t, 6> tabs{2, 4, 8, 3, 1, 6};
    for (const auto tab : tabs) {
        const auto column = width(blanks, tab);
        const bool open = std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) {
            return level.column == column && level.item == item;
        });
        if (open) return column;
    }
    if (blanks.find('\t') == std::string_view::npos) {
        const auto own = width(blanks, 1);
        const auto near = std::find_if(levels_.begin(), levels_.end(), [&](const Level& level) {
            return level.item == item && (level.column + 1 == own || level.column == own + 1);
        });
        return near == levels_.end() ? own : near->column;
    }
    if (next && *next > innermost()) return *next;
    for (const auto tab : {2U, 4U, 8U}) {
        if (width(blanks, tab) > innermost()) return width(blanks, tab);
    }
    return width(blanks, 2);
}

void Indentation::open(std::size_t column, bool item, std::string_view key) {
    const auto is_left = [&](const Level& level) {
        return level.column > column || (level.column == column && level.item && !item);
    };
    while (!levels_.empty() && is_left(levels_.back())) levels_.pop_back();
    const bool known =
        !levels_.empty() && levels_.back().column == column && levels_.back().item == item;
    if (!known) levels_.push_back({column, item, key});
}

bool Indentation::has_list(std::size_t column, std::string_view key) const {
    return std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) {
        return level.item && level.column == column && level.key == key;
    });
}

std::optional<std::size_t> Indentation::column_of(std::string_view key) const {
    const auto found = std::find_if(levels_.rbegin(), levels_.rend(), [&](const Level& level) {
        return level.item && level.key == key;
    });
    return found == levels_.rend() ? std::nullopt : std::optional(found->column);
}

}  // namespace remit::detail
