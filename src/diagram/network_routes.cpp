#include "network_layout.hpp"
#include "paths.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace remit::drawing {
namespace {

constexpr std::array bends{0.0, 0.08, -0.08, 0.14, -0.14, 0.2, -0.2, 0.28, -0.28};
constexpr double line_room = 3.0;  // between a line and a circle that it passes
constexpr double label_room = 1.5;
constexpr double number_gap = 2.0;
constexpr std::size_t number_places = 13;  // that are tried along a line
constexpr double roomy_line = 40.0;        // between two circles, for a number
constexpr double no_place = 1e9;

Rectangle square(Point middle, double radius) {
    return {middle.x - radius, middle.y - radius, 2.0 * radius, 2.0 * radius};
}

class Router {
 public:
    Router(NetworkLayout& layout, const Rectangle& area)
        : layout_(layout), area_(area), paths_(layout.ties.size()) {}

    void run() {
        for (std::size_t t = 0; t < layout_.ties.size(); ++t) {
            set_bend(t, 0.0);
        }
        for (std::size_t t = 0; t < layout_.ties.size(); ++t) bend(t);
        for (std::size_t round = 0; round < 2; ++round) {
            for (std::size_t n = 0; n < layout_.nodes.size(); ++n) place_label(n, round == 0);
        }
        for (std::size_t t = 0; t < layout_.ties.size(); ++t) {
            if (layout_.ties[t].numbered) place_number(t);
        }
        count();
    }

 private:
    void set_bend(std::size_t t, double bend) {
        layout_.ties[t].bend = bend;
        paths_[t] = path_of(curve_of(layout_, layout_.ties[t]));
    }

    /// Heavy lines are better straight: one that bows comes near its neighbors.
    [[nodiscard]] double bend_cost(std::size_t t) const {
        return layout_.ties[t].numbered ? 20.0 : 8.0;
    }

    /// How much the line comes near circles that it does not join.
    [[nodiscard]] double hits(std::size_t t) const {
        const auto& tie = layout_.ties[t];
        double sum = 0.0;
        for (std::size_t n = 0; n < layout_.nodes.size(); ++n) {
            if (n == tie.a || n == tie.b) continue;
            const auto& node = layout_.nodes[n];
            const auto free = distance_to_path(node.at, paths_[t]) - node.reach() - tie.width / 2.0;
            if (free < line_room) sum += 10.0;
            if (free < 3.0 * line_room) sum += 0.5;
        }
        return sum;
    }

    void bend(std::size_t t) {
        double best = 0.0;
        double least = no_place;
        for (const auto bend : bends) {
            set_bend(t, bend);
            const auto cost = hits(t) + bend_cost(t) * std::abs(bend) + outside(t);
            if (cost < least) {
                least = cost;
                best = bend;
            }
            if (least <= 0.0) break;
        }
        set_bend(t, best);
    }

    /// Whether the curve, with all that pulls it, leaves the area.
    [[nodiscard]] double outside(std::size_t t) const {
        for (const auto& point : control_points(curve_of(layout_, layout_.ties[t]))) {
            if (point.x < area_.x || point.y < area_.y || point.x > area_.x + area_.width ||
                point.y > area_.y + area_.height) {
                return 100.0;
            }
        }
        return 0.0;
    }

    void place_label(std::size_t n, bool first) {
        auto& node = layout_.nodes[n];
        double least = no_place;
        double preference = 0.0;
        Rectangle best;
        for (std::size_t l = 0; l < node.beside.size(); ++l) {
            for (const auto& place : label_places(node, node.beside[l])) {
                preference += 0.05;
                const auto cost = label_cost(n, place, first) + preference;
                if (cost >= least) continue;
                least = cost;
                best = place;
                node.chosen = l;
            }
        }
        node.label = best;
    }

