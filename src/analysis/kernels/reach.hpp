/// \file
/// How far is every vertex from all others?
#pragma once

#include "../compensated_sum.hpp"
#include "measure_kinds.hpp"

#include <remit/graph/responsibility_graph.hpp>

#include <vector>

namespace remit::detail {

/// The others that a vertex is linked with, directly or by way of others.
struct Reach {
    double count = 0.0;
    double distances = 0.0;  ///< Their sum.
    double least = 0.0;      ///< What it would be if each were as near as its side can be: 1 or 2.
    CompensatedSum inverse;  ///< The sum of 1 / distance.
};

struct Reaches {
    std::vector<Reach> kinds;  ///< Of one measure of each kind.
    std::vector<Reach> departments;
};

/// By breadth-first searches from 512 vertices at once, a bit for each. As distances are the same
/// in both directions, what a vertex is reached by is what it reaches.
/// Time: O(V / 512 * distances * (V + E)) and less where searches end early; memory: O(V + E).
[[nodiscard]] Reaches reaches(const ResponsibilityGraph& graph, const MeasureKinds& kinds);

}  // namespace remit::detail
