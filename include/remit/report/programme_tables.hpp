/// \file
/// How are a programme's contents and its measures shown as tables?
#pragma once

#include <remit/analysis/components.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/report/table.hpp>

#include <span>

namespace remit {

/// What is in a programme. One row a category: `category,name,announced,listed,withheld`, with
/// `notice` before them if there are several; the notes count departments, links, scopes and
/// connected components.
///
/// \param components  of the graph of measures and departments
[[nodiscard]] Table contents_table(const Dataset& dataset, std::span<const Component> components,
                                   Language language);

/// The sheet that offices pass round. One row a measure: `number,title,category,first_department,
/// also_named,scope`, with `notice` before them if there are several. Where every lead is
/// declared, `lead_departments` and `with` instead of `first_department` and `also_named`; where
/// only some are, `lead_departments` as well, and a measure has either a lead or a first-named
/// department.
[[nodiscard]] Table measure_table(const Dataset& dataset, Language language);

}  // namespace remit
