/// \file
/// Who asks whom along?
#pragma once

#include <remit/model/dataset.hpp>

#include <optional>
#include <vector>

namespace remit {

/// A department that leads measures in which another one takes part without leading them.
struct Direction {
    DepartmentIndex lead;
    DepartmentIndex partner;
    std::vector<MeasureIndex> measures;  ///< Ascending; at least one.
    std::size_t back = 0;  ///< Measures in which the partner leads and the lead joins.

    friend bool operator==(const Direction&, const Direction&) = default;
};

struct Directions {
    std::vector<Direction> ties;  ///< By lead, then partner, in table order.
    std::size_t led = 0;          ///< Measures that declare a lead, of which alone these are.
    /// Of the ties, those that there are in the other direction too, in [0, 1]; none without a tie.
    std::optional<double> reciprocity;

    friend bool operator==(const Directions&, const Directions&) = default;
};

/// The directed one-mode projection: from each declared lead of a measure to each department that
/// it names and that does not lead it. Co-leads are no tie; measures that declare no lead are left
/// out, whatever their printed order.
///
/// Time: O(sum over measures of leads times others, with a logarithm).
///
/// Example: A led by x with y, B led by y with x and z: x-y and y-x have one measure each, and one
/// back; y-z has one and none back; reciprocity 2/3.
///
/// Reciprocity is NetworkX's `overall_reciprocity`, of ties and not of measures.
[[nodiscard]] Directions directions(const Dataset& dataset);

}  // namespace remit
