/// \file
/// Which rows of a responsibility map stand on which page?
#pragma once

#include "map_layout.hpp"

#include <optional>
#include <vector>

namespace remit::drawing {

/// The layout of these rows that can be larger; regions stand apart if that is readable.
[[nodiscard]] MapLayout best_layout(const Dataset& dataset, const Languages& languages,
                                    const std::vector<MapRow>& rows, const Page& page);

/// Whether all text of these rows can be readable on one page.
[[nodiscard]] bool fits_one_page(const Dataset& dataset, const Languages& languages,
                                 const std::vector<MapRow>& rows, const Page& page);

/// The rows of each page, so that all text is readable: whole categories where they fit, else as
/// many of their measures as do, else as many departments of one measure.
/// \return none if not even one department of one measure fits
[[nodiscard]] std::optional<std::vector<std::vector<MapRow>>> map_pages(
    const Dataset& dataset, const Languages& languages, const std::vector<MapRow>& rows,
    const Page& page);

}  // namespace remit::drawing
