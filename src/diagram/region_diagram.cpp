#include <remit/diagram/region_diagram.hpp>

#include "captions.hpp"
#include "flow_pages.hpp"
#include "reach_layout.hpp"
#include "wording.hpp"

#include <remit/model/citation.hpp>

#include <algorithm>

namespace remit {
namespace {

using drawing::phrase;
using drawing::ReachFacts;
using drawing::Saying;

constexpr Phrase of_place{"region-diagram.of-place"};
constexpr Phrase of_places{"region-diagram.of-places"};
constexpr Phrase reached{"region-diagram.reached"};
constexpr Phrase block_part{"region-diagram.block-part"};
constexpr Phrase departments{"region-diagram.departments"};
constexpr Phrase places_alike{"region-diagram.places-alike"};
constexpr Phrase places_differ{"region-diagram.places-differ"};
constexpr Phrase shows{"region-diagram.shows"};
constexpr Phrase nothing_there{"region-diagram.nothing-there"};
constexpr Phrase nothing{"region-diagram.nothing"};
constexpr Phrase perhaps{"region-diagram.perhaps"};
constexpr Phrase nation_line{"region-diagram.nation-line"};
constexpr Phrase limited_line{"region-diagram.limited-line"};
constexpr Phrase partial_nation{"region-diagram.partial-nation"};
constexpr Phrase partial_limited{"region-diagram.partial-limited"};
constexpr Phrase includes{"region-diagram.includes"};

/// \param blocks  how many blocks are counted apart
std::string counts(const Dataset& dataset, const ReachFacts& facts, std::size_t blocks,
                   Language language) {
    const auto count = [](std::size_t number) { return std::to_string(number); };
    const auto join = [&](std::string& text, const std::string& part) {
        if (!text.empty()) text += drawing::separator;
        text += drawing::unbroken(part);
    };
    std::string text;
    if (!facts.one_place) {
        std::size_t places = 0;
        for (const auto& panel : facts.panels) places += panel.places.size();
        const auto groups = facts.panels.size();
        if (places > 1) {
            join(text, groups == 1 ? places_alike.fill(language, {count(places)})
                                   : places_differ.fill(language, {count(places), count(groups)}));
        }
    }
    join(text,
         reached.fill(language, {count(facts.measures.size()), count(dataset.measures().size())}));
    for (std::size_t b = 0; b < std::min(blocks, facts.blocks.size()); ++b) {
        const auto& block = facts.blocks[b];
        join(text, block_part.fill(language, {drawing::block_name(dataset, block, language),
                                              count(block.measures.size())}));
    }
    join(text, departments.fill(language, {count(facts.contacts.size())}));
    return text + drawing::withheld_counted(dataset, language);
}

std::vector<LegendItem> legend(const Dataset& dataset, const ReachFacts& facts,
                               const Languages& languages) {
    using Sample = LegendItem::Sample;
    std::vector<LegendItem> items;
    for (const bool nation : {false, true}) {
        for (const auto reach : {Reach::full, Reach::partial}) {
            const bool there =
                std::any_of(facts.panels.begin(), facts.panels.end(), [&](const auto& panel) {
                    for (std::size_t b = 0; b < facts.blocks.size(); ++b) {
                        if (facts.blocks[b].nation == nation && panel.blocks[b] == reach) {
                            return true;
                        }
                    }
                    return false;
                });
            if (!there) continue;
            const bool full = reach == Reach::full;
            const auto& text = nation ? (full ? nation_line : partial_nation)
                                      : (full ? limited_line : partial_limited);
            auto said = drawing::said_in_line(languages, [&](Language language) {
                return text.fill(language, {nation_name(dataset.registry(), language)});
            });
            items.push_back({Sample::line, std::move(said),
                             nation ? palette::nationwide : palette::pilot,
                             full ? drawing::leading_width : drawing::joining_width, !nation,
                             full ? Tip::none : Tip::dot});
        }
    }
    const auto roles = drawing::role_words(dataset);
    const auto chip = [&](const Phrase& text, const char* fill, const char* color) {
        items.push_back({Sample::chip, phrase(languages, text), palette::ink, 1.0, false, Tip::none,
                         fill, color, "2"});
    };
    chip(roles.leading_count, palette::ink, palette::white);
    chip(roles.joining_count, palette::white, palette::ink);
    return items;
}

/// Which readings of the notice the picture rests on.
std::string readings(const Dataset& dataset, const ReachFacts& facts, Language language) {
    const auto extent = extent_remark(dataset, language);
    const auto& last = facts.blocks.back();
    if (!last.nation || last.by.front() == ScopeTerm(facts.panels[0].places[0])) return extent;
    return sentences(
        language, {includes.fill(language, {nation_name(dataset.registry(), language)}), extent});
}

Picture draw(const Dataset& dataset, const ReachFacts& facts, const Saying& title,
             const Saying& none, const PictureOptions& options) {
    const bool empty = facts.measures.empty();
    const auto why = [&](Language language) {
        const auto hidden = dataset.withheld();
        return none(language) +
               (hidden == 0 ? "" : perhaps.fill(language, {std::to_string(hidden)}));
    };
    const auto subtitle = [&](Language language) {
        // In two languages the page has no room for what the headings say as well.
        const std::size_t blocks = options.languages.second ? 0 : 3;
        if (!empty) return counts(dataset, facts, blocks, language);
        return drawing::measures_counted(dataset, language) +
               drawing::withheld_counted(dataset, language);
    };
    auto text = drawing::page_text(
        dataset, options,
        {title, subtitle,
         [&](Language language) {
             return empty ? why(language) : shows.fill(language, {subtitle(language)});
         },
         [&](Language language) {
             return empty ? ""
                          : drawing::full_counting(language, readings(dataset, facts, language));
         },
         !empty, !empty});
    if (empty) return drawing::no_data(std::move(text), options, why);
    text.legend = legend(dataset, facts, options.languages);
    const auto parts = drawing::reach_parts(dataset, options.languages, facts);
    return drawing::flow_pages(
        options, std::move(text), std::span<const MeasureIndex>(facts.measures),
        [&](std::span<const MeasureIndex> measures) {
            return drawing::ReachLayout(dataset, options.languages, facts, parts, measures);
        });
}

Saying about_places(const Dataset& dataset) {
    return [&dataset](Language language) {
        return of_places.fill(language, {drawing::subject(dataset, language)});
    };
}

Saying about_place(const Dataset& dataset, const ScopeTerm& where, const Phrase& phrase) {
    return [&dataset, where, &phrase](Language language) {
        std::string place(full_name(dataset.registry(), where, language));
        return &phrase == &nothing_there
                   ? phrase.fill(language, {place})
                   : phrase.fill(language, {drawing::subject(dataset, language), place});
    };
}

}  // namespace

Picture region_diagram(const Dataset& dataset, const ScopeTerm& where,
                       const PictureOptions& options) {
    const auto* group = std::get_if<GroupIndex>(&where);
    const auto facts =
        group == nullptr
            ? drawing::facts_of_place(dataset, options.languages, std::get<PlaceIndex>(where))
            : drawing::facts_of_places(dataset, options.languages,
                                       dataset.registry()[*group].members);
    return draw(dataset, facts, about_place(dataset, where, of_place),
                about_place(dataset, where, nothing_there), options);
}

Picture regions_diagram(const Dataset& dataset, const PictureOptions& options) {
    std::vector<PlaceIndex> places;
    std::vector<PlaceIndex> nations;
    for (const auto& region : dataset.regions()) {
        const bool nation = is_nation(dataset.registry(), ScopeTerm(region.place));
        (nation ? nations : places).push_back(region.place);
    }
    const auto facts =
        drawing::facts_of_places(dataset, options.languages, places.empty() ? nations : places);
    return draw(
        dataset, facts, about_places(dataset),
        [](Language language) { return std::string(nothing.in(language)); }, options);
}

}  // namespace remit
