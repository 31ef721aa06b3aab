#include "circle_layout.hpp"
#include "paths.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace remit::drawing {
namespace {

// What makes a drawing hard to read, and how much.
constexpr double crossing_cost = 1.0;
constexpr double heavy_crossing_cost = 1.0;  // more where a line with a number is crossed
constexpr double hit_cost = 9.0;             // a line through a circle
constexpr double near_cost = 1.2;            // a line near a circle
constexpr double crowd_cost = 3.0;           // circles nearer than the gap
constexpr double sharp_cost = 1.5;           // two lines that leave a circle side by side
constexpr double number_cost = 3.0;          // a line over the number of another one
constexpr double length_cost = 1.2;          // for a line as long as the area
constexpr double spread_cost = 0.02;         // circles that leave a void elsewhere
constexpr double clearance = 16.0;           // between a line and a circle
constexpr double number_room = 13.0;         // between a line and the middle of a number
constexpr std::size_t many_ties = 40;        // for which fewer sweeps have to do
constexpr double sharp_angle = 0.42;         // in radians

/// Whether a point is farther than that from the way between two others, found quickly; if not, it
/// may be all the same.
bool surely_far(Point point, Point a, Point b, double room) {
    return (point.x < a.x - room && point.x < b.x - room) ||
           (point.x > a.x + room && point.x > b.x + room) ||
           (point.y < a.y - room && point.y < b.y - room) ||
           (point.y > a.y + room && point.y > b.y + room);
}

class Refiner {
 public:
    Refiner(std::vector<Circle>& circles, const std::vector<Tie>& ties, double gap)
        : circles_(circles), ties_(ties), ties_of_(circles.size()), gap_(gap) {
        for (std::size_t t = 0; t < ties.size(); ++t) {
            ties_of_[ties[t].a].push_back(t);
            ties_of_[ties[t].b].push_back(t);
        }
        for (const auto& circle : circles) {
            diagonal_ = std::max(diagonal_, std::hypot(circle.area.width, circle.area.height));
        }
    }

    void run() {
        constexpr std::array steps{0.30, 0.18, 0.10, 0.05, 0.025, 0.012, 0.30, 0.08, 0.03, 0.01};
        const int sweeps = ties_.size() > many_ties ? 2 : 3;
        for (const auto share : steps) {
            for (int sweep = 0; sweep < sweeps; ++sweep) {
                if (!this->sweep(share * diagonal_)) break;
            }
        }
    }

 private:
    bool sweep(double step) {
        bool moved = false;
        for (std::size_t c = 0; c < circles_.size(); ++c) {
            auto best = circles_[c].at;
            auto least = cost(c, 1e18);
            for (int direction = 0; direction < 12; ++direction) {
                const auto angle = direction * 0.5235987755982988;  // a twelfth of a turn
                const auto home = circles_[c].at;
                circles_[c].at = clamped(circles_[c], {home.x + step * std::cos(angle),
                                                       home.y + step * std::sin(angle)});
                const auto now = cost(c, least);
                if (now < least - 1e-6) {
                    least = now;
                    best = circles_[c].at;
                }
                circles_[c].at = home;
            }
            if (best == circles_[c].at) continue;
            circles_[c].at = best;
            moved = true;
        }
        return moved;
    }

    /// All that depends on where this circle is; something larger where it exceeds the bound.
    [[nodiscard]] double cost(std::size_t c, double bound) const {
        const auto own = [&](std::size_t t) { return ties_[t].a == c || ties_[t].b == c; };
        double sum = crowding(c);
        for (const auto t : ties_of_[c]) sum += tie_cost(t);
        for (std::size_t t = 0; t < ties_.size() && sum < bound; ++t) {
            if (!own(t)) sum += nearness(c, t);
        }
        for (const auto t : ties_of_[c]) {
            for (std::size_t other = 0; other < circles_.size() && sum < bound; ++other) {
                sum += nearness(other, t);
            }
            for (std::size_t other = 0; other < ties_.size() && sum < bound; ++other) {
                if (other != t && (!own(other) || other > t)) sum += meeting(t, other);
            }
        }
        return sum;
    }

    [[nodiscard]] double crowding(std::size_t c) const {
        double sum = 0.0;
        const auto& circle = circles_[c];
        for (std::size_t other = 0; other < circles_.size(); ++other) {
            if (other == c) continue;
            const auto& next = circles_[other];
            const auto apart = distance(circle.at, next.at);
            const auto free = apart - circle.radius - next.radius;
            const bool under =
                std::abs(circle.at.y - next.at.y) > std::abs(circle.at.x - next.at.x);
            const auto wanted =
                gap_ + (under ? (circle.at.y < next.at.y ? circle.below : next.below)
                              : std::max(circle.below, next.below));
            if (free < wanted) {
                const auto lack = 1.0 - free / wanted;
                sum += crowd_cost * lack * lack * (free < 4.0 ? 6.0 : 1.0);
            }
            const auto share = diagonal_ / std::max(20.0, apart);
            sum += spread_cost * share * share / static_cast<double>(circles_.size());
        }
        return sum;
    }

