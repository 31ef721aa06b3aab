/// \file
/// Measures that the parts of a responsibility map share, in layout units.
#pragma once

#include "pieces.hpp"

#include <cstddef>

namespace remit::drawing {

inline constexpr int chip_width = 24;
inline constexpr int member_height = 13;
inline constexpr int count_height = 18;

/// Of a scope's name, above the count of its measures.
inline int title_height(std::size_t lines) {
    return lines_height(lines, name_size) + 4;
}

/// Of the list of a group's members, with the space below it.
inline int members_height(std::size_t members) {
    return members == 0 ? 0 : static_cast<int>(members) * member_height + padding;
}

}  // namespace remit::drawing
