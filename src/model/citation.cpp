#include <remit/model/citation.hpp>

#include <remit/model/history.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <numeric>

namespace remit {
namespace {

constexpr Phrase cited{"citation.cited"};
constexpr Phrase cited_plain{"citation.cited-plain"};
constexpr Phrase cited_undated{"citation.cited-undated"};
constexpr Phrase cited_by_title{"citation.cited-by-title"};

constexpr Phrase withheld{"citation.withheld"};
constexpr Phrase partly_withheld{"citation.partly-withheld"};
constexpr Phrase only_listed{"citation.only-listed"};
constexpr Phrase perhaps_meeting{"citation.perhaps-meeting"};
constexpr Phrase silent{"citation.silent"};
constexpr Phrase all_silent{"citation.all-silent"};
constexpr Phrase some_silent{"citation.some-silent"};
constexpr Phrase abridged{"citation.abridged"};

constexpr Phrase abridged_all{"citation.abridged-all"};
constexpr Phrase abridged_one{"citation.abridged-one"};

constexpr Phrase for_many{"citation.for-many"};
constexpr Phrase for_nobody{"citation.for-nobody"};
constexpr Phrase goes_on{"citation.goes-on"};

constexpr Phrase print_order{"citation.print-order"};
constexpr Phrase convention{"citation.convention"};
constexpr Phrase declared{"citation.declared"};
constexpr Phrase mixed{"citation.mixed"};

constexpr Phrase bodies_of{"citation.bodies-of"};
constexpr Phrase cannot_be_told{"citation.cannot-be-told"};
constexpr Phrase not_there{"citation.not-there"};
constexpr Phrase day_not_decided{"citation.day-not-decided"};
constexpr Phrase change_of{"citation.change-of"};
constexpr Phrase stands_for{"citation.stands-for"};

constexpr Phrase whole_extent{"citation.whole-extent"};
constexpr Phrase core_extent{"citation.core-extent"};

constexpr Phrase supposed{"citation.supposed"};
constexpr Phrase merged{"citation.merged"};
constexpr Phrase renamed{"citation.renamed"};
constexpr Phrase moved{"citation.moved"};
constexpr Phrase moved_from_first{"citation.moved-from-first"};
constexpr Phrase parted{"citation.parted"};
constexpr Phrase part_of{"citation.part-of"};
constexpr Phrase the_rest{"citation.the-rest"};

/// "6", or with several notices "6 (Second batch)": for people, whom an id tells nothing.
std::string measure_in_words(const Dataset& dataset, MeasureIndex measure, Language language) {
    auto identifier = dataset[measure].identifier();
    if (dataset.notices().size() < 2) return identifier;
    const auto& notice = dataset[dataset[measure].notice];
    return part_of.fill(language,
                        {std::move(identifier), std::string(notice.short_title.in(language))});
}

std::string describe(const Dataset& dataset, const Step& step, Language language) {
    const auto name = [&](BodyIndex body) {
        return std::string(dataset.registry()[body].short_name.in(language));
    };
    ListWriter bodies(language);
    for (const auto each : step.bodies) bodies.add(name(each));
    switch (step.kind) {
        case StepKind::merge:
            return merged.fill(language, {bodies.text(), name(step.to)});
        case StepKind::rename:
            return renamed.fill(language, {bodies.text(), name(step.to)});
        case StepKind::move: {
            auto label = measure_in_words(dataset, step.measure, language);
            if (step.bodies.empty()) {
                return moved_from_first.fill(language, {std::move(label), name(step.to)});
            }
            return moved.fill(language, {std::move(label), bodies.text(), name(step.to)});
        }
        case StepKind::split:
            break;
    }
    ListWriter parts(language);
    for (const auto& part : step.parts) {
        ListWriter measures(language);
        for (const auto each : part.measures) {
            measures.add(measure_in_words(dataset, each, language));
        }
        if (part.rest) measures.add(the_rest.in(language));
        parts.add(part_of.fill(language, {name(part.to), measures.text()}));
    }
    return parted.fill(language, {bodies.text(), parts.text()});
}

/// Withheld measures of which nobody knows whether they meet the conditions.
std::uint64_t perhaps_withheld(const Dataset& dataset) {
    const auto notices = dataset.notices();
    return std::accumulate(
        notices.begin(), notices.end(), std::uint64_t{0},
        [](std::uint64_t sum, const Notice& notice) { return sum + notice.perhaps; });
}

bool any_notice(const Dataset& dataset, bool (*test)(const Notice&)) {
    return std::any_of(dataset.notices().begin(), dataset.notices().end(), test);
}

}  // namespace

std::string citation(const Notice& notice, Language language) {
    const bool number = !notice.number.empty();
    const auto& form =
        notice.issued ? (number ? cited : cited_plain) : (number ? cited_undated : cited_by_title);
    return form.fill(
        language, {std::string(notice.title.in(language)), std::string(notice.number.in(language)),
                   notice.issued ? in_words(*notice.issued, language) : std::string()});
}

std::string citation(const Dataset& dataset, Language language) {
    std::string text;
    for (const auto& notice : dataset.notices()) {
        if (!text.empty()) text += marks::clause.in(language);
        text += citation(notice, language);
    }
    return text;
}

std::string unknown_total(const Dataset& dataset, Language language) {
    const auto notices = dataset.notices();
    const auto perhaps = perhaps_withheld(dataset);
    const auto count = static_cast<std::size_t>(std::count_if(
        notices.begin(), notices.end(),
        [](const Notice& notice) { return !notice.announced && notice.perhaps == 0; }));
    std::string text;
    if (perhaps > 0) text = perhaps_meeting.fill(language, {std::to_string(perhaps)});
    if (count == 0) return text;
    if (!text.empty()) text += marks::clause.in(language);
    if (notices.size() == 1) return text + std::string(silent.in(language));
    if (count == notices.size()) return text + std::string(all_silent.in(language));
    return text +
           some_silent.fill(language, {std::to_string(count), std::to_string(notices.size())});
}

std::string withheld_remark(const Dataset& dataset, Language language) {
    const auto hidden = std::to_string(dataset.withheld());
    const auto listed = std::to_string(dataset.measures().size());
    std::string text;
    if (const auto unknown = unknown_total(dataset, language); !unknown.empty()) {
        text = dataset.withheld() == perhaps_withheld(dataset)
                   ? only_listed.fill(language, {listed})
                   : partly_withheld.fill(language, {listed, hidden});
        text += marks::clause.in(language);
        text += unknown;
    } else if (dataset.withheld() == 0) {
        return {};
    } else {
        text = withheld.fill(language, {std::to_string(*dataset.announced()), listed, hidden});
    }
    const auto notices = dataset.notices();
    const bool alike = std::all_of(notices.begin(), notices.end(), [&](const Notice& each) {
        return each.abridged == notices.front().abridged;
    });
    const auto& form = !alike ? abridged_one : notices.size() > 1 ? abridged_all : abridged;
    for (const auto& notice : notices.first(alike ? 1 : notices.size())) {
        if (notice.abridged.empty()) continue;
        text += marks::clause.in(language);
        text += form.fill(language, {std::string(notice.abridged.in(language)),
                                     std::string(notice.short_title.in(language))});
    }
    return text + std::string(marks::stop.in(language));
}

std::string naming_remark(const Dataset& dataset, Language language) {
    std::size_t collective = 0;
    std::size_t nobody = 0;
    std::size_t open = 0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        if (dataset[m].open) ++open;
        if (dataset.responsibilities(m).empty()) ++(dataset.unassigned(m) ? nobody : collective);
    }
    const auto listed = std::to_string(dataset.measures().size());
    std::string text;
    const auto add = [&](std::size_t count, const Phrase& phrase) {
        if (count == 0) return;
        text = sentences(language, {text, phrase.fill(language, {std::to_string(count), listed})});
    };
    add(collective, for_many);
    add(nobody, for_nobody);
    add(open, goes_on);
    return text;
}

