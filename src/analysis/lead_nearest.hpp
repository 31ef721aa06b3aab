/// \file
/// Which of the fairest leads change the fewest printed ones?
#pragma once

#include "lead_optimum.hpp"

#include <cstdint>
#include <vector>

namespace remit {

/// Leads within choices and bounds that differ least from others.
struct NearestLeads {
    Leads leads;
    /// By department: how many changes a lead more or less there is worth. They prove that there
    /// are no leads with fewer changes.
    std::vector<std::int32_t> potentials;
    std::int32_t level = 0;  ///< The potential of departments whose load is within the bounds.
};

/// A flow of minimum cost by the primal-dual method: a change costs 1.
///
/// \param wanted  as `ChangeCosts` has it
/// \pre some leads are within choices and bounds
[[nodiscard]] NearestLeads nearest_leads(const AllFairest& all, const Choices& wanted);

/// Whether the potentials prove that no leads within choices and bounds have fewer changes.
[[nodiscard]] bool potentials_prove(const AllFairest& all, const Choices& wanted,
                                    const NearestLeads& nearest);

/// The leads with as few changes are those, and only those, that choose within these.
/// \pre the potentials prove it
[[nodiscard]] AllFairest all_nearest(const AllFairest& all, const Choices& wanted,
                                     const NearestLeads& nearest);

}  // namespace remit
