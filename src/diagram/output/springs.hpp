/// \file
/// What does it take to place the vertices of a graph?
#pragma once

#include <cstddef>
#include <vector>

namespace remit::drawing {

struct Spring {
    std::size_t a = 0;  ///< A vertex, from 0.
    std::size_t b = 0;
    double length = 1.0;  ///< That it would like to have.
    double weight = 1.0;  ///< How much.
};

/// A connected graph of springs.
struct Springs {
    std::size_t vertices = 0;
    std::vector<Spring> springs;
};

}  // namespace remit::drawing
