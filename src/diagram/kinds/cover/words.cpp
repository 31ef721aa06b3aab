#include "words.hpp"

#include "../../text/rich.hpp"
#include "../../text/spoken_list.hpp"
#include "../captions.hpp"
#include "../measures.hpp"

namespace remit::drawing {
namespace {

constexpr Phrase kind{"cover-picture.kind"};
constexpr Phrase neutral{"cover-picture.neutral"};
constexpr Phrase reach_all{"cover-picture.reach-all"};
constexpr Phrase reach_some{"cover-picture.reach-some"};
constexpr Phrase one_reaches_all{"cover-picture.one-reaches-all"};
constexpr Phrase with_always{"cover-picture.with-always"};
constexpr Phrase with_most_always{"cover-picture.with-most-always"};
constexpr Phrase with_no_other{"cover-picture.with-no-other"};
constexpr Phrase fewer_proved{"cover-picture.fewer-proved"};
constexpr Phrase fewer_open{"cover-picture.fewer-open"};
constexpr Phrase no_other{"cover-picture.no-other"};
constexpr Phrase all_groups{"cover-picture.all-groups"};
constexpr Phrase more_groups{"cover-picture.more-groups"};
constexpr Phrase found_groups{"cover-picture.found-groups"};
constexpr Phrase withheld_may{"cover-picture.withheld-may"};
constexpr Phrase shows{"cover-picture.shows"};
constexpr Phrase rule{"cover-picture.rule"};
constexpr Phrase open_rule{"cover-picture.open-rule"};
constexpr Phrase nothing{"cover-picture.nothing"};
constexpr Phrase alternatives{"cover-picture.alternatives"};
constexpr Phrase alternatives_with{"cover-picture.alternatives-with"};
constexpr Phrase alternatives_first{"cover-picture.alternatives-first"};
constexpr Phrase alternatives_first_with{"cover-picture.alternatives-first-with"};
constexpr Phrase sole_reason{"cover-picture.sole-reason"};
constexpr Phrase without_reason{"cover-picture.without-reason"};
constexpr Phrase instead_reason{"cover-picture.instead-reason"};
constexpr Phrase unreached{"cover-picture.unreached"};

constexpr std::size_t most_named = 3;  // departments of the title

std::string spoken(const Dataset& dataset, const std::vector<DepartmentIndex>& departments,
                   Language language, bool accented) {
    std::vector<std::string> names;
    for (const auto d : departments) {
        const std::string name(dataset[d].short_name.in(language));
        names.push_back(accented ? accent(name) : name);
    }
    return spoken_list(names, language);
}

std::string found(const Dataset& dataset, const Cover& cover, const CoverFacts& facts,
                  Language language) {
    const auto size = count(facts.size);
    const auto measures = count(cover.measures);
    if (!cover.unreachable.empty()) {
        return reach_some.fill(language, {size, measures, count(dataset.measures().size())});
    }
    if (facts.only && facts.size == 1) {
        return one_reaches_all.fill(
            language,
            {accent(dataset[facts.members.front().department].short_name.in(language)), measures});
    }
    const auto text = reach_all.fill(language, {size, measures});
    if (facts.only) return with_no_other.fill(language, {text});
    const auto& every = cover.optimal.in_every;
    if (!cover.proved || every.empty()) return text;
    if (every.size() > most_named) {
        return with_most_always.fill(language, {text, accent(count(every.size()))});
    }
    return with_always.fill(language, {text, spoken(dataset, every, language, true)});
}

std::string said_below(const Dataset& dataset, const Cover& cover, const CoverFacts& facts,
                       Language language) {
    const auto& optimal = cover.optimal;
    const auto size = count(facts.size);
    const auto groups = count(optimal.groups.size());
    std::string fewer;
    std::string others;
    if (!cover.proved) {
        fewer = fewer_open.fill(language, {to_string(cover.bound), size});
        others = found_groups.in(language);
    } else {
        if (facts.size > 1) fewer = fewer_proved.fill(language, {count(facts.size - 1)});
        others = facts.only    ? no_other.fill(language, {size})
                 : optimal.all ? all_groups.fill(language, {groups, size})
                               : more_groups.fill(language, {groups, size});
    }
    std::string hidden;
    if (dataset.withheld() > 0) hidden = withheld_may.fill(language, {count(dataset.withheld())});
    return sentences(language, {fewer, others, hidden});
}

}  // namespace

Headline cover_headline(const Dataset& dataset, const Cover& cover, const CoverFacts& facts) {
    Headline head;
    head.kind = in_every(kind);
    head.neutral = in_every(neutral);
    head.finding = [&](Language language) { return found(dataset, cover, facts, language); };
    head.subtitle = [&](Language language) { return said_below(dataset, cover, facts, language); };
    head.description = [&](Language language) {
        std::vector<DepartmentIndex> members;
        for (const auto& member : facts.members) members.push_back(member.department);
        return shows.fill(language, {spoken(dataset, members, language, false)});
    };
    head.rule = [&](Language language) {
        return sentences(language, {std::string(rule.in(language)),
                                    std::string(facts.open > 0 ? open_rule.in(language) : "")});
    };
    head.shows_order = false;
    head.shows_numbers = true;
    return head;
}

Headline empty_cover_headline(const Dataset& dataset) {
    Headline head;
    head.kind = in_every(kind);
    head.neutral = in_every(neutral);
    head.subtitle = [&](Language language) { return counted_measures(dataset, language); };
    head.description = in_every(nothing);
    head.shows_order = false;
    return head;
}

std::string alternatives_heading(const Dataset& dataset, const Cover& cover, Language language) {
    const auto groups = count(cover.optimal.groups.size());
    const bool all = cover.proved && cover.optimal.all;
    const auto& every = cover.optimal.in_every;
    if (every.empty()) return (all ? alternatives : alternatives_first).fill(language, {groups});
    return (all ? alternatives_with : alternatives_first_with)
        .fill(language, {groups, spoken(dataset, every, language, true),
                         count(cover.optimal.groups.front().size() - every.size())});
}

std::string reason_sentence(const Dataset& dataset, const AlwaysIn& why, Language language) {
    const auto name = accent(dataset[why.department].short_name.in(language));
    if (!why.sole.empty()) {
        return sole_reason.fill(
            language, {name, number_list(dataset, why.sole, language), count(why.sole.size())});
    }
    if (why.needed == 0) return {};
    if (why.instead.empty() || why.instead.size() > most_named) {
        return without_reason.fill(language, {name, count(why.needed)});
    }
    return instead_reason.fill(language, {name, spoken(dataset, why.instead, language, false),
                                          count(why.needed), count(why.instead.size())});
}

std::string unreached_sentence(const Dataset& dataset, const Cover& cover, Language language) {
    if (cover.unreachable.empty()) return {};
    return unreached.fill(language, {number_list(dataset, cover.unreachable, language),
                                     count(cover.unreachable.size())});
}

}  // namespace remit::drawing
