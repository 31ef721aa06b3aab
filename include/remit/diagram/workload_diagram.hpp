/// \file
/// Who carries how much, as bars?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// A row a department, by its measures, then its fractional count, then in table order.
///
/// The bar of a row is the measures that name the department first, or that it leads where the
/// data says so, and those that it is also named by. A dashed line goes on to what the count would
/// be if every withheld measure were the department's. Behind it stand the count, its share of the
/// listed measures, and the bounds of its share of all announced ones; then a grey bar for the
/// fractional count, in which a measure of n departments counts 1/n for each. Both bars have one
/// scale. The last row sums: the first-named are as many as the listed measures, and so are the
/// fractional counts. Where a part of a bar is too short for its number, the number stands with the
/// count.
///
/// Rows that do not fit at a readable size go on to further pages, of the same scale. A name of
/// more than three lines ends in "…" and is whole in its tooltip. Without listed measures the
/// picture says that there is nothing to draw. Time: O(V + E).
///
/// \throws PictureRefusal if title, legend and source leave no room
[[nodiscard]] Picture workload_diagram(const Dataset& dataset, const PictureOptions& options = {});

}  // namespace remit
