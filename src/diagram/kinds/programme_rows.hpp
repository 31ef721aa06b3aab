/// \file
/// In which order does a picture list a programme?
#pragma once

#include "headline.hpp"

#include <remit/model/dataset.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace remit::drawing {

/// A heading, a measure, or how many measures are withheld at this place.
struct ProgrammeRow {
    enum class Kind : std::uint8_t { notice, category, measure, withheld };

    Kind kind = Kind::measure;
    MeasureIndex measure;   ///< Of a measure.
    std::size_t count = 0;  ///< Of a heading: announced; of withheld ones.
    Words name = {};        ///< Of a heading, with its number.
    Words bare = {};        ///< The same without its number.
};

/// The programme in printed order: with several notices a heading for each; a heading for each
/// category, "Other" for measures without one where there are others; withheld measures behind the
/// listed ones of their category.
[[nodiscard]] std::vector<ProgrammeRow> programme_rows(const Dataset& dataset);

/// "一、科技金融创新（7项）", or with "续" where it is repeated on another page.
[[nodiscard]] std::string heading_text(const ProgrammeRow& row, bool continued, Language language);

}  // namespace remit::drawing
