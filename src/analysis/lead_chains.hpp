/// \file
/// Which changes of leads belong together?
#pragma once

#include <remit/analysis/assignment.hpp>

namespace remit {

/// The changes from the printed leads, with their chains and reasons.
void explain_changes(Assignment& result, const ResponsibilityGraph& graph,
                     const AssignmentOptions& options);

/// The changes from the printed leads to others.
[[nodiscard]] std::vector<LeadChange> changes_to(const MeasureLeads& printed,
                                                 const MeasureLeads& leads);

}  // namespace remit
