/// \file
/// Which leads are the fairest, and which all are?
#pragma once

#include "lead_problem.hpp"

#include <optional>
#include <vector>

namespace remit {

struct FairestLeads {
    Leads leads;
    /// Departments, ascending, whose caps are too small for the measures that have nobody else.
    /// Then there are no leads that the caps allow. Empty otherwise.
    std::vector<std::uint32_t> overfull;
};

/// Leads of the least sum of l (l + 1) / 2w over the departments.
///
/// Each department is given the load that it would have if anybody could lead anything; leads are
/// moved towards these loads. What cannot be moved away from a set of departments stays in any
/// fairest leads, and nothing else need be there: the set and the rest are solved separately, after
/// Groenevelt (1991) and Fujishige (1980).
[[nodiscard]] FairestLeads fairest_leads(const LeadProblem& problem);

/// What a lead is worth to each department: the highest marginal cost of those whose leads could
/// come to it by moves. The dual solution where the leads are the fairest.
[[nodiscard]] std::vector<Marginal> lead_prices(const LeadProblem& problem, const Leads& leads);

/// Whether prices prove leads to be the fairest: each measure is with a department of the lowest
/// price among its own, and no department would be cheaper at that price with more leads or fewer.
[[nodiscard]] bool prices_prove(const LeadProblem& problem, const Leads& leads,
                                const std::vector<Marginal>& prices);

/// The fairest leads are those, and only those, that choose within these choices and bounds.
struct AllFairest {
    Choices choices;
    LoadBounds bounds;
};

/// \pre the prices prove some leads to be the fairest
[[nodiscard]] AllFairest all_fairest(const LeadProblem& problem,
                                     const std::vector<Marginal>& prices);

}  // namespace remit
