#include "build.hpp"

#include <algorithm>
#include <utility>

namespace remit::detail {
namespace {

std::vector<PlaceIndex> members(const Registry& registry, const ScopeTerm& term) {
    if (const auto* place = std::get_if<PlaceIndex>(&term)) return {*place};
    return registry[std::get<GroupIndex>(term)].members;
}

/// Whether a measure for the whole reaches the part. What is nationwide is not addressed to some
/// places, which are then named beside it.
bool contains(const Registry& registry, PlaceIndex whole, PlaceIndex part) {
    const auto& parts = registry[whole].comprises;
    auto at = std::optional(part);
    bool addressed = true;
    for (std::size_t steps = 0; at && steps <= registry.places.size(); ++steps) {
        if (*at != part && *at == whole) return addressed || registry[whole].kind != "nation";
        if (std::find(parts.begin(), parts.end(), *at) != parts.end()) return true;
        addressed = addressed && registry[*at].addressed;
        at = registry[*at].within;
    }
    return false;
}

}  // namespace

void warn_of_contained_regions(const Registry& registry, std::span<const NamedTerm> scope,
                               const std::string& owner, Diagnostics& diagnostics) {
    for (const auto& [name, term] : scope) {
        const auto* part = std::get_if<PlaceIndex>(&term);
        if (part == nullptr) continue;
        const auto around = std::find_if(scope.begin(), scope.end(), [&](const NamedTerm& other) {
            const auto wholes = members(registry, other.term);
            return std::any_of(wholes.begin(), wholes.end(),
                               [&](PlaceIndex whole) { return contains(registry, whole, *part); });
        });
        if (around == scope.end()) continue;
        const auto& whole = *around->name;
        auto* const fresh = diagnostics.once(
            name->value + '\n' + whole.value,
            diagnostics.problem(Severity::warning, name->where, "check.contained-region",
                                {owner, in_quotes(name->value), in_quotes(whole.value)}));
        if (fresh != nullptr) fresh->notes = {diagnostics.note(whole.where, "note.this-is-named")};
    }
}

void warn_of_later_regions(const Registry& registry, std::span<const NamedTerm> scope,
                           const Date& day, const std::string& owner, Diagnostics& diagnostics) {
    for (const auto& [name, term] : scope) {
        const auto places = members(registry, term);
        const auto later = std::count_if(places.begin(), places.end(), [&](PlaceIndex place) {
            return registry[place].began && is_earlier(day, *registry[place].began) == Truth::yes;
        });
        if (later == 0) continue;
        const bool group = std::holds_alternative<GroupIndex>(term);
        const auto quoted = in_quotes(name->value);
        const auto issued = to_string(day);
        auto warning =
            group
                ? diagnostics.problem(
                      Severity::warning, name->where, "check.name-of-another-day.group",
                      {owner, quoted, std::to_string(later), std::to_string(places.size()), issued})
                : diagnostics.problem(
                      Severity::warning, name->where, "check.name-of-another-day.region",
                      {owner, quoted, to_string(*registry[places[0]].began), issued});
        diagnostics.once(name->value + '\n' + issued, std::move(warning));
    }
}

void warn_of_untied_places(const Draft& draft, const Dataset::Content& content,
                           Diagnostics& diagnostics) {
    const auto& registry = content.registry;
    const auto nation = std::find_if(content.scope.begin(), content.scope.end(),
                                     [&](const auto& term) { return is_nation(registry, term); });
    if (nation == content.scope.end()) return;
    PlaceIndex p;
    for (const auto& file : draft.files) {
        for (const auto& written : file.places) {
            const auto& place = registry[p];
            const bool loose = !place.within && place.comprises.empty() && place.addressed;
            // One without an id is reported already.
            if (loose && place.kind != "nation" && !place.id.empty()) {
                diagnostics.warning(written.id.where, "check.untied-region",
                                    {in_quotes(place.id), in_quotes(id_of(registry, *nation))},
                                    {diagnostics.note(written.id.where, "note.say-within")});
            }
            ++p.value;
        }
    }
}

void warn_of_skipped_numbers(const Notice& notice, std::span<const Measure> measures,
                             Diagnostics& diagnostics) {
    const bool numbered = std::all_of(measures.begin(), measures.end(),
                                      [](const Measure& each) { return each.number > 0; });
    if (!numbered) return;  // what has a code alone may have any place
    const auto gap = [&](std::size_t i) -> std::uint32_t {
        const auto before = measures[i - 1].number;
        return before > 0 && measures[i].number > before ? measures[i].number - before - 1 : 0;
    };
    std::uint64_t skipped = 0;
    for (std::size_t i = 1; i < measures.size(); ++i) skipped += gap(i);
    // Measures that are announced and not listed have numbers too.
    if (skipped <= notice.announced.value_or(notice.listed) - notice.listed) return;
    for (std::size_t i = 1; i < measures.size(); ++i) {
        const auto count = gap(i);
        if (count == 0) continue;
        const auto before = measures[i - 1].number;
        const auto number = measures[i].number;
        auto* const fresh = diagnostics.once(
            notice.id,
            diagnostics.problem(Severity::warning, measures[i].where,
                                count == 1 ? "check.number-skips" : "check.number-skips.several",
                                {std::to_string(number), std::to_string(before),
                                 std::to_string(number - 1), std::to_string(before + 1)}));
        if (fresh == nullptr) continue;
        fresh->notes = {diagnostics.note(measures[i].where, "note.say-announced")};
    }
}

}  // namespace remit::detail
