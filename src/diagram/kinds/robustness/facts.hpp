/// \file
/// What is left as departments drop out: what the picture says.
#pragma once

#include <remit/analysis/robustness.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace remit::drawing {

/// Departments with equally many measures, which drop out one after the other in any order.
struct LeavingRow {
    std::vector<DepartmentIndex> departments;  ///< In table order.
    std::size_t first = 0;                     ///< Their places in the order, counted from 1.
    std::size_t last = 0;
    std::size_t measures = 0;  ///< Of each.
    std::size_t left = 0;      ///< Measures that still have a department once all these are gone.
};

struct RobustnessFacts {
    std::size_t departments = 0;
    std::size_t counted = 0;  ///< Measures that name a department.
    std::size_t beyond = 0;   ///< Those of them that also have a collective actor or an open list.
    ExtinctionCurve most_first;
    ExtinctionCurve least_first;
    bool one_order = false;        ///< Whether all have equally many, so that both are the same.
    std::vector<LeavingRow> rows;  ///< Most measures first.
    std::size_t half = 0;          ///< The fewest after which at most half are left, on average.
    /// Where the curve is marked: there, or before the last drops out if that is not before; 0 of
    /// one department.
    std::size_t marked = 0;
    std::size_t half_of_least = 0;  ///< The same with fewest measures first.
    /// By how many have dropped out: whether as many measures are left in whatever order equals go.
    std::vector<bool> most_exact;
    std::vector<bool> least_exact;
    std::size_t until_half = 0;  ///< The rows of those, the last of which may go on behind it.

    /// How many measures still have a department after so many have left: a whole number where no
    /// more than rounding is missing.
    [[nodiscard]] double left(const ExtinctionCurve& curve, std::size_t gone) const;
    /// Whether it does not depend on the order of equals who has dropped out by `half`.
    [[nodiscard]] bool certain() const { return rows[until_half - 1].last == half; }
};

[[nodiscard]] RobustnessFacts robustness_facts(const Dataset& dataset);

/// "Without CBIRC and PBC, 9 of 16 measures have no department left": of up to three that the order
/// of equals leaves no doubt of, and whose names have room, else their number; empty of one
/// department and of none.
[[nodiscard]] std::string robustness_finding(const Dataset& dataset, const RobustnessFacts& facts,
                                             Language language);

}  // namespace remit::drawing
