#include "whole_weights.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace remit {
namespace {

constexpr double most = 1U << 30U;

/// The weights times a scale, if all of them are whole then and the sum is not too large.
std::optional<std::vector<std::uint32_t>> scaled(std::span<const double> weights, double scale) {
    std::vector<std::uint32_t> result;
    result.reserve(weights.size());
    for (const auto weight : weights) {
        const auto exact = weight * scale;
        const auto whole = std::round(exact);
        // A decimal number is not a double: 0.07 * 100 is not 7.
        if (whole < 1.0 || whole > 4e9 || std::abs(exact - whole) > 4.5e-16 * whole) {
            return std::nullopt;
        }
        result.push_back(static_cast<std::uint32_t>(whole));
    }
    return result;
}

}  // namespace

WholeWeights whole_weights(const LinkWeights& weights) {
    WholeWeights result;
    const auto all = weights.all();
    if (all.empty()) return result;
    constexpr int most_decimals = 9;
    double scale = 1.0;
    for (int decimals = 0; decimals <= most_decimals; ++decimals, scale *= 10.0) {
        auto whole = scaled(all, scale);
        if (!whole) continue;
        std::uint32_t common = 0;
        for (const auto each : *whole) common = std::gcd(common, each);
        double sum = 0.0;
        for (auto& each : *whole) sum += each /= common;
        if (sum >= most) break;
        result.of_links = std::move(*whole);
        result.total = static_cast<std::int64_t>(sum);
        return result;
    }
    result.exact = false;
    const auto unit = std::accumulate(all.begin(), all.end(), 0.0) / (most / 2.0);
    for (const auto each : all) {
        result.of_links.push_back(
            static_cast<std::uint32_t>(std::max(1.0, std::round(each / unit))));
        result.total += result.of_links.back();
    }
    return result;
}

}  // namespace remit
