/// \file
/// In which role does a department take part in a measure?
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace remit {

enum class Role : std::uint8_t {
    guiding,  ///< Named in a plain list: equal standing, whatever the printed order.
    lead,     ///< Leads, because the source or a declared convention says so.
    with      ///< Takes part under a lead.
};

/// What "lead or first" means in every table, picture and proposal.
enum class Standing : std::uint8_t {
    lead,         ///< Declared; where several lead a measure, each of them.
    first_named,  ///< Named first by a measure that declares no lead: the order of print, no more.
    other         ///< All others.
};

/// How the department in a position of a measure stands.
///
/// Example: of leads a, b and c with them, two are `lead` and c is `other`; of the plain list a, b
/// the first is `first_named`.
///
/// \param all   the measure's departments in printed order
/// \param role  what gives the role of one of them
/// \pre position < all.size()
/// Time: O(1), but O(n) for position 0.
template <class Departments, class RoleOf = std::identity>
[[nodiscard]] constexpr Standing standing(const Departments& all, std::size_t position,
                                          RoleOf role = {}) {
    const auto leads = [&](const auto& each) { return std::invoke(role, each) == Role::lead; };
    if (leads(all[position])) return Standing::lead;
    const bool first = position == 0 && std::ranges::none_of(all, leads);
    return first ? Standing::first_named : Standing::other;
}

}  // namespace remit
