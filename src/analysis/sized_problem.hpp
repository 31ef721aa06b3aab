/// \file
/// What do leads cost where measures differ in size?
#pragma once

#include "lead_problem.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace remit {

__extension__ using Wide = __int128;  // costs: squares of sums of thousandths by weights

/// A load for each department, near which it takes no more: what a measure adds to that load is
/// what it pays.
struct LoadPrices {
    std::vector<Wide> loads;
    Wide bound = 0;  ///< No leads cost less.
};

/// Costs in whole numbers: a department with a rate q carries a load L at q L^2.
class SizedProblem {
 public:
    /// \throws Error where the costs have too many digits
    SizedProblem(const LeadProblem& problem, const std::vector<std::uint64_t>& sizes,
                 const Choices& wanted);

    [[nodiscard]] const Choices& choices() const { return problem_.choices; }
    [[nodiscard]] std::size_t departments() const { return problem_.departments(); }
    [[nodiscard]] std::uint32_t cap(std::uint32_t d) const { return problem_.caps[d]; }
    [[nodiscard]] Wide size(std::uint32_t m) const { return sizes_[m]; }
    [[nodiscard]] Wide rate(std::uint32_t d) const { return rates_[d]; }
    [[nodiscard]] double unit() const { return unit_; }  ///< What a cost of 1 is in the end.
    [[nodiscard]] int changed(std::uint32_t m, std::uint32_t d) const { return changes_(m, d); }

    /// What a measure adds with a department that carries a load.
    [[nodiscard]] Wide added(std::uint32_t m, std::uint32_t d, Wide load) const {
        return rate(d) * (2 * load * size(m) + size(m) * size(m));
    }

    /// Of the loads that a department with this one may come to, the one nearest to another: by at
    /// least its smallest measure, by a multiple of what all its measures are multiples of.
    /// \param open  the sum of the sizes that may yet come
    [[nodiscard]] Wide nearest(std::uint32_t d, Wide load, Wide open, Wide wanted) const;

    /// Those of the best bound that is found along its slope.
    [[nodiscard]] LoadPrices prices(const std::vector<Wide>& start) const;

 private:
    /// Of the measures that a department may lead.
    struct Sums {
        std::int64_t smallest = 0;
        std::int64_t divisor = 0;  ///< The greatest of all of them.
        std::int64_t all = 0;
    };

    [[nodiscard]] Wide bound(const std::vector<Wide>& prices, std::vector<double>& slope) const;

    const LeadProblem& problem_;
    std::vector<Wide> rates_;  // by department: a common multiple of all weights by its weight
    double unit_ = 0.0;
    ChangeCosts changes_;
    std::vector<Wide> sizes_;
    std::vector<Sums> sums_;  // by department
};

/// Leads with the loads and numbers of leads that they make.
struct SizedState {
    Leads leads;
    std::vector<Wide> loads;
    Counts counts;

    SizedState(const SizedProblem& problem, Leads start);

    void put(const SizedProblem& problem, std::uint32_t m, std::uint32_t d);

    /// The cost, then the changes.
    [[nodiscard]] std::pair<Wide, int> value(const SizedProblem& problem) const;
};

}  // namespace remit
