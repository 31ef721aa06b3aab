/// \file
/// How many measures do two departments share? The one-mode projection, as counts.
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstdint>
#include <vector>

namespace remit {

/// Two departments that share at least one measure.
struct ProjectionEdge {
    DepartmentIndex a;  ///< Before `b` in table order.
    DepartmentIndex b;
    std::uint32_t shared = 0;  ///< Measures that both take part in.

    friend bool operator==(const ProjectionEdge&, const ProjectionEdge&) = default;
};

/// The edges of the one-mode projection on departments, by a, then b: the pairs of
/// `coresponsibility` without the lists of what they share.
///
/// Time: O(sum of squared degrees of the measures + departments squared); memory: that of the
/// result and at most some 16 million pairs.
///
/// Example: A{x, y}, B{x, y, z} give x-y 2, x-z 1, y-z 1.
[[nodiscard]] std::vector<ProjectionEdge> projection(const ResponsibilityGraph& graph);

}  // namespace remit
