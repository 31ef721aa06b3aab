/// \file
/// Where do the vertices of a graph stand so that the linked ones are near each other?
#pragma once

#include <remit/diagram/picture.hpp>

#include <cstddef>
#include <vector>

namespace remit::drawing {

struct Spring {
    std::size_t a = 0;  ///< A vertex, from 0.
    std::size_t b = 0;
    double length = 1.0;  ///< That it would like to have.
    double weight = 1.0;  ///< How much.
};

/// The points of a connected graph by Graphviz's neato (stress majorization), y down; the same
/// input gives the same points. Turned, sized and shifted as neato leaves them.
///
/// neato drops a vertex without an edge into the middle of the picture, so give it none.
/// \throws Error if Graphviz says anything
[[nodiscard]] std::vector<Point> spring_layout(std::size_t vertices,
                                               const std::vector<Spring>& springs);

/// The vertices of each connected component, ascending, in the order of their first one.
[[nodiscard]] std::vector<std::vector<std::size_t>> connected_parts(
    std::size_t vertices, const std::vector<Spring>& springs);

}  // namespace remit::drawing
