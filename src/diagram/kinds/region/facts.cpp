#include "facts.hpp"

#include "../region_kinds.hpp"

#include <algorithm>
#include <tuple>

namespace remit::drawing {
namespace {

void add_to_block(const Dataset& dataset, const Covering& covering, PlaceFacts& facts) {
    const auto terms = dataset.scope(covering.measure);
    const std::vector<ScopeTerm> scope(terms.begin(), terms.end());
    const bool nation = is_nation(dataset.registry(), covering.by);
    const bool partial = covering.reach == Reach::partial;
    const auto found =
        std::find_if(facts.blocks.begin(), facts.blocks.end(), [&](const PlaceBlock& block) {
            return block.nation == nation && block.partial == partial;
        });
    if (found == facts.blocks.end()) {
        facts.blocks.push_back({nation, partial, {covering.measure}, scope});
        return;
    }
    found->measures.push_back(covering.measure);
    if (found->scope != scope) found->scope.clear();
}

void add_departments(const Dataset& dataset, const PlaceCoverage& covered, PlaceFacts& facts) {
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        facts.departments.push_back({d});
    }
    for (const auto& each : covered.measures) {
        for (const auto& responsibility : dataset.responsibilities(each.measure)) {
            ++facts.departments[responsibility.department.value].measures;
        }
    }
    std::erase_if(facts.departments, [](const auto& each) { return each.measures == 0; });
    std::stable_sort(facts.departments.begin(), facts.departments.end(),
                     [](const auto& a, const auto& b) { return a.measures > b.measures; });
}

}  // namespace

PlaceFacts place_facts(const Dataset& dataset, PlaceIndex place) {
    PlaceFacts facts;
    facts.place = place;
    const auto all = coverage(dataset);
    const auto& covered = all[place.value];
    facts.parts = covered.parts;
    facts.left_out = covered.left_out;
    facts.reached = covered.measures.size();
    std::vector<bool> reached(dataset.measures().size());
    for (const auto& each : covered.measures) {
        reached[each.measure.value] = true;
        if (!is_nation(dataset.registry(), each.by)) ++facts.limited;
        if (each.reach == Reach::partial) ++facts.partial;
        add_to_block(dataset, each, facts);
    }
    std::stable_sort(facts.blocks.begin(), facts.blocks.end(), [](const auto& a, const auto& b) {
        return std::tie(a.nation, a.partial) < std::tie(b.nation, b.partial);
    });
    for (MeasureIndex m; m.value < reached.size(); ++m.value) {
        if (reached[m.value]) continue;
        (dataset.reach_unknown(m) ? facts.unknown : facts.others).push_back(m);
    }
    facts.elsewhere.resize(reached.size());
    for (const auto other : named_places(dataset).others) {
        if (lies_in(dataset.registry(), other, place)) continue;
        for (const auto& each : all[other.value].measures) ++facts.elsewhere[each.measure.value];
    }
    add_departments(dataset, covered, facts);
    return facts;
}

}  // namespace remit::drawing
