#include <remit/model/registry.hpp>

#include <remit/model/phrase.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <utility>

namespace remit {
namespace {

bool is_named(const LocalizedText& text, std::string_view name) {
    return std::any_of(all_languages.begin(), all_languages.end(),
                       [&](Language language) { return text.exact(language) == name; });
}

bool is_named(const Body& body, std::string_view name) {
    return is_named(body.name, name) || is_named(body.short_name, name) ||
           body.abbreviation == name ||
           std::find(body.aliases.begin(), body.aliases.end(), name) != body.aliases.end() ||
           std::any_of(body.former_names.begin(), body.former_names.end(),
                       [&](const FormerName& former) {
                           return is_named(former.name, name) || former.abbreviation == name;
                       });
}

}  // namespace

std::string nation_name(const Registry& registry, Language language) {
    ListWriter names(language);
    for (const auto& place : registry.places) {
        if (place.kind == "nation") names.add(place.name.in(language));
    }
    return names.text();
}

std::string_view short_name(const Registry& registry, const ScopeTerm& term, Language language) {
    if (const auto* place = std::get_if<PlaceIndex>(&term)) {
        return registry[*place].short_name.in(language);
    }
    return registry[std::get<GroupIndex>(term)].short_name.in(language);
}

std::string_view full_name(const Registry& registry, const ScopeTerm& term, Language language) {
    if (const auto* place = std::get_if<PlaceIndex>(&term)) {
        return registry[*place].name.in(language);
    }
    return registry[std::get<GroupIndex>(term)].name.in(language);
}

bool is_nation(const Registry& registry, const ScopeTerm& term) {
    const auto* place = std::get_if<PlaceIndex>(&term);
    return place != nullptr && registry[*place].kind == "nation";
}

std::vector<BodyIndex> find_bodies(const Registry& registry, std::string_view name) {
    std::vector<BodyIndex> found;
    for (std::uint32_t i = 0; i < registry.bodies.size(); ++i) {
        if (registry.bodies[i].id == name) return {BodyIndex{i}};
        if (!name.empty() && is_named(registry.bodies[i], name)) found.push_back({i});
    }
    return found;
}

template <class Thing>
void NameIndex<Thing>::add(std::string_view name, Thing thing) {
    if (name.empty()) return;
    for (auto* things : {&things_[std::string(name)], &normal_[normal_form(name)]}) {
        if (std::find(things->begin(), things->end(), thing) == things->end()) {
            things->push_back(thing);
        }
    }
}

template <class Thing>
std::span<const Thing> NameIndex<Thing>::find(std::string_view name) const {
    if (const auto exact = things_.find(std::string(name)); exact != things_.end()) {
        return exact->second;
    }
    const auto found = normal_.find(normal_form(name));
    if (found == normal_.end()) return {};
    return found->second;
}

template <class Thing>
std::vector<std::string> NameIndex<Thing>::nearest(std::string_view name, std::size_t limit) const {
    const auto wanted = code_points(name);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& [known, things] : things_) {
        const auto candidate = code_points(known);
        const auto longer = std::max(wanted.size(), candidate.size());
        const auto shorter = std::min(wanted.size(), candidate.size());
        if ((longer - shorter) * 2 > longer) continue;
        const auto distance = edit_distance(wanted, candidate);
        if (distance * 2 <= longer) near.emplace_back(distance, known);
    }
    std::sort(near.begin(), near.end());

    std::vector<std::string> names;
    std::vector<Thing> meant;
    for (const auto& [distance, known] : near) {
        if (names.size() == limit) break;
        const auto thing = things_.at(known).front();
        if (std::find(meant.begin(), meant.end(), thing) != meant.end()) continue;
        meant.push_back(thing);
        names.push_back(known);
    }
    return names;
}

template class NameIndex<BodyIndex>;
template class NameIndex<ScopeTerm>;

}  // namespace remit
