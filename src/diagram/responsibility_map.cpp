#include <remit/diagram/responsibility_map.hpp>

#include "map_layout.hpp"

#include <remit/diagram/palette.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/error.hpp>
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
constexpr Phrase nationwide_count{"{0}项{1}推广", "{0}項{1}推廣", "{0} {1}"};
constexpr Phrase limited_count{"{0}项限{1}", "{0}項限{1}", "{0} for {1}"};
constexpr Phrase other_count{"{0}项限其他范围", "{0}項限其他範圍", "{0} for other scopes"};
constexpr Phrase withheld_count{"{0}项未公开", "{0}項未公開", "{0} withheld"};

constexpr Phrase nationwide_line{"{0}推广", "{0}推廣", "{0}"};
constexpr Phrase group_line{"仅限{0}", "僅限{0}", "only {0}"};
constexpr Phrase region_line{"仅限指定地区", "僅限指定地區", "only the regions named"};

constexpr Phrase source_is{"资料来源：{0}。{1}{2}{3}", "資料來源：{0}。{1}{2}{3}",
                           "Source: {0}. {1}{2}{3}"};
constexpr Phrase drawn{"制图日期 {0}", "製圖日期 {0}", "Drawn {0}"};
constexpr Phrase dated{"文件日期 {0}", "文件日期 {0}", "Notice dated {0}"};
constexpr Phrase nothing{"没有可画的举措", "沒有可畫的舉措", "There is no measure to draw"};

constexpr double smallest_scale = 1.0 / 3.0;  // at which text of 9 units is 3 points high
constexpr std::size_t counted_scopes = 2;     // apart from nations, in the subtitle

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

/// A name within an English sentence: "the eight pilot regions", "nationwide".
std::string mid_sentence(std::string_view name, Language language) {
    std::string text(name);
    const bool lowers = language == Language::en && text.size() > 1 && text[0] >= 'A' &&
                        text[0] <= 'Z' &&
                        (text.starts_with("The ") || text.find(' ') == std::string::npos);
    if (lowers) text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

/// How many measures have which scope; each measure is counted once.
std::string scope_counts(const Dataset& dataset, const std::vector<MapScope>& scopes,
                         Language language) {
    ListWriter parts(language);
    auto others = dataset.measures().size();
    std::size_t shown = 0;
    for (const auto& scope : scopes) {
        const auto alone = static_cast<std::size_t>(
            std::count_if(scope.measures.begin(), scope.measures.end(),
                          [&](MeasureIndex m) { return dataset.scope(m).size() == 1; }));
        if (alone == 0 || (!scope.nation && shown == counted_scopes)) continue;
        if (!scope.nation) ++shown;
        others -= alone;
        const auto name =
            mid_sentence(full_name(dataset.registry(), scope.term, language), language);
        parts.add(
            (scope.nation ? nationwide_count : limited_count).fill(language, {count(alone), name}));
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

    std::vector<const MapScope*> nations;
    std::vector<const MapScope*> limited;
    for (const auto& scope : scopes) (scope.nation ? nations : limited).push_back(&scope);
    const auto name_of = [&](const MapScope& scope) {
        return mid_sentence(full_name(dataset.registry(), scope.term, language), language);
    };
    for (const auto* nation : nations) {
        line(nationwide_line.fill(language, {name_of(*nation)}), palette::nationwide, 1.1, false,
             Tip::none);
    }
    if (limited.size() == 1) {
        line(group_line.fill(language, {name_of(*limited.front())}), palette::pilot, 1.6, true,
             Tip::none);
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
    const auto spaced = [&](const std::string& text) { return text.empty() ? text : text + space; };
    return source_is.fill(
        language, {citation(dataset, language), spaced(withheld_remark(dataset, language)),
                   spaced(as_of_remark(dataset, language)) + spaced(plan_remark(dataset, language)),
                   lead_remark(dataset, language)});
}

/// The notices' dates, each once.
std::vector<Date> notice_dates(const Dataset& dataset) {
    std::vector<Date> dates;
    for (const auto& notice : dataset.notices()) dates.push_back(notice.issued);
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

std::string date_remark(const std::vector<Date>& dates, bool by_user, Language language) {
    ListWriter list(language);
    for (const auto& date : dates) list.add(to_string(date));
    return dates.empty() ? "" : (by_user ? drawn : dated).fill(language, {list.text()});
}

}  // namespace

Diagram responsibility_map(const Dataset& dataset, const MapOptions& options) {
    const auto language = options.language;
    MapLayout layout(dataset, language);
    const auto dates = options.date ? std::vector{*options.date} : notice_dates(dataset);
    PageText text;
    text.title = options.title.empty() ? default_title(dataset, language) : options.title;
    text.subtitle = options.subtitle.empty() ? default_subtitle(dataset, layout.scopes(), language)
                                             : options.subtitle;
    text.legend = legend(dataset, layout.scopes(), language);
    text.source = source_note(dataset, language);
    text.date = date_remark(dates, options.date.has_value(), language);
    const Page page(options.page, std::move(text), language);
    const auto room = page.content();
    const auto scale = layout.empty() ? 1.0 : layout.fit(room);
    if (scale < smallest_scale) {
        throw Error(
            "too much for one page: the text would be under 3 points high; draw fewer "
            "measures, departments or regions, or give a shorter title");
    }
    auto diagram = page.furnish(page.fitting_scale(scale));
    if (!dates.empty()) diagram.date = to_string(dates.back());
    if (layout.empty()) {
        const std::string message(nothing.in(language));
        const auto width = std::ceil(text_width(message, {12.0, false, language})) + 8.0;
        Box box{"no-data", "no-data"};
        box.rows = {{{static_cast<int>(width), 24, {{message, {12, false, palette::secondary}}}}}};
        box.center = {room.x + room.width / 2.0, room.y + room.height / 2.0};
        diagram.boxes.push_back(std::move(box));
        return diagram;
    }
    layout.draw(room, diagram);
    return diagram;
}

}  // namespace remit
