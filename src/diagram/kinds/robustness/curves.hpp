/// \file
/// The curves of what is left, with their axes and what they are called.
#pragma once

#include "../../page/block.hpp"
#include "facts.hpp"

namespace remit::drawing {

/// \param facts  outlives the block; of at least one department
[[nodiscard]] BlockPtr curves_block(const Theme& theme, const RobustnessFacts& facts);

}  // namespace remit::drawing
