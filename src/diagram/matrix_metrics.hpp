/// \file
/// Measures that the parts of a matrix share, in layout units.
#pragma once

#include "pieces.hpp"

namespace remit::drawing {

inline constexpr int narrowest_column = 15;
inline constexpr int block_gap = 10;    // between measures, departments and regions
inline constexpr int heading_gap = 5;   // above a heading
inline constexpr int withheld_gap = 3;  // above withheld measures
inline constexpr int label_gap = 3;     // around a heading of Latin letters
inline constexpr int part_gap = 14;     // between the parts of a page
inline constexpr int totals_gap = 3;    // above the totals
inline constexpr int narrowest_title = 110;
inline constexpr int widest_title = 420;
inline constexpr int planned_title = 150;  // before the columns are split into pages

}  // namespace remit::drawing
