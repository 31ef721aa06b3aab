#include "paths.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace remit::drawing {

double distance(Point a, Point b) {
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

double distance_to_segment(Point point, Point a, Point b) {
    const Point way{b.x - a.x, b.y - a.y};
    const auto square = way.x * way.x + way.y * way.y;
    if (square <= 0.0) return distance(point, a);
    const auto share =
        std::clamp(((point.x - a.x) * way.x + (point.y - a.y) * way.y) / square, 0.0, 1.0);
    return distance(point, {a.x + share * way.x, a.y + share * way.y});
}

double cross(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool segments_cross(Point a, Point b, Point c, Point d) {
    return cross(a, b, c) * cross(a, b, d) < 0.0 && cross(c, d, a) * cross(c, d, b) < 0.0;
}

bool overlap(const Rectangle& a, const Rectangle& b, double room) {
    return a.x + a.width + room > b.x && b.x + b.width + room > a.x &&
           a.y + a.height + room > b.y && b.y + b.height + room > a.y;
}

/// Cuts the way at the four edges.
bool meets(Point a, Point b, const Rectangle& at, double room) {
    double from = 0.0;
    double to = 1.0;
    const auto cut = [&](double start, double way, double low, double high) {
        if (std::abs(way) < 1e-12) return start >= low && start <= high;
        const auto [near, far] = std::minmax({(low - start) / way, (high - start) / way});
        from = std::max(from, near);
        to = std::min(to, far);
        return from <= to;
    };
    return cut(a.x, b.x - a.x, at.x - room, at.x + at.width + room) &&
           cut(a.y, b.y - a.y, at.y - room, at.y + at.height + room);
}

}  // namespace remit::drawing
