/// \file
/// How does a picture list measures by number and title?
#pragma once

#include "../page/block.hpp"

#include <remit/model/dataset.hpp>

#include <span>
#include <string>
#include <vector>

namespace remit::drawing {

/// Their numbers: "1, 3–6, 9". Three or more that follow each other without a gap are a run.
/// \param measures  ascending
[[nodiscard]] std::string number_list(const Dataset& dataset,
                                      std::span<const MeasureIndex> measures, Language language);

/// What its category is called, else, where there are several, its notice; may be empty.
[[nodiscard]] std::string heading_of(const Dataset& dataset, MeasureIndex measure,
                                     Language language);

/// Numbers and titles below the headings of their categories, in so many columns, each category's
/// from top to bottom.
/// \param measures  ascending
[[nodiscard]] BlockPtr measure_list(const Theme& theme, const Dataset& dataset,
                                    std::span<const MeasureIndex> measures, std::size_t columns);

struct MeasureGroup {
    std::vector<MeasureIndex> measures;
    BlockPtr heading = {};                ///< None if null.
    BlockPtr again = {};                  ///< On the next page.
    HexColor color = palette::secondary;  ///< Of the numbers.
};

/// The same below headings of one's own.
[[nodiscard]] BlockPtr measure_list(const Theme& theme, const Dataset& dataset,
                                    std::span<const MeasureGroup> groups, std::size_t columns);

/// The widest number of all measures.
[[nodiscard]] double number_width(const Dataset& dataset, const Font& font, Language page);

}  // namespace remit::drawing
