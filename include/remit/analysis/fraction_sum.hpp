/// \file
/// What do many fractions 1/n sum to, whatever their number?
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace remit {

/// A sum of fractions 1/n. Counts how often each n occurs and divides only at the end.
class FractionSum {
 public:
    /// \pre n is above 0
    /// Time: O(1) for small n, else linear in how many different large ones there were.
    void add(std::size_t n) {
        if (n < small_.size()) {
            ++small_[n];
            return;
        }
        const auto found = std::find_if(large_.begin(), large_.end(),
                                        [&](const auto& each) { return each.first == n; });
        if (found == large_.end())
            large_.emplace_back(n, 1);
        else
            ++found->second;
    }

    /// The sum, and starts anew at 0: the double nearest to the exact value while the common
    /// denominator is below 2^53, else summed in the order of n.
    double take() {
        std::sort(large_.begin(), large_.end());
        Sum sum;
        for (std::size_t n = 1; n < small_.size(); ++n) {
            if (small_[n] > 0) sum.add(n, small_[n]);
        }
        for (const auto& [n, count] : large_) sum.add(n, count);
        small_ = {};
        large_.clear();
        return sum.value();
    }

 private:
    static constexpr std::size_t limit = std::size_t{1} << 53U;  // doubles below it are exact

    struct Sum {
        std::size_t denominator = 1;
        std::size_t numerator = 0;
        bool exact = true;
        double sum = 0.0;

        void add(std::size_t n, std::size_t count) {
            const auto factor = n / std::gcd(denominator, n);
            exact = exact && denominator < limit / factor;
            if (exact) {
                numerator *= factor;
                denominator *= factor;
                exact = count < limit / (denominator / n) &&
                        numerator + count * (denominator / n) < limit;
                numerator += count * (denominator / n);
            }
            sum += static_cast<double>(count) / static_cast<double>(n);
        }

        [[nodiscard]] double value() const {
            return exact ? static_cast<double>(numerator) / static_cast<double>(denominator) : sum;
        }
    };

    std::array<std::size_t, 16> small_ = {};                  // counts by n
    std::vector<std::pair<std::size_t, std::size_t>> large_;  // n and counts
};

}  // namespace remit
