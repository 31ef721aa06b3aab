#include <remit/diagram/diagram.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace remit {
namespace {

constexpr int smallest_font = 6;
constexpr double arrow_length = 7.5;  // three quarters of Graphviz's
constexpr double dot_length = 4.0;    // half of Graphviz's

}  // namespace

int font_size(double size) {
    return std::max(smallest_font, static_cast<int>(size + 1e-9));
}

int Box::width() const {
    if (diameter > 0) {
        return diameter + (frame.empty() ? 0 : static_cast<int>(std::ceil(2.0 * frame_width)));
    }
    int widest = 0;
    for (const auto& row : rows) {
        widest = std::max(
            widest, std::accumulate(row.begin(), row.end(), 0,
                                    [](int sum, const BoxCell& cell) { return sum + cell.width; }));
    }
    return widest + (frame.empty() ? 0 : 2);
}

int Box::height() const {
    if (diameter > 0) return width();
    int sum = 0;
    for (const auto& row : rows) {
        int tallest = 0;
        for (const auto& cell : row) tallest = std::max(tallest, cell.height);
        sum += tallest;
    }
    return sum + (frame.empty() ? 0 : 2);
}

double tip_length(Tip tip) {
    switch (tip) {
        case Tip::none:
            return 0.0;
        case Tip::arrow:
            return arrow_length;
        case Tip::dot:
            break;
    }
    return dot_length;
}

std::array<Point, 4> control_points(const Curve& curve) {
    const auto& [begin, end] = std::pair(curve.begin, curve.end);
    const auto tip = tip_length(curve.tip);
    if (curve.course == Course::level) {
        const auto direction = end.x < begin.x ? -1.0 : 1.0;
        const Point stop{end.x - direction * tip, end.y};
        const auto pull = (stop.x - begin.x) / 2.0;
        return {begin, {begin.x + pull, begin.y}, {stop.x - pull, stop.y}, stop};
    }
    const auto length = std::max(1e-9, std::hypot(end.x - begin.x, end.y - begin.y));
    const auto x = (end.x - begin.x) / length;
    const auto y = (end.y - begin.y) / length;
    const auto side = curve.bend * length;
    const auto at = [&](double share) {
        return Point{begin.x + share * (end.x - begin.x) + y * side,
                     begin.y + share * (end.y - begin.y) - x * side};
    };
    const auto second = at(2.0 / 3.0);
    const auto arrival = std::max(1e-9, std::hypot(end.x - second.x, end.y - second.y));
    const Point stop{end.x - (end.x - second.x) / arrival * tip,
                     end.y - (end.y - second.y) / arrival * tip};
    return {begin, at(1.0 / 3.0), second, stop};
}

std::optional<double> Diagram::smallest_text() const {
    std::optional<double> smallest;
    for (const auto& box : boxes) {
        for (const auto& row : box.rows) {
            for (const auto& cell : row) {
                for (const auto& line : cell.lines) {
                    const auto size = line.style.size * scale;
                    if (!line.text.empty()) smallest = std::min(smallest.value_or(size), size);
                }
            }
        }
    }
    return smallest;
}

}  // namespace remit
