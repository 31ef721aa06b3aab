/// \file
/// Where do the vertices of a graph stand so that the linked ones are near each other?
#pragma once

#include "../output/springs.hpp"

#include <remit/diagram/picture.hpp>

#include <cstddef>
#include <vector>

namespace remit::drawing {

/// The points of a connected graph by Graphviz's neato (stress majorization), y down; the same
/// input gives the same points. Turned, sized and shifted as neato leaves them.
///
/// neato drops a vertex without an edge into the middle of the picture, so give it none.
/// \throws Error if Graphviz says anything
[[nodiscard]] std::vector<Point> spring_layout(const Springs& springs);

/// The vertices of each connected component, ascending, in the order of their first one.
[[nodiscard]] std::vector<std::vector<std::size_t>> connected_parts(
    std::size_t vertices, const std::vector<Spring>& springs);

}  // namespace remit::drawing
