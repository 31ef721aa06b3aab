/// \file
/// What do the notes below fair leads say?
#pragma once

#include <remit/analysis/assignment.hpp>
#include <remit/model/dataset.hpp>
#include <remit/report/table.hpp>

namespace remit::tables {

[[nodiscard]] bool have_sizes(const AssignmentOptions& options);
[[nodiscard]] bool have_weights(const AssignmentOptions& options);

/// Cost and proof, changes, how many others are as good, and what is counted.
void add_notes(Table& table, const Assignment& assignment, const AssignmentOptions& options,
               const Dataset& dataset, Language language);

}  // namespace remit::tables
