/// \file
/// Measures that the parts of a picture of groups share, in layout units.
#pragma once

#include "pieces.hpp"

#include <remit/model/dataset.hpp>

#include <cstddef>
#include <string>

namespace remit::drawing {

inline constexpr int chip_height = 16;
inline constexpr int narrowest_chip = 22;
inline constexpr int chip_gap = 4;
inline constexpr std::size_t most_chip_rows = 3;
inline constexpr double column_heading = 24.0;  // more in two languages
inline constexpr double passing_height = 6.0;   // of a line that passes a column

/// Of the names of a group, with the space above them.
inline int names_height(std::size_t lines) {
    return lines_height(lines, name_size) + 4;
}

/// "5项", "5".
[[nodiscard]] std::string measures_text(std::size_t count, const Languages& languages);

}  // namespace remit::drawing
