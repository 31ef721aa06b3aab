#include "lines.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace remit::reading {
namespace {

bool are_of_one_line(double a, double b, double size) {
    return std::abs(a - b) < 0.3 * size;
}

}  // namespace

double letter_size(const std::string& text, double width) {
    const auto all = columns(std::string_view(text));
    return all == 0 ? width : 2.0 * width / static_cast<double>(all);
}

Sheet sheet_of(std::vector<Chunk> words, double height, std::uint32_t number) {
    Sheet sheet{height, {}};
    std::stable_sort(words.begin(), words.end(),
                     [](const Chunk& a, const Chunk& b) { return a.y < b.y; });
    for (auto& word : words) {
        const auto same =
            std::find_if(sheet.lines.rbegin(), sheet.lines.rend(),
                         [&](const Line& l) { return are_of_one_line(l.y, word.y, word.size); });
        if (same == sheet.lines.rend()) {
            sheet.lines.push_back({word.y, number, {std::move(word)}});
        } else {
            same->chunks.push_back(std::move(word));
        }
    }
    for (auto& line : sheet.lines) {
        std::stable_sort(line.chunks.begin(), line.chunks.end(),
                         [](const Chunk& a, const Chunk& b) { return a.left < b.left; });
        std::vector<Chunk> joined;
        for (auto& chunk : line.chunks) {
            const bool near =
                !joined.empty() && chunk.left - joined.back().right < 0.6 * joined.back().size;
            if (!near) {
                joined.push_back(std::move(chunk));
                continue;
            }
            auto& last = joined.back();
            const bool space = chunk.left - last.right > 0.1 * last.size;
            last.text += (space ? " " : "") + chunk.text;
            last.right = chunk.right;
        }
        line.chunks = std::move(joined);
    }
    return sheet;
}

}  // namespace remit::reading
