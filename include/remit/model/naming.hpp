/// \file
/// Whom does a measure name besides the departments that count, and in which words of its own?
#pragma once

#include <remit/model/index.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/model/role.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace remit {

/// How those in a role of the files' own stand.
enum class RoleKind : std::uint8_t {
    leads,       ///< As `Role::lead`.
    takes_part,  ///< As `Role::with` under a lead, else as `Role::guiding`.
    apart        ///< Shown, and in no count: consulted, informed, supervising.
};

/// A role as the files call it: one of their own, or `lead`, `with` or `departments` in their
/// words.
struct RoleRecord {
    std::string id;
    LocalizedText name;
    RoleKind kind = RoleKind::takes_part;

    friend bool operator==(const RoleRecord&, const RoleRecord&) = default;
};

/// One whom a measure names and who is in no workload, pair, cover or fraction: a collective actor,
/// such as "all regions"; a body that stands apart; or a department in a second role.
struct Naming {
    std::optional<BodyIndex> body;  ///< None for words that are no body of the registry.
    LocalizedText words;            ///< As printed, where there is no body.
    bool collective = false;        ///< Stands for many, whom the notice does not name.
    Role role = Role::guiding;      ///< Of a collective actor.
    std::optional<RoleIndex> own;   ///< The role in the files' words, if it has one.

    friend bool operator==(const Naming&, const Naming&) = default;
};

}  // namespace remit
