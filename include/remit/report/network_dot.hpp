/// \file
/// How do other programs read the graph in the DOT language?
#pragma once

#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>

#include <string>

namespace remit {

/// The bipartite graph for whoever lays it out anew: a node "measure-7" for each measure,
/// "department-most" for each department, "region-shanghai" for each region unless they are left
/// out; an edge from a measure to each department and region.
///
/// Every node has `class`, `label` (a measure's title for pictures, a short name) and `title` (the
/// title as printed, the full name); measures also `number`, `category`, if they are in one, and
/// `notice`, if there are several; where there are, the notice's id stands in the node's name,
/// "measure-third-batch-7". An edge to a department has `role` ("lead", "with" or "guiding"),
/// `position` (in the printed order, from 1) and `fractional` (1 by the number of the measure's
/// departments). No positions, no fonts but by family.
///
/// Graphviz, its gv2gml and NetworkX's two readers take it. UTF-8; as DOT's labels take them, a
/// backslash is doubled, and a quote is `&quot;`. Time: O(V + E).
[[nodiscard]] std::string bipartite_dot(const Dataset& dataset, Language language,
                                        Regions regions = Regions::with);

/// The one-mode projection of the departments: an edge for each pair that shares a measure, with
/// `weight` and `shared` (how many), `newman` (the sum of 1 / (n - 1) over them) and `measures`.
/// A department's node also has `measures` (how many it has) and `first_named`.
[[nodiscard]] std::string projection_dot(const Dataset& dataset, Language language);

}  // namespace remit
