/// \file
/// How many leads are there within choices and bounds?
#pragma once

#include "lead_optimum.hpp"

#include <cstddef>
#include <functional>

namespace remit {

/// Whether there are no other leads within choices and bounds.
///
/// Others differ by a cycle of moves, also one that ends where a load may rise and starts where one
/// may fall: unique unless a move is within a strongly connected component. Time: O(links).
///
/// \pre the leads are within them
[[nodiscard]] bool are_unique(const AllFairest& all, const Leads& leads);

struct LeadCount {
    std::size_t count = 0;
    bool complete = true;  ///< There are no more.
};

/// Visits all leads within choices and bounds, the given ones first.
///
/// A search over the measures, one after the other; each choice but the present one takes one
/// search for a cycle of moves, so that nothing is tried that leads nowhere.
///
/// \param limit  at most so many are visited
/// \param steps  at most so many links are looked at
/// \pre the leads are within them
[[nodiscard]] LeadCount visit_leads(const AllFairest& all, Leads leads, std::size_t limit,
                                    std::size_t steps,
                                    const std::function<void(const Leads&)>& visit);

}  // namespace remit
