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

constexpr Phrase of_place{"{0}：{1}适用的举措与对接部门", "{0}：{1}適用的舉措與對接部門",
                          "{0}: {1}, what applies there"};
constexpr Phrase of_places{"{0}：各地适用的举措与对接部门", "{0}：各地適用的舉措與對接部門",
                           "{0}: what applies where, and whom to ask"};
constexpr Phrase reached{"刊出{1}项中{0}项适用", "刊出{1}項中{0}項適用",
                         "{0} of {1} listed {1:measure|measures} {0:applies|apply}"};
constexpr Phrase block_part{"{0}{1}项", "{0}{1}項", "{0}: {1}"};
constexpr Phrase departments{"{0}个对接部门", "{0}個對接部門", "departments: {0}"};
constexpr Phrase places_alike{"{0}个地区适用的举措完全相同", "{0}個地區適用的舉措完全相同",
                              "all {0} {0:region|regions} have the same measures"};
constexpr Phrase places_differ{"{0}个地区，按适用的举措分为{1}组",
                               "{0}個地區，按適用的舉措分為{1}組",
                               "{0} {0:region|regions} in {1} {1:group|groups} by their measures"};
constexpr Phrase shows{"左为地区，中为适用的举措，举措右侧为其部门，最右为各部门的举措数。{0}。",
                       "左為地區，中為適用的舉措，舉措右側為其部門，最右為各部門的舉措數。{0}。",
                       "Left the regions, in the middle the measures that apply, behind each its "
                       "departments, right the counts of the departments. {0}."};
constexpr Phrase nothing_there{"刊出的各项举措均不在{0}推广", "刊出的各項舉措均不在{0}推廣",
                               "{0}: no listed measure applies there"};
constexpr Phrase nothing{"没有可画的举措", "沒有可畫的舉措", "There is no measure to draw"};
constexpr Phrase perhaps{"；未公开的{0}项在哪推广不详", "；未公開的{0}項在哪推廣不詳",
                         "; where the {0} withheld apply is not known"};
constexpr Phrase nation_line{"{0}推广（含该地）", "{0}推廣（含該地）", "{0}, so here too"};
constexpr Phrase limited_line{"限定地区推广", "限定地區推廣", "for some regions only"};
constexpr Phrase partial_nation{"{0}推广，部分覆盖", "{0}推廣，部分覆蓋", "{0}, in part"};
constexpr Phrase partial_limited{"限定地区，部分覆盖", "限定地區，部分覆蓋",
                                 "some regions, in part"};
constexpr Phrase includes{"{0}推广的举措视为也适用于各地区，这是一种读法。",
                          "{0}推廣的舉措視為也適用於各地區，這是一種讀法。",
                          "{0}: that its measures also apply in each region is our reading."};

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
    const auto& roles = drawing::role_words(dataset);
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
    auto extent = extent_remark(dataset, language);
    const auto& last = facts.blocks.back();
    if (!last.nation || last.by.front() == ScopeTerm(facts.panels[0].places[0])) return extent;
    const std::string space = language == Language::en && !extent.empty() ? " " : "";
    return includes.fill(language, {nation_name(dataset.registry(), language)}) + space + extent;
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
