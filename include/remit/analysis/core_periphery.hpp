/// \file
/// Is there a core of departments that all share measures, and a periphery that shares with it
/// alone?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace remit {

/// The discrete core-periphery model of the one-mode projection that has the fewest errors. An
/// error is a pair of the core that shares no measure, or a pair of the periphery that shares one;
/// pairs of one of the core and one of the periphery are free.
struct CorePeriphery {
    std::vector<std::size_t>
        partners;  ///< One per department: those that it shares a measure with.
    std::vector<DepartmentIndex> core;  ///< Ascending; empty only if nobody shares a measure.
    /// If other sets have as few errors, the departments, ascending, of which these differ in which
    /// ones they have in the core, `chosen` or one more; else empty.
    std::vector<DepartmentIndex> interchangeable;
    std::size_t chosen = 0;  ///< Of the interchangeable, those in `core`: the first in table order.
    std::size_t errors = 0;
    std::size_t pairs = 0;  ///< Of departments.
    /// The pairs that are no error, of all, in [0, 1]; none if nobody shares a measure. Other sets
    /// with as few errors have the same.
    std::optional<double> fit;
    /// Pearson's, of sharing a measure with being in the core, over the pairs that are both in the
    /// core or both in the periphery: in [-1, 1]. None where either does not vary, as with a core
    /// of one. Depends on which of the interchangeable are in the core.
    std::optional<double> correlation;

    friend bool operator==(const CorePeriphery&, const CorePeriphery&) = default;
};

/// A core of k has |E| + k (k - 1) / 2 - (sum of its partners) errors, so that those with most
/// partners are best; the best k is the greatest such that k departments have k partners each. It
/// is the only one unless the next has k partners too.
///
/// Time: that of `projection`, and O(departments log departments + its edges).
///
/// Example: A{x, y, z}, B{x, v}, C{y, w}, D{v, w}: x and y have 3 partners, the others 2; the core
/// is x and y, with any one of z, v and w as good as with none; v-w is the 1 error of 10 pairs, fit
/// 0.9; over x-y and the pairs of z, v, w the correlation is 0.577.
///
/// Source: Lip (2011), arXiv:1102.5511, its abstract, for the greatest degrees; Fasino & Rinaldi
/// (2020), doi:10.3390/sym12010094, for which sets are best; after Borgatti & Everett (2000). The
/// least number of errors is what Hammer & Simeone (1981) call the splittance.
[[nodiscard]] CorePeriphery core_periphery(const ResponsibilityGraph& graph);

}  // namespace remit
