/// \file
/// Boxes beside measures, each near the rows that it is joined with, and the lines between them.
#pragma once

#include "flow_rows.hpp"

#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace remit::drawing {

/// A box in a column beside the rows.
struct SideBox {
    Box box;
    double step = 6.0;  // between the ends of lines at it, at most
};

/// A line between a box and a row, by their positions.
struct SideLink {
    std::size_t box = 0;
    std::size_t row = 0;
    bool thick = false;
    Curve curve = {};  // all but where it begins and ends, which depends on the places
};

/// Where the i-th of n lines meets something of this height around y, at most so far apart.
[[nodiscard]] double spread(double y, double height, std::size_t i, std::size_t n, double most);

/// On which side of the rows the boxes stand.
enum class Side : std::uint8_t { left, right };

/// Orders the boxes by the mean of the rows that they are joined with, a thick line counting
/// three times, and places each as near to it as the others let it. Positions in the links follow.
/// \param edge  where lines meet the boxes
void place_side(std::vector<SideBox>& boxes, std::vector<SideLink>& links, const FlowRows& rows,
                Side side, double edge, const Rectangle& area, double gap);

/// Adds the lines, thick ones last, with their ends in the order of what they lead to.
void draw_links(const std::vector<SideBox>& boxes, const std::vector<SideLink>& links,
                const FlowRows& rows, Side side, Diagram& diagram);

/// A line that leads or joins in, without its ends.
[[nodiscard]] Curve link_curve(std::string id, bool leading, const HexColor& color);

}  // namespace remit::drawing
