#include "facts.hpp"

#include "../../text/names.hpp"
#include "../captions.hpp"

#include <remit/analysis/projection_communities.hpp>

#include <algorithm>

namespace remit::drawing {
namespace {

constexpr Phrase kind{"network-picture.kind"};
constexpr Phrase neutral{"network-picture.neutral"};
constexpr Phrase nothing_shared{"groups-picture.finding-none-at-all"};
constexpr Phrase finding{"network-picture.finding"};
constexpr Phrase findings{"network-picture.findings"};
constexpr Phrase a_pair{"network-picture.pair"};
constexpr Phrase subtitle{"network-picture.subtitle"};
constexpr Phrase shows{"network-picture.shows"};
constexpr Phrase circles_rule{"network-picture.rule"};
constexpr Phrase table_rule{"network-picture.table-rule"};
constexpr Phrase withheld_rule{"network-picture.withheld-rule"};

constexpr Phrase group_rule{"network-picture.group-rule"};

constexpr std::size_t most_named = 3;  // pairs of a tie

}  // namespace

std::size_t NetworkFacts::before_tie(std::size_t most) const {
    auto kept = std::min(most, pairs.size());
    while (kept > 0 && kept < pairs.size() && pairs[kept].shared() == pairs[kept - 1].shared()) {
        --kept;
    }
    return kept;
}

bool NetworkFacts::is_chief(DepartmentIndex department) const {
    return std::any_of(
        pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(chief),
        [&](const auto& pair) { return pair.a == department || pair.b == department; });
}

NetworkFacts network_facts(const Dataset& dataset) {
    NetworkFacts facts;
    const auto graph = responsibility_graph(dataset);
    facts.pairs = coresponsibility(graph);
    std::stable_sort(facts.pairs.begin(), facts.pairs.end(),
                     [](const auto& a, const auto& b) { return a.shared() > b.shared(); });
    std::vector<bool> shares(dataset.departments().size());
    for (const auto& pair : facts.pairs) {
        shares[pair.a.value] = shares[pair.b.value] = true;
        if (pair.shared() == 1) ++facts.single;
        if (pair.shared() == facts.most()) ++facts.chief;
    }
    if (facts.chief > most_named || facts.most() < 2) facts.chief = 0;
    facts.measures.resize(shares.size());
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        for (const auto& each : dataset.responsibilities(m)) {
            ++facts.measures[each.department.value];
        }
    }
    for (DepartmentIndex d; d.value < shares.size(); ++d.value) {
        (shares[d.value] ? facts.sharing : facts.alone).push_back(d);
    }
    facts.groups = projection_communities(dataset).groups;
    return facts;
}

Headline network_headline(const Dataset& dataset, const NetworkFacts& facts, bool circles) {
    const bool parted =
        !circles && std::any_of(facts.sharing.begin(), facts.sharing.end(), [&](auto d) {
            return facts.groups[d.value] != facts.groups[facts.sharing.front().value];
        });
    Headline head;
    head.kind = in_every(kind);
    head.neutral = in_every(neutral);
    head.finding = [&](Language language) -> std::string {
        if (facts.pairs.empty() && dataset.departments().size() > 1) {
            return std::string(nothing_shared.in(language));
        }
        if (facts.chief == 0) return {};
        const Names names(dataset, {language});
        ListWriter list(language);
        for (std::size_t p = 0; p < facts.chief; ++p) {
            list.add(a_pair.fill(language, {accent(names.of(facts.pairs[p].a, language)),
                                            accent(names.of(facts.pairs[p].b, language))}));
        }
        const auto& form = facts.chief == 1 ? finding : findings;
        return form.fill(language, {list.text(), count(facts.most())});
    };
    head.subtitle = [&](Language language) {
        const auto size = dataset.departments().size();
        const auto possible = size < 2 ? 0 : size * (size - 1) / 2;
        return counted_measures(dataset, language) + "\u00A0\u00B7 " +
               subtitle.fill(language,
                             {count(facts.pairs.size()), count(possible), count(facts.single)});
    };
    head.description = in_every(shows);
    head.rule = [&, circles, parted](Language language) {
        return sentences(
            language,
            {facts.pairs.empty() ? std::string()
                                 : std::string((circles ? circles_rule : table_rule).in(language)),
             parted ? std::string(group_rule.in(language)) : std::string(),
             dataset.withheld() == 0 ? std::string()
                                     : withheld_rule.fill(language, {count(dataset.withheld())})});
    };
    head.shows_order = false;
    return head;
}

}  // namespace remit::drawing
