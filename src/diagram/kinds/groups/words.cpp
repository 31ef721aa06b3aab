#include "words.hpp"

#include "../../text/rich.hpp"
#include "../../text/spoken_list.hpp"
#include "../captions.hpp"
#include "../measures.hpp"

namespace remit::drawing {
namespace {

constexpr Phrase kind{"groups-picture.kind"};
constexpr Phrase neutral{"groups-picture.neutral"};
constexpr Phrase finding{"groups-picture.finding"};
constexpr Phrase finding_with{"groups-picture.finding-with"};
constexpr Phrase finding_tie{"groups-picture.finding-tie"};
constexpr Phrase finding_none{"groups-picture.finding-none"};
constexpr Phrase subtitle{"groups-picture.subtitle"};
constexpr Phrase subtitle_more{"groups-picture.subtitle-more"};
constexpr Phrase shows{"groups-picture.shows"};
constexpr Phrase rule{"groups-picture.rule"};
constexpr Phrase withheld_rule{"groups-picture.withheld-rule"};
constexpr Phrase open_rule{"groups-picture.open-rule"};
constexpr Phrase nothing_shared{"groups-picture.finding-none-at-all"};
constexpr Phrase no_group{"groups-picture.no-group"};
constexpr Phrase alone_departments{"groups-picture.alone-departments"};
constexpr Phrase alone_measures{"groups-picture.alone-measures"};
constexpr Phrase alone_both{"groups-picture.alone-both"};
constexpr Phrase hidden_few{"groups-picture.hidden-few"};
constexpr Phrase hidden_most{"groups-picture.hidden-most"};
constexpr Phrase hidden_departments{"groups-picture.hidden-departments"};
constexpr Phrase hidden_measures{"groups-picture.hidden-measures"};

constexpr double longest_title = 1700.0;  // of two lines, in points
const Font title_font{21.0, true};

std::string joined_names(const Dataset& dataset, const std::vector<DepartmentIndex>& departments,
                         Language language) {
    std::string text;
    for (const auto d : departments) {
        text += (text.empty() ? "" : " + ") + std::string(dataset[d].short_name.in(language));
    }
    return text;
}

std::string found(const Dataset& dataset, const GroupsFacts& facts, Language language) {
    if (facts.all == 0) {
        if (dataset.departments().size() < 2) return {};
        return std::string((facts.shares ? finding_none : nothing_shared).in(language));
    }
    if (facts.top == 0) return {};
    const auto& first = facts.rows.front();
    const auto most = count(first.measures.size());
    std::vector<std::string> texts;
    if (facts.top > 1) {
        for (std::size_t r = 0; r < facts.top; ++r) {
            texts.push_back(accent(joined_names(dataset, facts.rows[r].departments, language)));
        }
        return finding_tie.fill(language, {spoken_list(texts, language), most});
    }
    for (const auto d : first.departments) {
        texts.push_back(accent(dataset[d].short_name.in(language)));
    }
    const auto who = spoken_list(texts, language);
    if (!facts.wider) return finding.fill(language, {who, most});
    return finding_with.fill(language, {who, most, count(facts.rows[*facts.wider].measures.size()),
                                        accent(dataset[facts.joining()].short_name.in(language))});
}

}  // namespace

std::string short_names(const Dataset& dataset, const std::vector<DepartmentIndex>& departments,
                        Language language) {
    ListWriter list(language);
    for (const auto d : departments) list.add(dataset[d].short_name.in(language));
    return list.text();
}

GroupsFacts titled_facts(const Dataset& dataset, Language language) {
    auto facts = groups_facts(dataset);
    if (rich_width(found(dataset, facts, language), title_font, language) > longest_title) {
        facts.say_neutral();
    }
    return facts;
}

Headline groups_headline(const Dataset& dataset, const GroupsFacts& facts) {
    Headline head;
    head.kind = in_every(kind);
    head.neutral = in_every(neutral);
    head.finding = [&](Language language) { return found(dataset, facts, language); };
    head.subtitle = [&](Language language) {
        if (facts.all == 0) return counted_measures(dataset, language);
        return (facts.complete ? subtitle : subtitle_more)
            .fill(language, {count(facts.all), count(dataset.measures().size())});
    };
    head.description = [&](Language language) -> std::string {
        if (facts.all == 0) return std::string(no_group.in(language));
        const auto& first = facts.rows.front();
        return shows.fill(language, {short_names(dataset, first.departments, language),
                                     count(first.measures.size())});
    };
    head.rule = [&](Language language) {
        std::string text(facts.all > 0 ? rule.in(language) : "");
        if (facts.open > 0) return sentences(language, {text, std::string(open_rule.in(language))});
        if (dataset.withheld() == 0) return text;
        return sentences(language,
                         {text, withheld_rule.fill(language, {count(dataset.withheld())})});
    };
    head.shows_order = false;
    head.shows_numbers = true;
    return head;
}

std::string in_no_group(const Dataset& dataset, const GroupsFacts& facts, Language language) {
    const auto who = short_names(dataset, facts.alone, language);
    const auto what = number_list(dataset, facts.lone_measures, language);
    const auto several = count(facts.lone_measures.size());
    if (what.empty()) return who.empty() ? who : alone_departments.fill(language, {who});
    if (who.empty()) return alone_measures.fill(language, {what, several});
    return alone_both.fill(language, {who, what, several});
}

std::string groups_left_out(const Dataset& dataset, const GroupsFacts& facts, Language language) {
    const auto more = facts.all - facts.rows.size();
    if (more == 0) return {};
    const bool few = facts.rows.back().measures.size() >= facts.least && facts.least > 2;
    std::string text = few ? hidden_few.fill(language, {count(more), count(facts.least)})
                           : hidden_most.fill(language, {count(more)});
    if (!facts.hidden.empty()) {
        text = sentences(language,
                         {text, hidden_departments.fill(
                                    language, {short_names(dataset, facts.hidden, language)})});
    }
    if (facts.hidden_measures.empty()) return text;
    return sentences(language,
                     {text, hidden_measures.fill(
                                language, {number_list(dataset, facts.hidden_measures, language),
                                           count(facts.hidden_measures.size())})});
}

}  // namespace remit::drawing
