#include <remit/diagram/cover_diagram.hpp>

#include "captions.hpp"
#include "cover_layout.hpp"
#include "flow_pages.hpp"
#include "wording.hpp"

namespace remit {
namespace {

using drawing::phrase;

constexpr Phrase heads{"cover-diagram.heads"};
constexpr Phrase reach{"cover-diagram.reach"};
constexpr Phrase groups{"cover-diagram.groups"};
constexpr Phrase groups_at_least{"cover-diagram.groups-at-least"};
constexpr Phrase proved{"cover-diagram.proved"};
constexpr Phrase not_proved{"cover-diagram.not-proved"};
constexpr Phrase shows{"cover-diagram.shows"};
constexpr Phrase means{"cover-diagram.means"};
constexpr Phrase alone_line{"cover-diagram.alone-line"};
constexpr Phrase shared_line{"cover-diagram.shared-line"};
constexpr Phrase alone_chip{"cover-diagram.alone-chip"};
constexpr Phrase all_chip{"cover-diagram.all-chip"};
constexpr Phrase nothing{"cover-diagram.nothing"};

std::string counts(const Dataset& dataset, const Cover& cover, Language language) {
    const auto count = [](std::size_t number) { return std::to_string(number); };
    const auto& optimal = cover.optimal;
    auto text = drawing::unbroken(
        reach.fill(language, {count(optimal.groups.front().size()),
                              count(dataset.measures().size()), count(cover.measures)}));
    text += drawing::separator;
    text += (cover.proved ? proved : not_proved).in(language);
    if (cover.proved) {
        text += drawing::separator +
                drawing::unbroken((optimal.all ? groups : groups_at_least)
                                      .fill(language, {count(optimal.groups.size())}));
    }
    return text + drawing::withheld_counted(dataset, language);
}

std::vector<LegendItem> legend(const drawing::CoverFacts& facts, const Languages& languages) {
    using Sample = LegendItem::Sample;
    std::vector<LegendItem> items{{Sample::line, phrase(languages, alone_line), palette::ink,
                                   drawing::leading_width, false, Tip::arrow},
                                  {Sample::line, phrase(languages, shared_line), palette::muted,
                                   drawing::joining_width, false, Tip::dot},
                                  {Sample::chip, phrase(languages, alone_chip), palette::ink, 1.0,
                                   false, Tip::none, palette::ink, palette::white, "2"},
                                  {Sample::chip, phrase(languages, all_chip), palette::ink, 1.0,
                                   false, Tip::none, palette::white, palette::ink, "6"}};
    items.insert(items.end(), facts.marks.legend.begin(), facts.marks.legend.end());
    return items;
}

}  // namespace

Picture cover_diagram(const Dataset& dataset, const Cover& cover, const PictureOptions& options) {
    const bool empty = cover.measures == 0 || cover.optimal.groups.empty();
    const auto subtitle = [&](Language language) {
        if (!empty) return counts(dataset, cover, language);
        return drawing::measures_counted(dataset, language) +
               drawing::withheld_counted(dataset, language);
    };
    const auto why = [](Language language) { return std::string(nothing.in(language)); };
    auto text = drawing::page_text(
        dataset, options,
        {[&](Language language) {
             return heads.fill(language, {drawing::subject(dataset, language)});
         },
         subtitle,
         [&](Language language) {
             if (empty) return why(language);
             return shows.fill(language, {subtitle(language),
                                          drawing::in_every_remark(dataset, cover, language)});
         },
         [](Language language) { return std::string(means.in(language)); }, false, !empty});
    if (empty) return drawing::no_data(std::move(text), options, why);
    const auto facts = drawing::cover_facts(dataset, options.languages, cover);
    text.legend = legend(facts, options.languages);
    return drawing::flow_pages(
        options, std::move(text), std::span<const MeasureIndex>(facts.measures),
        [&](std::span<const MeasureIndex> measures) {
            return drawing::CoverLayout(dataset, options.languages, facts, measures);
        });
}

}  // namespace remit
