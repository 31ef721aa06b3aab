/// \file
/// What do many fractions 1/n sum to, whatever their number?
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace remit {

/// A sum of fractions 1/n. Counts how often each n occurs and divides only at the end.
class FractionSum {
 public:
    /// \pre n is above 0
    void add(std::size_t n) {
        if (n >= counts_.size()) counts_.resize(n + 1);
        if (counts_[n]++ == 0) used_.push_back(n);
    }

    /// The sum, and starts anew at 0: the double nearest to the exact value while the common
    /// denominator is below 2^53, else summed in the order of n.
    double take() {
        std::sort(used_.begin(), used_.end());
        std::size_t denominator = 1;
        std::size_t numerator = 0;
        bool exact = true;
        double sum = 0.0;
        for (const auto n : used_) {
            const auto factor = n / std::gcd(denominator, n);
            exact = exact && denominator < limit / factor;
            if (exact) {
                numerator *= factor;
                denominator *= factor;
                exact = counts_[n] < limit / (denominator / n) &&
                        numerator + counts_[n] * (denominator / n) < limit;
                numerator += counts_[n] * (denominator / n);
            }
            sum += static_cast<double>(counts_[n]) / static_cast<double>(n);
            counts_[n] = 0;
        }
        used_.clear();
        return exact ? static_cast<double>(numerator) / static_cast<double>(denominator) : sum;
    }

 private:
    static constexpr std::size_t limit = std::size_t{1} << 53U;  // doubles below it are exact

    std::vector<std::size_t> counts_;  // by n
    std::vector<std::size_t> used_;    // those with a count
};

}  // namespace remit
