/// \file
/// A sum of many doubles that does not pile up rounding errors.
#pragma once

#include <cmath>

namespace remit::detail {

/// Neumaier's variant of Kahan's sum: what an addition rounds away is kept and added in the end.
class CompensatedSum {
 public:
    void add(double term) {
        const auto next = sum_ + term;
        lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - next) + term : (term - next) + sum_;
        sum_ = next;
    }

    [[nodiscard]] double value() const { return sum_ + lost_; }

 private:
    double sum_ = 0.0;
    double lost_ = 0.0;
};

}  // namespace remit::detail
