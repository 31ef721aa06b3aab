/// \file
/// Which measures meet some conditions?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/restriction.hpp>

#include <span>
#include <vector>

namespace remit {

/// Whether each measure meets all conditions; one verdict per measure.
///
/// A department meets a condition on departments and one on roles by the same responsibility:
/// `department=a` and `role=lead` together are the measures that a leads. A region is met by the
/// measures that reach it, in full or in part, as `coverage` has it. A field that is a date is
/// compared as `is_before`, `is_after` and `is_within` say: of a vague one it may be undecided.
/// Text is the same as another in any of its languages, in `normal_form`.
/// Time: O(measures * conditions * asked + links); with a region that of `coverage` besides.
[[nodiscard]] std::vector<Verdict> judge(const Dataset& dataset,
                                         std::span<const Condition> conditions);

/// The programme with only the measures that meet all conditions, as `restricted` has it.
[[nodiscard]] Dataset where(const Dataset& dataset, std::vector<Condition> conditions);

}  // namespace remit
