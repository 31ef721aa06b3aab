/// \file
/// What changed from one batch of measures to another, as a picture?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// A slope chart of the departments, and lists of the pairs that share measures.
///
/// The chart has a column a batch. A department stands as near its share of the batch's listed
/// measures as the others leave room, with the count over the listed ones and the share; a line
/// joins it to itself. What is said of it is `Development`: it rose (thick, with an arrow), fell
/// (thinner, with a dot) or is unclear (thin, grey and dashed); one that came or went has the end
/// of a dashed line on one side only. Where measures are withheld, a change that holds whatever
/// they say is called certain. The lists have the pairs that formed, dissolved and stayed, the
/// strongest first, with the measures that they share.
///
/// Both stand on one page, or on two where one is too small for readable text. What is still too
/// much is left out from the weak end, and the page says how much. A department is the same if its
/// id is, so bring both batches to the bodies of one day first, with `as_of`. Time: that of
/// `compare`.
///
/// \throws PictureRefusal if title, legend and source leave no room
[[nodiscard]] Picture comparison_diagram(const Dataset& before, const Dataset& after,
                                         const PictureOptions& options = {});

}  // namespace remit
