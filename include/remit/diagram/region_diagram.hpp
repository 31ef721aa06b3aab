/// \file
/// Which measures reach a place, by what, and whom does one talk to there?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// A place, the measures that reach it, and their departments, as a table.
///
/// A row a measure: first those that are not for a whole nation, tinted where others are, and in
/// how many other regions they apply; those that reach it only in part below a heading of their
/// own, and the parts named. A column a department, most measures first, with their number on top;
/// a filled dot is who leads or is named first, a hollow one each other. Measures that do not reach
/// it, or of which that is not said, are listed by number.
///
/// Of a group of places all members are drawn, as `regions_diagram` does. If no measure reaches the
/// place, a page says so.
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
/// Time: that of `coverage`, and the wrapping of every title for each size of text that is tried.
[[nodiscard]] Picture region_diagram(const Dataset& dataset, const ScopeTerm& where,
                                     const PictureOptions& options = {});

/// What reaches the places that some measure is extended to, by name or as members of a group; of
/// nations if there is no other.
///
/// Regions with the same measures are of one kind. Of up to three kinds: a bar each, and one for
/// the rest of the nation, the names of the regions, and the measures in lists by what they reach,
/// with their departments. Of more: a row a region, or, of more than 40, a kind, with most measures
/// first, and a dot for each measure that does not reach them all; what applies everywhere is a
/// line of numbers.
///
/// The title says that all are alike, or which regions (up to three that are equal) are reached by
/// most and by fewest measures; nothing of that where the reach of a measure is not known. Throws
/// and time as above.
[[nodiscard]] Picture regions_diagram(const Dataset& dataset, const PictureOptions& options = {});

}  // namespace remit
