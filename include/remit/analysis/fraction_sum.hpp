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

/// A sum of fractions 1/n. Those of small n are kept over a common denominator, of others how often
/// each n occurs; it divides only at the end.
class FractionSum {
 public:
    /// Adds so many of 1/n.
    /// \pre n is above 0
    /// Time: O(1) for small n, else linear in how many different large ones there were.
    void add(std::size_t n, std::size_t count = 1) {
        if (n < parts.size()) {
            small_ += count * parts[n];
            return;
        }
        const auto found = std::find_if(large_.begin(), large_.end(),
                                        [&](const auto& each) { return each.first == n; });
        if (found == large_.end())
            large_.emplace_back(n, count);
        else
            found->second += count;
    }

    /// The sum, and starts anew at 0: the double nearest to the exact value while it is below 2^34
    /// and the common denominator below 2^53, else summed in the order of n.
    double take() {
        const auto small = std::exchange(small_, 0);
        if (large_.empty()) return static_cast<double>(small) / static_cast<double>(denominator);
        Sum sum;
        sum.add(denominator, small);
        std::sort(large_.begin(), large_.end());
        for (const auto& [n, count] : large_) sum.add(n, count);
        large_.clear();
        return sum.value();
    }

 private:
    static constexpr std::size_t limit = std::size_t{1} << 53U;  // doubles below it are exact
    static constexpr std::size_t denominator = 360'360;          // of all small n

    /// By n: how many parts of the denominator 1/n is.
    static constexpr auto parts = [] {
        std::array<std::size_t, 16> result{};
        for (std::size_t n = 1; n < result.size(); ++n) result[n] = denominator / n;
        return result;
    }();

    struct Sum {
        std::size_t below = 1;
        std::size_t above = 0;
        bool exact = true;
        double sum = 0.0;

        /// Adds count / n.
        void add(std::size_t n, std::size_t count) {
            sum += static_cast<double>(count) / static_cast<double>(n);
            const auto common = std::gcd(n, count);
            n /= common;
            count /= common;
            const auto factor = n / std::gcd(below, n);
            exact = exact && below < limit / factor;
            if (!exact) return;
            above *= factor;
            below *= factor;
            exact = count < limit / (below / n) && above + count * (below / n) < limit;
            above += count * (below / n);
        }

        [[nodiscard]] double value() const {
            return exact ? static_cast<double>(above) / static_cast<double>(below) : sum;
        }
    };

    std::size_t small_ = 0;                                   // over the denominator
    std::vector<std::pair<std::size_t, std::size_t>> large_;  // n and how often
};

}  // namespace remit
