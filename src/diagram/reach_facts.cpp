#include "reach_facts.hpp"

#include "captions.hpp"
#include "pieces.hpp"

#include <remit/model/phrase.hpp>

#include <algorithm>
#include <tuple>

namespace remit::drawing {
namespace {

constexpr std::size_t most_blocks = 8;  // with a line each from every panel
constexpr std::size_t most_terms = 3;   // of a scope, by name

constexpr Phrase nationwide{"reach-facts.nationwide"};
constexpr Phrase limited{"reach-facts.limited"};
constexpr Phrase with_others{"reach-facts.with-others"};
constexpr Phrase partly{"reach-facts.partly"};
constexpr Phrase named_places{"reach-facts.named-places"};
constexpr Phrase more_places{"reach-facts.more-places"};

bool names_nation(const Dataset& dataset, const std::vector<ScopeTerm>& terms) {
    return std::any_of(terms.begin(), terms.end(),
                       [&](const ScopeTerm& term) { return is_nation(dataset.registry(), term); });
}

/// Blocks for nations last, those that reach a place in full before those that do in part.
void sort_blocks(std::vector<ReachBlock>& blocks) {
    std::stable_sort(blocks.begin(), blocks.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.nation, a.partial) < std::tuple(b.nation, b.partial);
    });
}

void add_contacts(const Dataset& dataset, ReachFacts& facts) {
    std::vector<Contact> all;
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) all.push_back({d});
    for (const auto m : facts.measures) {
        const auto responsibilities = dataset.responsibilities(m);
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            auto& contact = all[responsibilities[i].department.value];
            ++((dataset.standing(m, i) != Standing::other) ? contact.leading : contact.joining);
        }
    }
    for (const auto& each : all) {
        if (each.leading + each.joining > 0) facts.contacts.push_back(each);
    }
    std::stable_sort(facts.contacts.begin(), facts.contacts.end(),
                     [](const auto& a, const auto& b) {
                         return std::tuple(a.leading + a.joining, a.leading) >
                                std::tuple(b.leading + b.joining, b.leading);
                     });
}

void finish(const Dataset& dataset, const Languages& languages, ReachFacts& facts) {
    sort_blocks(facts.blocks);
    std::vector<bool> reached(dataset.measures().size());
    for (const auto& block : facts.blocks) {
        for (const auto m : block.measures) {
            facts.measures.push_back(m);
            reached[m.value] = true;
        }
    }
    for (MeasureIndex m; m.value < reached.size(); ++m.value) {
        if (!reached[m.value]) facts.others.push_back(m);
    }
    for (auto& panel : facts.panels) {
        for (const auto& block : facts.blocks) {
            const auto holds = [&](const std::vector<MeasureIndex>& list) {
                return std::any_of(block.measures.begin(), block.measures.end(), [&](auto m) {
                    return std::binary_search(list.begin(), list.end(), m);
                });
            };
            panel.blocks.push_back(holds(panel.full)      ? Reach::full
                                   : holds(panel.partial) ? Reach::partial
                                                          : Reach::none);
        }
    }
    add_contacts(dataset, facts);
    facts.titles = std::make_shared<WrappedTitles>(dataset, languages);
}

ReachPanel panel_of(const PlaceCoverage& coverage) {
    ReachPanel panel{{coverage.place}, {}, {}, {}};
    for (const auto& each : coverage.measures) {
        (each.reach == Reach::full ? panel.full : panel.partial).push_back(each.measure);
    }
    return panel;
}

void add_to_block(const Dataset& dataset, MeasureIndex measure, std::vector<ReachBlock>& blocks) {
    const auto scope = dataset.scope(measure);
    const std::vector<ScopeTerm> terms(scope.begin(), scope.end());
    auto found = std::find_if(blocks.begin(), blocks.end(),
                              [&](const ReachBlock& block) { return block.by == terms; });
    if (found == blocks.end()) {
        blocks.push_back({terms, names_nation(dataset, terms)});
        found = blocks.end() - 1;
    }
    found->measures.push_back(measure);
}

