/// \file
/// How is a page given to Graphviz?
#pragma once

#include "graphviz.hpp"

#include <remit/diagram/picture.hpp>

namespace remit::drawing {

/// The graph that Graphviz reads from the text of `to_dot`: to write and read that takes longer.
/// Where it only places texts, in points and without the names of fonts; else in `fine_units`.
[[nodiscard]] Graph to_graph(const Diagram& page, Texts texts, int dpi);

}  // namespace remit::drawing
