/// \file
/// Which measures go on from batch to batch?
#pragma once

#include <remit/analysis/comparison.hpp>

namespace remit {

/// Follows what measures say that they continue, from the last batch to the first.
///
/// \param later  ids of the first batch, and under which they go on
/// Time: O(measures + links log links), for each chain of continued ones.
[[nodiscard]] std::vector<ComparedMeasure> compare_measures(std::span<const Dataset> batches,
                                                            const LaterIds& later);

}  // namespace remit