/// The measures that reach a place, by their scopes; where those are many, by what of them reaches
/// it, and whether other places are named beside that.
std::vector<ReachBlock> blocks_of(const Dataset& dataset, const PlaceCoverage& reached,
                                  bool by_scope) {
    std::vector<ReachBlock> blocks;
    for (const auto& each : reached.measures) {
        const auto scope = dataset.scope(each.measure);
        ReachBlock block{{each.by}, is_nation(dataset.registry(), each.by)};
        block.partial = each.reach == Reach::partial;
        block.others = !by_scope && scope.size() > 1 && !block.nation;
        if (by_scope && !block.nation) block.by.assign(scope.begin(), scope.end());
        const auto found = std::find_if(blocks.begin(), blocks.end(), [&](const auto& other) {
            return std::tie(other.by, other.partial, other.others) ==
                   std::tie(block.by, block.partial, block.others);
        });
        auto& into = found == blocks.end() ? blocks.emplace_back(std::move(block)) : *found;
        into.measures.push_back(each.measure);
    }
    return blocks;
}

/// All blocks that are not for nations as one.
void merge_blocks(std::vector<ReachBlock>& blocks) {
    ReachBlock merged;
    merged.mixed = true;
    for (const auto& block : blocks) {
        if (block.nation) continue;
        merged.measures.insert(merged.measures.end(), block.measures.begin(), block.measures.end());
    }
    std::sort(merged.measures.begin(), merged.measures.end());
    std::erase_if(blocks, [](const ReachBlock& block) { return !block.nation; });
    blocks.push_back(std::move(merged));
}

}  // namespace

ReachFacts facts_of_place(const Dataset& dataset, const Languages& languages, PlaceIndex place) {
    ReachFacts facts;
    facts.one_place = true;
    const auto all = coverage(dataset);
    const auto& reached = all[place.value];
    facts.blocks = blocks_of(dataset, reached, true);
    if (facts.blocks.size() > most_blocks) facts.blocks = blocks_of(dataset, reached, false);
    facts.parts = reached.parts;
    facts.panels = {panel_of(reached)};
    finish(dataset, languages, facts);
    return facts;
}

ReachFacts facts_of_places(const Dataset& dataset, const Languages& languages,
                           const std::vector<PlaceIndex>& places) {
    ReachFacts facts;
    const auto all = coverage(dataset);
    std::vector<bool> reached(dataset.measures().size());
    for (const auto place : places) {
        auto panel = panel_of(all[place.value]);
        for (const auto& each : all[place.value].measures) reached[each.measure.value] = true;
        const auto same =
            std::find_if(facts.panels.begin(), facts.panels.end(), [&](const ReachPanel& other) {
                return other.full == panel.full && other.partial == panel.partial;
            });
        if (same == facts.panels.end()) {
            facts.panels.push_back(std::move(panel));
        } else {
            same->places.push_back(place);
        }
    }
    for (MeasureIndex m; m.value < reached.size(); ++m.value) {
        if (reached[m.value]) add_to_block(dataset, m, facts.blocks);
    }
    if (facts.blocks.size() > most_blocks) merge_blocks(facts.blocks);
    finish(dataset, languages, facts);
    return facts;
}

std::string block_name(const Dataset& dataset, const ReachBlock& block, Language language) {
    if (block.mixed) return std::string(named_places.in(language));
    ListWriter names(language);
    for (std::size_t i = 0; i < std::min(block.by.size(), most_terms); ++i) {
        names.add(full_name(dataset.registry(), block.by[i], language));
    }
    auto list = names.text();
    if (block.by.size() > most_terms) {
        list = more_places.fill(language, {list, std::to_string(block.by.size())});
    }
    const auto& form = block.nation ? nationwide : block.others ? with_others : limited;
    auto text = form.fill(language, {list});
    return block.partial ? partly.fill(language, {text}) : text;
}

std::string place_list(const Dataset& dataset, const std::vector<PlaceIndex>& places,
                       Language language) {
    ListWriter names(language);
    for (const auto place : places) {
        names.add(dataset.registry()[place].short_name.in(language));
    }
    return names.text();
}

std::string number_list(const Dataset& dataset, const std::vector<MeasureIndex>& measures,
                        Language language) {
    ListWriter numbers(language);
    for (const auto m : measures) numbers.add(measure_number(dataset, m));
    return numbers.text();
}

}  // namespace remit::drawing