    [[nodiscard]] double tie_cost(std::size_t t) const {
        const auto& tie = ties_[t];
        const auto& [a, b] = std::pair(circles_[tie.a], circles_[tie.b]);
        const auto length = distance(a.at, b.at);
        const auto free = length - a.radius - b.radius;
        constexpr double wanted = 38.0;
        const auto lack = tie.numbered && free < wanted ? 1.0 - free / wanted : 0.0;
        return length_cost * std::sqrt(tie.weight) * length / diagonal_ + number_cost * lack * lack;
    }

    [[nodiscard]] double nearness(std::size_t c, std::size_t t) const {
        const auto& tie = ties_[t];
        if (tie.a == c || tie.b == c) return 0.0;
        if (surely_far(circles_[c].at, circles_[tie.a].at, circles_[tie.b].at,
                       circles_[c].radius + clearance)) {
            return 0.0;
        }
        const auto free =
            distance_to_segment(circles_[c].at, circles_[tie.a].at, circles_[tie.b].at) -
            circles_[c].radius;
        if (free >= clearance) return 0.0;
        const auto lack = 1.0 - std::max(0.0, free) / clearance;
        return (free < 3.0 ? hit_cost : 0.0) + near_cost * lack * lack;
    }

    [[nodiscard]] double meeting(std::size_t t, std::size_t u) const {
        const auto& one = ties_[t];
        const auto& two = ties_[u];
        double sum = over_number(t, u) + over_number(u, t);
        const auto joint = one.a == two.a || one.a == two.b   ? one.a
                           : one.b == two.a || one.b == two.b ? one.b
                                                              : circles_.size();
        if (joint < circles_.size()) {
            const auto end = circles_[one.a == joint ? one.b : one.a].at;
            const auto other = circles_[two.a == joint ? two.b : two.a].at;
            const auto middle = circles_[joint].at;
            const Point one_way{end.x - middle.x, end.y - middle.y};
            const Point other_way{other.x - middle.x, other.y - middle.y};
            const auto sine = std::abs(one_way.x * other_way.y - one_way.y * other_way.x);
            const auto cosine = one_way.x * other_way.x + one_way.y * other_way.y;
            if (cosine <= 0.0 || sine > 0.5 * cosine) return sum;
            const auto angle = std::atan2(sine, cosine);
            if (angle < sharp_angle) {
                const auto lack = 1.0 - angle / sharp_angle;
                sum += sharp_cost * lack * lack;
            }
        } else if (segments_cross(circles_[one.a].at, circles_[one.b].at, circles_[two.a].at,
                                  circles_[two.b].at)) {
            sum += crossing_cost +
                   heavy_crossing_cost * ((one.numbered ? 0.5 : 0.0) + (two.numbered ? 0.5 : 0.0));
        }
        return sum;
    }

    /// Line u over the number of line t.
    [[nodiscard]] double over_number(std::size_t t, std::size_t u) const {
        const auto& tie = ties_[t];
        if (!tie.numbered) return 0.0;
        const auto& a = circles_[tie.a];
        const auto& b = circles_[tie.b];
        const auto length = std::max(1.0, distance(a.at, b.at));
        const auto share = (1.0 + (a.radius - b.radius) / length) / 2.0;
        const Point middle{a.at.x + share * (b.at.x - a.at.x), a.at.y + share * (b.at.y - a.at.y)};
        if (surely_far(middle, circles_[ties_[u].a].at, circles_[ties_[u].b].at, number_room)) {
            return 0.0;
        }
        const auto apart =
            distance_to_segment(middle, circles_[ties_[u].a].at, circles_[ties_[u].b].at);
        if (apart >= number_room) return 0.0;
        const auto lack = 1.0 - apart / number_room;
        return number_cost * lack;
    }

    std::vector<Circle>& circles_;
    const std::vector<Tie>& ties_;
    std::vector<std::vector<std::size_t>> ties_of_;
    double gap_;
    double diagonal_ = 1.0;
};

}  // namespace

void refine(std::vector<Circle>& circles, const std::vector<Tie>& ties, double gap) {
    if (circles.size() > 1) Refiner(circles, ties, gap).run();
}

}  // namespace remit::drawing
