/// \file
/// How are shapes written for Graphviz?
#pragma once

#include <remit/diagram/diagram.hpp>

#include <string>

namespace remit::drawing {

/// A page in the DOT language: a node for each area, disc and label, an edge for each stroke,
/// which Graphviz draws in this order. A label is plain text, anchored where it stands.
///
/// \param fine  in `fine_units`
[[nodiscard]] std::string shapes_dot(const Diagram& page, int dpi, bool fine);

}  // namespace remit::drawing
