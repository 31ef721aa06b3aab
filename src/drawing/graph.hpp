/// \file
/// How is a page given to Graphviz?
#pragma once

#include "graphviz.hpp"

#include <remit/diagram/picture.hpp>

namespace remit::drawing {

/// The graph that Graphviz reads from the text of `to_dot`: to write and read that takes longer.
[[nodiscard]] Graph to_graph(const Diagram& page, int dpi, bool fine);

}  // namespace remit::drawing
