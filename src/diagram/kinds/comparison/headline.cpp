#include "../../text/spoken_list.hpp"
#include "../captions.hpp"
#include "facts.hpp"

#include <set>

namespace remit::drawing {
namespace {

using Part = ComparedRow::Part;

constexpr Phrase kind{"comparison-picture.kind"};
constexpr Phrase neutral{"comparison-picture.neutral"};
constexpr Phrase rose_most{"comparison-picture.rose-most"};
constexpr Phrase fell_most{"comparison-picture.fell-most"};
constexpr Phrase also_fell{"comparison-picture.also-fell"};
constexpr Phrase subtitle{"comparison-picture.subtitle"};
constexpr Phrase none_certain{"comparison-picture.none-certain"};
constexpr Phrase none_certain_open{"comparison-picture.none-certain-open"};
constexpr Phrase unknown_total{"comparison-picture.unknown-total"};
constexpr Phrase rule_between{"comparison-picture.rule-between"};
constexpr Phrase some_certain{"comparison-picture.some-certain"};
constexpr Phrase shows{"comparison-picture.shows"};
constexpr Phrase rule{"comparison-picture.rule"};
constexpr Phrase band_rule{"comparison-picture.band-rule"};
constexpr Phrase unknown{"comparison-picture.unknown"};
constexpr Phrase nothing{"comparison-picture.nothing"};

/// "PBC rose most, from 2 of 17 measures to 6 of 16; CNIPA fell most, from 7 to 3".
std::string finding(std::span<const Dataset> batches, const ComparisonFacts& facts,
                    Language language) {
    const auto say = [&](const Phrase& phrase, const std::vector<std::size_t>& rows) {
        std::vector<std::string> names;
        for (const auto i : rows)
            names.push_back(accent(name_of(batches, facts.rows[i], language)));
        const auto& first = facts.rows[rows.front()];
        return phrase.fill(
            language, {spoken_list(names, language), count(first.counts.front()),
                       count(facts.comparison.profiles.front().listed), count(first.counts.back()),
                       count(facts.comparison.profiles.back().listed), count(rows.size())});
    };
    if (facts.risen.empty()) return facts.fallen.empty() ? "" : say(fell_most, facts.fallen);
    auto text = say(rose_most, facts.risen);
    return facts.fallen.empty() ? text : text + say(also_fell, facts.fallen);
}

/// The departments that the registry of one batch does not know.
std::string unknown_names(std::span<const Dataset> batches, const ComparisonFacts& facts,
                          Language language) {
    std::set<std::string> ids;
    for (const auto& each : facts.comparison.unknown) ids.insert(each.id);
    ListWriter names(language);
    std::size_t number = 0;
    for (const auto& row : facts.rows) {
        if (!ids.contains(row.department->id)) continue;
        if (++number <= 5) names.add(name_of(batches, row, language));
    }
    if (number > 5) names.add("… (" + count(number) + ')');
    return names.text();
}

}  // namespace

std::string name_of(std::span<const Dataset> batches, const ComparedRow& row, Language language) {
    const auto batch = row.last_batch();
    return std::string(
        batches[batch][row.department->loads[batch]->department].short_name.in(language));
}

std::string comparison_certainty(std::span<const Dataset> batches, const ComparisonFacts& facts,
                                 Language language) {
    if (!facts.knows_all) return std::string(unknown_total.in(language));
    if (!facts.hides) return {};
    std::vector<std::string> withheld;
    std::size_t open = 0;
    for (const auto& each : facts.comparison.profiles) {
        withheld.push_back(count(each.withheld));
        open += each.open;
    }
    if (facts.none_certain) {
        return (open > 0 ? none_certain_open : none_certain)
            .fill(language, {spoken_list(withheld, language)});
    }
    std::vector<std::string> names;
    for (const auto& row : facts.rows) {
        if (row.certain) names.push_back(name_of(batches, row, language));
    }
    if (names.empty()) return {};
    auto certain = count(names.size());
    if (names.size() <= 5) {
        certain = marks::brackets.fill(language, {certain, spoken_list(names, language)});
    }
    return some_certain.fill(language, {certain, count(facts.rows.size())});
}

Headline comparison_headline(std::span<const Dataset> batches, const ComparisonFacts& facts) {
    Headline head;
    head.shows_order = false;
    head.kind = in_every(kind);
    head.neutral = in_every(neutral);
    head.finding = [=, &facts](Language language) { return finding(batches, facts, language); };
    head.subtitle = [=, &facts](Language language) {
        std::size_t rose = 0;
        std::size_t fell = 0;
        for (const auto& row : facts.rows) {
            if (row.part != Part::both) continue;
            if (row.rose()) ++rose;
            if (row.fell()) ++fell;
        }
        const auto counts =
            subtitle.fill(language, {count(rose), count(fell), count(facts.count_of(Part::came)),
                                     count(facts.count_of(Part::went))});
        return sentences(language, {comparison_certainty(batches, facts, language), counts});
    };
    head.description = [&facts](Language language) -> std::string {
        if (facts.rows.empty()) return std::string(nothing.in(language));
        return shows.fill(language, {count(facts.rows.size()), count(facts.pairs.size())});
    };
    head.rule = [=, &facts](Language language) {
        const auto names = unknown_names(batches, facts, language);
        return sentences(language,
                         {std::string(rule.in(language)),
                          batches.size() > 2 ? std::string(rule_between.in(language)) : "",
                          facts.hides ? std::string(band_rule.in(language)) : "",
                          names.empty() ? "" : unknown.fill(language, {names})});
    };
    return head;
}

}  // namespace remit::drawing
