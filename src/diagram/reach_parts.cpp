#include "captions.hpp"
#include "pieces.hpp"
#include "reach_layout.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double widest_name = 96.0;  // of a chip
constexpr double widest_contact = 112.0;
constexpr int count_width = 24;

constexpr Phrase has{"reach-parts.has"};

std::vector<ReachChip> chips_of(const Dataset& dataset, const Languages& languages,
                                MeasureIndex measure, int height) {
    std::vector<ReachChip> chips;
    const auto language = languages.first;
    const auto responsibilities = dataset.responsibilities(measure);
    for (std::size_t i = 0; i < responsibilities.size(); ++i) {
        const auto d = responsibilities[i].department;
        const bool leading = dataset.standing(measure, i) != Standing::other;
        const TextStyle style{body_size, leading, leading ? palette::white : palette::ink};
        const TextMeasure text{body_size, leading, language};
        std::vector<std::string> lines;
        for (const auto& line : wrap(name(languages, dataset[d].short_name), 1e6, text)) {
            lines.push_back(shortened(line, widest_name, text));
        }
        Box box{"link-" + department_id(dataset, d) + '-' + measure_id(dataset, measure),
                leading ? "link first" : "link also"};
        box.rows = {
            {{lines_width(lines, style, language) + 2 * padding, height, styled(lines, style)}}};
        box.fill = leading ? palette::ink : palette::white;
        box.frame = leading ? palette::ink : palette::muted;
        box.tooltip = std::string(dataset[d].name.in(language));
        chips.push_back({std::move(box), leading});
    }
    std::stable_sort(chips.begin(), chips.end(), [](const ReachChip& a, const ReachChip& b) {
        return a.leading && !b.leading;
    });
    return chips;
}

Box contact_box(const Dataset& dataset, const Languages& languages, const Contact& contact) {
    const auto d = contact.department;
    const auto language = languages.first;
    const auto lines = wrap_at_most(2, name(languages, dataset[d].short_name), widest_contact,
                                    {name_size, true, language});
    const auto height = lines_height(lines.size(), name_size);
    const TextStyle style{name_size, true, palette::ink};
    const auto count = [&](std::size_t number, bool bold, const char* fill, const char* color) {
        return BoxCell{count_width,   height, {{std::to_string(number), {body_size, bold, color}}},
                       Align::center, false,  fill,
                       palette::ink};
    };
    const bool leads = contact.leading > 0;
    Box box{"department-" + department_id(dataset, d), "department"};
    box.rows = {{{lines_width(lines, style, language) + padding, height, styled(lines, style)},
                 {padding, height},
                 count(contact.leading, true, leads ? palette::ink : palette::white,
                       leads ? palette::white : palette::ink),
                 count(contact.joining, false, palette::white, palette::ink)}};
    box.tooltip = has.fill(language, {std::string(dataset[d].name.in(language)),
                                      std::to_string(contact.leading + contact.joining)});
    return box;
}

}  // namespace

ReachParts reach_parts(const Dataset& dataset, const Languages& languages,
                       const ReachFacts& facts) {
    ReachParts parts;
    for (const auto form : {PanelForm::names, PanelForm::lines, PanelForm::list}) {
        parts.panels[static_cast<std::size_t>(form)] =
            reach_panels(dataset, languages, facts, form);
    }
    std::size_t lines = 1;
    for (const auto& each : facts.contacts) {
        const auto text = name(languages, dataset[each.department].short_name);
        if (text.find('\n') != std::string::npos) lines = 2;
    }
    parts.chip_height = lines_height(lines, body_size);
    parts.chips.resize(dataset.measures().size());
    for (const auto m : facts.measures) {
        parts.chips[m.value] = chips_of(dataset, languages, m, parts.chip_height);
    }
    for (const auto& each : facts.contacts) {
        parts.contacts.push_back(contact_box(dataset, languages, each));
    }
    return parts;
}

}  // namespace remit::drawing
