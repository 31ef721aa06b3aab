/// \file
/// How are departments' loads shown by the fields of a programme?
#pragma once

#include <remit/analysis/credit.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/report/department_order.hpp>
#include <remit/report/table.hpp>

namespace remit {

/// One row a department: `department,name`, a column for each value of the field, as "status:done",
/// or for each year of a date from the first to the last that some measure has, as "due:2026",
/// `no_value` and `total`. Notes say how many measures have each value.
/// \pre the field is a choice or a date
[[nodiscard]] Table load_by_field_table(const Dataset& dataset, FieldIndex field, Credit scheme,
                                        Language language,
                                        DepartmentOrder order = DepartmentOrder::measures);

/// One row a value of a field, in their order, and a last one for the measures that have none:
/// `field_value,name,measures,share,measure_numbers`. Of a date each that some measure has is a
/// value, or of more than 40 each year.
/// \pre the field is a choice or a date
[[nodiscard]] Table field_values_table(const Dataset& dataset, FieldIndex field, Language language);

/// One row a department: `department,name`, a column for each role that a department has in some
/// measure, as "role:lead", and `total`.
[[nodiscard]] Table load_by_role_table(const Dataset& dataset, Credit scheme, Language language,
                                       DepartmentOrder order = DepartmentOrder::measures);

/// One row a department: `department,name,sum,share_of_total,with_value,without_value`: what the
/// field comes to by the department's credit, of what it comes to in all measures, and how many of
/// the department's measures have a value and have none. Notes give the totals.
/// \pre the field is a number
[[nodiscard]] Table sum_table(const Dataset& dataset, FieldIndex field, Credit scheme,
                              Language language, DepartmentOrder order = DepartmentOrder::measures);

}  // namespace remit
