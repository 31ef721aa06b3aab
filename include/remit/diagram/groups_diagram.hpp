/// \file
/// Which departments share several measures, and which?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>

namespace remit {

/// The maximal groups of at least 2 departments that share at least 2 measures, as `bicliques` has
/// them, a row each, those with most measures first.
///
/// A row has a bar and the number of measures, dots in the columns of its departments, joined by a
/// line, and the numbers of its measures, each in a column of its own; where there are too many of
/// either, they stand in words. The titles stand once, by category. The title says who share most;
/// where more than three groups do, or their names are too long, it is neutral. Who is in no group
/// is named. Of more than 60 groups those with fewest measures are left out, which a line says with
/// whoever and whatever is in no other.
///
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
/// Time: that of `bicliques`, and some layouts of up to 60 rows.
[[nodiscard]] Picture groups_diagram(const Dataset& dataset, const PictureOptions& options = {});

}  // namespace remit
