/// \file
/// How is each analysis shown as a table?
#pragma once

#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/report/department_order.hpp>
#include <remit/report/table.hpp>

#include <span>
#include <string_view>

namespace remit {

/// One row a department: `department,name,measures,first_named,fractional,share,
/// share_low,share_high`; where leads are declared, `lead` before `first_named`.
[[nodiscard]] Table to_table(const Workload& workload, const Dataset& dataset, Language language,
                             DepartmentOrder order = DepartmentOrder::measures);

/// One row a pair, the most shared first, then by Newman's weight, then in table order:
/// `department_a,department_b,shared,newman,measure_numbers`. These are numbers, or, with several
/// notices, texts such as "third-batch:7".
[[nodiscard]] Table to_table(std::span<const Coresponsibility> pairs, const Dataset& dataset,
                             Language language);

/// One row a place, in the order of `places_at`:
/// `region,name,measures,nationwide,by_group,extent`.
///
/// \param coverage  of every place of the registry, as `coverage` has it
/// \param only      the places of this level alone; of all if it is empty
[[nodiscard]] Table to_table(std::span<const PlaceCoverage> coverage, const Dataset& dataset,
                             Language language, std::string_view only = {});

/// One row a category that lists a measure: `category,name,gaps,regions`, the regions that none of
/// its measures reaches.
[[nodiscard]] Table to_table(std::span<const Gap> gaps, const Dataset& dataset, Language language,
                             std::string_view level);

/// One row a measure: `number,title,scope,full,partial,regions_full,regions_partial`, the regions
/// of one level that it reaches whole and in part, counted and named.
[[nodiscard]] Table to_table(std::span<const MeasureReach> reach, const Dataset& dataset,
                             Language language, std::string_view level);

}  // namespace remit
