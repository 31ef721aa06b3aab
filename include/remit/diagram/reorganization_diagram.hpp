/// \file
/// What does a reorganization change, before beside after, as a picture?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/reorganization.hpp>

namespace remit {

/// Two columns of departments, before and after the plans, with their measures as bars and ribbons
/// that show which department goes into which, as wide as the measures that do.
///
/// Departments that a plan changes stand on top, those that belong together in one color; the
/// others are grey and stand at one height on both sides. One that ends, is
/// new or has another name is marked. A
/// measure that two of the merging bodies shared counts once after it, so that ribbons may add up
/// to more than the bar that they lead to. Below stand key figures, before and after, those that
/// change in bold: departments, links, pairs that share measures, shared measures summed over
/// pairs, measures of one department alone, the most measures of one, and Herfindahl–Hirschman
/// index and Gini coefficient of the full counts.
///
/// What does not fit at a readable size is left out, unchanged departments first, and the page says
/// how many. Time: O(steps * links), and that of `compare`.
///
/// \param before  the programme, with its plans not carried out
/// \param after   what `reorganize` makes of it
/// \pre after.dataset
/// \throws PictureRefusal if the departments of one change do not fit, or title, legend and source
///         leave no room
[[nodiscard]] Picture reorganization_diagram(const Dataset& before, const Reorganized& after,
                                             const PictureOptions& options = {});

}  // namespace remit
