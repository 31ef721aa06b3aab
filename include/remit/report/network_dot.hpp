/// \file
/// How do other programs read the graph in the DOT language?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>

#include <string>

namespace remit {

/// The bipartite graph for whoever lays it out anew: a node "measure-7" for each measure,
/// "department-most" for each department, "region-shanghai" for each region; an edge from a measure
/// to each department and region.
///
/// Every node has `class`, `label` (a measure's number, a short name) and `name` (title, full
/// name); measures also `category`, if they are in one, and `notice`, if there are several; where
/// there are, the notice's id stands in the node's name, "measure-third-batch-7". An edge to a
/// department has `role` ("lead", "with" or "guiding"), `position` (in the printed order, from 1)
/// and `fractional` (1 by the number of the measure's departments). No positions, no fonts but by
/// family. UTF-8; a backslash is doubled, as DOT's labels take it. Time: O(V + E).
[[nodiscard]] std::string bipartite_dot(const Dataset& dataset, Language language);

/// The one-mode projection of the departments: an edge for each pair that shares a measure, with
/// `weight` and `shared` (how many), `newman` (the sum of 1 / (n - 1) over them) and `measures`.
/// A department's node also has `measures` (how many it has) and `first_named`.
[[nodiscard]] std::string projection_dot(const Dataset& dataset, Language language);

}  // namespace remit
