/// \file
/// Which measures reach a place, by what, and whom does one talk to there?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// A place, the measures that reach it, and their departments.
///
/// Left the place, in the middle its measures in blocks by what they reach it by: those for a group
/// or for the place alone, and those for a whole nation. Behind each measure stand its departments
/// as chips, filled for who leads or is named first; right all of them, those with most measures
/// first. What reaches the place only in part stands in a block of its own, with a thin line, and
/// the parts are named. Measures that do not reach it are listed by number, withheld ones counted.
///
/// Of a group of places all members are drawn, as `regions_diagram` does. What does not fit a page
/// with text of 7 points goes on several; of more departments than a page has room for on its
/// right, the others are counted there. If no measure reaches the place, a page says so.
/// \throws PictureRefusal if 120 pages are too few, or the title and source take most of a page
/// Time: that of `coverage`, and the wrapping of every title at some 16 widths.
[[nodiscard]] Picture region_diagram(const Dataset& dataset, const ScopeTerm& where,
                                     const PictureOptions& options = {});

/// The same of all places that some measure is extended to, by name or as members of a group; of
/// nations if there is no other.
///
/// Places with the same measures share a panel. With more than eight different scopes all that are
/// not a nation make one block, and every panel lists the numbers of its measures. Throws and time
/// as above.
[[nodiscard]] Picture regions_diagram(const Dataset& dataset, const PictureOptions& options = {});

}  // namespace remit
