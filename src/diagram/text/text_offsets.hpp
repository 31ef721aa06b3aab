/// \file
/// How far from its begin does each character of a text stand?
#pragma once

#include "text_layout.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace remit::drawing {

/// Where each character of a text begins, in the unit of the size; one more than there are.
class TextOffsets {
 public:
    TextOffsets(std::u32string_view text, const TextMeasure& measure);

    /// The width of the characters from one to before another, as the fonts' tables have it, or as
    /// Graphviz draws it at a whole size, whichever is more.
    [[nodiscard]] double between(std::size_t from, std::size_t to) const {
        return std::max(table_[to] - table_[from], pixels_[to] - pixels_[from]);
    }
    [[nodiscard]] double width() const { return between(0, table_.size() - 1); }

 private:
    std::vector<double> table_;
    std::vector<double> pixels_;  // 0 at a size that is not whole, at which nothing is drawn
};

}  // namespace remit::drawing
