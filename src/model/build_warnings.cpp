#include "build.hpp"

#include <algorithm>

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
        auto* const fresh =
            diagnostics.once(name->value + '\n' + whole.value,
                             {Severity::warning, name->where, "contained-region",
                              owner + " names region " + in_quotes(name->value) + " beside " +
                                  in_quotes(whole.value) + ", which contains it"});
        if (fresh != nullptr) fresh->notes = {{whole.where, "this one is named"}};
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
        diagnostics.once(
            name->value + '\n' + to_string(day),
            {Severity::warning, name->where, "name-of-another-day",
             owner + " names " + in_quotes(name->value) +
                 (group ? ", " + std::to_string(later) + " of whose " +
                              std::to_string(places.size()) + " regions had not begun"
                        : ", a region that began on " + to_string(*registry[places[0]].began)) +
                 "; the notice is of " + to_string(day)});
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
                diagnostics.warning(written.id.where, "untied-region",
                                    "region " + in_quotes(place.id) +
                                        " lies within no nation: what is extended to " +
                                        in_quotes(id_of(registry, *nation)) + " does not reach it",
                                    {{written.id.where,
                                      "say what it lies 'within', or that it is not 'addressed'"}});
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
        const auto last = std::to_string(measures[i].number - 1);
        auto* const fresh = diagnostics.once(
            notice.id, {Severity::warning, measures[i].where, "number-skips",
                        "measure " + std::to_string(measures[i].number) + " follows measure " +
                            std::to_string(measures[i - 1].number) + ": " +
                            (count == 1 ? "number " + last + " is"
                                        : "numbers " + std::to_string(measures[i - 1].number + 1) +
                                              " to " + last + " are") +
                            " missing"});
        if (fresh == nullptr) continue;
        fresh->notes = {{measures[i].where,
                         "if they are withheld, say with 'announced' how many measures there are"}};
    }
}

}  // namespace remit::detail
