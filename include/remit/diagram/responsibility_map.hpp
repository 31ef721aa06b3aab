/// \file
/// Who guides which measure, and where does it apply, on one page?
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
/// as such, without lines. The page's scale is the largest at which everything fits.
/// \throws Error if the text would be under 3 points high
/// Time: O(links log links), and the wrapping of every title at some 30 widths.
[[nodiscard]] Picture responsibility_map(const Dataset& dataset,
                                         const PictureOptions& options = {});

}  // namespace remit
