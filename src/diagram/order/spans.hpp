/// \file
/// In which order do columns stand so that what a row joins lies close together?
#pragma once

#include <cstddef>
#include <vector>

namespace remit::drawing {

/// The items 0, 1, …, n - 1 in an order in which each of the sets reaches over few places.
///
/// Moves one item after the other to where the sum of the reaches is least, from the order given by
/// the numbers, until nothing gets better; ties keep the order that there was. Of more than 60
/// items the order is kept. Time: O(sweeps * n² * size of the sets).
[[nodiscard]] std::vector<std::size_t> order_by_spans(
    std::size_t items, const std::vector<std::vector<std::size_t>>& sets);

}  // namespace remit::drawing
