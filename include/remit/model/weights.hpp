/// \file
/// How is a measure's work shared among its departments, where its file says so?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/field.hpp>
#include <remit/model/language.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace remit {

/// Whether some measure gives its departments weights.
[[nodiscard]] bool has_weights(const Dataset& dataset);

/// How many measures give their departments weights. Time: O(measures).
[[nodiscard]] std::size_t weighted_measures(const Dataset& dataset);

/// What the departments of a measure weigh in it, one each, in the order of its responsibilities:
/// above 0, in any unit. Empty for a measure that gives no weights.
///
/// Where bodies merged, the weights of those in the same measure are added; where a body was split
/// and several bodies have the measure now, they have equal parts of its weight.
[[nodiscard]] std::span<const double> weights(const Dataset& dataset, MeasureIndex measure);

/// Reads a weight: a number from 0.000001 to 1 000 000 000, of at most 15 digits.
[[nodiscard]] ParsedAmount parse_link_weight(std::string_view text,
                                             Language language = Language::en);

/// Writes a weight with at most 15 digits: "2", "0.5".
[[nodiscard]] std::string weight_text(double weight);

}  // namespace remit
