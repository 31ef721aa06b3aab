#include "circle_layout.hpp"

#include "paths.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace remit::drawing {
namespace {

constexpr std::size_t most_sweeps = 400;
constexpr double most_growth = 4.0 / 3.0;

/// One coordinate of `stretch`.
void stretch_axis(std::vector<double>& values, const std::vector<double>& margins, double from,
                  double length, double evenness) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    const auto low = values[order.front()];
    const auto range = values[order.back()] - low;
    const auto steps = std::max(1.0, static_cast<double>(values.size()) - 1.0);
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const auto i = order[rank];
        const auto own = range > 0.0 ? (values[i] - low) / range : 0.5;
        const auto even = values.size() > 1 ? static_cast<double>(rank) / steps : 0.5;
        const auto share = (1.0 - evenness) * own + evenness * even;
        const auto room = std::max(0.0, length - 2.0 * margins[i]);
        values[i] = from + margins[i] + share * room;
    }
}

}  // namespace

Point clamped(const Circle& circle, Point at) {
    const auto& area = circle.area;
    const auto side = circle.radius + 1.0;
    const auto low = circle.radius + 1.0 + circle.below;
    return {std::clamp(at.x, area.x + side, std::max(area.x + side, area.x + area.width - side)),
            std::clamp(at.y, area.y + side, std::max(area.y + side, area.y + area.height - low))};
}

void turn_to_axis(std::vector<Point>& points, std::size_t chief) {
    if (points.empty()) return;
    Point middle;
    for (const auto& point : points) {
        middle.x += point.x / static_cast<double>(points.size());
        middle.y += point.y / static_cast<double>(points.size());
    }
    double xx = 0.0;
    double xy = 0.0;
    double yy = 0.0;
    for (auto& point : points) {
        point = {point.x - middle.x, point.y - middle.y};
        xx += point.x * point.x;
        xy += point.x * point.y;
        yy += point.y * point.y;
    }
    const auto angle = 0.5 * std::atan2(2.0 * xy, xx - yy);
    for (auto& point : points) {
        point = {point.x * std::cos(angle) + point.y * std::sin(angle),
                 point.y * std::cos(angle) - point.x * std::sin(angle)};
    }
    const auto right = points[chief].x > 1e-6;
    const auto down = points[chief].y > 1e-6;
    for (auto& point : points) {
        point = {right ? -point.x : point.x, down ? -point.y : point.y};
    }
}

void stretch(std::vector<Point>& points, const std::vector<double>& margins, const Rectangle& area,
             double evenness) {
    if (points.empty()) return;
    std::vector<double> x;
    std::vector<double> y;
    for (const auto& point : points) {
        x.push_back(point.x);
        y.push_back(point.y);
    }
    stretch_axis(x, margins, area.x, area.width, evenness);
    stretch_axis(y, margins, area.y, area.height, evenness);
    for (std::size_t i = 0; i < points.size(); ++i) points[i] = {x[i], y[i]};
}

void push_apart(std::vector<Circle>& circles, double gap) {
    for (std::size_t sweep = 0; sweep < most_sweeps; ++sweep) {
        bool moved = false;
        for (std::size_t i = 0; i < circles.size(); ++i) {
            for (auto j = i + 1; j < circles.size(); ++j) {
                auto& a = circles[i];
                auto& b = circles[j];
                const auto apart = distance(a.at, b.at);
                const auto lack = a.radius + b.radius + gap - apart;
                if (lack <= 0.5) continue;
                const Point way = apart > 1e-6
                                      ? Point{(b.at.x - a.at.x) / apart, (b.at.y - a.at.y) / apart}
                                      : Point{1.0, 0.0};
                a.at = clamped(a, {a.at.x - way.x * lack / 2.0, a.at.y - way.y * lack / 2.0});
                b.at = clamped(b, {b.at.x + way.x * lack / 2.0, b.at.y + way.y * lack / 2.0});
                moved = true;
            }
        }
        if (!moved) return;
    }
}

namespace {

/// The same circles along one axis: `at` and `length` of a rectangle, `value` of a point.
void fill_axis(std::vector<Circle*>& circles, double Point::*value, double Rectangle::*at,
               double Rectangle::*length, bool with_name) {
    // What the circles and the names below them take at both ends does not grow.
    const auto before = [](const Circle& circle) { return circle.radius + 1.0; };
    const auto behind = [&](const Circle& circle) {
        return circle.radius + 1.0 + (with_name ? circle.below : 0.0);
    };
    const auto& area = circles.front()->area;
    const auto low = area.*at;
    const auto high = area.*at + area.*length;
    double middle = 0.0;
    for (const auto* circle : circles) {
        middle += circle->at.*value / static_cast<double>(circles.size());
    }
    // The largest growth around the middle, and the shift, at which all stay in.
    for (double growth = most_growth; growth >= 1.0; growth -= 0.02) {
        double least = -1e9;
        double most = 1e9;
        for (const auto* circle : circles) {
            const auto grown = middle + growth * (circle->at.*value - middle);
            least = std::max(least, low + before(*circle) - grown);
            most = std::min(most, high - behind(*circle) - grown);
        }
        if (least > most) continue;
        const auto shift = (least + most) / 2.0;
        for (auto* circle : circles) {
            circle->at.*value = middle + growth * (circle->at.*value - middle) + shift;
        }
        return;
    }
}

}  // namespace

void fill_areas(std::vector<Circle>& circles) {
    std::vector<bool> done(circles.size());
    for (std::size_t i = 0; i < circles.size(); ++i) {
        if (done[i]) continue;
        std::vector<Circle*> same;
        for (auto j = i; j < circles.size(); ++j) {
            const auto& one = circles[i].area;
            const auto& other = circles[j].area;
            if (one.x != other.x || one.y != other.y) continue;
            done[j] = true;
            same.push_back(&circles[j]);
        }
        fill_axis(same, &Point::x, &Rectangle::x, &Rectangle::width, false);
        fill_axis(same, &Point::y, &Rectangle::y, &Rectangle::height, true);
    }
}

}  // namespace remit::drawing
