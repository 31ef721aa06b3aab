#include "mended_text.hpp"

#include <algorithm>

namespace remit::detail {

Place MendedText::original_place(Place where) const {
    auto edit = std::lower_bound(edits.begin(), edits.end(), where.line,
                                 [](const Edit& each, auto line) { return each.line < line; });
    auto column = static_cast<std::int64_t>(where.column);
    for (; edit != edits.end() && edit->line == where.line; ++edit) {
        if (edit->column <= where.column) column += edit->shift;
    }
    where.column = static_cast<std::uint32_t>(std::max<std::int64_t>(column, 1));
    return where;
}

void LineMender::replace(std::size_t begin, std::size_t size, std::string bytes) {
    replacements_.push_back({begin, size, std::move(bytes)});
}

void LineMender::end_line(std::uint32_t number, std::size_t begin, std::string_view line) {
    auto& copy = mended_.copy;
    if (replacements_.empty()) {
        if (!copy.empty()) copy += line;
        return;
    }
    if (copy.empty()) {
        copy.reserve(mended_.original.size() + 64);
        copy = mended_.original.substr(0, begin);
    }
    std::sort(replacements_.begin(), replacements_.end(),
              [](const auto& a, const auto& b) { return a.begin < b.begin; });
    const auto line_begin = copy.size();
    std::size_t at = 0;
    for (const auto& each : replacements_) {
        copy += line.substr(at, each.begin - at);
        copy += each.bytes;
        at = each.begin + each.size;
        mended_.edits.push_back(
            {number, static_cast<std::uint32_t>(copy.size() - line_begin + 1),
             static_cast<std::int64_t>(each.size) - static_cast<std::int64_t>(each.bytes.size())});
    }
    copy += line.substr(at);
    replacements_.clear();
}

}  // namespace remit::detail
