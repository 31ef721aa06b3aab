/// \file
/// How much does a department or a measure count, to three decimal places?
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace remit {

/// A weight of three decimal places. Sums and ties are exact, which they are not of doubles.
struct Weight {
    std::uint64_t thousandths = 1000;

    friend auto operator<=>(const Weight&, const Weight&) = default;
};

/// Reads "2", "1.5" or "0.125": above 0, at most 1 000 000, at most three decimal places.
[[nodiscard]] std::optional<Weight> parse_weight(std::string_view text);

/// Writes it without zeros behind: "2", "1.5".
[[nodiscard]] std::string to_string(Weight weight);

[[nodiscard]] double to_double(Weight weight);

}  // namespace remit
