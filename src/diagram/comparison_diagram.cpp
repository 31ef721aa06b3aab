#include <remit/diagram/comparison_diagram.hpp>

#include "captions.hpp"
#include "pair_lists.hpp"
#include "slope_chart.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>

namespace remit {
namespace {

using drawing::ComparedBatches;
using drawing::PairLists;
using drawing::phrase;
using drawing::SlopeChart;

constexpr Phrase title{"comparison-diagram.title"};
constexpr Phrase departments{"comparison-diagram.departments"};
constexpr Phrase pairs{"comparison-diagram.pairs"};
constexpr Phrase measures{"comparison-diagram.measures"};
constexpr Phrase withheld{"comparison-diagram.withheld"};
constexpr Phrase shows{"comparison-diagram.shows"};
constexpr Phrase rule{"comparison-diagram.rule"};
constexpr Phrase certain_rule{"comparison-diagram.certain-rule"};
constexpr Phrase unknown{"comparison-diagram.unknown"};
constexpr Phrase more_unknown{"comparison-diagram.more-unknown"};
constexpr std::size_t most_unknown = 5;
constexpr double longest_unknown = 16.0;  // Chinese characters

constexpr Phrase nothing{"comparison-diagram.nothing"};

constexpr double panel_gap = 28.0;  // in layout units
constexpr double rule_gap = 8.0;
constexpr std::size_t fit_columns = 2;   // of a page as large as its content, at least
constexpr double widest_fit = 2000.0;    // of the lists on such a page
constexpr std::size_t most_columns = 6;  // of the lists beside or below the chart

std::size_t count_of(const ComparedBatches& compared, Trend trend) {
    const auto& all = compared.comparison.departments;
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](const auto& each) { return each.development.trend == trend; }));
}

/// How many changes hold whatever is withheld.
std::string certain_counted(const ComparedBatches& compared, Language language) {
    std::size_t changes = 0;
    std::size_t certain = 0;
    for (const auto& each : compared.comparison.departments) {
        const auto& [trend, holds] = each.development;
        if (trend == Trend::same || trend == Trend::unclear) continue;
        ++changes;
        if (holds) ++certain;
    }
    return certain_rule.fill(language, {std::to_string(changes), std::to_string(certain)});
}

std::string counts(const ComparedBatches& compared, Language language) {
    const auto number = [](std::size_t value) { return std::to_string(value); };
    const auto trend = [&](Trend each) { return number(count_of(compared, each)); };
    const auto& before = compared.comparison.profiles.front();
    const auto& after = compared.comparison.profiles.back();
    std::string text = drawing::unbroken(departments.fill(
        language,
        {number(before.departments), number(after.departments), trend(Trend::came),
         trend(Trend::went), trend(Trend::rose), trend(Trend::fell), trend(Trend::unclear)}));
    const auto add = [&](const std::string& part) {
        text += drawing::separator + drawing::unbroken(part);
    };
    add(pairs.fill(language, {number(before.pairs), number(after.pairs)}));
    add(measures.fill(language, {number(before.listed), number(after.listed)}));
    if (!compared.withholds()) return text;
    add(withheld.fill(language, {number(before.withheld), number(after.withheld)}));
    return text;
}

/// The departments that the registry of one batch does not know; of many the first ones.
std::string unknown_names(const ComparedBatches& compared, Language language) {
    std::set<std::string> ids;
    for (const auto& each : compared.comparison.unknown) ids.insert(each.id);
    ListWriter names(language);
    std::size_t count = 0;
    for (const auto& each : compared.comparison.departments) {
        if (!ids.contains(each.id) || ++count > most_unknown) continue;
        names.add(
            shortened(compared.name(each).in(language), longest_unknown, {1.0, false, language}));
    }
    if (count <= most_unknown) return names.text();
    return more_unknown.fill(language, {names.text(), std::to_string(count)});
}

/// What the source note says of counting, and of bodies that only one registry knows.
std::string remarks(const ComparedBatches& compared, Language language) {
    const auto names = unknown_names(compared, language);
    return sentences(language, {std::string(rule.in(language)),
                                compared.withholds() ? certain_counted(compared, language) : "",
                                names.empty() ? "" : unknown.fill(language, {names})});
}

PageText texts(const ComparedBatches& compared, const PictureOptions& options) {
    const auto subtitle = [&](Language language) { return counts(compared, language); };
    return drawing::page_text(
        compared.batches, options,
        {[&](Language language) {
             return title.fill(language, {drawing::subject(compared.batches[0], language),
                                          drawing::subject(compared.batches[1], language)});
         },
         subtitle, [&](Language language) { return shows.fill(language, {subtitle(language)}); },
         [&](Language language) { return remarks(compared, language); }, false});
}

std::vector<LegendItem> legend(const ComparedBatches& compared) {
    std::vector<LegendItem> items;
    for (const auto trend :
         {Trend::rose, Trend::fell, Trend::came, Trend::went, Trend::unclear, Trend::same}) {
        if (count_of(compared, trend) == 0) continue;
        const auto& look = drawing::trend_look(trend);
        items.push_back({LegendItem::Sample::line,
                         phrase(compared.languages, drawing::trend_word(trend)), look.color,
                         look.width, look.dashed, look.tip});
    }
    return items;
}

