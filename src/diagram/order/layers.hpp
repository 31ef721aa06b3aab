/// \file
/// Where do boxes stand in rows, so that the straight lines between them are short, cross little
/// and run behind none?
#pragma once

#include <remit/diagram/picture.hpp>

#include <cstddef>
#include <vector>

namespace remit::drawing {

struct LayeredBox {
    double width = 0.0;
    double height = 0.0;
    std::size_t row = 0;
    Point at = {};  ///< Its middle.

    [[nodiscard]] Rectangle rectangle() const {
        return {at.x - width / 2.0, at.y - height / 2.0, width, height};
    }
};

/// From the lower side of one box to the upper side of one in a later row.
struct LayeredLine {
    std::size_t upper = 0;  ///< Boxes.
    std::size_t lower = 0;
};

struct Layers {
    std::vector<LayeredBox> boxes;
    std::vector<LayeredLine> lines;
    std::size_t rows = 0;

    [[nodiscard]] Point begin(const LayeredLine& line) const;
    [[nodiscard]] Point end(const LayeredLine& line) const;
};

/// Between the boxes of a row, at least.
inline constexpr double box_gap = 9.0;

/// The height of each row's tallest box.
[[nodiscard]] std::vector<double> row_heights(const Layers& layers);

/// The width of each row, with the gaps.
[[nodiscard]] std::vector<double> row_widths(const Layers& layers);

/// Places the boxes in the area. \pre it is as wide as the widest row and as high as all rows
///
/// Rows are ordered by the barycenters of their neighbors, to and fro, from two orders and by
/// several numbers of sweeps; the best result is kept, and then boxes move to where that is better
/// still. Deterministic. Time: some hundred times lines * (boxes + lines).
/// Source of the method: Sugiyama, Tagawa and Toda (1981).
void place_layers(Layers& layers, const Rectangle& area);

/// How many times a line runs behind a box that it does not join.
[[nodiscard]] std::size_t lines_behind_boxes(const Layers& layers);

}  // namespace remit::drawing
