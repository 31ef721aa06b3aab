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
    std::vector<Reach> departments;
    std::vector<Reach> kinds;  ///< Of one measure of each kind; empty if not wanted.
};

/// By breadth-first searches from 512 vertices at once, a bit for each.
/// Time for D departments and M measures: O(D / 512 * distances * (V + E)) and D for each kind of
/// measures; if these are wanted, too, M in place of D; less where searches end early. Memory:
/// O(V + E).
/// \param measures  whether those of measures are wanted
[[nodiscard]] Reaches reaches(const ResponsibilityGraph& graph, const MeasureKinds& kinds,
                              bool measures = true);

}  // namespace remit::detail
