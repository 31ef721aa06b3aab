#include <remit/model/number_text.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace remit {
namespace {

template <class... How>
std::string written(double value, How... how) {
    std::array<char, 340> buffer{};  // the largest number has 309 digits
    auto* begin = buffer.data();
    return {begin, std::to_chars(begin, begin + buffer.size(), value, how...).ptr};
}

/// Halves away from 0; what has no such decimals stays as it is.
double rounded(double value, int decimals) {
    const auto power = std::pow(10.0, decimals);
    const auto scaled = value * power;
    return std::isfinite(scaled) ? std::round(scaled) / power + 0.0 : value;  // -0 becomes 0
}

}  // namespace

std::string fixed(double value, int decimals) {
    return written(rounded(value, decimals), std::chars_format::fixed, decimals);
}

std::string at_most(double value, int decimals) {
    auto text = fixed(value, decimals);
    if (decimals == 0) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string significant(double value, int digits) {
    return written(value, std::chars_format::general, digits);
}

std::string exact(double value) {
    return written(value);
}

std::string amount(double value) {
    const bool whole = std::abs(value - std::round(value)) < 1e-9;
    return fixed(value, whole ? 0 : 2);
}

std::string percent(double share) {
    return written(std::round(1000.0 * share) / 10.0, std::chars_format::fixed, 1) + '%';
}

std::string whole_percent(double share) {
    const auto whole = std::round(100.0 * share);
    const bool wrong = (whole == 0.0 && share > 0.0) || (whole == 100.0 && share < 1.0);
    return fixed(100.0 * share, wrong ? 1 : 0) + '%';
}

}  // namespace remit
