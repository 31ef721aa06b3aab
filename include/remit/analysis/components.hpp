/// \file
/// Which measures and departments hang together at all?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <vector>

namespace remit {

/// A connected component of the graph.
struct Component {
    std::vector<MeasureIndex> measures;        ///< Ascending.
    std::vector<DepartmentIndex> departments;  ///< Ascending.
    std::vector<RegionIndex> regions;          ///< Ascending.

    friend bool operator==(const Component&, const Component&) = default;
};

/// The connected components, in the order of their first vertex.
/// Time: O(V + E), but for a factor that no graph brings above a handful.
[[nodiscard]] std::vector<Component> components(const ResponsibilityGraph& graph);

}  // namespace remit
