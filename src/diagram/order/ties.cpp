#include "ties.hpp"

#include "circle_layout.hpp"
#include "graph_layout.hpp"
#include "paths.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace remit::drawing {
namespace {

constexpr double widest_gap = 46.0;
constexpr std::array bends{0.0, 0.05, -0.05, 0.09, -0.09, 0.13, -0.13, 0.17, -0.17, 0.26, -0.26};
constexpr int line_steps = 64;        // in which a line is followed
constexpr int most_rounds = 4;        // in which lines and names make way for each other
constexpr double thing_cost = 120.0;  // of a name on a circle, a number or another name
constexpr double line_cost = 50.0;    // of a name on a line: more than of any place
constexpr std::array stops{0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73};

/// Cuts the area into one part for each weight, by halves of about equal weight.
void cut(const Rectangle& area, std::size_t first, const std::vector<double>& weights,
         std::size_t last, std::vector<Rectangle>& parts) {
    if (last - first == 1) {
        parts[first] = area;
        return;
    }
    const auto from = weights.begin() + static_cast<std::ptrdiff_t>(first);
    const auto to = weights.begin() + static_cast<std::ptrdiff_t>(last);
    const auto total = std::accumulate(from, to, 0.0);
    auto middle = first + 1;
    auto left = weights[first];
    while (middle + 1 < last && left + weights[middle] <= total / 2.0) left += weights[middle++];
    auto one = area;
    auto other = area;
    if (area.width > area.height) {
        one.width = area.width * left / total;
        other.x += one.width;
        other.width -= one.width;
    } else {
        one.height = area.height * left / total;
        other.y += one.height;
        other.height -= one.height;
    }
    cut(one, first, weights, middle, parts);
    cut(other, middle, weights, last, parts);
}

class Placer {
 public:
    Placer(std::vector<Knot>& knots, std::vector<Bond>& bonds, const Rectangle& area)
        : knots_(knots), bonds_(bonds), area_(area) {}

    bool place() {
        place_knots();
        for (auto& bond : bonds_) bend(bond);
        for (auto& bond : bonds_) set_number(bond);
        std::vector<std::size_t> order(knots_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](auto a, auto b) { return knots_[a].radius > knots_[b].radius; });
        // Once more, now that all others stand, and then again where lines run through names.
        for (int round = 0; round < 2; ++round) {
            for (const auto k : order) set_label(knots_[k]);
        }
        for (int round = 0; round < most_rounds && lines_through_names() > 0; ++round) {
            for (auto& bond : bonds_) {
                if (names_under(bond.points, bond.width) > 0) bend(bond);
            }
            for (auto& bond : bonds_) set_number(bond);
            for (const auto k : order) set_label(knots_[k]);
        }
        return std::all_of(knots_.begin(), knots_.end(),
                           [&](const Knot& knot) { return is_clear(knot); });
    }

 private:
    void place_knots() {
        std::vector<Spring> springs;
        std::vector<Tie> ties;
        for (const auto& bond : bonds_) {
            springs.push_back({bond.a, bond.b, 1.15 + 1.25 / bond.weight, bond.weight});
            ties.push_back({bond.a, bond.b, bond.weight, bond.number_radius > 0.0});
        }
        auto parts = connected_parts(knots_.size(), springs);
        const auto weight = [&](const std::vector<std::size_t>& part) {
            double sum = 0.0;
            for (const auto k : part) sum += std::pow(knots_[k].radius + 20.0, 2.0);
            return sum;
        };
        std::stable_sort(parts.begin(), parts.end(),
                         [&](const auto& a, const auto& b) { return weight(a) > weight(b); });
        std::vector<double> weights;
        for (const auto& part : parts) weights.push_back(weight(part));
        std::vector<Rectangle> areas(parts.size());
        if (!parts.empty()) cut(area_, 0, weights, parts.size(), areas);
        std::vector<Circle> circles(knots_.size());
        for (std::size_t p = 0; p < parts.size(); ++p) {
            place_part(parts[p], springs, areas[p], circles);
        }
        const auto gap = std::min(
            widest_gap,
            0.3 * std::sqrt(area_.width * area_.height / static_cast<double>(circles.size() + 1)));
        push_apart(circles, gap);
        refine(circles, ties, gap);
        fill_areas(circles);
        for (std::size_t k = 0; k < circles.size(); ++k) {
            knots_[k].at = {std::round(circles[k].at.x * 2.0) / 2.0,
                            std::round(circles[k].at.y * 2.0) / 2.0};
        }
    }

