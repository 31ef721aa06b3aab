/// \file
/// What stands in the middle column of a responsibility map, from top to bottom?
#pragma once

#include <remit/diagram/page.hpp>
#include <remit/diagram/palette.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace remit::drawing {

/// One line of the middle column.
struct MapRow {
    enum class Kind : std::uint8_t { heading, measure, withheld };

    Kind kind = Kind::measure;
    MeasureIndex measure;
    std::string text;
    palette::Pair colors = palette::withheld;
    std::string repeated = {};  ///< Of a heading: its text on the pages behind the first one.
    /// Those of the measure's responsibilities that the page shows: all, unless they are too many
    /// for one.
    std::size_t first_link = 0;
    std::size_t last_link = std::numeric_limits<std::size_t>::max();  // not included
    std::vector<std::string> lines = {};                              // the text, wrapped
    int height = 0;
    double y = 0.0;  // of its center
};

/// The headings of notices and categories, each before its measures and its withheld ones.
[[nodiscard]] std::vector<MapRow> map_rows(const Dataset& dataset, const Languages& languages);

}  // namespace remit::drawing
