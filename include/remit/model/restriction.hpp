/// \file
/// Which measures of a programme are looked at, by which conditions?
#pragma once

#include <remit/model/date.hpp>
#include <remit/model/field.hpp>
#include <remit/model/index.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/model/registry.hpp>
#include <remit/model/role.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace remit {

class Dataset;

/// What a condition asks a measure for.
enum class ConditionKey : std::uint8_t { department, category, region, role, notice, field };

/// How the measure's value stands to the one asked for. Of dates: `less` is before all that the
/// date asked for covers, `greater` after it, `equal` within it; the other two are their opposites.
enum class Relation : std::uint8_t { equal, less, at_most, greater, at_least };

/// Something that a condition asks for: a body, region or role; the id of a category or notice; the
/// value of a field; that there is none.
using Asked =
    std::variant<std::monostate, BodyIndex, ScopeTerm, Role, RoleIndex, std::string, FieldValue>;

/// Measures that have any of some values.
struct Condition {
    ConditionKey key = ConditionKey::field;
    std::string id;      ///< As options write the key: "category", or the field's id.
    LocalizedText name;  ///< Of the field.
    LocalizedText unit;  ///< Of the field.
    Relation relation = Relation::equal;
    std::vector<Asked> asked;           ///< At least one.
    std::vector<LocalizedText> called;  ///< What has a name of those; one for each of `asked`.

    friend bool operator==(const Condition&, const Condition&) = default;
};

/// "KEY=VALUE|VALUE", or with another relation, taken apart.
struct ConditionText {
    std::string key;
    Relation relation = Relation::equal;
    std::vector<std::string> values;  ///< One that is empty asks for measures without a value.
};

/// None if there is no relation in it, or nothing before it.
[[nodiscard]] std::optional<ConditionText> parse_condition(std::string_view text);

/// Conditions of which all must hold: those of the same key that ask for equality are one, of which
/// any may.
[[nodiscard]] std::vector<ConditionText> joined(std::vector<ConditionText> conditions);

/// A condition with every name resolved, or in words what keeps it from being one.
struct ResolvedCondition {
    std::optional<Condition> condition;
    std::string problem;  ///< With a hint; empty if there is none.
};

/// Names are read as everywhere: by id, short or full name or alias. Time: O(known names).
[[nodiscard]] ResolvedCondition resolve(const Dataset& dataset, const ConditionText& text);

/// Whether a measure is of those that are looked at.
enum class Verdict : std::uint8_t {
    no,
    no_value,  ///< It has no value of a field that is asked for, and no condition is known to fail.
    undecided,  ///< A vague date, a list that goes on or a scope without a place leaves it open.
    yes
};

/// Listed measures that a restriction leaves out.
struct LeftOut {
    std::size_t measures = 0;   ///< All of them, the others included.
    std::size_t no_value = 0;   ///< Of `Verdict::no_value`.
    std::size_t undecided = 0;  ///< Of `Verdict::undecided`.

    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

/// What the measures of a dataset have in common, and what was left out.
struct Restriction {
    std::vector<Condition> conditions;  ///< All hold.
    LeftOut left_out;

    friend bool operator==(const Restriction&, const Restriction&) = default;
};

/// The same programme with only the measures of verdict `yes`; notices and categories that the
/// conditions exclude are left out as well, and departments and regions that no measure names.
///
/// What is withheld may meet the conditions or not. Where these ask for notices and categories
/// alone, and the categories say how many they announce, that is known, and announced numbers are
/// exact. Otherwise the announced number is unknown, and every measure that is withheld and not of
/// an excluded category or notice may be one of those looked at: `withheld()` counts it, so that
/// bounds widen as far as it can change them. Where nothing is withheld, all are listed.
/// Steps of plans that concern only measures left out are left out.
///
/// \param verdicts  one per measure
/// Time: O(links + measures).
[[nodiscard]] Dataset restricted(const Dataset& dataset, std::vector<Condition> conditions,
                                 std::span<const Verdict> verdicts);

}  // namespace remit
