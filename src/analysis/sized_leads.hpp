/// \file
/// Which leads are the fairest where measures differ in size?
#pragma once

#include "lead_problem.hpp"

#include <cstdint>
#include <vector>

namespace remit {

struct SizedLeads {
    Leads leads;
    double bound = 0.0;           ///< No leads cost less.
    bool nearest_proved = false;  ///< None cost as little with fewer changes.
    bool proved = false;          ///< None cost less.
};

/// \param sizes  by measure, in thousandths
/// \param wanted  as `ChangeCosts` has it
/// \param start  leads within the caps
/// \param nodes  of the search
/// \throws Error where the costs have too many digits
[[nodiscard]] SizedLeads sized_leads(const LeadProblem& problem,
                                     const std::vector<std::uint64_t>& sizes, const Choices& wanted,
                                     const Leads& start, std::size_t nodes);

}  // namespace remit