    [[nodiscard]] double label_cost(std::size_t n, const Rectangle& at, bool first) const {
        if (at.x < area_.x || at.y < area_.y || at.x + at.width > area_.x + area_.width ||
            at.y + at.height > area_.y + area_.height) {
            return 5000.0;
        }
        double sum = 0.0;
        for (std::size_t other = 0; other < layout_.nodes.size(); ++other) {
            const auto& node = layout_.nodes[other];
            if (overlap(at, square(node.at, std::ceil(2.0 * node.reach()) / 2.0),
                        other == n ? -0.4 : 2.0))
                sum += 1000.0;
            const bool known = !first || other < n;
            if (other != n && known && !node.beside.empty() &&
                overlap(at, node.label, label_room)) {
                sum += 1000.0;
            }
        }
        for (std::size_t t = 0; t < layout_.ties.size(); ++t) {
            if (meets(paths_[t], at, layout_.ties[t].width / 2.0)) {
                sum += 4.0 + layout_.ties[t].width;
            }
        }
        return sum;
    }

    /// Along the line from its middle; on another bend where that alone keeps it free.
    void place_number(std::size_t t) {
        const auto straight = layout_.ties[t].bend;
        auto best_bend = straight;
        double least = no_place;
        Point best;
        for (const auto bend : bends) {
            set_bend(t, straight + bend);
            const auto extra =
                (bend == 0.0 ? 0.0
                             : hits(t) + outside(t) + labels_hit(t) + numbers_hit(t) + 2.0 +
                                   bend_cost(t) * std::abs(bend));
            for (std::size_t i = 0; i < number_places && extra < least; ++i) {
                const auto step = static_cast<double>((i + 1) / 2) * (i % 2 == 0 ? 1.0 : -1.0);
                const auto at = along(t, 0.5 + 0.07 * step);
                const auto cost = number_cost(t, at) + 0.12 * std::abs(step) + extra;
                if (cost >= least) continue;
                least = cost;
                best = at;
                best_bend = layout_.ties[t].bend;
            }
            if (least < 1.5) break;
        }
        set_bend(t, best_bend);
        layout_.ties[t].number = best;
        placed_.push_back(t);
    }

    [[nodiscard]] double labels_hit(std::size_t t) const {
        double sum = 0.0;
        for (const auto& node : layout_.nodes) {
            if (!node.beside.empty() && meets(paths_[t], node.label, 1.0)) sum += 10.0;
        }
        return sum;
    }

    [[nodiscard]] double numbers_hit(std::size_t t) const {
        double sum = 0.0;
        for (const auto other : placed_) {
            const auto& tie = layout_.ties[other];
            if (distance_to_path(tie.number, paths_[t]) <
                tie.number_radius + layout_.ties[t].width / 2.0 + 1.0) {
                sum += 10.0;
            }
        }
        return sum;
    }

    /// The point at a share of the part between the two circles.
    [[nodiscard]] Point along(std::size_t t, double share) const {
        const auto& tie = layout_.ties[t];
        const auto& path = paths_[t];
        double from = 0.0;
        double to = 1.0;
        for (std::size_t i = 0; i <= path_steps; ++i) {
            const auto at = static_cast<double>(i) / static_cast<double>(path_steps);
            if (distance(path[i], layout_.nodes[tie.a].at) <= layout_.nodes[tie.a].reach()) {
                from = at;
            }
            if (to == 1.0 &&
                distance(path[i], layout_.nodes[tie.b].at) <= layout_.nodes[tie.b].reach()) {
                to = at;
            }
        }
        const auto at = std::clamp(from + share * (to - from), 0.0, 1.0) * path_steps;
        const auto before = std::min(path_steps - 1, static_cast<std::size_t>(at));
        const auto rest = at - static_cast<double>(before);
        return {path[before].x + rest * (path[before + 1].x - path[before].x),
                path[before].y + rest * (path[before + 1].y - path[before].y)};
    }

