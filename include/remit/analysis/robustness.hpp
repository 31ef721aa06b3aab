/// \file
/// What is left with no one if departments drop out?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace remit {

/// The measures that hang on one department alone: what its absence leaves with no one.
///
/// One list for each department, in table order, ascending. Time: O(V + E).
///
/// Example: A{x}, B{x, y}: x has A, y nothing.
[[nodiscard]] std::vector<std::vector<MeasureIndex>> sole_responsibilities(
    const ResponsibilityGraph& graph);

/// How many measures still have a department while one department after the other leaves.
struct ExtinctionCurve {
    /// The share of the measures that had one at first, after 0, 1, ... of n departments have left:
    /// n + 1 values from 1 to 0 that never rise. Empty if there is no such measure.
    std::vector<double> left;
    /// The area under the curve over the share of departments that have left, its points joined by
    /// straight lines; in [1 / 2n, 1 - 1 / 2n]. Nothing if the curve is empty.
    std::optional<double> robustness;

    friend bool operator==(const ExtinctionCurve&, const ExtinctionCurve&) = default;
};

/// The curve of secondary extinctions for one order of leaving.
///
/// A measure is lost with the last of its departments. Measures that have none are left out. Time:
/// O(V + E).
///
/// Example: A{x}, B{x, y}; x leaves first: 1, 1/2, 0, robustness 1/2; y first: 1, 1, 0 and 3/4.
///
/// Source: Memmott et al. (2004) for the curve, Burgos et al. (2007) for its area.
/// R's bipartite 2.24 integrates a cubic spline that starts where one department has left already,
/// so that its numbers are lower by about 1 / n.
///
/// \pre order holds every department once
[[nodiscard]] ExtinctionCurve extinction_curve(const ResponsibilityGraph& graph,
                                               std::span<const DepartmentIndex> order);

/// Which departments leave first.
enum class Departure : std::uint8_t {
    greatest_degree_first,  ///< An attack; bipartite's method "degree".
    least_degree_first,
};

/// The mean of the curves for all orders by degree: among equals, each order is as likely.
///
/// A degree does not change while others leave. Where bipartite draws the order of equals, this is
/// the exact mean of all draws, and it does not depend on the order of the table.
/// Time: O(V + E), but for sorting and the number of different degrees times departments.
///
/// Example: A{x}, B{y}, C{x, y}: x and y are equals; 1, 2/3, 0 in both orders, robustness 7/12.
[[nodiscard]] ExtinctionCurve mean_extinction_curve(
    const ResponsibilityGraph& graph, Departure departure = Departure::greatest_degree_first);

}  // namespace remit
