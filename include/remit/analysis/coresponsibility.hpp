/// \file
/// Who shares measures with whom?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <vector>

namespace remit {

/// Two departments that share at least one measure: an edge of the one-mode projection.
struct Coresponsibility {
    DepartmentIndex a;  ///< Before `b` in table order.
    DepartmentIndex b;
    double newman = 0.0;                 ///< Sum of 1 / (n - 1) over the shared measures.
    std::vector<MeasureIndex> measures;  ///< Those that they share, ascending; at least one.

    /// The weight of the plain projection.
    [[nodiscard]] std::size_t shared() const { return measures.size(); }

    friend bool operator==(const Coresponsibility&, const Coresponsibility&) = default;
};

/// The pairs of departments that share a measure, by a, then b.
///
/// A measure with n departments adds 1 to the `shared` of n (n - 1) / 2 pairs and 1 / (n - 1) to
/// the `newman` of each, so that it adds n / 2 in all: over all pairs, `newman` sums to half the
/// links of those measures that have at least two departments. Sole responsibilities add nothing.
/// Time: O(sum of n squared), but for sorting; memory: that of the result.
///
/// Example: A{x, y}, B{x, y, z} give x-y shared 2, newman 1.5; x-z and y-z shared 1, newman 0.5.
[[nodiscard]] std::vector<Coresponsibility> coresponsibility(const ResponsibilityGraph& graph);

}  // namespace remit
