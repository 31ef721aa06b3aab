/// \file
/// Things that refer to each other in a circle.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace remit::detail {

/// What refers to what, by position.
using Arrows = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// A number for each of `count` things: those that refer to each other in a circle have the same
/// one, and no others. Time: O(count + arrows).
[[nodiscard]] std::vector<std::size_t> circles_of(std::size_t count, const Arrows& arrows);

}  // namespace remit::detail
