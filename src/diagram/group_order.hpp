/// \file
/// In which order do items stand in their columns so that few lines cross?
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace remit::drawing {

/// Items in columns, and lines between neighboring columns.
struct LayeredGraph {
    std::vector<std::size_t> column;               ///< By item.
    std::vector<std::vector<std::size_t>> order;   ///< By column: its items from top to bottom.
    std::vector<std::vector<std::size_t>> before;  ///< By item: those that it is joined to, left.
    std::vector<std::vector<std::size_t>> behind;  ///< By item: those that it is joined to, right.

    /// The new item's number; it stands last in its column.
    std::size_t add(std::size_t in_column);
    /// \pre `right` is one column behind `left`
    void join(std::size_t left, std::size_t right);
};

/// How many pairs of lines cross. Time: O(lines² of neighboring columns).
[[nodiscard]] std::size_t crossings(const LayeredGraph& graph);

/// Orders the columns by the mean place of their neighbors, to and fro, and keeps the best order
/// seen; ties keep the order that there was. Time: O(sweeps * (lines² + items log items)).
///
/// Source of the method: barycenters, after Sugiyama, Tagawa and Toda (1981).
void reduce_crossings(LayeredGraph& graph);

}  // namespace remit::drawing
