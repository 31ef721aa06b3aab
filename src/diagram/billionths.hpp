/// \file
/// How are numbers sorted that are equal but for their last bits?
#pragma once

#include <cmath>
#include <cstdint>

namespace remit::drawing {

/// The number in whole billionths. Sums that differ only by the order of adding are equal so, and
/// unlike a comparison with a tolerance the result is an order: what equals the same is equal.
/// \pre |value| < 9e9
[[nodiscard]] inline std::int64_t billionths(double value) {
    return std::llround(value * 1e9);
}

}  // namespace remit::drawing
