#include <remit/diagram/department_diagram.hpp>

#include "captions.hpp"
#include "department_layout.hpp"
#include "flow_pages.hpp"
#include "wording.hpp"

#include <algorithm>

namespace remit {
namespace {

using drawing::DepartmentFacts;
using drawing::phrase;

constexpr Phrase heads{"department-diagram.heads"};
constexpr Phrase of_listed{"department-diagram.of-listed"};
constexpr Phrase split{"department-diagram.split"};
constexpr Phrase partners{"department-diagram.partners"};
constexpr Phrase shows{"department-diagram.shows"};
constexpr Phrase shared_chip{"department-diagram.shared-chip"};
constexpr Phrase short_for{"department-diagram.short-for"};
constexpr Phrase no_measure{"department-diagram.no-measure"};
constexpr Phrase perhaps{"department-diagram.perhaps"};

std::string counts(const Dataset& dataset, const DepartmentFacts& facts, Language language) {
    const auto count = [](std::size_t number) { return std::to_string(number); };
    const auto all = facts.measures.size();
    return drawing::unbroken(
               of_listed.fill(language, {count(dataset.measures().size()), count(all)})) +
           split.fill(language,
                      {drawing::leading_counted(dataset, facts.leading, language),
                       drawing::joining_counted(dataset, all - facts.leading, language)}) +
           drawing::separator +
           drawing::unbroken(partners.fill(language, {count(facts.partners.size())})) +
           drawing::withheld_counted(dataset, language);
}

/// What the tags of the measures are short for.
std::string tags(const Dataset& dataset, const std::vector<MeasureIndex>& measures,
                 Language language) {
    std::vector<GroupIndex> groups;
    for (const auto m : measures) {
        const auto terms = dataset.scope(m);
        if (terms.size() != 1) continue;
        const auto* group = std::get_if<GroupIndex>(&terms.front());
        if (group == nullptr) continue;
        if (std::find(groups.begin(), groups.end(), *group) == groups.end()) {
            groups.push_back(*group);
        }
    }
    std::string text;
    for (const auto each : groups) {
        const auto& group = dataset.registry()[each];
        const auto tag = group.short_name.in(language);
        if (tag == group.name.in(language)) continue;
        text = sentences(language,
                         {text, short_for.fill(language, {std::string(tag),
                                                          std::string(group.name.in(language))})});
    }
    return text;
}

std::vector<LegendItem> legend(const Dataset& dataset, const DepartmentFacts& facts,
                               const Languages& languages) {
    using Sample = LegendItem::Sample;
    const auto roles = drawing::role_words(dataset);
    std::vector<LegendItem> items{{Sample::line, phrase(languages, roles.leading), palette::ink,
                                   drawing::leading_width, false, Tip::arrow},
                                  {Sample::line, phrase(languages, roles.joining), palette::muted,
                                   drawing::joining_width, false, Tip::dot},
                                  {Sample::chip, phrase(languages, shared_chip), palette::secondary,
                                   1.0, false, Tip::none, palette::secondary, palette::white, "3"}};
    items.insert(items.end(), facts.marks.legend.begin(), facts.marks.legend.end());
    return items;
}

}  // namespace

Picture department_diagram(const Dataset& dataset, DepartmentIndex department,
                           const PictureOptions& options) {
    const auto facts = drawing::department_facts(dataset, options.languages, department);
    const auto named = [&](Language language) {
        return std::string(dataset[department].short_name.in(language));
    };
    const auto subtitle = [&](Language language) { return counts(dataset, facts, language); };
    auto text = drawing::page_text(
        dataset, options,
        {[&](Language language) {
             return heads.fill(language, {drawing::subject(dataset, language), named(language)});
         },
         subtitle,
         [&](Language language) {
             return shows.fill(language, {named(language), subtitle(language)});
         },
         [&](Language language) {
             return drawing::full_counting(language, tags(dataset, facts.measures, language));
         },
         true, true});
    text.legend = legend(dataset, facts, options.languages);
    return drawing::flow_pages(
        options, std::move(text), std::span<const MeasureIndex>(facts.measures),
        [&](std::span<const MeasureIndex> measures) {
            return drawing::DepartmentLayout(dataset, options.languages, facts, measures);
        });
}

Picture department_diagram(const Dataset& dataset, BodyIndex body, const PictureOptions& options) {
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        if (dataset.departments()[d.value].body == body) {
            return department_diagram(dataset, d, options);
        }
    }
    const auto named = [&](Language language) {
        return std::string(dataset.registry()[body].short_name.in(language));
    };
    const auto why = [&](Language language) {
        const auto hidden = dataset.withheld();
        return no_measure.fill(language, {named(language)}) +
               (hidden == 0 ? "" : perhaps.fill(language, {std::to_string(hidden)}));
    };
    auto text = drawing::page_text(
        dataset, options,
        {[&](Language language) {
             return heads.fill(language, {drawing::subject(dataset, language), named(language)});
         },
         [&](Language language) {
             return drawing::measures_counted(dataset, language) +
                    drawing::withheld_counted(dataset, language);
         },
         why,
         {},
         false});
    return drawing::no_data(std::move(text), options, why);
}

}  // namespace remit
