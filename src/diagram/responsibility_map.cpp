#include <remit/diagram/responsibility_map.hpp>

#include "map_layout.hpp"

#include <remit/diagram/palette.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>

namespace remit {
namespace {

using detail::MapLayout;
using detail::MapScope;

/// What the thick and the thin lines are called: follows the data.
struct RoleWords {
    Phrase leading;
    Phrase joining;
    Phrase leading_count;
    Phrase joining_count;
    Phrase question;
};

constexpr RoleWords printed{
    {"首列部门", "首列部門", "first-named"},
    {"同列部门", "同列部門", "also named"},
    {"首列项数", "首列項數", "times first-named"},
    {"同列项数", "同列項數", "times also named"},
    {"{0}：由谁指导、在哪推广", "{0}：由誰指導、在哪推廣", "{0}: who guides what, and where"}};
constexpr RoleWords declared{
    {"牵头部门", "牽頭部門", "lead"},
    {"配合部门", "配合部門", "with"},
    {"牵头项数", "牽頭項數", "times lead"},
    {"配合项数", "配合項數", "times with"},
    {"{0}：谁来牵头、谁来配合、在哪推广", "{0}：誰來牽頭、誰來配合、在哪推廣",
     "{0}: who leads, who joins, where"}};
constexpr RoleWords either{
    {"牵头或首列部门", "牽頭或首列部門", "lead or first-named"},
    {"其他同列部门", "其他同列部門", "also named"},
    {"牵头或首列项数", "牽頭或首列項數", "times lead or first-named"},
    {"其他同列项数", "其他同列項數", "times also named"},
    {"{0}：由谁指导、在哪推广", "{0}：由誰指導、在哪推廣", "{0}: who guides what, and where"}};

constexpr Phrase announced{"公布{0}项、刊出{1}项", "公布{0}項、刊出{1}項",
                           "{0} measures announced, {1} listed"};
constexpr Phrase listed{"{0}项举措", "{0}項舉措", "{0} measures"};
constexpr Phrase guided{"{0}个指导部门（{1}项次）", "{0}個指導部門（{1}項次）",
                        "{0} guiding departments ({1} links)"};
constexpr Phrase nationwide_count{"{0}项全国推广", "{0}項全國推廣", "{0} nationwide"};
constexpr Phrase limited_count{"{0}项限{1}", "{0}項限{1}", "{0} for {1}"};
constexpr Phrase other_count{"{0}项限其他地区", "{0}項限其他地區", "{0} for other regions"};
constexpr Phrase withheld_count{"{0}项未公开", "{0}項未公開", "{0} withheld"};

constexpr Phrase nationwide_line{"全国推广", "全國推廣", "nationwide"};
constexpr Phrase group_line{"仅限{0}", "僅限{0}", "only {0}"};
constexpr Phrase region_line{"仅限指定地区", "僅限指定地區", "only the regions named"};

constexpr Phrase source_is{"资料来源：{0}。{1}{2}", "資料來源：{0}。{1}{2}", "Source: {0}. {1}{2}"};
constexpr Phrase drawn{"制图日期 {0}", "製圖日期 {0}", "Drawn {0}"};
constexpr Phrase dated{"文件日期 {0}", "文件日期 {0}", "Notice dated {0}"};
constexpr Phrase nothing{"没有可画的举措", "沒有可畫的舉措", "There is no measure to draw"};

constexpr std::size_t counted_scopes = 2;  // apart from nations, in the subtitle

const RoleWords& words(const Dataset& dataset) {
    if (dataset.declares_all_leads()) return declared;
    return dataset.declares_leads() ? either : printed;
}

std::string count(std::size_t number) {
    return std::to_string(number);
}

/// With spaces at which no line breaks.
std::string unbroken(std::string_view text) {
    std::string result;
    for (const auto c : text) result += c == ' ' ? "\u00A0" : std::string(1, c);
    return result;
}

std::string default_title(const Dataset& dataset, Language language) {
    ListWriter names(language);
    for (const auto& notice : dataset.notices()) names.add(notice.short_title.in(language));
    return words(dataset).question.fill(language, {names.text()});
}

std::string scope_counts(const Dataset& dataset, const std::vector<MapScope>& scopes,
                         Language language) {
    ListWriter parts(language);
    std::size_t shown = 0;
    std::size_t others = 0;
    for (const auto& scope : scopes) {
        const auto number = count(scope.measures.size());
        if (scope.nation) {
            parts.add(nationwide_count.fill(language, {number}));
        } else if (shown++ < counted_scopes) {
            const auto name = full_name(dataset.registry(), scope.term, language);
            auto text = std::string(name);
            if (language == Language::en && text.starts_with("The ")) text[0] = 't';
            parts.add(limited_count.fill(language, {number, text}));
        } else {
            others += scope.measures.size();
        }
    }
    if (others > 0) parts.add(other_count.fill(language, {count(others)}));
    return parts.text();
}

std::string default_subtitle(const Dataset& dataset, const std::vector<MapScope>& scopes,
                             Language language) {
    const auto size = dataset.measures().size();
    const auto hidden = dataset.withheld();
    std::size_t links = 0;
    for (MeasureIndex m; m.value < size; ++m.value) links += dataset.responsibilities(m).size();
    auto text = hidden > 0 ? announced.fill(language, {count(size + hidden), count(size)})
                           : listed.fill(language, {count(size)});
    const std::string dot = "\u00A0· ";  // never at the begin of a line
    text = unbroken(text) + dot +
           unbroken(guided.fill(language, {count(dataset.departments().size()), count(links)}));
    if (!scopes.empty()) text += dot + scope_counts(dataset, scopes, language);
    if (hidden > 0) text += dot + unbroken(withheld_count.fill(language, {count(hidden)}));
    return text;
}

std::vector<LegendItem> legend(const Dataset& dataset, const std::vector<MapScope>& scopes,
                               Language language) {
    using Sample = LegendItem::Sample;
    const auto& roles = words(dataset);
    std::vector<LegendItem> items;
    const auto line = [&](std::string text, const char* color, double width, bool dashed, Tip tip) {
        items.push_back({Sample::line, std::move(text), color, width, dashed, tip});
    };
    line(std::string(roles.leading.in(language)), palette::ink, 2.4, false, Tip::arrow);
    line(std::string(roles.joining.in(language)), palette::muted, 0.9, false, Tip::dot);

    const auto is_nation = [](const MapScope& scope) { return scope.nation; };
    if (std::any_of(scopes.begin(), scopes.end(), is_nation)) {
        line(std::string(nationwide_line.in(language)), palette::nationwide, 1.1, false, Tip::none);
    }
    std::vector<const MapScope*> limited;
    for (const auto& scope : scopes) {
        if (!scope.nation) limited.push_back(&scope);
    }
    if (limited.size() == 1) {
        auto name = std::string(full_name(dataset.registry(), limited.front()->term, language));
        if (language == Language::en && name.starts_with("The ")) name[0] = 't';
        line(group_line.fill(language, {name}), palette::pilot, 1.6, true, Tip::none);
    } else if (!limited.empty()) {
        line(std::string(region_line.in(language)), palette::pilot, 1.6, true, Tip::none);
    }
    items.push_back({Sample::chip, std::string(roles.leading_count.in(language)), palette::ink, 1.0,
                     false, Tip::none, palette::ink, palette::white, "2"});
    items.push_back({Sample::chip, std::string(roles.joining_count.in(language)), palette::ink, 1.0,
                     false, Tip::none, palette::white, palette::ink, "4"});
    return items;
}

std::string source_note(const Dataset& dataset, Language language) {
    const std::string space = language == Language::en ? " " : "";
    const auto spaced = [&](std::string text) { return text.empty() ? text : text + space; };
    return source_is.fill(language,
                          {citation(dataset, language), spaced(withheld_remark(dataset, language)),
                           lead_remark(dataset, language)});
}

/// The last of the notices' dates.
Date notice_date(const Dataset& dataset) {
    Date last;
    for (const auto& notice : dataset.notices()) last = std::max(last, notice.issued);
    return last;
}

}  // namespace

Diagram responsibility_map(const Dataset& dataset, const MapOptions& options) {
    const auto language = options.language;
    MapLayout layout(dataset, language);
    const auto date = options.date.value_or(notice_date(dataset));
    PageText text;
    text.title = options.title.empty() ? default_title(dataset, language) : options.title;
    text.subtitle = options.subtitle.empty() ? default_subtitle(dataset, layout.scopes(), language)
                                             : options.subtitle;
    text.legend = legend(dataset, layout.scopes(), language);
    text.source = source_note(dataset, language);
    if (date.year > 0) {
        text.date = (options.date ? drawn : dated).fill(language, {to_string(date)});
    }
    const Page page(options.page, std::move(text), language);
    const auto room = page.content();
    const auto scale = page.fitting_scale(layout.empty() ? 1.0 : layout.fit(room));
    auto diagram = page.furnish(scale);
    diagram.date = to_string(date);
    if (layout.empty()) {
        const std::string message(nothing.in(language));
        const auto width = std::ceil(text_width(message, {12.0, false, language})) + 8.0;
        Box box{"no-data", "no-data"};
        box.rows = {{{static_cast<int>(width), 24, {{message, {12, false, palette::secondary}}}}}};
        box.center = {(room.x + room.width / 2.0) / scale, (room.y + room.height / 2.0) / scale};
        diagram.boxes.push_back(std::move(box));
        return diagram;
    }
    layout.draw(room, diagram);
    return diagram;
}

}  // namespace remit
