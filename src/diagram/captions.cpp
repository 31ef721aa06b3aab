#include "captions.hpp"

#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/citation.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

constexpr RoleWords printed{{"首列部门", "首列部門", "first-named"},
                            {"同列部门", "同列部門", "also named"},
                            {"首列项数", "首列項數", "times first-named"},
                            {"同列项数", "同列項數", "times also named"}};
constexpr RoleWords declared{{"牵头部门", "牽頭部門", "lead"},
                             {"配合部门", "配合部門", "with"},
                             {"牵头项数", "牽頭項數", "times lead"},
                             {"配合项数", "配合項數", "times with"}};
constexpr RoleWords either{{"牵头或首列部门", "牽頭或首列部門", "lead or first-named"},
                           {"其他同列部门", "其他同列部門", "also named"},
                           {"牵头或首列项数", "牽頭或首列項數", "times lead or first-named"},
                           {"其他同列项数", "其他同列項數", "times also named"}};

constexpr Phrase announced{"公布{0}项、刊出{1}项", "公布{0}項、刊出{1}項",
                           "{0} {0:measure|measures} announced, {1} listed"};
constexpr Phrase listed{"{0}项举措", "{0}項舉措", "{0} {0:measure|measures}"};
constexpr Phrase guided{"{0}个指导部门（{1}项次）", "{0}個指導部門（{1}項次）",
                        "{0} guiding {0:department|departments} ({1} {1:link|links})"};
constexpr Phrase hidden_count{"{0}项未公开", "{0}項未公開", "{0} withheld"};
constexpr Phrase source_is{"资料来源：{0}。", "資料來源：{0}。", "Source: {0}."};
constexpr Phrase other_source{"{0}。", "{0}。", "{0}."};
constexpr Phrase counted_in_full{"每项举措对其每个指导部门各计1项次。",
                                 "每項舉措對其每個指導部門各計1項次。",
                                 "A measure counts 1 for each of its guiding departments."};
constexpr Phrase drawn{"制图日期 {0}", "製圖日期 {0}", "Drawn {0}"};
constexpr Phrase dated{"文件日期 {0}", "文件日期 {0}", "Notice dated {0}"};

constexpr Phrase marked{"{0}{1}", "{0}{1}", "{0}: {1}"};

constexpr double longest_subject = 60.0;  // Chinese characters; the source note has all of it

std::string count(std::size_t number) {
    return std::to_string(number);
}

/// The notices with the letters that stand before the numbers of their measures.
std::string marked_citation(const Dataset& dataset, Language language) {
    std::string text;
    for (NoticeIndex n; n.value < dataset.notices().size(); ++n.value) {
        if (!text.empty()) text += language == Language::en ? "; " : "；";
        text += marked.fill(language, {notice_mark(dataset, n), citation(dataset[n], language)});
    }
    return text;
}

std::string source_note(std::span<const Dataset> datasets, const Captions& captions,
                        Language language) {
    const std::string space = language == Language::en ? " " : "";
    std::string note;
    const auto add = [&](const std::string& sentence) {
        if (!sentence.empty()) note += (note.empty() ? "" : space) + sentence;
    };
    for (const auto& dataset : datasets) {
        const auto& form = note.empty() ? source_is : other_source;
        const bool marks = captions.shows_numbers && dataset.notices().size() > 1;
        add(form.fill(language,
                      {marks ? marked_citation(dataset, language) : citation(dataset, language)}));
        add(restriction_remark(dataset, language));
        if (dataset.withheld() > 0) add(withheld_remark(dataset, language));
    }
    const auto& last = datasets.back();
    add(as_of_remark(last, language));
    add(plan_remark(last, language));
    if (captions.shows_order) add(lead_remark(last, language));
    if (captions.rule) add(captions.rule(language));
    return note;
}

/// The notices' dates, each once.
std::vector<Date> notice_dates(std::span<const Dataset> datasets) {
    std::vector<Date> dates;
    for (const auto& dataset : datasets) {
        for (const auto& notice : dataset.notices()) dates.push_back(notice.issued);
    }
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

std::string date_remark(const std::vector<Date>& dates, bool by_user, Language language) {
    ListWriter list(language);
    for (const auto& date : dates) list.add(in_words(date, language));
    return dates.empty() ? "" : (by_user ? drawn : dated).fill(language, {list.text()});
}

}  // namespace

const RoleWords& role_words(const Dataset& dataset) {
    if (dataset.declares_all_leads()) return declared;
    return dataset.declares_leads() ? either : printed;
}

std::string subject(const Dataset& dataset, Language language) {
    ListWriter names(language);
    for (const auto& notice : dataset.notices()) names.add(notice.short_title.in(language));
    return shortened(names.text(), longest_subject, {1.0, true, language});
}

std::string measures_counted(const Dataset& dataset, Language language) {
    const auto size = dataset.measures().size();
    const auto all = dataset.announced();
    return unbroken(all && *all > size ? announced.fill(language, {count(*all), count(size)})
                                       : listed.fill(language, {count(size)}));
}

std::string departments_counted(const Dataset& dataset, Language language) {
    std::size_t links = 0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        links += dataset.responsibilities(m).size();
    }
    return unbroken(guided.fill(language, {count(dataset.departments().size()), count(links)}));
}

std::string withheld_counted(const Dataset& dataset, Language language) {
    const auto hidden = dataset.withheld();
    if (hidden == 0) return {};
    return separator + unbroken(hidden_count.fill(language, {count(hidden)}));
}

std::string full_counting(Language language, const std::string& rest) {
    std::string text(counted_in_full.in(language));
    if (rest.empty()) return text;
    return text + (language == Language::en ? " " : "") + rest;
}

std::string unbroken(std::string_view text) {
    std::string result;
    for (const auto c : text) result += c == ' ' ? "\u00A0" : std::string(1, c);
    return result;
}

PageText page_text(const Dataset& dataset, const PictureOptions& options,
                   const Captions& captions) {
    return page_text(std::span(&dataset, 1), options, captions);
}

PageText page_text(std::span<const Dataset> datasets, const PictureOptions& options,
                   const Captions& captions) {
    const auto& languages = options.languages;
    const auto dates = options.date ? std::vector{*options.date} : notice_dates(datasets);
    PageText text;
    if (options.title.empty()) {
        text.title = captions.title(languages.first);
        if (languages.second) text.second_title = captions.title(*languages.second);
    } else {
        text.title = options.title;
    }
    text.subtitle =
        options.subtitle.empty() ? said(languages, captions.subtitle) : options.subtitle;
    text.source = said(
        languages, [&](Language language) { return source_note(datasets, captions, language); });
    text.date = date_remark(dates, options.date.has_value(), languages.first);
    if (!dates.empty()) text.day = to_string(dates.back());
    text.description = said(languages, captions.description);
    return text;
}

Picture no_data(PageText text, const PictureOptions& options, const Saying& why) {
    const auto language = options.languages.first;
    text.legend.clear();
    const Page page(options.page, std::move(text), options.languages, {400.0, 120.0});
    const auto room = page.content();
    auto diagram = page.furnish(1.0);
    const TextStyle style{name_size, false, palette::secondary};
    const auto lines = wrap(said(options.languages, why), room.width - 2.0 * padding,
                            {static_cast<double>(name_size), false, language});
    diagram.boxes.push_back(label_box("no-data", "no-data", lines, style, language,
                                      {room.x + room.width / 2.0, room.y + room.height / 2.0}));
    return {diagram};
}

}  // namespace remit::drawing
