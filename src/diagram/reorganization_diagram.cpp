#include <remit/diagram/reorganization_diagram.hpp>

#include "captions.hpp"
#include "key_figures.hpp"
#include "reorganization_chart.hpp"
#include "wording.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/model/citation.hpp>

#include <algorithm>
#include <array>
#include <cassert>

namespace remit {
namespace {

using drawing::KeyFigures;
using drawing::phrase;
using drawing::ReorganizationChart;

constexpr Phrase title{"reorganization-diagram.title"};
constexpr Phrase departments{"reorganization-diagram.departments"};
constexpr Phrase links{"reorganization-diagram.links"};
constexpr Phrase pairs{"reorganization-diagram.pairs"};
constexpr Phrase many_steps{"reorganization-diagram.many-steps"};
constexpr Phrase shows{"reorganization-diagram.shows"};
constexpr Phrase rule{"reorganization-diagram.rule"};
constexpr Phrase changed{"reorganization-diagram.changed"};
constexpr Phrase unchanged{"reorganization-diagram.unchanged"};
constexpr Phrase nothing{"reorganization-diagram.nothing"};

constexpr double figures_gap = 14.0;       // in layout units
constexpr std::size_t longest_plan = 150;  // bytes that a subtitle takes

Comparison compared(const Dataset& before, const Reorganized& after) {
    LaterIds later;
    for (const auto& [first, then] : after.renamed) {
        later[before.registry()[first].id] = before.registry()[then].id;
    }
    return compare(std::array{before, *after.dataset}, later);
}

/// What the plans do, or, where that is long, in how many steps.
std::string plans_said(const Dataset& before, Language language) {
    std::string text;
    std::size_t steps = 0;
    for (const auto& plan : before.plans()) {
        if (plan.steps.empty()) continue;
        steps += plan.steps.size();
        if (!text.empty()) text += marks::clause.in(language);
        text += describe(before, plan, language);
    }
    return text.size() <= longest_plan ? text : many_steps.fill(language, {std::to_string(steps)});
}

std::string counts(const Dataset& before, const Comparison& comparison, Language language) {
    const auto number = [](std::size_t value) { return std::to_string(value); };
    const auto& first = comparison.profiles.front();
    const auto& then = comparison.profiles.back();
    const auto trend = [&](Trend wanted) {
        return number(static_cast<std::size_t>(
            std::count_if(comparison.pairs.begin(), comparison.pairs.end(),
                          [&](const auto& pair) { return pair.development.trend == wanted; })));
    };
    auto text = plans_said(before, language);
    const auto add = [&](const std::string& part) {
        text += (text.empty() ? "" : drawing::separator) + drawing::unbroken(part);
    };
    add(departments.fill(language, {number(first.departments), number(then.departments)}));
    add(links.fill(language, {number(first.links), number(then.links)}));
    add(pairs.fill(language, {trend(Trend::came), trend(Trend::went)}));
    add(drawing::measures_counted(before, language));
    return text + drawing::withheld_counted(before, language);
}

std::vector<LegendItem> legend(const ReorganizationChart& chart, const Languages& languages) {
    std::vector<LegendItem> items;
    if (chart.has_changed()) {
        items.push_back({LegendItem::Sample::line, phrase(languages, changed),
                         palette::categories[0].dark, 8.0});
    }
    if (chart.has_unchanged()) {
        items.push_back(
            {LegendItem::Sample::line, phrase(languages, unchanged), palette::rule, 8.0});
    }
    return items;
}

/// The columns above the figures.
struct Panels {
    ReorganizationChart chart;
    KeyFigures figures;
    std::size_t columns = 1;

    [[nodiscard]] ContentSize size() const {
        const auto one = chart.size();
        const auto other = figures.size_of(columns);
        return {std::max(one.width, other.width), one.height + figures_gap + other.height};
    }

    void draw(const Rectangle& area, Diagram& diagram) const {
        const auto other = figures.size_of(columns);
        const auto top = area.y + area.height - other.height;
        chart.draw({area.x, area.y, area.width, area.height - other.height - figures_gap}, diagram);
        figures.draw(columns, {area.x, top, area.width, other.height}, diagram);
    }
};

/// As many rows of tiles as make the picture largest.
void arrange(Panels& panels, const Page& page) {
    const auto room = page.content();
    double best_scale = 0.0;
    std::size_t best = 1;
    for (auto columns = panels.figures.count(); columns > 0; columns = columns / 2) {
        panels.columns = columns;
        const auto size = panels.size();
        // What is too high is left out, but nothing makes a page wider.
        const auto high = std::max(room.height / size.height, drawing::least_chart_scale);
        const auto scale = std::min({drawing::largest_chart_scale, room.width / size.width, high});
        if (scale <= best_scale * 1.001) continue;
        best_scale = scale;
        best = columns;
    }
    panels.columns = best;
}

}  // namespace

Picture reorganization_diagram(const Dataset& before, const Reorganized& after,
                               const PictureOptions& options) {
    assert(after.dataset);
    const auto comparison = compared(before, after);
    const auto subtitle = [&](Language language) { return counts(before, comparison, language); };
    auto text = drawing::page_text(
        *after.dataset, options,
        {[&](Language language) {
             return title.fill(language, {drawing::subject(before, language)});
         },
         subtitle, [&](Language language) { return shows.fill(language, {subtitle(language)}); },
         [](Language language) { return std::string(rule.in(language)); }, false});
    Panels panels{{before, after, options.languages}, {comparison, options.languages}};
    if (panels.chart.empty()) {
        return drawing::no_data(std::move(text), options, [](Language language) {
            return std::string(nothing.in(language));
        });
    }
    text.legend = legend(panels.chart, options.languages);
    if (options.page == PageFormat::fit) {
        panels.columns = panels.figures.count();
        const Page page(options.page, text, options.languages, panels.size());
        auto diagram = page.furnish(1.0);
        panels.draw(page.content(), diagram);
        return {diagram};
    }
    const Page page(options.page, text, options.languages);
    const auto room = page.content();
    arrange(panels, page);
    auto scale = page.scale_for(panels.size(), drawing::largest_chart_scale);
    if (scale < drawing::least_chart_scale) {
        const auto figures = panels.figures.size_of(panels.columns).height + figures_gap;
        panels.chart.limit(room.height / drawing::least_chart_scale - figures);
        scale = page.scale_for(panels.size(), drawing::largest_chart_scale);
    }
    auto diagram = page.furnish(scale);
    panels.draw({room.x / scale, room.y / scale, room.width / scale, room.height / scale}, diagram);
    return {diagram};
}

}  // namespace remit
