/// \file
/// How is a page written for Graphviz?
#pragma once

#include <remit/diagram/picture.hpp>

#include <string>
#include <string_view>

namespace remit::drawing {

/// A text as an attribute in quotes, of which Graphviz takes entities for characters.
///
/// Entities for & < > ", every backslash doubled (Graphviz substitutes \N and \G), U+FFFD for what
/// is not UTF-8, a space for line ends and control characters.
[[nodiscard]] std::string escape_label(std::string_view text);

/// Of PNG, in dots an inch.
inline constexpr int bitmap_dpi = 144;

/// A page in the DOT language, with every position fixed, for the layout engine nop2
/// (`neato -n2`): a node for each area, disc and label, an edge for each stroke, which Graphviz
/// draws in this order. A label is plain text, anchored where it stands. Names of nodes are
/// generated; no text of the user's is ever a name.
///
/// \param dpi   resolution for bitmaps; 0 leaves it out
/// \param fine  in `fine_units`, as the program that draws makes the graph for PNG and PDF, which a
///              test compares with this text
[[nodiscard]] std::string to_dot(const Diagram& page, int dpi = 0, bool fine = false);

}  // namespace remit::drawing
