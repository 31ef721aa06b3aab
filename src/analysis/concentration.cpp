#include <remit/analysis/concentration.hpp>

#include "compensated_sum.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace remit {

std::optional<Concentration> concentration(std::span<const double> loads) {
    std::vector<double> sorted(loads.begin(), loads.end());
    std::sort(sorted.begin(), sorted.end());
    detail::CompensatedSum total;
    for (const auto load : sorted) total.add(load);
    if (total.value() <= 0.0) return std::nullopt;

    const auto n = static_cast<double>(sorted.size());
    detail::CompensatedSum weighted;
    detail::CompensatedSum squares;
    detail::CompensatedSum entropy;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto share = sorted[i] / total.value();
        weighted.add((2.0 * static_cast<double>(i + 1) - n - 1.0) * sorted[i]);
        squares.add(share * share);
        if (share > 0.0) entropy.add(-share * std::log(share));
    }
    return Concentration{weighted.value() / (n * total.value()), squares.value(),
                         std::exp(entropy.value())};
}

}  // namespace remit
