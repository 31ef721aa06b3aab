#include <remit/diagram/cover_diagram.hpp>

#include "captions.hpp"
#include "cover_layout.hpp"
#include "flow_pages.hpp"
#include "wording.hpp"

namespace remit {
namespace {

using drawing::phrase;

constexpr Phrase heads{"{0}：最小协调小组", "{0}：最小協調小組",
                       "{0}: the smallest coordinating group"};
constexpr Phrase reach{
    "{0}个部门覆盖刊出{1}项中的{2}项", "{0}個部門覆蓋刊出{1}項中的{2}項",
    "{0} {0:department reaches|departments reach} {2} of {1} listed {1:measure|measures}"};
constexpr Phrase groups{"最小组共{0}个", "最小組共{0}個", "least groups: {0}"};
constexpr Phrase groups_at_least{"最小组至少{0}个", "最小組至少{0}個", "least groups: {0} or more"};
constexpr Phrase proved{"已证明最小", "已證明最小", "proved least"};
constexpr Phrase not_proved{"未证明最小", "未證明最小", "not proved least"};
constexpr Phrase shows{"左为组员，中为各项举措，连线表示组员参与该项。{0}。{1}",
                       "左為組員，中為各項舉措，連線表示組員參與該項。{0}。{1}",
                       "Left the members, in the middle the measures; a line joins a member with "
                       "each of its measures. {0}. {1}"};
constexpr Phrase means{"覆盖指举措至少列有一个组员。", "覆蓋指舉措至少列有一個組員。",
                       "A group reaches a measure that names one of its members."};
constexpr Phrase alone_line{"组内仅此部门参与", "組內僅此部門參與", "no other member has it"};
constexpr Phrase shared_line{"组内另有部门参与", "組內另有部門參與", "others of the group have it"};
constexpr Phrase alone_chip{"组内独有项数", "組內獨有項數", "measures it alone has"};
constexpr Phrase all_chip{"参与项数", "參與項數", "its measures"};
constexpr Phrase nothing{"没有可覆盖的举措", "沒有可覆蓋的舉措", "There is no measure to reach"};

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
