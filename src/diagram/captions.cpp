#include "captions.hpp"

#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/citation.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

constexpr Phrase announced{"captions.announced"};
constexpr Phrase listed{"captions.listed"};
constexpr Phrase guided{"captions.guided"};
constexpr Phrase hidden_count{"captions.hidden-count"};
constexpr Phrase source_is{"captions.source-is"};
constexpr Phrase other_source{"captions.other-source"};
constexpr Phrase counted_in_full{"captions.counted-in-full"};
constexpr Phrase drawn{"captions.drawn"};
constexpr Phrase dated{"captions.dated"};

constexpr Phrase marked{"captions.marked"};

constexpr double longest_subject = 60.0;  // Chinese characters; the source note has all of it

std::string count(std::size_t number) {
    return std::to_string(number);
}

/// The notices with the letters that stand before the numbers of their measures.
std::string marked_citation(const Dataset& dataset, Language language) {
    std::string text;
    for (NoticeIndex n; n.value < dataset.notices().size(); ++n.value) {
        if (!text.empty()) text += marks::clause.in(language);
        text += marked.fill(language, {notice_mark(dataset, n), citation(dataset[n], language)});
    }
    return text;
}

std::string source_note(std::span<const Dataset> datasets, const Captions& captions,
                        Language language) {
    std::string note;
    const auto add = [&](const std::string& sentence) {
        note = sentences(language, {note, sentence});
    };
    for (const auto& dataset : datasets) {
        const auto& form = note.empty() ? source_is : other_source;
        const bool marks = captions.shows_numbers && dataset.notices().size() > 1;
        add(form.fill(language,
                      {marks ? marked_citation(dataset, language) : citation(dataset, language)}));
        add(restriction_remark(dataset, language));
        if (dataset.withheld() > 0) add(withheld_remark(dataset, language));
        add(naming_remark(dataset, language));
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

std::string phrase(const Languages& languages, const RoleWord& word) {
    return said_in_line(languages, [&](Language language) { return word.in(language); });
}

RoleWords role_words(const Dataset& dataset) {
    if (!dataset.declares_leads()) {
        return {{"captions.first-named"},
                {"captions.also-named"},
                "captions.times-first-named",
                "captions.times-also-named"};
    }
    if (!dataset.declares_all_leads()) {
        return {{"captions.lead-or-first-named"},
                {"captions.file-also-named"},
                "captions.times-lead-or-first-named",
                "captions.file-times-also-named"};
    }
    RoleWords words{
        {"captions.lead"}, {"captions.with"}, "captions.times-lead", "captions.times-with"};
    for (const auto& role : dataset.roles()) {
        if (role.id == "lead") words.leading.own = role.name;
        if (role.id == "with") words.joining.own = role.name;
    }
    return words;
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
    return sentences(language, {std::string(counted_in_full.in(language)), rest});
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
