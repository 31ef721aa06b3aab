/// \file
/// What does a straight way meet?
#pragma once

#include <remit/diagram/picture.hpp>

#include <array>
#include <cstddef>

namespace remit::drawing {

[[nodiscard]] double distance(Point a, Point b);

/// Between a point and the straight way from a to b.
[[nodiscard]] double distance_to_segment(Point point, Point a, Point b);

/// Twice the area of a triangle; above 0 if c lies to the right of the way from a to b.
[[nodiscard]] double cross(Point a, Point b, Point c);

/// Whether the ways from a to b and from c to d meet other than at an end.
[[nodiscard]] bool segments_cross(Point a, Point b, Point c, Point d);

/// Whether rectangles are nearer than that.
[[nodiscard]] bool overlap(const Rectangle& a, const Rectangle& b, double room);

/// Whether the straight way from a to b comes nearer to a rectangle than that, at its sides.
[[nodiscard]] bool meets(Point a, Point b, const Rectangle& at, double room);

}  // namespace remit::drawing
