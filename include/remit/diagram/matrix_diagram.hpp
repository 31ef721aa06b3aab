/// \file
/// Who guides which measure, and where does it apply, as a table of signs?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// A row for each measure, in printed order, with its category beside or above; a column for each
/// department, most measures first, ties in table order.
///
/// A filled dot is the lead, where the data declares one, or else the department named first; a
/// hollow dot is each other department; a blank cell is none. Regions that are always reached by
/// the same measures, as `coverage` has it, are one column, and so is the rest of the nation; a
/// hollow cell is reached in part. Of more than 12 such columns, or where they have no room, the
/// scope is said in words, and all regions are named below. Measures that are limited to some
/// places are tinted where others apply everywhere. The bars count departments a measure and
/// measures a department, which add up to the same. Withheld measures are a dashed row for each
/// category.
///
/// The title says how many measures apply everywhere and how many only in some places, as
/// `responsibility_map` does; where that makes no difference, which departments (up to three that
/// are equal) are named most. Rows, then department columns go on on further pages, below the same
/// heads; the sums stand on the last ones.
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
/// Time: O(links log links + cells) for each size of text that is tried.
[[nodiscard]] Picture matrix_diagram(const Dataset& dataset, const PictureOptions& options = {});

}  // namespace remit
