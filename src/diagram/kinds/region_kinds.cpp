#include "region_kinds.hpp"

#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>

namespace remit::drawing {
namespace {

constexpr Phrase first_of{"region-kinds.first-of"};
constexpr Phrase other_regions{"region-kinds.other-regions"};
constexpr Phrase includes{"region-kinds.includes"};
constexpr Phrase rule_withheld{"regions-picture.rule-withheld"};

std::optional<GroupIndex> group_of(const Registry& registry, std::vector<PlaceIndex> places) {
    std::sort(places.begin(), places.end());
    for (GroupIndex g; g.value < registry.groups.size(); ++g.value) {
        auto members = registry[g].members;
        std::sort(members.begin(), members.end());
        if (members == places) return g;
    }
    return std::nullopt;
}

}  // namespace

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
    if (kind.places.empty()) return std::string(other_regions.in(language));
    if (kind.group) {
        const auto& group = registry[*kind.group];
        return std::string((brief ? group.short_name : group.name).in(language));
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
    if (nation) add(includes.fill(language, {nation_name(dataset.registry(), language)}));
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
