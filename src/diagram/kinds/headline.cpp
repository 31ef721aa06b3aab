#include "headline.hpp"

#include "../page/pager.hpp"
#include "captions.hpp"
#include "identifiers.hpp"

#include <remit/model/citation.hpp>

#include <algorithm>

namespace remit::drawing {
namespace {

constexpr Phrase kicker{"headline.kicker"};
constexpr Phrase source_is{"captions.source-is"};
constexpr Phrase other_source{"captions.other-source"};
constexpr Phrase drawn_on{"captions.drawn"};
constexpr Phrase marked_notice{"captions.marked"};

/// The notices with the letters that stand before the numbers of their measures.
std::string cited(const Dataset& dataset, bool marks, Language language) {
    if (!marks) return citation(dataset, language);
    std::string text;
    for (NoticeIndex n; n.value < dataset.notices().size(); ++n.value) {
        if (!text.empty()) text += marks::clause.in(language);
        text +=
            marked_notice.fill(language, {notice_mark(dataset, n), citation(dataset[n], language)});
    }
    return text;
}

std::string source(std::span<const Dataset> datasets, const Headline& headline, Language language) {
    std::string text;
    for (const auto& dataset : datasets) {
        const auto& form = text.empty() ? source_is : other_source;
        const bool marks = headline.shows_numbers && dataset.notices().size() > 1;
        text = sentences(language, {text, form.fill(language, {cited(dataset, marks, language)}),
                                    withheld_remark(dataset, language)});
    }
    return text;
}

std::string notes(std::span<const Dataset> datasets, const Headline& headline, Language language) {
    std::string text;
    const auto add = [&](const std::string& sentence) {
        text = sentences(language, {text, sentence});
    };
    for (const auto& dataset : datasets) {
        add(restriction_remark(dataset, language));
        add(naming_remark(dataset, language));
    }
    const auto& last = datasets.back();
    add(as_of_remark(last, language));
    add(plan_remark(last, language));
    if (headline.shows_order) add(lead_remark(last, language));
    if (headline.rule) add(headline.rule(language));
    return text;
}

std::string subjects(std::span<const Dataset> datasets, Language language) {
    ListWriter all(language);
    for (const auto& dataset : datasets) all.add(subject(dataset, language));
    return all.text();
}

std::string last_day(std::span<const Dataset> datasets) {
    std::string last;
    for (const auto& dataset : datasets) {
        if (const auto day = last_issued(dataset)) last = std::max(last, to_string(*day));
    }
    return last;
}

}  // namespace

FrameText frame_text(std::span<const Dataset> datasets, const PictureOptions& options,
                     const Headline& headline) {
    const std::vector<Dataset> all(datasets.begin(), datasets.end());
    FrameText text;
    text.kicker = [=](Language language) {
        return kicker.fill(language, {subjects(all, language), headline.kind(language)});
    };
    const auto first = options.languages.first;
    text.found = headline.finding && options.title.empty() && !headline.finding(first).empty();
    text.title = [=](Language language) -> std::string {
        if (!options.title.empty() && options.title != "neutral") {
            return language == options.languages.first ? options.title : std::string();
        }
        auto found = headline.finding && options.title.empty() ? headline.finding(language) : "";
        return found.empty() ? headline.neutral(language) : found;
    };
    text.subtitle = [=](Language language) -> std::string {
        if (options.subtitle.empty()) return headline.subtitle(language);
        return language == options.languages.first ? options.subtitle : std::string();
    };
    text.source = [=](Language language) { return source(all, headline, language); };
    text.notes = [=](Language language) { return notes(all, headline, language); };
    text.description = [=](Language language) {
        return sentences(language, {unmarked(headline.description(language)),
                                    unmarked(headline.subtitle(language))});
    };
    if (options.date) text.drawn = drawn_on.fill(first, {in_words(*options.date, first)});
    text.day = options.date ? to_string(*options.date) : last_day(all);
    return text;
}

FrameText frame_text(const Dataset& dataset, const PictureOptions& options,
                     const Headline& headline) {
    return frame_text(std::span(&dataset, 1), options, headline);
}

Picture nothing_drawn(const FrameText& words, const PictureOptions& options, const Words& why) {
    return paged(options.page, words, options.languages,
                 [&](const Theme& theme) {
                     TextOptions placed;
                     placed.top = true;
                     placed.least = 12.0 * theme.size;
                     placed.mark = {"no-data", "no-data"};
                     return text(theme, why, {1.2 * theme.size, false, palette::secondary}, placed);
                 },
                 {});
}

std::string counted_measures(const Dataset& dataset, Language language) {
    return measures_counted(dataset, language) + withheld_counted(dataset, language);
}

}  // namespace remit::drawing
