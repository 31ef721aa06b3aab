/// \file
/// What Boost's flows say about leads.
#pragma once

#include <remit/graph/responsibility_graph.hpp>

namespace remit::test {

/// The least sum of l (l + 1) / 2 over departments that lead l measures each, one lead a measure:
/// by a flow from measures to departments, which have an arc of cost l for the l-th lead.
/// It takes an arc for each link twice, which no million measures would fit in.
[[nodiscard]] double least_lead_cost_by_boost(const ResponsibilityGraph& graph);

}  // namespace remit::test
