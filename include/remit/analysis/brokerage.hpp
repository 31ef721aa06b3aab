/// \file
/// Who connects those who are otherwise apart?
#pragma once

#include <remit/analysis/coresponsibility.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace remit {

/// Of one department or measure, in the bipartite graph.
struct Brokerage {
    /// Of the pairs of its neighbors, those that another vertex links too: in [0, 1]; 0 for a
    /// broker whom nobody could replace. None for fewer than two neighbors. Redundancy coefficient,
    /// Latapy, Magnien & Del Vecchio (2008).
    std::optional<double> redundancy;

    bool articulation_point = false;  ///< Without it its component falls apart.

    friend bool operator==(const Brokerage&, const Brokerage&) = default;
};

/// Of one department among the others, in the one-mode projection whose weights are shared counts.
/// None for a department that shares no measure.
struct StructuralHoles {
    /// Burt's constraint, after Burt (1992): how far its partners are linked among themselves.
    /// About 1 for few or closely linked partners, low for a broker; it can exceed 1.
    std::optional<double> constraint;
    /// The same with every weight 1.
    std::optional<double> constraint_unweighted;
    /// Partners less the average number of links that they have among themselves, with every weight
    /// 1: from 1 to the number of partners.
    std::optional<double> effective_size;

    friend bool operator==(const StructuralHoles&, const StructuralHoles&) = default;
};

struct BrokerageResult {
    std::vector<Brokerage> departments;              ///< In table order.
    std::vector<Brokerage> measures;                 ///< In table order.
    std::vector<StructuralHoles> among_departments;  ///< One per department, in table order.
    /// Links without which a component falls apart, by measure, then department.
    std::vector<Link> bridges;
    std::size_t components = 0;  ///< Isolated departments and measures included.
};

/// Articulation points, bridges and components are the Boost Graph Library's.
///
/// Example: A{x, y}, B{y, z}: y, A and B are articulation points and every link is a bridge; the
/// redundancy of y is 0, for nothing but y links A and B; constraint of y is 1/2, effective size 2.
///
/// Time: for redundancy O(sum of squared degrees of the measures), and for each department with k
/// measures O(k / 64 times the links of these); for structural holes O(sum over departments of
/// their squared partners).
[[nodiscard]] BrokerageResult brokerage(const ResponsibilityGraph& graph);

}  // namespace remit
