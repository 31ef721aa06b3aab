#include "lattice_layout.hpp"

#include "paths.hpp"
#include "pieces.hpp"

#include <remit/diagram/placement.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double widest_column_gap = 60.0;
constexpr double widest_row_gap = 130.0;
constexpr double passing_width = 5.0;  // of a line that passes a row
constexpr double passing_weight = 3.0;
constexpr int fewest_sweeps = 6;  // of which the best number is taken
constexpr int most_sweeps = 20;
constexpr std::size_t many_lines = 60;  // for which fewer numbers have to do
constexpr double line_room = 3.0;
constexpr std::array bends{0.0, 0.05, -0.05, 0.1,   -0.1, 0.15, -0.15,
                           0.2, -0.2, 0.25,  -0.25, 0.32, -0.32};

/// A node or a passing line, while rows are ordered.
struct Slot {
    std::size_t row = 0;
    double width = passing_width;
    double x = 0.0;
    std::vector<std::size_t> above = {};  // slots
    std::vector<std::size_t> below = {};
    bool passing = false;
};

/// Orders and spreads the slots of all rows so that lines are short and cross little.
class Rows {
 public:
    Rows(const LatticeLayout& layout, double left, double right, bool reversed)
        : left_(left), right_(right), rows_(layout.row_departments.size()) {
        for (const auto& node : layout.nodes) add({node.row, static_cast<double>(node.width)});
        for (const auto& line : layout.lines) {
            auto from = line.upper;
            for (auto row = layout.nodes[line.upper].row + 1; row < layout.nodes[line.lower].row;
                 ++row) {
                const auto slot = slots_.size();
                add({row, passing_width, 0.0, {}, {}, true});
                join(from, slot);
                from = slot;
            }
            join(from, line.lower);
        }
        for (auto& row : rows_) {
            if (reversed) std::reverse(row.begin(), row.end());
            spread_evenly(row);
            double widths = 0.0;
            for (const auto s : row) widths += slots_[s].width;
            gap_ = std::min(gap_, (right - left - widths) / static_cast<double>(row.size()));
        }
        gap_ = std::max(gap_, column_gap);
    }

    void run(int sweeps) {
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                const bool down = sweep % 2 == 0;
                order(rows_[down ? i : rows_.size() - 1 - i], down, sweep + 2 < sweeps);
            }
        }
    }

    /// The places of the nodes, with as much room left of them as right.
    void place(LatticeLayout& layout) const {
        double low = right_;
        double high = left_;
        for (const auto& slot : slots_) {
            low = std::min(low, slot.x - slot.width / 2.0);
            high = std::max(high, slot.x + slot.width / 2.0);
        }
        const auto shift = (left_ + right_ - low - high) / 2.0;
        for (std::size_t n = 0; n < layout.nodes.size(); ++n) {
            layout.nodes[n].at = {slots_[n].x + shift, layout.row_y[layout.nodes[n].row]};
        }
    }

 private:
    void add(Slot slot) {
        rows_[slot.row].push_back(slots_.size());
        slots_.push_back(std::move(slot));
    }

    void join(std::size_t upper, std::size_t lower) {
        slots_[upper].below.push_back(lower);
        slots_[lower].above.push_back(upper);
    }

    void spread_evenly(const std::vector<std::size_t>& row) {
        const auto step = (right_ - left_) / static_cast<double>(row.size() + 1);
        for (std::size_t i = 0; i < row.size(); ++i) {
            slots_[row[i]].x = left_ + step * static_cast<double>(i + 1);
        }
    }

    [[nodiscard]] double target(std::size_t s, bool down, bool one_side) const {
        const auto& slot = slots_[s];
        double sum = 0.0;
        double weight = 0.0;
        const auto add_all = [&](const std::vector<std::size_t>& neighbors) {
            for (const auto other : neighbors) {
                const auto pull = slot.passing && slots_[other].passing ? passing_weight : 1.0;
                sum += pull * slots_[other].x;
                weight += pull;
            }
        };
        if (!one_side || down || slot.below.empty()) add_all(slot.above);
        if (!one_side || !down || slot.above.empty()) add_all(slot.below);
        return weight > 0.0 ? sum / weight : slot.x;
    }

    void order(std::vector<std::size_t>& row, bool down, bool one_side) {
        std::vector<double> targets(slots_.size());
        for (const auto s : row) targets[s] = target(s, down, one_side);
        std::stable_sort(row.begin(), row.end(),
                         [&](std::size_t a, std::size_t b) { return targets[a] < targets[b]; });
        // Where a row has no room for lines that pass it, these run where they like.
        double widths = 0.0;
        for (const auto s : row) widths += slots_[s].width + gap_;
        const bool all = widths - gap_ <= right_ - left_;
        std::vector<ColumnItem> items;
        for (const auto s : row) {
            if (all || !slots_[s].passing) items.push_back({targets[s], 1.0, slots_[s].width});
        }
        const auto places = place_column(items, gap_, left_, right_);
        std::size_t next = 0;
        for (const auto s : row) {
            slots_[s].x = all || !slots_[s].passing ? places[next++] : targets[s];
        }
    }

    double left_;
    double right_;
    double gap_ = widest_column_gap;
    std::vector<Slot> slots_;
    std::vector<std::vector<std::size_t>> rows_;
};

