/// \file
/// Where do boxes stand in rows, and where do the lines between them run, so that these are short,
/// cross little and pass behind no box?
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
    std::vector<Point> path = {};  ///< From one to the other: both ends, and where it bends.
};

struct Layers {
    std::vector<LayeredBox> boxes;
    std::vector<LayeredLine> lines;
    std::size_t rows = 0;
};

/// Between the boxes of a row, at least.
inline constexpr double box_gap = 9.0;

/// The height of each row's tallest box.
[[nodiscard]] std::vector<double> row_heights(const Layers& layers);

/// The width of each row, with the gaps, in which lines of other rows pass it.
[[nodiscard]] std::vector<double> row_widths(const Layers& layers);

/// Places boxes and lines in the area. \pre it is as wide as the widest row and as high as all rows
///
/// Rows are ordered by the barycenters of their neighbors, to and fro, from two orders and by
/// several numbers of sweeps; the best result is kept. A line that passes rows stands in each of
/// them like a narrow box, and goes straight on where no box is in its way. Deterministic.
/// Time: some thirty times (lines * rows)².
/// Source of the method: Sugiyama, Tagawa and Toda (1981).
void place_layers(Layers& layers, const Rectangle& area);

/// How many times a line runs behind a box that it does not join.
[[nodiscard]] std::size_t lines_behind_boxes(const Layers& layers);

}  // namespace remit::drawing
