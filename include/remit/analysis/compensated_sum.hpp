/// \file
/// What do many fractions sum to, whatever their number?
#pragma once

#include <cmath>

namespace remit {

/// A sum of doubles that carries the rounding errors along (Neumaier's variant of Kahan's).
class CompensatedSum {
 public:
    void add(double value) {
        const double sum = sum_ + value;
        correction_ += std::abs(sum_) >= std::abs(value) ? (sum_ - sum) + value
                                                         : (value - sum) + sum_;
        sum_ = sum;
    }

    [[nodiscard]] double value() const { return sum_ + correction_; }

 private:
    double sum_ = 0.0;
    double correction_ = 0.0;
};

}  // namespace remit
