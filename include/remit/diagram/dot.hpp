/// \file
/// How is a diagram written for Graphviz?
#pragma once

#include <remit/diagram/diagram.hpp>

#include <string>
#include <string_view>

namespace remit {

/// A text as the content of an HTML-like label or an attribute of one.
///
/// Entities for & < > ", every backslash doubled (Graphviz substitutes \N and \G even here),
/// U+FFFD for what is not UTF-8, a space for line ends and control characters.
[[nodiscard]] std::string escape_label(std::string_view text);

/// Graphviz sets letters at whole pixels of 96 an inch. For images of it, all is drawn so many
/// times larger and scaled down, so that the spaces between words stay as wide as they are.
/// Not more often, as its dashes are so many times shorter.
inline constexpr double fine_units = 4.0;

/// A diagram in the DOT language, with every position fixed, for the layout engine nop2
/// (`neato -n2`). Every text is in an HTML-like label that starts with markup of ours; names of
/// nodes are generated. No text of the user's is ever a name.
///
/// \param dpi   resolution for bitmaps; 0 leaves it out
/// \param fine  in `fine_units`, for what Graphviz itself sets in letters: PNG and PDF
[[nodiscard]] std::string to_dot(const Diagram& diagram, int dpi = 0, bool fine = false);

}  // namespace remit
