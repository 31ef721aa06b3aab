/// \file
/// Where do the items of a column stand so that each is near what it belongs to?
#pragma once

#include <span>
#include <vector>

namespace remit {

/// One item of a column, in the order from top to bottom.
struct ColumnItem {
    double target = 0.0;  ///< Where its center would like to be.
    double weight = 1.0;  ///< How much; above 0.
    double height = 0.0;
};

/// The centers of the items, in their order: the least sum of weight * (center - target)² such
/// that neighbors are at least `gap` apart and all items lie between `low` and `high`.
///
/// Pool adjacent violators on the targets less the space above each item. If the items do not fit
/// between the limits, the gap shrinks, below 0 if need be. Time: O(n).
///
/// Source of the method: isotonic regression by pooling; the answer is checked by the conditions
/// of optimality, not taken from a paper.
[[nodiscard]] std::vector<double> place_column(std::span<const ColumnItem> items, double gap,
                                               double low, double high);

}  // namespace remit
