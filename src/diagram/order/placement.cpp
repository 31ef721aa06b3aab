#include "placement.hpp"

#include <algorithm>
#include <cstddef>

namespace remit {
namespace {

/// Neighbors that touch, and move as one.
struct Block {
    double target = 0.0;  // the weighted mean of the shifted targets
    double weight = 0.0;
    std::size_t items = 0;
};

}  // namespace

std::vector<double> place_column(std::span<const ColumnItem> items, double gap, double low,
                                 double high) {
    double heights = 0.0;
    for (const auto& item : items) heights += item.height;
    const auto gaps = static_cast<double>(items.size()) - 1.0;
    if (gaps > 0.0) gap = std::min(gap, (high - low - heights) / gaps);

    // Shifted up by the least space that the items above it take, the centers need only ascend.
    std::vector<double> shifts;
    std::vector<Block> blocks;
    double above = 0.0;
    for (const auto& item : items) {
        shifts.push_back(above + item.height / 2.0);
        above += item.height + gap;
        blocks.push_back({item.target - shifts.back(), item.weight, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].target > blocks.back().target) {
            const auto last = blocks.back();
            blocks.pop_back();
            auto& merged = blocks.back();
            merged.target = (merged.target * merged.weight + last.target * last.weight) /
                            (merged.weight + last.weight);
            merged.weight += last.weight;
            merged.items += last.items;
        }
    }

    const double latest = std::max(low, high - (above - gap));
    std::vector<double> centers;
    for (const auto& block : blocks) {
        for (std::size_t i = 0; i < block.items; ++i) {
            centers.push_back(std::clamp(block.target, low, latest) + shifts[centers.size()]);
        }
    }
    return centers;
}

}  // namespace remit
