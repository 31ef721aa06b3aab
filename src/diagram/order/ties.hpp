/// \file
/// Where do circles stand that lines join, and what stands beside them? No words in it.
#pragma once

#include <remit/diagram/picture.hpp>

#include <cstddef>
#include <vector>

namespace remit::drawing {

struct Knot {
    double radius = 0.0;
    /// Of its name beside it; 0 where that stands within.
    double label_width = 0.0;
    double label_height = 0.0;
    Point at = {};
    Rectangle label = {};  ///< Where the name stands.
};

struct Bond {
    std::size_t a = 0;  ///< Knots.
    std::size_t b = 0;
    double weight = 1.0;
    double width = 1.0;
    double number_radius = 0.0;  ///< Of a number on it; 0 without one.
    std::array<Point, 4> points = {};
    Point number = {};
};

/// Places knots, bonds, numbers and names within the area: by Graphviz's neato, a part of the graph
/// beside another, then refined so that lines cross least and run through no circle.
/// \return whether no name stands on a circle, a line, a number or another name
bool place_ties(std::vector<Knot>& knots, std::vector<Bond>& bonds, const Rectangle& area);

}  // namespace remit::drawing
