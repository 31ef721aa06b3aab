/// \file
/// Which whole numbers stand for weights, so that what is computed of them is exact?
#pragma once

#include <remit/graph/link_weights.hpp>

#include <cstdint>
#include <vector>

namespace remit {

/// Weights in a common unit.
struct WholeWeights {
    std::vector<std::uint32_t> of_links;  ///< By measure, in printed order; each above 0.
    std::int64_t total = 0;               ///< Below 2^30, with rounding by at most one a link more.
    bool exact = true;                    ///< They are in the same proportions as the weights.
};

/// Those of decimal weights are multiples of a power of 10, less what all have in common; where
/// they sum to too much they are rounded to a sum of about 2^29.
///
/// Example: 1.5, 0.5 and 1 are 3, 1 and 2.
[[nodiscard]] WholeWeights whole_weights(const LinkWeights& weights);

}  // namespace remit
