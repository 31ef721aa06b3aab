/// \file
/// How much must a cover cost at least, by Lagrangian relaxation?
#pragma once

#include "set_cover.hpp"

namespace remit {

/// L = sum of n(r) u(r) + sum over columns of min(0, c - sum of u(r) of their rows), for
/// multipliers u >= 0 of rows that need n columns: no cover costs less. In scaled whole numbers, so
/// that it is exact.
struct CoverBound {
    Cost scaled = 0;            ///< The greatest L that was found.
    std::vector<Cost> reduced;  ///< By column, c - sum of u at that L, scaled; 0 in no row.
    Columns cover;              ///< The cheapest that was met on the way.
    Cost cost = 0;              ///< Of it.
};

/// Bounds by subgradient steps; stops where the bound reaches the limit or the cover's cost,
/// or at a cover below the limit if any is wanted, or after a first one where the effort's looks
/// have ended.
///
/// \param rows  none empty; their multipliers are where the steps start, and become those of L
[[nodiscard]] CoverBound cover_bound(CoverRows& rows, const std::vector<Cost>& costs, Cost scale,
                                     Cost limit, Wanted wanted, Effort& effort);

}  // namespace remit
