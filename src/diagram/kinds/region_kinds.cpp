#include "region_kinds.hpp"

#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>

namespace remit::drawing {
namespace {

constexpr Phrase first_of{"region-kinds.first-of"};
constexpr Phrase other_regions{"region-kinds.other-regions"};
constexpr Phrase other_addressed{"region-kinds.other-addressed"};
constexpr Phrase not_addressed{"coverage.not-addressed"};
constexpr Phrase includes{"region-kinds.includes"};
constexpr Phrase rule_withheld{"regions-picture.rule-withheld"};

constexpr std::size_t most_named = 3;  // places of a kind

std::optional<GroupIndex> group_of(const Registry& registry, std::vector<PlaceIndex> places) {
    std::sort(places.begin(), places.end());
    for (GroupIndex g; g.value < registry.groups.size(); ++g.value) {
        auto members = registry[g].members;
        std::sort(members.begin(), members.end());
        if (members == places) return g;
    }
    return std::nullopt;
}

bool is_addressed(const Registry& registry, PlaceIndex place) {
    for (auto at = std::optional(place); at; at = registry[*at].within) {
        if (!registry[*at].addressed) return false;
    }
    return true;
}

bool anything_nationwide(const Dataset& dataset) {
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        if (is_nationwide(dataset, m)) return true;
    }
    return false;
}

}  // namespace

bool lies_in(const Registry& registry, PlaceIndex place, PlaceIndex whole) {
    for (auto at = std::optional(place); at; at = registry[*at].within) {
        if (*at == whole) return true;
    }
    const auto& parts = registry[place].comprises;
    return !parts.empty() && std::all_of(parts.begin(), parts.end(), [&](PlaceIndex part) {
        return part != place && lies_in(registry, part, whole);
    });
}

bool has_others(const Registry& registry, const NamedPlaces& named) {
    for (PlaceIndex p; p.value < registry.places.size(); ++p.value) {
        if (is_nation(registry, ScopeTerm(p)) || !is_addressed(registry, p)) continue;
        if (std::none_of(named.others.begin(), named.others.end(), [&](PlaceIndex other) {
                return lies_in(registry, p, other) || lies_in(registry, other, p);
            })) {
            return true;
        }
    }
    return false;
}

std::string not_addressed_remark(const Dataset& dataset, Language language) {
    const auto& registry = dataset.registry();
    ListWriter list(language);
    for (const auto& place : registry.places) {
        if (!place.addressed) list.add(place.short_name.in(language));
    }
    if (list.text().empty() || !anything_nationwide(dataset)) return {};
    return not_addressed.fill(language, {list.text(), nation_name(registry, language)});
}

std::string nation_remark(const Dataset& dataset, Language language) {
    const auto addressed = not_addressed_remark(dataset, language);
    if (!addressed.empty()) return addressed;
    return includes.fill(language, {nation_name(dataset.registry(), language)});
}

bool leaves_out(const Registry& registry) {
    return std::any_of(registry.places.begin(), registry.places.end(),
                       [](const auto& place) { return !place.addressed; });
}

bool is_left_out(const Dataset& dataset, PlaceIndex place) {
    return !is_addressed(dataset.registry(), place) && anything_nationwide(dataset);
}

std::vector<RegionKind> region_kinds(const Dataset& dataset,
                                     const std::vector<PlaceIndex>& places) {
    const auto all = coverage(dataset);
    std::vector<RegionKind> kinds;
    for (const auto place : places) {
        std::vector<Reach> reach(dataset.measures().size(), Reach::none);
        for (const auto& each : all[place.value].measures) reach[each.measure.value] = each.reach;
        const auto found = std::find_if(kinds.begin(), kinds.end(),
                                        [&](const auto& kind) { return kind.reach == reach; });
        if (found != kinds.end()) {
            found->places.push_back(place);
        } else {
            kinds.push_back({{place}, {}, std::move(reach), all[place.value].measures.size()});
        }
    }
    for (auto& kind : kinds) kind.group = group_of(dataset.registry(), kind.places);
    return kinds;
}

NamedPlaces named_places(const Dataset& dataset) {
    NamedPlaces named;
    for (const auto& region : dataset.regions()) {
        const bool nation = is_nation(dataset.registry(), ScopeTerm(region.place));
        (nation ? named.nations : named.others).push_back(region.place);
    }
    return named;
}

std::optional<RegionKind> rest_of_nation(const Dataset& dataset, const NamedPlaces& named) {
    if (named.nations.size() != 1) return std::nullopt;
    RegionKind rest{{}, {}, std::vector<Reach>(dataset.measures().size(), Reach::none)};
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        for (const auto& term : dataset.scope(m)) {
            if (term != ScopeTerm(named.nations.front())) continue;
            rest.reach[m.value] = Reach::full;
            ++rest.measures;
        }
    }
    return rest;
}

std::string kind_name(const Dataset& dataset, const RegionKind& kind, Language language,
                      bool brief) {
    const auto& registry = dataset.registry();
    if (kind.places.empty()) {
        return std::string((leaves_out(registry) ? other_addressed : other_regions).in(language));
    }
    if (kind.group) {
        const auto& group = registry[*kind.group];
        return std::string((brief ? group.short_name : group.name).in(language));
    }
    if (!brief && kind.places.size() > 1 && kind.places.size() <= most_named) {
        return places_list(dataset, kind.places, language);
    }
    const auto first = kind.places.front();
    // A short name, such as "All" of a nation, would not say of what.
    const bool nation = is_nation(registry, ScopeTerm(first));
    auto name = nation ? std::string(registry[first].name.in(language))
                       : without_brackets(registry[first].short_name.in(language));
    if (kind.places.size() == 1) return name;
    return first_of.fill(language, {name, std::to_string(kind.places.size() - 1)});
}

std::string region_rule(const Dataset& dataset, std::string_view own, bool nation,
                        Language language) {
    std::string text(own);
    const auto add = [&](const std::string& sentence) {
        text = sentences(language, {text, sentence});
    };
    if (nation) add(nation_remark(dataset, language));
    const auto hidden = dataset.withheld();
    if (hidden > 0) add(rule_withheld.fill(language, {std::to_string(hidden)}));
    add(extent_remark(dataset, language));
    return text;
}

std::string kind_id(const Dataset& dataset, const RegionKind& kind) {
    if (kind.group) return dataset.registry()[*kind.group].id;
    return kind.places.empty() ? "others" : dataset.registry()[kind.places.front()].id;
}

std::string places_list(const Dataset& dataset, const std::vector<PlaceIndex>& places,
                        Language language) {
    ListWriter list(language);
    for (const auto place : places) list.add(dataset.registry()[place].short_name.in(language));
    return list.text();
}

std::string without_brackets(std::string_view name) {
    for (const std::string_view open : {"（", " ("}) {
        const auto at = name.find(open);
        if (at != std::string_view::npos && at > 0) return std::string(name.substr(0, at));
    }
    return std::string(name);
}

}  // namespace remit::drawing
