/// \file
/// How are fair leads shown as tables?
#pragma once

#include <remit/analysis/assignment.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/report/table.hpp>

namespace remit {

/// One row a measure, in table order: `number,title,printed,fairest,changed,reason`. `printed` and
/// `fairest` are ids of departments, `changed` is 1 or 0, `reason` is a text in the language:
/// from which department a lead goes to which, by way of whom.
///
/// \pre there is no shortage
[[nodiscard]] Table lead_table(const Assignment& assignment, const AssignmentOptions& options,
                               const Dataset& dataset, Language language);

/// One row a department, in table order: `department,name,printed_count,fairest_count,
/// difference`; with sizes `printed_size,fairest_size` too, with weights `weight`, with caps `cap`.
///
/// \pre there is no shortage
[[nodiscard]] Table lead_load_table(const Assignment& assignment, const AssignmentOptions& options,
                                    const Dataset& dataset, Language language);

/// One row a change of each of the fairest leads with the fewest changes:
/// `optimum,number,title,printed,fairest`; `optimum` counts from 1.
///
/// \pre there is no shortage
[[nodiscard]] Table lead_optimum_table(const Assignment& assignment,
                                       const AssignmentOptions& options, const Dataset& dataset,
                                       Language language);

}  // namespace remit
