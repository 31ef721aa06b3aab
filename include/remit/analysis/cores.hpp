/// \file
/// Which departments and measures are the dense middle of a programme?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <vector>

namespace remit {

/// The (alpha, beta)-core: the largest subgraph in which each department has at least alpha of its
/// measures and each measure at least beta of its departments.
struct Core {
    std::vector<DepartmentIndex> departments;  ///< Ascending.
    std::vector<MeasureIndex> measures;        ///< Ascending.

    friend bool operator==(const Core&, const Core&) = default;
};

/// The core for one pair of bounds; empty if there is none.
///
/// It is unique: what has too few links is removed until nothing has. A greater bound gives a part
/// of the core of a smaller one. A bound of 0 keeps all of its side; with (0, 0) the core is the
/// whole graph, with (1, 1) all but the isolated. Time: O(V + E).
///
/// Example: A{x, y}, B{x, y, z}, C{z}: the (2, 2)-core has x, y, z with A and B at first, loses C,
/// then z, and ends as x, y with A, B.
///
/// Source: Cerinšek & Batagelj (2015); after Ahmed et al. (2007).
[[nodiscard]] Core core(const ResponsibilityGraph& graph, std::size_t alpha, std::size_t beta);

/// The size of a core that is not empty.
struct CoreSize {
    std::size_t alpha = 0;        ///< At least 1.
    std::size_t beta = 0;         ///< At least 1.
    std::size_t departments = 0;  ///< At least beta.
    std::size_t measures = 0;     ///< At least alpha.

    friend bool operator==(const CoreSize&, const CoreSize&) = default;
};

/// All pairs of bounds from 1 whose core is not empty, by alpha, then beta.
///
/// There are at most as many as links. Time for measures of at most n departments: O(n (V + E +
/// departments squared)), and that of the result.
///
/// Example: A{x, y}, B{x} has (1, 1) 2 x 2, (1, 2) 2 x 1 and (2, 1) 1 x 2.
[[nodiscard]] std::vector<CoreSize> core_sizes(const ResponsibilityGraph& graph);

}  // namespace remit