    [[nodiscard]] double number_cost(std::size_t t, Point at) const {
        const auto radius = layout_.ties[t].number_radius + 0.5;
        double sum = 0.0;
        for (const auto& node : layout_.nodes) {
            const auto free = distance(at, node.at) - node.reach() - radius;
            if (free < number_gap) sum += 1000.0;
            if (!node.beside.empty() && overlap(square(at, radius), node.label, 1.0)) {
                sum += 1000.0;
            }
        }
        for (const auto other : placed_) {
            const auto& tie = layout_.ties[other];
            if (distance(at, tie.number) < radius + tie.number_radius + number_gap) sum += 1000.0;
        }
        for (std::size_t other = 0; other < layout_.ties.size(); ++other) {
            if (other == t) continue;
            const auto free =
                distance_to_path(at, paths_[other]) - radius - layout_.ties[other].width / 2.0;
            if (free < 0.5) sum += 10.0;
            if (free < 4.0) sum += 0.3;
        }
        return sum;
    }

    void count() {
        for (std::size_t n = 0; n < layout_.nodes.size(); ++n) {
            if (!layout_.nodes[n].beside.empty()) {
                tally(label_cost(n, layout_.nodes[n].label, false));
            }
            for (std::size_t m = n + 1; m < layout_.nodes.size(); ++m) {
                const auto& a = layout_.nodes[n];
                const auto& b = layout_.nodes[m];
                if (distance(a.at, b.at) < a.reach() + b.reach() + 6.0) ++layout_.overlaps;
            }
        }
        const auto numbers = std::move(placed_);
        for (const auto t : numbers) {
            placed_.clear();
            for (const auto other : numbers) {
                if (other != t) placed_.push_back(other);
            }
            tally(number_cost(t, layout_.ties[t].number));
        }
        for (std::size_t t = 0; t < layout_.ties.size(); ++t) {
            const auto& tie = layout_.ties[t];
            if (hits(t) >= 10.0) ++layout_.blemishes;
            if (outside(t) > 0.0) ++layout_.overlaps;
            const auto& a = layout_.nodes[tie.a];
            const auto& b = layout_.nodes[tie.b];
            const auto free = distance(a.at, b.at) - a.reach() - b.reach();
            const auto lack = tie.numbered ? std::max(0.0, 1.0 - free / roomy_line) : 0.0;
            layout_.cost += 2.0 * bend_cost(t) * std::abs(tie.bend) + hits(t) + 3.0 * lack * lack;
            for (auto u = t + 1; u < layout_.ties.size(); ++u) {
                const auto& other = layout_.ties[u];
                layout_.cost += crossing(tie, other) * (1.0 + tie.numbered + other.numbered);
            }
        }
    }

    /// 1 where the straight ways of two ties cross, else 0.
    [[nodiscard]] double crossing(const NetworkTie& one, const NetworkTie& two) const {
        const auto& nodes = layout_.nodes;
        return segments_cross(nodes[one.a].at, nodes[one.b].at, nodes[two.a].at, nodes[two.b].at)
                   ? 1.0
                   : 0.0;
    }

    void tally(double cost) {
        layout_.cost += cost;
        if (cost >= 1000.0) {
            ++layout_.overlaps;
        } else if (cost >= 4.0) {
            ++layout_.blemishes;
        }
    }

    NetworkLayout& layout_;
    Rectangle area_;
    std::vector<Path> paths_;
    std::vector<std::size_t> placed_;  // ties whose numbers have a place
};

}  // namespace

Curve curve_of(const NetworkLayout& layout, const NetworkTie& tie) {
    Curve curve;
    curve.begin = layout.nodes[tie.a].at;
    curve.end = layout.nodes[tie.b].at;
    curve.width = tie.width;
    curve.course = Course::straight;
    curve.bend = tie.bend;
    return curve;
}

void route(NetworkLayout& layout, const Rectangle& area) {
    Router(layout, area).run();
}

}  // namespace remit::drawing
