/// \file
/// What do graphs look like that chance draws?
#pragma once

#include <remit/analysis/null_model.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <cstdint>
#include <functional>

namespace remit {

/// Draws a graph from the null model. Departments of a measure stand in table order; roles, open
/// lists and regions are left out.
using DrawGraph = std::function<ResponsibilityGraph()>;

/// Draws graphs of as many departments and measures from a null model, one after the other.
///
/// fixed_fill and hypergeometric draw evenly, sdsm each link with its probability in
/// `configuration_model`. fdsm is a Markov chain of trades, as in `backbone`: 100 for each
/// department to begin with, then 10 between two graphs, so that neighbors in the sequence are not
/// quite independent; of fewer than two departments it draws the graph itself. The same seed draws
/// the same graphs on every platform. Time for each graph: O(links), and O(departments * measures)
/// for sdsm, O(departments * measures) for fdsm, 64 links at a time.
///
/// \return nothing if sdsm could not be fitted
[[nodiscard]] DrawGraph random_graphs(const ResponsibilityGraph& graph, NullModel model,
                                      std::uint64_t seed);

}  // namespace remit
