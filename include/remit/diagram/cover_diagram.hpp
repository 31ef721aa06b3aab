/// \file
/// Which departments make the smallest coordinating group, and what does each bring?
#pragma once

#include <remit/analysis/cover.hpp>
#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// The members of the first group with a dot for each measure that they reach, filled where no other
/// member does, and the titles of those; where there are too many measures for columns, these titles
/// listed by member. Below, if there are several groups, who is in which, without those who are in
/// every one, and why these are: measures that name nobody else, or how many are needed without
/// them. Who is in no group is named.
///
/// The title says how many reach how many listed measures, and who is always among them; the
/// subtitle, what is proved.
///
/// \param cover  of all measures of the dataset
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
/// Time: some layouts of all titles and listed groups, and up to six bounded searches.
[[nodiscard]] Picture cover_diagram(const Dataset& dataset, const Cover& cover,
                                    const PictureOptions& options = {});

}  // namespace remit
