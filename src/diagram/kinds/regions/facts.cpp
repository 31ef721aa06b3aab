#include "facts.hpp"

#include <algorithm>

namespace remit::drawing {
namespace {

void add_to_list(RegionsFacts& facts, MeasureIndex m, std::vector<Reach> reach) {
    const auto found = std::find_if(facts.lists.begin(), facts.lists.end(),
                                    [&](const RegionList& list) { return list.reach == reach; });
    if (found == facts.lists.end()) {
        facts.lists.push_back({std::move(reach), {m}});
    } else {
        found->measures.push_back(m);
    }
}

void sort_measures(const Dataset& dataset, RegionsFacts& facts) {
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        std::vector<Reach> reach;
        for (const auto& kind : facts.kinds) reach.push_back(kind.reach[m.value]);
        const auto is = [](Reach wanted) { return [=](Reach each) { return each == wanted; }; };
        if (dataset.reach_unknown(m)) facts.certain = false;
        if (std::all_of(reach.begin(), reach.end(), is(Reach::none))) {
            facts.elsewhere.push_back(m);
            if (dataset.reach_unknown(m)) facts.unknown.push_back(m);
        } else if (is_nationwide(dataset, m) &&
                   std::all_of(reach.begin(), reach.end(), is(Reach::full))) {
            facts.everywhere.push_back(m);
        } else {
            facts.some.push_back(m);
            add_to_list(facts, m, std::move(reach));
        }
    }
    const auto reached = [](const RegionList& list) {
        return list.reach.size() - static_cast<std::size_t>(std::count(
                                       list.reach.begin(), list.reach.end(), Reach::none));
    };
    std::stable_sort(facts.lists.begin(), facts.lists.end(),
                     [&](const auto& a, const auto& b) { return reached(a) < reached(b); });
}

}  // namespace

RegionsFacts regions_facts(const Dataset& dataset, std::vector<PlaceIndex> places, bool all) {
    RegionsFacts facts;
    facts.kinds = region_kinds(dataset, places);
    facts.places = std::move(places);
    std::stable_sort(facts.kinds.begin(), facts.kinds.end(),
                     [](const auto& a, const auto& b) { return a.measures > b.measures; });
    const auto named = named_places(dataset);
    if (all && !named.others.empty() && has_others(dataset.registry(), named))
        facts.rest = rest_of_nation(dataset, named);
    if (facts.rest && facts.rest->measures == 0) facts.rest.reset();
    sort_measures(dataset, facts);
    for (const auto place : facts.places) {
        const auto kind =
            std::find_if(facts.kinds.begin(), facts.kinds.end(), [&](const auto& each) {
                return std::find(each.places.begin(), each.places.end(), place) !=
                       each.places.end();
            });
        facts.rows.push_back({place, static_cast<std::size_t>(kind - facts.kinds.begin())});
    }
    std::stable_sort(facts.rows.begin(), facts.rows.end(), [&](const auto& a, const auto& b) {
        return facts.measures(a) > facts.measures(b);
    });
    return facts;
}

}  // namespace remit::drawing
