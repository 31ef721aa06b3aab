/// \file
/// Which pairs of columns say more together than one by one?
#pragma once

#include "set_cover.hpp"

namespace remit {

/// The same rows, but where any two of some columns are a row, one row that needs all of these
/// columns but one: it has the same covers and bounds far better, as half of every column is
/// enough for the pairs.
///
/// Every pair goes into one such clique at least, which is as large as it can easily be made, or
/// stays. Time: O(pairs * columns); where the looks of the effort end, what is left stays as it is.
///
/// Example: {x, y}, {y, z}, {x, z} become two of {x, y, z}, where 1.5 of three would do.
///
/// \pre every row needs one, and none has all columns of another
[[nodiscard]] CoverRows with_cliques(const CoverRows& rows, std::size_t columns, Effort& effort);

}  // namespace remit
