/// \file
/// How much of a shared measure is each department's, by its place in the printed order?
#pragma once

#include <remit/model/role.hpp>

#include <cstddef>
#include <cstdint>

namespace remit {

/// How a measure with n departments is counted for the one in position p = 1..n.
///
/// All but `full` and `lead` give away 1 per measure. `harmonic` and the two after it read the
/// printed order as a rank, which a notice need not mean: where none of its texts says who leads,
/// they are a convention.
enum class Credit : std::uint8_t {
    full,         ///< 1 for each.
    first_named,  ///< 1 for the first, 0 for the others: straight counting (Lindsey 1980).
    fractional,   ///< 1/n (Price 1981; Lindsey 1980).
    harmonic,     ///< (1/p) / (1 + 1/2 + … + 1/n) (Hodge & Greenberg 1981; Hagen 2010).
    arithmetic,   ///< (n + 1 - p) / (n (n + 1) / 2) (Van Hooydonk 1997).
    geometric,    ///< 2^(n - p) / (2^n - 1) (Egghe, Rousseau & Van Hooydonk 2000).
    lead,         ///< 1 for each declared lead, 0 for the others.
    weighted      ///< Its weight by the sum of the measure's; 1/n in a measure without weights.
};

/// The credit of one position, in [0, 1]; `weighted` that of a measure without weights, for those
/// of others see `LinkWeights::part`.
///
/// Example: of three departments the first has 1, 1, 1/3, 6/11, 1/2 and 4/7.
///
/// \param role  in which it takes part, for `lead`
/// \pre 1 <= position <= n
/// Time: O(1), but O(n) for `harmonic`.
[[nodiscard]] double credit(Credit scheme, std::size_t position, std::size_t n,
                            Role role = Role::guiding);

}  // namespace remit
