/// \file
/// Measures that the parts of a picture of regions share, in layout units.
#pragma once

namespace remit::drawing::reach {

inline constexpr double left_gap = 34.0;  // between the panels and the bars, at least
inline constexpr int bar_width = 6;
inline constexpr double bar_gap = 8.0;    // between a bar and its rows
inline constexpr double chips_gap = 8.0;  // between the rows and the chips
inline constexpr double chip_gap = 4.0;
inline constexpr double panel_gap = 10.0;
inline constexpr double contact_gap = 3.0;
inline constexpr double column_gap = 9.0;  // between columns of contacts
inline constexpr double below_gap = 10.0;  // above them

}  // namespace remit::drawing::reach
