#include "layers.hpp"

#include "paths.hpp"
#include "placement.hpp"

#include <algorithm>
#include <numeric>

namespace remit::drawing {
namespace {

constexpr double widest_gap = 60.0;
constexpr double widest_row_gap = 90.0;
constexpr double passing_width = 6.0;  // of a line that passes a row
constexpr double passing_weight = 3.0;
constexpr int fewest_sweeps = 6;  // of which the best number is taken
constexpr int most_sweeps = 20;
constexpr double line_room = 3.0;
constexpr double long_line = 200.0;  // that costs as much as a crossing
constexpr double bend_cost = 0.5;    // in crossings

/// Where the rows begin and end.
struct Heights {
    std::vector<double> top;
    std::vector<double> bottom;
};

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
    Rows(const Layers& layout, double left, double right, bool reversed)
        : left_(left), right_(right), rows_(layout.rows) {
        for (const auto& node : layout.boxes) add({node.row, node.width});
        for (const auto& line : layout.lines) {
            passing_.emplace_back();
            auto from = line.upper;
            for (auto row = layout.boxes[line.upper].row + 1; row < layout.boxes[line.lower].row;
                 ++row) {
                const auto slot = slots_.size();
                add({row, passing_width, 0.0, {}, {}, true});
                join(from, slot);
                from = slot;
                passing_.back().push_back(slot);
            }
            join(from, line.lower);
        }
        const auto widths = row_widths(layout);
        double gap = widest_gap;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            if (reversed) std::reverse(rows_[r].begin(), rows_[r].end());
            spread_evenly(rows_[r]);
            const auto boxes = static_cast<double>(std::count_if(
                rows_[r].begin(), rows_[r].end(), [&](auto s) { return !slots_[s].passing; }));
            gap = std::min(gap, box_gap + (right - left - widths[r]) / boxes);
        }
        // Each box has half of the gap on either side.
        gap = std::max(gap, box_gap);
        for (std::size_t n = 0; n < layout.boxes.size(); ++n) slots_[n].width += gap;
        left_ -= gap / 2.0;
        right_ += gap / 2.0;
    }

    void run(int sweeps) {
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                const bool down = sweep % 2 == 0;
                order(rows_[down ? i : rows_.size() - 1 - i], down, sweep + 2 < sweeps);
            }
        }
    }

    /// The places of boxes and lines, with as much room left of them as right.
    void place(Layers& layout, const Heights& heights) const {
        double low = right_;
        double high = left_;
        for (const auto& slot : slots_) {
            low = std::min(low, slot.x - slot.width / 2.0);
            high = std::max(high, slot.x + slot.width / 2.0);
        }
        const auto shift = (left_ + right_ - low - high) / 2.0;
        for (std::size_t n = 0; n < layout.boxes.size(); ++n) {
            layout.boxes[n].at.x = slots_[n].x + shift;
        }
        for (std::size_t l = 0; l < layout.lines.size(); ++l) {
            auto& line = layout.lines[l];
            const auto upper = layout.boxes[line.upper].rectangle();
            const auto lower = layout.boxes[line.lower].rectangle();
            line.path = {{upper.middle().x, upper.bottom()},
                         {upper.middle().x, heights.bottom[layout.boxes[line.upper].row]}};
            for (const auto s : passing_[l]) {
                line.path.push_back({slots_[s].x + shift, heights.top[slots_[s].row]});
                line.path.push_back({slots_[s].x + shift, heights.bottom[slots_[s].row]});
            }
            line.path.push_back({lower.middle().x, heights.top[layout.boxes[line.lower].row]});
            line.path.push_back({lower.middle().x, lower.y});
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
        std::vector<ColumnItem> items;
        for (const auto s : row) items.push_back({targets[s], 1.0, slots_[s].width});
        const auto places = place_column(items, 0.0, left_, right_);
        for (std::size_t i = 0; i < row.size(); ++i) slots_[row[i]].x = places[i];
    }

    double left_;
    double right_;
    std::vector<Slot> slots_;
    std::vector<std::vector<std::size_t>> passing_;  // by line, slots
    std::vector<std::vector<std::size_t>> rows_;
};

