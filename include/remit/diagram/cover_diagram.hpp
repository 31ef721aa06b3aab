/// \file
/// Which departments make the smallest coordinating group, and what does each bring?
#pragma once

#include <remit/analysis/cover.hpp>
#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// The members of the first group, all listed measures, and the other groups.
///
/// Left a card for each member with its measures and with those that nobody else of the group has,
/// filled if every least group has it. A thick line with an arrow goes to a measure that the member
/// alone reaches, a thin one with a dot to those that others of the group reach as well. Right the
/// size of the group and whether it is proved least, and a grid of who is in which of the groups
/// that the cover lists, as many as there is room for. What does not fit a page with text of 7
/// points goes on several.
///
/// \param cover  of all measures of the dataset
/// \throws PictureRefusal if 120 pages are too few, or the title and source take most of a page
/// Time: O(links + listed groups), and the wrapping of every title at some 16 widths.
[[nodiscard]] Picture cover_diagram(const Dataset& dataset, const Cover& cover,
                                    const PictureOptions& options = {});

}  // namespace remit
