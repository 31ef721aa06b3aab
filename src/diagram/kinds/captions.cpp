#include "captions.hpp"

#include "../text/text_layout.hpp"
#include "../text/wording.hpp"
#include "identifiers.hpp"

#include <remit/model/citation.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

constexpr Phrase announced{"captions.announced"};
constexpr Phrase listed{"captions.listed"};
constexpr Phrase hidden_count{"captions.hidden-count"};

constexpr double longest_subject = 60.0;  // Chinese characters; the source note has all of it

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

std::string withheld_counted(const Dataset& dataset, Language language) {
    const auto hidden = dataset.withheld();
    if (hidden == 0) return {};
    return separator + unbroken(hidden_count.fill(language, {count(hidden)}));
}

std::string unbroken(std::string_view text) {
    std::string result;
    for (const auto c : text) result += c == ' ' ? "\u00A0" : std::string(1, c);
    return result;
}

}  // namespace remit::drawing
