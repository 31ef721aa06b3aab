/// \file
/// Which colors carry which meaning?
///
/// Okabe–Ito hues, darkened until text on white and on its tint passes WCAG AA (4.5 : 1). Color
/// never carries a meaning alone, for those who print in grey.
#pragma once

namespace remit::drawing::palette {

inline constexpr const char* white = "#FFFFFF";
inline constexpr const char* ink = "#1A1A1A";
inline constexpr const char* secondary = "#4D4D4D";
inline constexpr const char* muted = "#767676";
inline constexpr const char* rule = "#BDBDBD";
inline constexpr const char* hairline = "#E3E3E3";
inline constexpr const char* nationwide = "#005A8E";
inline constexpr const char* pilot = "#B34700";
inline constexpr const char* pilot_on_tint = "#A33F00";
inline constexpr const char* pilot_tint = "#FBE3D3";
inline constexpr const char* leading_bar = "#005A8E";
inline constexpr const char* joining_bar = "#9CC9E3";  ///< With a frame of `leading_bar`.
inline constexpr const char* stripe = "#F4F5F7";
inline constexpr const char* nationwide_tint = "#D6E8F4";
inline constexpr const char* band = "#E4E9EE";  ///< What may come to a bar.
inline constexpr const char* quiet_bar = "#B4B9BE";

}  // namespace remit::drawing::palette
