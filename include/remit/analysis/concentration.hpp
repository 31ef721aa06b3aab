/// \file
/// Is the load in few hands?
#pragma once

#include <optional>
#include <span>

namespace remit {

/// How unequally something is spread over n holders, those with nothing included.
struct Concentration {
    double gini = 0.0;              ///< 0 (all alike) to 1 - 1/n (one has all).
    double herfindahl = 0.0;        ///< Sum of squared shares: 1/n (all alike) to 1.
    double effective_number = 0.0;  ///< exp of Shannon's entropy of the shares: 1 to n.

    friend bool operator==(const Concentration&, const Concentration&) = default;
};

/// None if there is nothing to spread: no holder, or all have 0.
///
/// With the loads sorted x_1 <= … <= x_n and their sum X: Gini = sum of (2 i - n - 1) x_i / (n X);
/// Herfindahl–Hirschman = sum of (x_i / X)²; effective number = exp(- sum of (x_i / X) ln (x_i /
/// X)).
///
/// Example: 1, 1, 2 give Gini 1/6, Herfindahl 3/8 and effective number 2^1.5 = 2.828….
///
/// \pre no load is negative
/// Time: O(n log n).
[[nodiscard]] std::optional<Concentration> concentration(std::span<const double> loads);

}  // namespace remit
