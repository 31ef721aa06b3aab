#include "diagram_targets.hpp"

#include "cli.hpp"

#include <remit/model/registry.hpp>

namespace remit::cli {
namespace {

constexpr std::size_t suggestions = 3;

template <class Thing>
void add_names(NameIndex<Thing>& names, const LocalizedText& text, Thing thing) {
    for (const auto language : all_languages) names.add(text.exact(language), thing);
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// The one thing of that name.
/// \param kind  what it should be, for the message
template <class Thing, class Id>
Thing the_one(const NameIndex<Thing>& names, const std::string& name, const std::string& option,
              const std::string& kind, Id id) {
    const auto found = names.find(name);
    if (found.size() == 1) return found.front();
    if (found.empty()) {
        const auto near = names.nearest(name, suggestions);
        throw UsageError(option, '\'' + name + "' is no " + kind + " of the registry" +
                                     (near.empty() ? "" : "; did you mean " + joined(near) + '?'));
    }
    std::vector<std::string> ids;
    for (const auto each : found) ids.push_back(id(each));
    throw UsageError(option, '\'' + name + "' may be several; write an id: " + joined(ids));
}

}  // namespace

BodyIndex asked_department(const Dataset& dataset, const std::string& name) {
    if (name.empty()) throw UsageError("--department", "is needed for this picture");
    const auto& registry = dataset.registry();
    NameIndex<BodyIndex> names;
    for (BodyIndex b; b.value < registry.bodies.size(); ++b.value) {
        const auto& body = registry[b];
        if (body.id == name) return b;
        names.add(body.id, b);
        add_names(names, body.name, b);
        add_names(names, body.short_name, b);
        names.add(body.abbreviation, b);
        for (const auto& alias : body.aliases) names.add(alias, b);
        for (const auto& former : body.former_names) {
            add_names(names, former.name, b);
            names.add(former.abbreviation, b);
        }
    }
    return the_one(names, name, "--department", "body",
                   [&](BodyIndex body) { return registry[body].id; });
}

ScopeTerm asked_region(const Dataset& dataset, const std::string& name) {
    if (name.empty()) throw UsageError("--region", "is needed for this picture");
    const auto& registry = dataset.registry();
    NameIndex<ScopeTerm> names;
    for (PlaceIndex p; p.value < registry.places.size(); ++p.value) {
        const auto& place = registry[p];
        if (place.id == name) return p;
        names.add(place.id, p);
        add_names<ScopeTerm>(names, place.name, p);
        add_names<ScopeTerm>(names, place.short_name, p);
        for (const auto& alias : place.aliases) names.add(alias, p);
    }
    for (GroupIndex g; g.value < registry.groups.size(); ++g.value) {
        const auto& group = registry[g];
        if (group.id == name) return g;
        names.add(group.id, g);
        add_names<ScopeTerm>(names, group.name, g);
        add_names<ScopeTerm>(names, group.short_name, g);
    }
    return the_one(names, name, "--region", "region", [&](const ScopeTerm& term) {
        const auto* place = std::get_if<PlaceIndex>(&term);
        return place != nullptr ? registry[*place].id : registry[std::get<GroupIndex>(term)].id;
    });
}

}  // namespace remit::cli
