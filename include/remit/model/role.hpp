/// \file
/// In which role does a department take part in a measure?
#pragma once

#include <cstddef>
#include <cstdint>

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
template <class Departments, class RoleOf>
[[nodiscard]] constexpr Standing standing(const Departments& all, std::size_t position,
                                          RoleOf role) {
    if (role(all[position]) == Role::lead) return Standing::lead;
    if (position > 0) return Standing::other;
    for (const auto& each : all) {
        if (role(each) == Role::lead) return Standing::other;
    }
    return Standing::first_named;
}

/// The same of roles.
template <class Roles>
[[nodiscard]] constexpr Standing standing(const Roles& roles, std::size_t position) {
    return standing(roles, position, [](Role role) { return role; });
}

}  // namespace remit
