/// \file
/// What changed from one batch of measures to the next ones, as a picture?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

#include <span>

namespace remit {

/// A row a department, by difference, with a dot a batch at its share of the batch's listed
/// measures on one axis: hollow in the first, filled in the last. Beside it the counts, the
/// difference in points, and, where measures are withheld or lists go on, the band of what they
/// could make of the difference in the shares of all announced. Below stand those that only the
/// last or only the first batch names; nobody is left out. Pairs that share at least 2 measures in
/// some batch, or more where there are over 40 such, stand the same way, and the others are counted
/// in a sentence.
///
/// The title says who rose most and who fell most, of those that both the first and the last batch
/// name, in number and in share; where several did alike, all of them up to three. The subtitle
/// says which differences are certain, whatever is withheld.
///
/// A department is the same if its id is, so bring all batches to the bodies of one day first, with
/// `as_of`. Time: that of `compare`.
///
/// \pre there are at least two batches
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
[[nodiscard]] Picture comparison_diagram(std::span<const Dataset> batches,
                                         const PictureOptions& options = {});
[[nodiscard]] Picture comparison_diagram(const Dataset& before, const Dataset& after,
                                         const PictureOptions& options = {});

}  // namespace remit
