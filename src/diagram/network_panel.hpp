/// \file
/// What stands beside a network: its strongest pairs, its groups, and what it leaves out.
#pragma once

#include "network_layout.hpp"

namespace remit::drawing {

/// Boxes below each other, from the origin on.
struct Panel {
    std::vector<Box> boxes;
    double height = 0.0;
    bool meager = false;  ///< Cut so much that a smaller scale would be better.
};

/// As much as fits the height; in two columns or in one. `height` of the result may be larger where
/// even the least does not fit.
[[nodiscard]] Panel network_panel(const NetworkContent& content, const NetworkChoice& choice,
                                  const ContentSize& room, bool two_columns);

void add_panel(const Panel& panel, Point at, Diagram& diagram);

}  // namespace remit::drawing
