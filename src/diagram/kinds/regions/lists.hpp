/// \file
/// How do regions of a few kinds stand, each with a bar, and their measures in lists?
#pragma once

#include "../../page/block.hpp"
#include "facts.hpp"

namespace remit::drawing {

/// Where the measures of a list apply: "Only in the eight pilot regions", "In Alpha and, in part,
/// Beta".
[[nodiscard]] std::string reach_name(const Dataset& dataset, const RegionsFacts& facts,
                                     const RegionList& list, bool all, Language language);

/// \param all  whether these are all places that measures are extended to
[[nodiscard]] BlockPtr region_lists(const Dataset& dataset, const RegionsFacts& facts, bool all,
                                    const Theme& theme);

}  // namespace remit::drawing
