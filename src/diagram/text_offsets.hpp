/// \file
/// How far from its begin does each character of a text stand?
#pragma once

#include <remit/diagram/text_layout.hpp>

#include <string_view>
#include <vector>

namespace remit::detail {

/// Where each character of a text begins, in the unit of the size; one more than there are, the
/// last of which is the width.
[[nodiscard]] std::vector<double> offsets_of(std::u32string_view text, const TextMeasure& measure);

}  // namespace remit::detail