/// The chart, and below it or to its right the lists.
struct Panels {
    SlopeChart chart;
    PairLists lists;
    bool below = false;
    std::size_t columns = 1;

    [[nodiscard]] ContentSize size() const {
        const auto one = chart.size();
        if (lists.empty()) return one;
        const auto other = lists.size_of(columns);
        if (below) {
            return {std::max(one.width, other.width), one.height + panel_gap + other.height};
        }
        return {one.width + panel_gap + other.width, std::max(one.height, other.height)};
    }

    void draw(const Rectangle& area, Diagram& diagram) const {
        if (lists.empty()) {
            chart.draw(area, diagram);
            return;
        }
        const auto other = lists.size_of(columns);
        if (below) {
            const auto top = area.y + area.height - other.height;
            chart.draw({area.x, area.y, area.width, area.height - panel_gap - other.height},
                       diagram);
            rule({area.x, top - panel_gap / 2.0}, {area.x + area.width, top - panel_gap / 2.0},
                 diagram);
            lists.draw(columns, {area.x, top, area.width, other.height}, diagram);
            return;
        }
        const auto left = area.x + area.width - other.width;
        chart.draw({area.x, area.y, area.width - panel_gap - other.width, area.height}, diagram);
        rule({left - panel_gap / 2.0, area.y},
             {left - panel_gap / 2.0, area.y + area.height - rule_gap}, diagram);
        lists.draw(columns, {left, area.y, other.width, area.height}, diagram);
    }

    static void rule(Point begin, Point end, Diagram& diagram) {
        diagram.curves.push_back(
            drawing::straight_line("panel-rule", "furniture", begin, end, palette::hairline, 0.8));
    }
};

Rectangle in_units(const Rectangle& paper, double scale) {
    return {paper.x / scale, paper.y / scale, paper.width / scale, paper.height / scale};
}

/// Sets both panels on a page in the way that makes them largest.
void arrange(Panels& panels, const Page& page) {
    const auto room = page.content();
    auto best = std::pair(panels.below, panels.columns);
    double best_scale = 0.0;
    for (const bool below : {false, true}) {
        for (std::size_t columns = 1; columns <= most_columns; ++columns) {
            panels.below = below;
            panels.columns = columns;
            const auto size = panels.size();
            const auto scale = std::min(
                {drawing::largest_chart_scale, room.width / size.width, room.height / size.height});
            if (scale <= best_scale * 1.001) continue;
            best_scale = scale;
            best = {below, columns};
        }
    }
    std::tie(panels.below, panels.columns) = best;
}

/// The chart on a page and the lists on another, less what finds no room.
Picture two_pages(Panels panels, PageText text, const PictureOptions& options) {
    text.pages = panels.lists.empty() ? 1 : 2;
    Picture picture;
    for (text.page = 1; text.page <= text.pages; ++text.page) {
        if (text.page == 2) text.legend.clear();
        const Page page(options.page, text, options.languages);
        const auto room = in_units(page.content(), drawing::least_chart_scale);
        if (text.page == 1) {
            panels.chart.limit(room.height);
            const auto scale = page.scale_for(panels.chart.size(), drawing::largest_chart_scale);
            auto diagram = page.furnish(scale);
            panels.chart.draw(in_units(page.content(), scale), diagram);
            picture.push_back(std::move(diagram));
            continue;
        }
        panels.columns = panels.lists.columns_in(room.width);
        panels.lists.limit(panels.columns, room.height);
        const auto scale =
            page.scale_for(panels.lists.size_of(panels.columns), drawing::largest_chart_scale);
        auto diagram = page.furnish(scale);
        panels.lists.draw(panels.columns, in_units(page.content(), scale), diagram);
        picture.push_back(std::move(diagram));
    }
    return picture;
}

}  // namespace

Picture comparison_diagram(const Dataset& before, const Dataset& after,
                           const PictureOptions& options) {
    const std::array batches{before, after};
    const auto comparison = compare(batches);
    const ComparedBatches compared{batches, comparison, options.languages};
    auto text = texts(compared, options);
    if (comparison.departments.empty()) {
        return drawing::no_data(std::move(text), options, [](Language language) {
            return std::string(nothing.in(language));
        });
    }
    text.legend = legend(compared);
    Panels panels{SlopeChart(compared), PairLists(compared)};
    if (options.page == PageFormat::fit) {
        panels.columns = fit_columns;
        while (panels.columns < panels.lists.columns_in(widest_fit) &&
               panels.lists.size_of(panels.columns).height > panels.chart.size().height) {
            ++panels.columns;
        }
        const Page page(options.page, text, options.languages, panels.size());
        auto diagram = page.furnish(1.0);
        panels.draw(page.content(), diagram);
        return {diagram};
    }
    const Page page(options.page, text, options.languages);
    arrange(panels, page);
    auto scale = page.scale_for(panels.size(), drawing::largest_chart_scale);
    if (scale < drawing::least_chart_scale) {
        panels.chart.narrow();
        arrange(panels, page);
        scale = page.scale_for(panels.size(), drawing::largest_chart_scale);
    }
    if (scale < drawing::least_chart_scale) {
        return two_pages(std::move(panels), std::move(text), options);
    }
    auto diagram = page.furnish(scale);
    panels.draw(in_units(page.content(), scale), diagram);
    return {diagram};
}

}  // namespace remit
