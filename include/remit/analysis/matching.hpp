/// \file
/// How many measures can each have a department of their own?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace remit {

/// A matching that no other exceeds in measures.
struct Matching {
    /// One per measure: one of its departments that no other measure has; none for those left over.
    std::vector<std::optional<DepartmentIndex>> own;
    std::size_t size = 0;  ///< Measures that have one.
    /// What proves that there are no more: measures that together name too few departments,
    /// ascending, with those that they name, ascending. The first exceed the second by the number
    /// of measures left over, and both are empty if there is none. They hold every such measure and
    /// those that could be left over in its place.
    std::vector<MeasureIndex> contending;
    std::vector<DepartmentIndex> contended;

    friend bool operator==(const Matching&, const Matching&) = default;
};

/// A maximum bipartite matching, by augmenting paths from departments.
///
/// Which measures are left over, if any, is a choice among several that are as good; `contending`
/// and `contended` are the same for all of them.
/// Time: O(V + E) for each round of paths, of which there are some few, and at most as many as
/// departments.
///
/// Example: A{x}, B{x}, C{x, y}: 2; A and B name but x, so that one of them is left over.
///
/// After Hall (1935) and Dulmage & Mendelsohn (1958), whose decomposition `contending` is a part
/// of.
[[nodiscard]] Matching matching(const ResponsibilityGraph& graph);

}  // namespace remit