std::string lead_remark(const Dataset& dataset, Language language) {
    if (dataset.measures().empty()) return {};
    if (any_notice(dataset, [](const Notice& notice) { return notice.first_leads; })) {
        return std::string(convention.in(language));
    }
    if (dataset.declares_all_leads()) return std::string(declared.in(language));
    if (dataset.declares_leads()) return std::string(mixed.in(language));
    return std::string(print_order.in(language));
}

std::string as_of_remark(const Dataset& dataset, Language language) {
    if (!dataset.as_of()) return {};
    const auto& registry = dataset.registry();
    ListWriter changes(language);
    for (const auto& [before, then] : dataset.carried()) {
        changes.add(
            stands_for.fill(language, {std::string(registry[before].short_name.in(language)),
                                       std::string(registry[then].short_name.in(language))}));
    }
    auto text = bodies_of.fill(language, {in_words(*dataset.as_of(), language)});
    if (!changes.text().empty()) {
        text += std::string(marks::colon.in(language)) + changes.text();
    }
    text += marks::stop.in(language);
    const auto add = [&](const Phrase& phrase, const std::vector<DepartmentIndex>& which) {
        ListWriter names(language);
        for (const auto each : which) names.add(dataset[each].short_name.in(language));
        if (which.empty()) return;
        text = sentences(language, {text, phrase.fill(language, {names.text()})});
    };
    add(cannot_be_told, untold(dataset));
    add(not_there, absent(dataset));
    ListWriter vague(language);
    for (const auto& each : undecided(dataset)) {
        vague.add(
            change_of.fill(language, {std::string(registry[each.from].short_name.in(language)),
                                      std::string(registry[each.to].short_name.in(language)),
                                      in_words(each.date, language)}));
    }
    if (!vague.text().empty()) {
        text = sentences(language, {text, day_not_decided.fill(language, {vague.text()})});
    }
    return text;
}

std::string describe(const Dataset& dataset, const Plan& plan, Language language) {
    std::string steps;
    for (const auto& step : plan.steps) {
        if (!steps.empty()) steps += marks::clause.in(language);
        steps += describe(dataset, step, language);
    }
    if (plan.title.empty()) return steps;
    return std::string(plan.title.in(language)) + std::string(marks::colon.in(language)) + steps;
}

std::string plan_remark(const Dataset& dataset, Language language) {
    if (!dataset.reorganized()) return {};
    std::string all;
    for (const auto& plan : dataset.plans()) {
        if (plan.steps.empty()) continue;
        if (!all.empty()) all += marks::clause.in(language);
        all += describe(dataset, plan, language);
    }
    return supposed.fill(language, {all});
}

std::string extent_remark(const Dataset& dataset, Language language) {
    ListWriter whole(language);
    ListWriter core(language);
    for (const auto& region : dataset.regions()) {
        const auto& place = dataset.registry()[region.place];
        if (place.core.empty()) continue;
        (place.extent == Extent::core ? core : whole).add(place.name.in(language));
    }
    const auto said = [&](const Phrase& form, const ListWriter& names) {
        return names.text().empty() ? std::string() : form.fill(language, {names.text()});
    };
    return sentences(language, {said(whole_extent, whole), said(core_extent, core)});
}

}  // namespace remit
