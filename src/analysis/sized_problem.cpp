#include "sized_problem.hpp"

#include <remit/model/error.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace remit {
namespace {

constexpr std::size_t bound_steps = 50'000'000;  // links that are looked at for the bound

/// A common multiple of the weights.
/// \throws Error where a square of all sizes would not fit in a cost
std::uint64_t multiple_of(const std::vector<std::uint64_t>& weights,
                          const std::vector<std::uint64_t>& sizes) {
    constexpr double most = 1e36;  // a hundredth of what fits
    double total = 0.0;
    for (const auto size : sizes) total += static_cast<double>(size);
    std::uint64_t multiple = 1;
    for (const auto weight : weights) {
        const auto factor = weight / std::gcd(multiple, weight);
        const auto next = static_cast<double>(multiple) * static_cast<double>(factor);
        if (next > 1e18 || next * total * total > most) {
            throw Error("sizes and weights have too many digits to compare costs exactly");
        }
        multiple *= factor;
    }
    return multiple;
}

}  // namespace

SizedProblem::SizedProblem(const LeadProblem& problem, const std::vector<std::uint64_t>& sizes,
                           const Choices& wanted)
    : problem_(problem), changes_(problem.choices, wanted) {
    const auto multiple = multiple_of(problem.weights, sizes);
    unit_ = 1.0 / (2000.0 * static_cast<double>(multiple));
    for (const auto weight : problem.weights) rates_.push_back(multiple / weight);
    for (const auto size : sizes) sizes_.push_back(static_cast<Wide>(size));
    sums_.resize(departments());
    for (std::size_t m = 0; m < sizes.size(); ++m) {
        const auto size = static_cast<std::int64_t>(sizes[m]);
        for (const auto d : problem.choices[m]) {
            auto& [smallest, divisor, all] = sums_[d];
            smallest = all == 0 ? size : std::min(smallest, size);
            divisor = std::gcd(divisor, size);
            all += size;
        }
    }
}

Wide SizedProblem::nearest(std::uint32_t d, Wide load, Wide open, Wide wanted) const {
    if (wanted <= load || open == 0) return load;
    if (wanted >= load + open) return load + open;
    const auto missing = static_cast<std::int64_t>(wanted - load);
    const auto& [smallest, divisor, all] = sums_[d];
    const auto whole = missing / divisor * divisor;
    const auto below = whole < smallest ? 0 : whole;
    const auto above = std::max(smallest, whole < missing ? whole + divisor : whole);
    return load + (missing - below <= above - missing ? below : above);
}

/// Each measure goes where it is cheapest at the prices, and each department takes what suits it.
/// \return the bound; the slope is what measures offer a department beyond that
Wide SizedProblem::bound(const std::vector<Wide>& prices, std::vector<double>& slope) const {
    Wide sum = 0;
    for (std::uint32_t d = 0; d < departments(); ++d) {
        const auto load = nearest(d, 0, sums_[d].all, prices[d]);
        const auto gap = load - prices[d];
        sum += rate(d) * (gap * gap - prices[d] * prices[d]);
        slope[d] = -static_cast<double>(load);
    }
    for (std::uint32_t m = 0; m < choices().size(); ++m) {
        const auto row = choices()[m];
        if (row.empty()) continue;
        const auto best = std::min_element(row.begin(), row.end(), [&](auto a, auto b) {
            return added(m, a, prices[a]) < added(m, b, prices[b]);
        });
        sum += added(m, *best, prices[*best]);
        slope[*best] += static_cast<double>(size(m));
    }
    return sum;
}

LoadPrices SizedProblem::prices(const std::vector<Wide>& start) const {
    std::vector<double> at(start.begin(), start.end());
    std::vector<double> slope(departments());
    LoadPrices best{start, bound(start, slope)};
    const auto rounds = std::min<std::size_t>(
        2000, 10 + bound_steps / (1 + choices().departments.size() + departments()));
    for (std::size_t i = 0; i < rounds; ++i) {
        const auto step = 2.0 / (static_cast<double>(i) + 4.0);
        std::vector<Wide> prices(departments());
        for (std::size_t d = 0; d < prices.size(); ++d) {
            at[d] = std::max(0.0, at[d] + step * slope[d]);
            prices[d] = static_cast<Wide>(std::llround(at[d]));
        }
        const auto found = bound(prices, slope);
        if (found > best.bound) best = {std::move(prices), found};
    }
    return best;
}

SizedState::SizedState(const SizedProblem& problem, Leads start)
    : leads(std::move(start)),
      loads(problem.departments()),
      counts(loads_of(leads, problem.departments())) {
    for (std::uint32_t m = 0; m < leads.size(); ++m) {
        if (leads[m] != nobody) loads[leads[m]] += problem.size(m);
    }
}

void SizedState::put(const SizedProblem& problem, std::uint32_t m, std::uint32_t d) {
    auto& lead = leads[m];
    if (lead != nobody) {
        loads[lead] -= problem.size(m);
        --counts[lead];
    }
    lead = d;
    if (lead != nobody) {
        loads[lead] += problem.size(m);
        ++counts[lead];
    }
}

std::pair<Wide, int> SizedState::value(const SizedProblem& problem) const {
    std::pair<Wide, int> sum{0, 0};
    for (std::uint32_t d = 0; d < loads.size(); ++d) {
        sum.first += problem.rate(d) * loads[d] * loads[d];
    }
    for (std::uint32_t m = 0; m < leads.size(); ++m) {
        if (leads[m] == nobody) continue;
        sum.first += problem.added(m, leads[m], 0);
        sum.second += problem.changed(m, leads[m]);
    }
    return sum;
}

}  // namespace remit
