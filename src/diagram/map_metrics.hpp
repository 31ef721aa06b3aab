/// \file
/// Measures that the parts of a responsibility map share, in layout units.
#pragma once

#include <cmath>
#include <cstddef>

namespace remit::detail {

inline constexpr int body_size = 9;
inline constexpr int name_size = 12;
inline constexpr int padding = 6;
inline constexpr int frame = 2;  // both sides
inline constexpr int chip_width = 24;
inline constexpr int member_height = 13;
inline constexpr int count_height = 18;

/// The height of lines in a cell: Graphviz sets them 1.2 times the size apart.
inline int lines_height(std::size_t lines, int size) {
    return static_cast<int>(std::ceil(static_cast<double>(lines) * size * 1.2 + 4.0));
}

/// Of a scope's name, above the count of its measures.
inline int title_height(std::size_t lines) {
    return lines_height(lines, name_size) + 4;
}

/// Of the list of a group's members, with the space below it.
inline int members_height(std::size_t members) {
    return members == 0 ? 0 : static_cast<int>(members) * member_height + padding;
}

}  // namespace remit::detail
