#include "build_scopes.hpp"

#include <algorithm>
#include <utility>

namespace remit::detail {

ScopeBuilder::ScopeBuilder(Dataset::Content& content, const Names& names, Diagnostics& diagnostics)
    : content_(content),
      names_(names),
      diagnostics_(diagnostics),
      comprised_(content.registry.places.size()),
      covered_(content.registry.places.size()) {
    for (const auto& place : content.registry.places) {
        for (const auto part : place.comprises) comprised_[part.value] = true;
    }
    content_.scope_begin.push_back(0);
}

void ScopeBuilder::add(const DraftScope& scope, const std::string& owner) {
    content_.measures.back().unnamed_scope = scope.unnamed;
    named_.clear();
    for (const auto& name : scope.regions) {
        const auto term = names_.region(name, owner, diagnostics_);
        if (!term || !cover(name, *term, owner)) continue;
        content_.scope.push_back(*term);
        named_.push_back({&name, *term});
    }
    if (named_.size() > 1) warn_of_contained(owner);
    if (const auto& day = content_.notices.back().issued) warn_of_later(*day, owner);
    content_.scope_begin.push_back(static_cast<std::uint32_t>(content_.scope.size()));
    uncover();
}

/// \return whether none of its places is covered already
bool ScopeBuilder::cover(const PlacedText& name, const ScopeTerm& term, const std::string& owner) {
    bool fresh = true;
    for (const auto place : members(term)) {
        auto& first = covered_[place.value];
        if (first == nullptr) {
            first = &name;
            places_.push_back(place);
        } else if (std::exchange(fresh, false)) {
            diagnostics_.error(name.where, "check.duplicate-region",
                               {owner, in_quotes(content_.registry[place].id)},
                               {diagnostics_.note(first->where, "note.named-first-as",
                                                  {in_quotes(first->value)})});
        }
    }
    return fresh;
}

void ScopeBuilder::uncover() {
    for (const auto place : places_) covered_[place.value] = nullptr;
    places_.clear();
}

std::span<const PlaceIndex> ScopeBuilder::members(const ScopeTerm& term) const {
    if (const auto* place = std::get_if<PlaceIndex>(&term)) return {place, 1};
    return content_.registry[std::get<GroupIndex>(term)].members;
}

/// Whether a place lies in one that is covered, or is a part of any: of most it is seen at once
/// that they do not.
bool ScopeBuilder::may_be_contained(PlaceIndex part) const {
    const auto& registry = content_.registry;
    auto at = std::optional(part);
    for (std::size_t steps = 0; at && steps <= registry.places.size(); ++steps) {
        if (comprised_[at->value] || (*at != part && covered_[at->value] != nullptr)) return true;
        at = registry[*at].within;
    }
    return false;
}

/// Whether a measure for the whole reaches the part. What is nationwide is not addressed to some
/// places, which are then named beside it.
bool ScopeBuilder::contains(PlaceIndex whole, PlaceIndex part) const {
    const auto& registry = content_.registry;
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

/// Warns of a region that is named beside one that contains it.
void ScopeBuilder::warn_of_contained(const std::string& owner) {
    for (const auto& [name, term] : named_) {
        const auto* part = std::get_if<PlaceIndex>(&term);
        if (part == nullptr || !may_be_contained(*part)) continue;
        const auto around = std::find_if(named_.begin(), named_.end(), [&](const Named& other) {
            const auto wholes = members(other.term);
            return std::any_of(wholes.begin(), wholes.end(),
                               [&](PlaceIndex whole) { return contains(whole, *part); });
        });
        if (around == named_.end()) continue;
        const auto& whole = *around->name;
        auto* const fresh = diagnostics_.once(
            name->value + '\n' + whole.value,
            diagnostics_.problem(Severity::warning, name->where, "check.contained-region",
                                 {owner, in_quotes(name->value), in_quotes(whole.value)}));
        if (fresh != nullptr) fresh->notes = {diagnostics_.note(whole.where, "note.this-is-named")};
    }
}

/// Warns of regions, and of groups with regions, that had not begun on the day of the notice.
void ScopeBuilder::warn_of_later(const Date& day, const std::string& owner) {
    const auto& registry = content_.registry;
    for (const auto& [name, term] : named_) {
        const auto places = members(term);
        const auto later = std::count_if(places.begin(), places.end(), [&](PlaceIndex place) {
            return registry[place].began && is_earlier(day, *registry[place].began) == Truth::yes;
        });
        if (later == 0) continue;
        const bool group = std::holds_alternative<GroupIndex>(term);
        const auto quoted = in_quotes(name->value);
        const auto issued = to_string(day);
        auto warning =
            group
                ? diagnostics_.problem(
                      Severity::warning, name->where, "check.name-of-another-day.group",
                      {owner, quoted, std::to_string(later), std::to_string(places.size()), issued})
                : diagnostics_.problem(
                      Severity::warning, name->where, "check.name-of-another-day.region",
                      {owner, quoted, to_string(*registry[places[0]].began), issued});
        diagnostics_.once(name->value + '\n' + issued, std::move(warning));
    }
}

}  // namespace remit::detail
