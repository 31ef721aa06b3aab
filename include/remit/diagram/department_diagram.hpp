/// \file
/// What does one body carry, and with whom?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// Three columns: the department with its counts, its measures, and those who share them.
///
/// The measures stand in two blocks, those that it leads, or without declared leads is named first
/// by, and those that also name it; each in printed order, with the number of its category and its
/// scope. A thick line with an arrow goes to who leads or is named first, be it the department
/// itself (left) or a partner (right), a thin one with a dot to each other. A partner's number is
/// that of all measures that the two share. The share of the listed measures stands with the
/// bounds that withheld ones leave.
///
/// What does not fit a page with text of 7 points goes on several; of more partners than a page
/// holds, those that share most are drawn, and the others counted.
/// \throws PictureRefusal if 120 pages are too few, or the title and source take most of a page
/// Time: that of `coresponsibility`, and the wrapping of every title at some 16 widths.
[[nodiscard]] Picture department_diagram(const Dataset& dataset, DepartmentIndex department,
                                         const PictureOptions& options = {});

/// The same of a body of the registry; if no measure names it, a page that says so.
[[nodiscard]] Picture department_diagram(const Dataset& dataset, BodyIndex body,
                                         const PictureOptions& options = {});

}  // namespace remit
