/// \file
/// Which vertices are on the shortest paths between others?
#pragma once

#include "measure_kinds.hpp"

#include <remit/graph/responsibility_graph.hpp>

#include <vector>

namespace remit::detail {

/// Sums over all pairs of other vertices of the share of their shortest paths that a vertex is on.
struct Betweenness {
    std::vector<double> kinds;  ///< Of one measure of each kind.
    std::vector<double> departments;
};

/// As by Brandes (2001), but on departments alone: where a path goes through a measure from one
/// department to the next, any that both share will do, so that measures are only its ends. Paths
/// from several sources to all measures are counted side by side.
///
/// Time for D departments, P pairs that share a measure and K kinds of n departments on average:
/// O((K + D) (K n + P)) at most; memory: O(V + E + P).
[[nodiscard]] Betweenness betweenness(const ResponsibilityGraph& graph, const MeasureKinds& kinds);

}  // namespace remit::detail
