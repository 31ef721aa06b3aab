#include "captions.hpp"
#include "department_layout.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double card_text = 128.0;  // the widest line of the card
constexpr int figure_size = 18;
constexpr int title_size = 15;

constexpr Phrase first_named{"department-facts.first-named"};
constexpr Phrase leads{"department-facts.leads"};
constexpr Phrase leads_or_first{"department-facts.leads-or-first"};
constexpr Phrase also_named{"department-facts.also-named"};
constexpr Phrase joins{"department-facts.joins"};

constexpr Phrase of_all{"department-facts.of-all"};
constexpr Phrase of_listed{"department-facts.of-listed"};
constexpr Phrase bounds{"department-facts.bounds"};
constexpr Phrase open_bounds{"department-facts.open-bounds"};
constexpr Phrase partner_count{"department-facts.partner-count"};

const Phrase& by_roles(const Dataset& dataset, const Phrase& printed, const Phrase& declared,
                       const Phrase& either) {
    if (dataset.declares_all_leads()) return declared;
    return dataset.declares_leads() ? either : printed;
}

/// Parts of the card: the name, the figure and the remarks.
std::vector<std::vector<TextLine>> card_parts(const Dataset& dataset, const Languages& languages,
                                              const DepartmentFacts& facts) {
    const auto language = languages.first;
    const auto hidden = dataset.withheld();
    const auto count = [](std::size_t number) { return std::to_string(number); };
    std::vector<std::vector<TextLine>> parts;
    const auto add = [&](const std::string& text, int size, bool bold) {
        const auto lines = wrap(text, card_text, {static_cast<double>(size), bold, language});
        parts.push_back(styled(lines, {size, bold, palette::white}));
    };
    add(name(languages, dataset[facts.department].short_name), title_size, true);
    add(phrase(languages, of_all, {count(facts.measures.size()), count(dataset.measures().size())}),
        figure_size, true);
    add(said(languages,
             [&](Language each) {
                 const auto joining = facts.measures.size() - facts.leading;
                 auto text = leading_counted(dataset, facts.leading, each) + '\n' +
                             joining_counted(dataset, joining, each) + '\n' +
                             of_listed.fill(each, {percent(facts.share.of_listed)}) + '\n';
                 if (hidden + facts.possible > 0) {
                     text += (facts.possible > 0 ? open_bounds : bounds)
                                 .fill(each, {count(hidden), percent(facts.share.low),
                                              percent(facts.share.high)}) +
                             '\n';
                 }
                 return text + partner_count.fill(each, {count(facts.partners.size()),
                                                         count(dataset.departments().size() - 1)});
             }),
        body_size, false);
    return parts;
}

}  // namespace

std::size_t position(const Dataset& dataset, MeasureIndex measure, DepartmentIndex department) {
    const auto all = dataset.responsibilities(measure);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Responsibility& each) {
        return each.department == department;
    });
    return static_cast<std::size_t>(found - all.begin());
}

std::string leading_counted(const Dataset& dataset, std::size_t count, Language language) {
    return by_roles(dataset, first_named, leads, leads_or_first)
        .fill(language, {std::to_string(count)});
}

std::string joining_counted(const Dataset& dataset, std::size_t count, Language language) {
    return by_roles(dataset, also_named, joins, also_named).fill(language, {std::to_string(count)});
}

DepartmentFacts department_facts(const Dataset& dataset, const Languages& languages,
                                 DepartmentIndex department) {
    DepartmentFacts facts;
    facts.department = department;
    const auto graph = responsibility_graph(dataset);
    std::vector<MeasureIndex> joining;
    for (const auto m : graph.measures(department)) {
        const bool leads_it =
            dataset.standing(m, position(dataset, m, department)) != Standing::other;
        (leads_it ? facts.measures : joining).push_back(m);
    }
    facts.leading = facts.measures.size();
    facts.measures.insert(facts.measures.end(), joining.begin(), joining.end());
    for (const auto& pair : coresponsibility(graph)) {
        if (pair.a == department) facts.partners.push_back({pair.b, pair.shared()});
        if (pair.b == department) facts.partners.push_back({pair.a, pair.shared()});
    }
    std::sort(facts.partners.begin(), facts.partners.end(), [](const auto& a, const auto& b) {
        return a.shared != b.shared ? a.shared > b.shared : a.department < b.department;
    });
    const auto own = std::count_if(facts.measures.begin(), facts.measures.end(),
                                   [&](MeasureIndex m) { return dataset[m].open; });
    facts.possible = graph.open_count() - static_cast<std::size_t>(own);
    facts.share =
        share(facts.measures.size(), dataset.measures().size(), dataset.withheld(), facts.possible);
    facts.marks = category_marks(dataset, languages, facts.measures);
    facts.colors = measure_colors(dataset);
    facts.titles = std::make_shared<WrappedTitles>(dataset, languages);
    return facts;
}

Box department_card(const Dataset& dataset, const Languages& languages,
                    const DepartmentFacts& facts) {
    const auto parts = card_parts(dataset, languages, facts);
    double width = 0.0;
    for (const auto& part : parts) {
        for (const auto& line : part) {
            const TextMeasure measure{static_cast<double>(line.style.size), line.style.bold,
                                      languages.first};
            width = std::max(width, text_width(line.text, measure));
        }
    }
    Box box{"department-" + department_id(dataset, facts.department), "department"};
    for (const auto& part : parts) {
        const auto size = part.front().style.size;
        box.rows.push_back({{static_cast<int>(std::ceil(width)) + 2 * padding,
                             lines_height(part.size(), size) + padding, part}});
    }
    box.fill = palette::ink;
    box.frame = palette::ink;
    box.tooltip = std::string(dataset[facts.department].name.in(languages.first));
    return box;
}

}  // namespace remit::drawing
