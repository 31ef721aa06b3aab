/// \file
/// Which groups of things that gain or lose by being together gain the most?
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace remit {

using Groups = std::vector<std::uint32_t>;

/// What each pair gains if both are in one group, in order of their numbers; symmetric.
using PairGains = std::vector<std::vector<std::int64_t>>;

/// The sum of the gains within groups.
[[nodiscard]] std::int64_t gain_of(const PairGains& gains, const Groups& groups);

/// Groups with the highest gain, if that is proved within the steps: a clique partitioning problem,
/// by branch and bound.
///
/// The things are added from the last to the first; what the later ones gain at most among
/// themselves is known by then and bounds the search from the next (Russian dolls).
///
/// \param groups  what is returned unless better ones are found
/// \param steps   the limit; those used are taken off, all where it did not suffice. One takes
/// O(things).
[[nodiscard]] Groups best_groups(const PairGains& gains, Groups groups, std::size_t& steps);

}  // namespace remit