    void place_part(const std::vector<std::size_t>& part, const std::vector<Spring>& springs,
                    const Rectangle& area, std::vector<Circle>& circles) const {
        std::vector<std::size_t> position(knots_.size(), part.size());
        std::vector<double> margins;
        std::size_t chief = 0;
        for (std::size_t i = 0; i < part.size(); ++i) {
            position[part[i]] = i;
            const auto& knot = knots_[part[i]];
            margins.push_back(std::max(knot.radius, knot.label_width / 2.0) + 1.0);
            if (knot.radius > knots_[part[chief]].radius) chief = i;
        }
        Springs own{part.size(), {}};
        for (auto spring : springs) {
            if (position[spring.a] == part.size()) continue;
            spring.a = position[spring.a];
            spring.b = position[spring.b];
            own.springs.push_back(spring);
        }
        auto points = spring_layout(own);
        turn_to_axis(points, chief);
        if (area.height > area.width) {
            for (auto& point : points) std::swap(point.x, point.y);
        }
        stretch(points, margins, area, 0.45);
        for (std::size_t i = 0; i < part.size(); ++i) {
            const auto& knot = knots_[part[i]];
            circles[part[i]] = {points[i], knot.radius, knot.label_height, area};
        }
    }

    static std::array<Point, 4> path(Point from, Point to, double bend) {
        const Point way{to.x - from.x, to.y - from.y};
        const auto at = [&](double share) {
            return Point{from.x + share * way.x + bend * way.y,
                         from.y + share * way.y - bend * way.x};
        };
        return {from, at(1.0 / 3.0), at(2.0 / 3.0), to};
    }

    static Point point_at(const std::array<Point, 4>& p, double t) {
        const auto u = 1.0 - t;
        const auto mix = [&](double a, double b, double c, double d) {
            return u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d;
        };
        return {mix(p[0].x, p[1].x, p[2].x, p[3].x), mix(p[0].y, p[1].y, p[2].y, p[3].y)};
    }

    static bool inside(const Rectangle& box, Point p, double room) {
        return p.x > box.x - room && p.x < box.right() + room && p.y > box.y - room &&
               p.y < box.bottom() + room;
    }

    static bool runs_through(const std::array<Point, 4>& points, double width,
                             const Rectangle& box) {
        for (int step = 1; step < line_steps; ++step) {
            if (inside(box, point_at(points, step / double(line_steps)), width / 2.0)) return true;
        }
        return false;
    }

    /// How many names that are placed a line runs through.
    [[nodiscard]] std::size_t names_under(const std::array<Point, 4>& points, double width) const {
        return static_cast<std::size_t>(
            std::count_if(knots_.begin(), knots_.end(), [&](const Knot& knot) {
                return knot.label.width > 0.0 && runs_through(points, width, knot.label);
            }));
    }

    [[nodiscard]] std::size_t lines_through_names() const {
        std::size_t sum = 0;
        for (const auto& bond : bonds_) sum += names_under(bond.points, bond.width);
        return sum;
    }

    /// The straightest way that runs through no other circle and no name.
    void bend(Bond& bond) const {
        const auto& a = knots_[bond.a];
        const auto& b = knots_[bond.b];
        std::size_t fewest = knots_.size() * knots_.size() + knots_.size() + 1;
        for (const auto each : bends) {
            const auto points = path(a.at, b.at, each);
            auto hits = names_under(points, bond.width);
            for (std::size_t k = 0; k < knots_.size(); ++k) {
                if (k == bond.a || k == bond.b) continue;
                bool hit = false;
                for (int step = 1; step < 24; ++step) {
                    const auto at = point_at(points, step / 24.0);
                    hit = hit ||
                          distance(at, knots_[k].at) < knots_[k].radius + bond.width / 2.0 + 3.0;
                }
                hits += hit ? knots_.size() : 0;
            }
            if (hits >= fewest) continue;
            fewest = hits;
            bond.points = points;
            if (hits == 0) break;
        }
    }

