/// \file
/// How do regions of a few kinds stand, each with a bar, and their measures in lists?
#pragma once

#include "../../page/block.hpp"
#include "facts.hpp"

namespace remit::drawing {

/// \param all  whether these are all places that measures are extended to
[[nodiscard]] BlockPtr region_lists(const Dataset& dataset, const RegionsFacts& facts, bool all,
                                    const Theme& theme);

}  // namespace remit::drawing
