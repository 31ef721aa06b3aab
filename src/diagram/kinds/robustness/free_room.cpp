#include "free_room.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace remit::drawing {
namespace {

constexpr std::size_t columns = 40;  // of places that are tried
constexpr std::size_t rows = 32;
constexpr double spacing = 4.0;  // points, of those that stand for a line

constexpr double on_another_box = 1e6;
constexpr double on_a_line = 1e3;
constexpr double nearer_to_another = 200.0;
constexpr double close_to_a_line = 60.0;
constexpr double another_size = 30.0;
constexpr double on_the_half = 400.0;  // and on the top
constexpr double on_a_quarter = 6.0;
constexpr double far_away = 2.0;
constexpr double touching = 1.5;  // points

bool overlap(const Rectangle& a, const Rectangle& b, double margin) {
    return a.x < b.right() + margin && b.x < a.right() + margin && a.y < b.bottom() + margin &&
           b.y < a.bottom() + margin;
}

double squared_distance(const Rectangle& box, const Point& point) {
    const auto x = std::max({box.x - point.x, 0.0, point.x - box.right()});
    const auto y = std::max({box.y - point.y, 0.0, point.y - box.bottom()});
    return x * x + y * y;
}

double nearest(const Rectangle& box, std::span<const Point> points) {
    auto least = std::numeric_limits<double>::infinity();
    for (const auto& point : points) least = std::min(least, squared_distance(box, point));
    return std::sqrt(least);
}

}  // namespace

double distance(const Rectangle& box, const Point& point) {
    return std::sqrt(squared_distance(box, point));
}

std::vector<Point> close_points(std::span<const Point> line, double distance) {
    std::vector<Point> result;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const auto& from = line[i];
        const auto& to = line[i + 1];
        const auto steps =
            std::max(1.0, std::ceil(std::hypot(to.x - from.x, to.y - from.y) / distance));
        for (double s = 0.0; s < steps; s += 1.0) {
            result.push_back(
                {from.x + (to.x - from.x) * s / steps, from.y + (to.y - from.y) * s / steps});
        }
    }
    if (!line.empty()) result.push_back(line.back());
    return result;
}

FreeRoom::FreeRoom(const Rectangle& room, const Rectangle& plot,
                   const std::vector<std::vector<Point>>& lines, double margin)
    : room_(room), plot_(plot), margin_(margin) {
    for (const auto& line : lines) {
        const auto close = close_points(line, spacing);
        points_.insert(points_.end(), close.begin(), close.end());
    }
}

double FreeRoom::badness(const Rectangle& box, std::span<const Point> own, double enough) const {
    const auto near = nearest(box, own);
    double bad = (near <= 2.0 * margin_ ? near : far_away * near) + on_quarters(box);
    for (const auto& other : taken_) {
        if (overlap(box, other, margin_)) bad += on_another_box;
    }
    if (bad >= enough) return bad;
    const auto any = nearest(box, points_);
    if (any < margin_) bad += any < touching ? on_a_line : close_to_a_line;
    if (own.size() > 1 && any + 0.1 < near) bad += nearer_to_another + near - any;
    return bad;
}

double FreeRoom::on_quarters(const Rectangle& box) const {
    double bad = 0.0;
    for (int quarter = 0; quarter < 4; ++quarter) {
        const auto y = plot_.y + plot_.height * quarter / 4.0;
        if (box.y < y && y < box.bottom()) bad += quarter % 2 == 0 ? on_the_half : on_a_quarter;
    }
    return bad;
}

Rectangle FreeRoom::place(std::span<const Size> sizes, std::span<const Point> own) {
    Rectangle best;
    auto least = std::numeric_limits<double>::infinity();
    double worse = 0.0;
    for (const auto& size : sizes) {
        for (std::size_t r = 0; r <= rows; ++r) {
            for (std::size_t c = 0; c <= columns; ++c) {  // from the right
                const auto right = 1.0 - static_cast<double>(c) / columns;
                const auto down = static_cast<double>(r) / rows;
                const Rectangle box{room_.x + (room_.width - size.width) * right,
                                    room_.y + (room_.height - size.height) * down, size.width,
                                    size.height};
                const auto bad = worse + badness(box, own, least - worse);
                if (bad >= least - 1e-6) continue;
                least = bad;
                best = box;
            }
        }
        worse += another_size;
    }
    badness_ += least;
    taken_.push_back(best);
    return best;
}

}  // namespace remit::drawing