Rectangle rectangle_of(const LatticeNode& node) {
    return {node.at.x - node.width / 2.0, node.at.y - node.height / 2.0,
            static_cast<double>(node.width), static_cast<double>(node.height)};
}

std::size_t hits_of(const LatticeLayout& layout, const LatticeLine& line, const Rectangle& area) {
    const auto curve = curve_of(layout, line);
    const auto path = path_of(curve);
    std::size_t hits = 0;
    for (const auto& point : control_points(curve)) {
        if (point.x < area.x || point.x > area.x + area.width) hits += 100;
    }
    for (std::size_t n = 0; n < layout.nodes.size(); ++n) {
        if (n == line.upper || n == line.lower) continue;
        if (meets(path, rectangle_of(layout.nodes[n]), line_room)) ++hits;
    }
    return hits;
}

/// Boxes that straight lines would run behind, crossings, and lengths.
double straight_cost(const LatticeLayout& layout) {
    double cost = 0.0;
    const auto ends = [&](const LatticeLine& line) {
        auto straight = line;
        straight.bend = 0.0;
        const auto curve = curve_of(layout, straight);
        return std::pair(curve.begin, curve.end);
    };
    for (std::size_t l = 0; l < layout.lines.size(); ++l) {
        const auto& line = layout.lines[l];
        const auto [a, b] = ends(line);
        cost += std::abs(a.x - b.x) / 200.0;
        for (std::size_t n = 0; n < layout.nodes.size(); ++n) {
            if (n == line.upper || n == line.lower) continue;
            if (meets(a, b, rectangle_of(layout.nodes[n]), line_room)) cost += 4.0;
        }
        for (auto k = l + 1; k < layout.lines.size(); ++k) {
            const auto [c, d] = ends(layout.lines[k]);
            if (segments_cross(a, b, c, d)) cost += 1.0;
        }
    }
    return cost;
}

/// Bends each line around boxes where it can.
void bend_lines(LatticeLayout& layout, const Rectangle& area) {
    layout.hits = 0;
    for (auto& line : layout.lines) {
        auto best = 0.0;
        auto least = static_cast<std::size_t>(-1);
        for (const auto bend : bends) {
            line.bend = bend;
            const auto hits = hits_of(layout, line, area);
            if (hits >= least) continue;
            least = hits;
            best = bend;
            if (least == 0) break;
        }
        line.bend = best;
        layout.hits += least;
    }
}

}  // namespace

void place_lattice(LatticeLayout& layout, const Rectangle& area) {
    const auto heights = row_heights(layout);
    const auto rows = static_cast<double>(heights.size());
    const auto free = area.height - std::accumulate(heights.begin(), heights.end(), 0.0);
    const auto gap = rows > 1.0 ? std::min(widest_row_gap, free / (rows - 1.0)) : 0.0;
    double y = area.y + (free - gap * (rows - 1.0)) / 2.0;
    layout.row_y.clear();
    for (const auto height : heights) {
        layout.row_y.push_back(y + height / 2.0);
        y += height + gap;
    }
    const auto left = area.x + layout.heading_width + padding;
    auto best = layout;
    double least = 1e18;
    const int step = layout.lines.size() > many_lines ? 5 : 1;
    for (int sweeps = fewest_sweeps; sweeps <= most_sweeps; sweeps += step) {
        for (const bool reversed : {false, true}) {
            Rows rows_of(layout, left, area.x + area.width, reversed);
            rows_of.run(sweeps);
            rows_of.place(layout);
            const auto cost = straight_cost(layout);
            if (cost >= least) continue;
            least = cost;
            best = layout;
        }
    }
    layout = best;
    bend_lines(layout, area);
}

Curve curve_of(const LatticeLayout& layout, const LatticeLine& line) {
    const auto& upper = layout.nodes[line.upper];
    const auto& lower = layout.nodes[line.lower];
    Curve curve;
    curve.begin = {upper.at.x, upper.at.y + upper.height / 2.0};
    curve.end = {lower.at.x, lower.at.y - lower.height / 2.0};
    curve.course = Course::straight;
    curve.bend = line.bend;
    return curve;
}

}  // namespace remit::drawing