    /// On its line, apart from circles, lines and other numbers.
    void set_number(Bond& bond) {
        if (bond.number_radius <= 0.0) return;
        double best = 1e18;
        for (const auto stop : stops) {
            const auto at = point_at(bond.points, stop);
            double cost = std::abs(stop - 0.5);
            for (const auto& knot : knots_) {
                if (distance(at, knot.at) < knot.radius + bond.number_radius + 2.0) cost += 4.0;
            }
            for (const auto& other : bonds_) {
                if (&other == &bond) continue;
                if (other.number.x != 0.0 &&
                    distance(at, other.number) < other.number_radius + bond.number_radius + 3.0) {
                    cost += 6.0;
                }
                for (int step = 1; step < 24; ++step) {
                    if (distance(at, point_at(other.points, step / 24.0)) <
                        bond.number_radius + other.width / 2.0) {
                        cost += 1.0;
                        break;
                    }
                }
            }
            if (cost >= best) continue;
            best = cost;
            bond.number = at;
        }
    }

    /// What a name there would stand on.
    struct Hits {
        std::size_t things = 0;  ///< Circles, names, numbers.
        std::size_t lines = 0;
    };

    [[nodiscard]] Hits hits(const Rectangle& box, const Knot& own) const {
        Hits all;
        for (const auto& knot : knots_) {
            const Point near{std::clamp(knot.at.x, box.x, box.right()),
                             std::clamp(knot.at.y, box.y, box.bottom())};
            if (distance(near, knot.at) < knot.radius + (&knot == &own ? 0.0 : 2.0)) ++all.things;
            if (&knot == &own || knot.label.width <= 0.0) continue;
            if (overlap(box, knot.label, 1.0)) ++all.things;
        }
        for (const auto& bond : bonds_) {
            if (bond.number_radius > 0.0 && inside(box, bond.number, bond.number_radius)) {
                ++all.things;
            }
            if (runs_through(bond.points, bond.width, box)) ++all.lines;
        }
        return all;
    }

    [[nodiscard]] bool is_clear(const Knot& knot) const {
        if (knot.label_width <= 0.0) return true;
        const auto [things, lines] = hits(knot.label, knot);
        return things + lines == 0;
    }

    /// Beside its circle, where least is in its way; below, if nothing else is better.
    void set_label(Knot& knot) {
        if (knot.label_width <= 0.0) return;
        const auto w = knot.label_width;
        const auto h = knot.label_height;
        double best = 1e18;
        double order = 0.0;
        for (const auto farther : {0.0, 6.0, 14.0, 20.0}) {
            const auto r = knot.radius + 2.0 + farther;
            const auto d = 0.75 * r;
            const std::array<Point, 16> corners{
                Point{-w / 2.0, r}, Point{-w / 2.0, -r - h}, Point{r + 2.0, -h / 2.0},
                Point{-r - 2.0 - w, -h / 2.0}, Point{d, d}, Point{d, -d - h}, Point{-d - w, d},
                Point{-d - w, -d - h},
                // Aside of those.
                Point{-0.8 * w, r}, Point{-0.2 * w, r}, Point{-0.8 * w, -r - h},
                Point{-0.2 * w, -r - h}, Point{r + 2.0, -h}, Point{r + 2.0, 0.0},
                Point{-r - 2.0 - w, -h}, Point{-r - 2.0 - w, 0.0}};
            for (const auto& corner : corners) {
                Rectangle box{knot.at.x + corner.x, knot.at.y + corner.y, w, h};
                box.x = std::clamp(box.x, area_.x, std::max(area_.x, area_.right() - w));
                box.y = std::clamp(box.y, area_.y, std::max(area_.y, area_.bottom() - h));
                const auto [things, lines] = hits(box, knot);
                order += 0.1;
                const auto cost = thing_cost * static_cast<double>(things) +
                                  line_cost * static_cast<double>(lines) + 2.0 * farther + order;
                if (cost >= best) continue;
                best = cost;
                knot.label = box;
            }
        }
    }

    std::vector<Knot>& knots_;
    std::vector<Bond>& bonds_;
    Rectangle area_;
};

}  // namespace

bool place_ties(std::vector<Knot>& knots, std::vector<Bond>& bonds, const Rectangle& area) {
    return Placer(knots, bonds, area).place();
}

}  // namespace remit::drawing
