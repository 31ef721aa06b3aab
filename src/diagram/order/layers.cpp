#include "layers.hpp"

#include "paths.hpp"
#include "placement.hpp"

#include <algorithm>
#include <numeric>

namespace remit::drawing {
namespace {

constexpr double widest_gap = 60.0;
constexpr double widest_row_gap = 90.0;
constexpr double passing_width = 5.0;  // of a line that passes a row
constexpr double passing_weight = 3.0;
constexpr int fewest_sweeps = 6;  // of which the best number is taken
constexpr int most_sweeps = 20;
constexpr double line_room = 3.0;
constexpr double long_line = 200.0;  // that costs as much as a crossing
constexpr double hit_cost = 6.0;     // of a line behind a box, in crossings
constexpr int most_moves = 6;        // sweeps
constexpr double move_step = 14.0;   // by which boxes are moved

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
            auto from = line.upper;
            for (auto row = layout.boxes[line.upper].row + 1; row < layout.boxes[line.lower].row;
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
        gap_ = std::max(gap_, box_gap);
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
    void place(Layers& layout) const {
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
    double gap_ = widest_gap;
    std::vector<Slot> slots_;
    std::vector<std::vector<std::size_t>> rows_;
};

/// What a line costs: its slant, boxes that it runs behind, lines that it crosses.
double cost_of(const Layers& layers, std::size_t index) {
    const auto& line = layers.lines[index];
    const auto a = layers.begin(line);
    const auto b = layers.end(line);
    double cost = std::abs(a.x - b.x) / long_line;
    for (std::size_t n = 0; n < layers.boxes.size(); ++n) {
        if (n == line.upper || n == line.lower) continue;
        if (meets(a, b, layers.boxes[n].rectangle(), line_room)) cost += hit_cost;
    }
    for (std::size_t k = 0; k < layers.lines.size(); ++k) {
        if (k == index) continue;
        const auto& other = layers.lines[k];
        if (segments_cross(a, b, layers.begin(other), layers.end(other))) cost += 0.5;
    }
    return cost;
}

double cost_of(const Layers& layers) {
    double cost = 0.0;
    for (std::size_t l = 0; l < layers.lines.size(); ++l) cost += cost_of(layers, l);
    return cost;
}

/// Tries places for one box after the other: with all of its row that stand on one side of it a
/// little aside, alone, and that of another of its row.
class Mover {
 public:
    Mover(Layers& layers, const Rectangle& area)
        : layers_(layers), area_(area), least_(cost_of(layers)) {}

    void run() {
        for (int sweep = 0; sweep < most_moves && lines_behind_boxes(layers_) > 0; ++sweep) {
            const auto before = least_;
            for (std::size_t n = 0; n < layers_.boxes.size(); ++n) {
                for (const auto shift : {-4.0, -2.0, -1.0, 1.0, 2.0, 4.0}) {
                    for (const bool alone : {true, false}) {
                        attempt([&] { shift_from(n, shift * move_step, alone); });
                    }
                }
                for (std::size_t m = n + 1; m < layers_.boxes.size(); ++m) {
                    if (layers_.boxes[m].row != layers_.boxes[n].row) continue;
                    attempt([&] { std::swap(layers_.boxes[n].at.x, layers_.boxes[m].at.x); });
                }
            }
            if (least_ == before) break;
        }
    }

 private:
    void shift_from(std::size_t box, double by, bool alone) {
        const auto from = layers_.boxes[box].at.x;
        for (std::size_t n = 0; n < layers_.boxes.size(); ++n) {
            auto& each = layers_.boxes[n];
            const bool beside = by > 0.0 ? each.at.x > from : each.at.x < from;
            const bool moves = n == box || (!alone && beside);
            if (each.row == layers_.boxes[box].row && moves) each.at.x += by;
        }
    }

    /// Keeps the change where it is possible and better.
    template <class Change>
    void attempt(Change change) {
        const auto old = layers_.boxes;
        change();
        const bool better = stand_free() && cost_of(layers_) < least_ - 1e-9;
        if (better) least_ = cost_of(layers_);
        if (!better) layers_.boxes = old;
    }

    /// Whether all boxes stand in the area and apart from each other.
    [[nodiscard]] bool stand_free() const {
        const auto& boxes = layers_.boxes;
        for (std::size_t n = 0; n < boxes.size(); ++n) {
            const auto at = boxes[n].rectangle();
            if (at.x < area_.x || at.right() > area_.right()) return false;
            for (std::size_t m = 0; m < n; ++m) {
                if (boxes[m].row != boxes[n].row) continue;
                if (overlap(at, boxes[m].rectangle(), box_gap)) return false;
            }
        }
        return true;
    }

    Layers& layers_;
    Rectangle area_;
    double least_;
};

}  // namespace

Point Layers::begin(const LayeredLine& line) const {
    const auto& box = boxes[line.upper];
    return {box.at.x, box.at.y + box.height / 2.0};
}

Point Layers::end(const LayeredLine& line) const {
    const auto& box = boxes[line.lower];
    return {box.at.x, box.at.y - box.height / 2.0};
}

std::vector<double> row_heights(const Layers& layers) {
    std::vector<double> heights(layers.rows);
    for (const auto& box : layers.boxes) heights[box.row] = std::max(heights[box.row], box.height);
    return heights;
}

std::vector<double> row_widths(const Layers& layers) {
    std::vector<double> widths(layers.rows, -box_gap);
    for (const auto& box : layers.boxes) widths[box.row] += box.width + box_gap;
    return widths;
}

void place_layers(Layers& layers, const Rectangle& area) {
    const auto heights = row_heights(layers);
    const auto rows = static_cast<double>(heights.size());
    const auto free = area.height - std::accumulate(heights.begin(), heights.end(), 0.0);
    const auto gap = rows > 1.0 ? std::min(widest_row_gap, free / (rows - 1.0)) : 0.0;
    std::vector<double> middles;
    auto y = area.y;
    for (const auto height : heights) {
        middles.push_back(y + height / 2.0);
        y += height + gap;
    }
    for (auto& box : layers.boxes) box.at.y = middles[box.row];
    auto best = layers;
    double least = 1e18;
    for (int sweeps = fewest_sweeps; sweeps <= most_sweeps; ++sweeps) {
        for (const bool reversed : {false, true}) {
            Rows ordered(layers, area.x, area.right(), reversed);
            ordered.run(sweeps);
            ordered.place(layers);
            const auto cost = cost_of(layers);
            if (cost >= least) continue;
            least = cost;
            best = layers;
        }
    }
    layers = best;
    Mover(layers, area).run();
}

std::size_t lines_behind_boxes(const Layers& layers) {
    std::size_t hits = 0;
    for (const auto& line : layers.lines) {
        for (std::size_t n = 0; n < layers.boxes.size(); ++n) {
            if (n == line.upper || n == line.lower) continue;
            if (meets(layers.begin(line), layers.end(line), layers.boxes[n].rectangle(), 0.0)) {
                ++hits;
            }
        }
    }
    return hits;
}

}  // namespace remit::drawing
