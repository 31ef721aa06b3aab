/// \file
/// How does Graphviz place the vertices of a graph?
#pragma once

#include "../diagram/output/springs.hpp"

#include <remit/diagram/picture.hpp>

#include <vector>

namespace remit::drawing {

/// The points of a connected graph by neato, as `spring_layout` gives them.
/// \throws Error if Graphviz says anything
[[nodiscard]] std::vector<Point> arranged(const Springs& springs);

}  // namespace remit::drawing
