#include <remit/analysis/credit.hpp>

#include <algorithm>
#include <cmath>

namespace remit {
namespace {

/// 1 + 1/2 + … + 1/n, the small ones first.
double harmonic_number(std::size_t n) {
    double sum = 0.0;
    for (auto i = n; i > 0; --i) sum += 1.0 / static_cast<double>(i);
    return sum;
}

/// 2^-k; 0 where that is too small for a double.
double half_to_the(std::size_t k) {
    return std::ldexp(1.0, -static_cast<int>(std::min<std::size_t>(k, 2000)));
}

}  // namespace

double credit(Credit scheme, std::size_t position, std::size_t n, Role role) {
    const auto p = static_cast<double>(position);
    const auto count = static_cast<double>(n);
    switch (scheme) {
        case Credit::full:
            return 1.0;
        case Credit::first_named:
            return position == 1 ? 1.0 : 0.0;
        case Credit::fractional:
        case Credit::weighted:
            return 1.0 / count;
        case Credit::harmonic:
            return 1.0 / p / harmonic_number(n);
        case Credit::arithmetic:
            return (count + 1.0 - p) / (count * (count + 1.0) / 2.0);
        case Credit::geometric:
            return half_to_the(position) / (1.0 - half_to_the(n));  // both sides divided by 2^n
        case Credit::lead:
            break;
    }
    return role == Role::lead ? 1.0 : 0.0;
}

}  // namespace remit