/// Whether the straight way meets a box that the line does not join.
bool meets_box(const Layers& layers, const LayeredLine& line, Point a, Point b, double room) {
    for (std::size_t n = 0; n < layers.boxes.size(); ++n) {
        if (n == line.upper || n == line.lower) continue;
        if (meets(a, b, layers.boxes[n].rectangle(), room)) return true;
    }
    return false;
}

/// Leaves out the bends that no box makes necessary.
void straighten(const Layers& layers, LayeredLine& line) {
    std::vector<Point> path{line.path.front()};
    for (std::size_t at = 0; at + 1 < line.path.size();) {
        auto next = line.path.size() - 1;
        while (next > at + 1 &&
               meets_box(layers, line, line.path[at], line.path[next], line_room)) {
            --next;
        }
        if (line.path[next] != path.back()) path.push_back(line.path[next]);
        at = next;
    }
    line.path = std::move(path);
}

bool lines_cross(const LayeredLine& one, const LayeredLine& other) {
    for (std::size_t i = 1; i < one.path.size(); ++i) {
        for (std::size_t k = 1; k < other.path.size(); ++k) {
            if (segments_cross(one.path[i - 1], one.path[i], other.path[k - 1], other.path[k])) {
                return true;
            }
        }
    }
    return false;
}

/// How far the lines go aside, how often they bend, and which of them cross.
double cost_of(const Layers& layers) {
    double cost = 0.0;
    for (std::size_t l = 0; l < layers.lines.size(); ++l) {
        const auto& line = layers.lines[l];
        for (std::size_t i = 1; i < line.path.size(); ++i) {
            cost += std::abs(line.path[i].x - line.path[i - 1].x) / long_line;
        }
        cost += bend_cost * static_cast<double>(line.path.size() - 2);
        for (std::size_t k = 0; k < l; ++k) {
            if (lines_cross(line, layers.lines[k])) cost += 1.0;
        }
    }
    return cost;
}

}  // namespace

std::vector<double> row_heights(const Layers& layers) {
    std::vector<double> heights(layers.rows);
    for (const auto& box : layers.boxes) heights[box.row] = std::max(heights[box.row], box.height);
    return heights;
}

std::vector<double> row_widths(const Layers& layers) {
    std::vector<double> widths(layers.rows, -box_gap);
    for (const auto& box : layers.boxes) widths[box.row] += box.width + box_gap;
    for (const auto& line : layers.lines) {
        const auto last = layers.boxes[line.lower].row;
        for (auto row = layers.boxes[line.upper].row + 1; row < last; ++row) {
            widths[row] += passing_width;
        }
    }
    return widths;
}

void place_layers(Layers& layers, const Rectangle& area) {
    const auto row_height = row_heights(layers);
    const auto rows = static_cast<double>(layers.rows);
    const auto free = area.height - std::accumulate(row_height.begin(), row_height.end(), 0.0);
    const auto gap = rows > 1.0 ? std::min(widest_row_gap, free / (rows - 1.0)) : 0.0;
    Heights heights;
    auto y = area.y;
    for (const auto height : row_height) {
        heights.top.push_back(y);
        heights.bottom.push_back(y + height);
        y += height + gap;
    }
    for (auto& box : layers.boxes) {
        box.at.y = (heights.top[box.row] + heights.bottom[box.row]) / 2.0;
    }
    auto best = layers;
    double least = 1e18;
    for (int sweeps = fewest_sweeps; sweeps <= most_sweeps; ++sweeps) {
        for (const bool reversed : {false, true}) {
            Rows ordered(layers, area.x, area.right(), reversed);
            ordered.run(sweeps);
            ordered.place(layers, heights);
            for (auto& line : layers.lines) straighten(layers, line);
            const auto cost = cost_of(layers);
            if (cost >= least) continue;
            least = cost;
            best = layers;
        }
    }
    layers = best;
}

std::size_t lines_behind_boxes(const Layers& layers) {
    std::size_t hits = 0;
    for (const auto& line : layers.lines) {
        for (std::size_t i = 1; i < line.path.size(); ++i) {
            if (meets_box(layers, line, line.path[i - 1], line.path[i], 0.0)) ++hits;
        }
    }
    return hits;
}

}  // namespace remit::drawing
