/// \file
/// Which columns within a budget meet rows of most weight?
#pragma once

#include "set_cover.hpp"

namespace remit {

/// Equal rows as one, and its multiplier.
struct ReachRow {
    Columns columns;  ///< Ascending.
    Cost weight = 1;
    Cost multiplier = -1;  ///< Scaled, from 0 to the scaled weight; -1: not known yet.
};
using ReachRows = std::vector<ReachRow>;

/// U = sum of (w - u(r)) + t budget + sum over columns of max(0, sum of u(r) - t c), for
/// 0 <= u <= w and t >= 0: no set within the budget meets more. In scaled whole numbers.
struct ReachBound {
    Cost scaled = 0;
    std::vector<Cost> reduced;  ///< By column, sum of u - t c at the least U found; scaled.
    Columns set;                ///< The best that was met on the way.
    Cost reached = 0;           ///< The weight that it meets.
};

/// Ends after a first step where the effort's looks have ended.
///
/// \param rows  none empty; their multipliers are where the steps start, and become those of U
/// \param floor the steps end where no set can meet more than this
[[nodiscard]] ReachBound reach_bound(ReachRows& rows, const std::vector<Cost>& costs, Cost scale,
                                     Cost budget, Cost floor, Wanted wanted, Effort& effort);

/// What is known of the sets that meet more than a floor.
struct ReachAnswer {
    std::optional<Columns> set;  ///< The best that was found and does.
    Cost reached = 0;            ///< By it.
    Cost bound = 0;              ///< No set meets more than this, or than the floor.
};

/// Makes equal rows one.
void merge_equal(ReachRows& rows);

/// Searches by branch and bound.
class ReachSearch {
 public:
    /// \param costs  by column, above 0
    ReachSearch(const std::vector<Cost>& costs, Cost scale, Effort& effort)
        : costs_(costs), scale_(scale), effort_(effort) {}

    /// The set that meets most, or any that meets more than the floor.
    [[nodiscard]] ReachAnswer solve(ReachRows rows, Cost budget, Cost floor,
                                    Wanted wanted = Wanted::best);

 private:
    [[nodiscard]] ReachAnswer narrow(const ReachRows& rows, const ReachBound& known, Cost budget,
                                     Cost floor, Wanted wanted);
    [[nodiscard]] ReachAnswer branch(const ReachRows& rows, const ReachBound& known, Cost budget,
                                     Cost floor, Wanted wanted);
    /// With some columns taken and others dropped.
    [[nodiscard]] ReachAnswer solve_rest(const ReachRows& rows, const std::vector<bool>& taken,
                                         const std::vector<bool>& dropped, Cost budget, Cost floor,
                                         Wanted wanted);

    const std::vector<Cost>& costs_;
    Cost scale_;
    Effort& effort_;
};

}  // namespace remit
