/// \file
/// How do circles that lines join fill an area so that the lines can be followed?
#pragma once

#include <remit/diagram/picture.hpp>

#include <cstddef>
#include <vector>

namespace remit::drawing {

struct Circle {
    Point at = {};
    double radius = 0.0;
    double below = 0.0;   ///< Room that its name takes beside it.
    Rectangle area = {};  ///< That it does not leave.
};

struct Tie {
    std::size_t a = 0;  ///< A circle, from 0.
    std::size_t b = 0;
    double weight = 1.0;
    bool numbered = false;  ///< Whether it needs room for a number halfway.
};

/// The place in the circle's area that is nearest to that one.
[[nodiscard]] Point clamped(const Circle& circle, Point at);

/// Centers the points, turns them so that they spread most from left to right, and mirrors them so
/// that the `chief` one lies left of and above the center.
void turn_to_axis(std::vector<Point>& points, std::size_t chief);

/// Stretches the points to all of the area, each at least its `margin` from the edges.
/// \param evenness  0 keeps their own spacing, 1 makes it even; between, far points leave no void
void stretch(std::vector<Point>& points, const std::vector<double>& margins, const Rectangle& area,
             double evenness);

/// Pushes circles apart until there are `gap` between all, or so many sweeps are over.
void push_apart(std::vector<Circle>& circles, double gap);

/// Moves one circle after the other to where the drawing is easier to read: fewer crossings, no
/// line near a circle that it does not join, room for numbers, even spacing. After Davidson and
/// Harel (1996), but always downhill from the circles' places, so that they keep their order.
/// Deterministic. Time: a few hundred times circles * (ties + circles).
void refine(std::vector<Circle>& circles, const std::vector<Tie>& ties, double gap);

/// Draws circles that share an area apart until they fill it, by at most a third in each direction.
void fill_areas(std::vector<Circle>& circles);

}  // namespace remit::drawing
