/// \file
/// Who guides measures together: what the picture says.
#pragma once

#include "../headline.hpp"

#include <remit/analysis/coresponsibility.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace remit::drawing {

inline constexpr std::size_t most_ties = 25;  ///< That can be followed; of more, a table.

struct NetworkFacts {
    std::vector<Coresponsibility> pairs;   ///< Most shared measures first.
    std::vector<std::size_t> measures;     ///< By department.
    std::vector<DepartmentIndex> sharing;  ///< Departments with a partner, by the registry.
    std::vector<DepartmentIndex> alone;    ///< The others.
    std::vector<std::uint32_t> groups;     ///< By department: who shares most with whom.
    std::size_t single = 0;                ///< Pairs that share one measure.
    /// How many of the first pairs share most, if these are at most three and share at least two.
    std::size_t chief = 0;

    [[nodiscard]] std::size_t most() const { return pairs.empty() ? 0 : pairs.front().shared(); }
    /// As many of the first pairs as there are at most, without parting those that share as many.
    [[nodiscard]] std::size_t before_tie(std::size_t most) const;
    [[nodiscard]] bool is_chief(DepartmentIndex department) const;
};

[[nodiscard]] NetworkFacts network_facts(const Dataset& dataset);

/// \param circles  what is drawn, or a table
[[nodiscard]] Headline network_headline(const Dataset& dataset, const NetworkFacts& facts,
                                        bool circles);

}  // namespace remit::drawing
