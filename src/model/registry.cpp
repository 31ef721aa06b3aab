#include <remit/model/registry.hpp>

#include <remit/model/phrase.hpp>

namespace remit {

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

const std::string& id_of(const Registry& registry, const ScopeTerm& term) {
    if (const auto* place = std::get_if<PlaceIndex>(&term)) return registry[*place].id;
    return registry[std::get<GroupIndex>(term)].id;
}

}  // namespace remit
