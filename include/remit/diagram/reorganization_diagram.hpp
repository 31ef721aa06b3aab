/// \file
/// What does a reorganization change, before beside after, as a picture?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/reorganization.hpp>

namespace remit {

/// For each change, the departments before and after as columns with bars of their measures, and a
/// row a measure with a dot for who has it, filled where it leads or is first-named. The rows are
/// grouped by who has them before: what several share stands first, then what one has without the
/// others; of one department that is divided, by who takes them. In color is what several share or,
/// without a merger, what goes elsewhere. Below stand their partners with the measures that they
/// share, before and after; beside, numbers of the whole programme; and who keeps what it has is
/// named with its measures.
///
/// The title says how many measures a merged department would have and how many of those several
/// have today, who takes the measures of a divided one, or who takes the place of another; of plans
/// that change more at once it is neutral. Time: O(steps * links), and that of `profile`.
///
/// \param before  the programme, with its plans not carried out
/// \param after   what `reorganize` makes of it
/// \pre after.dataset
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
[[nodiscard]] Picture reorganization_diagram(const Dataset& before, const Reorganized& after,
                                             const PictureOptions& options = {});

}  // namespace remit
