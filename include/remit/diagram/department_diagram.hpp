/// \file
/// What does one body carry, and with whom?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// A table of dots: a row a measure, those that the department leads, or without declared leads is
/// named first by, and then those that also name it, each in printed order; a column for the
/// department and one for each partner, by shared measures, with a bar of their number above. A
/// filled dot leads or is first-named. Where a measure does not apply everywhere, it says where.
///
/// The title says in how many measures it takes part and with whom most often, where at most three
/// share as many; the subtitle gives its share with the bounds that withheld measures and open
/// lists leave. Who shares nothing is named below. What does not fit a page goes on several: rows,
/// then columns of partners, with the rows that these share.
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages, or the title and source
///         take most of a page
/// Time: that of `coresponsibility`, and the setting of every title at some 10 sizes.
[[nodiscard]] Picture department_diagram(const Dataset& dataset, DepartmentIndex department,
                                         const PictureOptions& options = {});

/// The same of a body of the registry; if no measure names it, a page that says so.
[[nodiscard]] Picture department_diagram(const Dataset& dataset, BodyIndex body,
                                         const PictureOptions& options = {});

}  // namespace remit
