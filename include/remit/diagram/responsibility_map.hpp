/// \file
/// Who guides which measure, and where does it apply?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// Three columns: departments, measures by category in printed order, scopes.
///
/// A thick line with an arrow joins a measure and its lead, where the data declares one, or else
/// the department named first; a thin one with a dot joins it and each other department. Solid
/// lines go to a nation, dashed ones to groups and regions. Departments stand near the measures
/// that they are named by (weight 3 for first-named, 1 for also named). Withheld measures are shown
/// as such, without lines. Everything is as large as the page allows.
///
/// What cannot be readable on one page comes on several: as many whole categories a page as fit,
/// or measures of one category, or departments of one measure. A page shows the departments of its
/// measures, and counts only these; many regions share one box.
/// \throws PictureRefusal if the header or a single name or title is too long for the page
/// Time: O(links log links), and the wrapping of every title at some 30 widths, several times for
/// several pages.
[[nodiscard]] Picture responsibility_map(const Dataset& dataset,
                                         const PictureOptions& options = {});

}  // namespace remit
