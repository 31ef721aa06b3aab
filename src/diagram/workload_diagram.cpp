#include <remit/diagram/workload_diagram.hpp>

#include "captions.hpp"
#include "wording.hpp"
#include "workload_chart.hpp"

#include <remit/model/number_text.hpp>

#include <algorithm>

namespace remit {
namespace {

using drawing::phrase;
using drawing::WorkloadChart;

constexpr Phrase asks{"workload-diagram.asks"};
constexpr Phrase heaviest{"workload-diagram.heaviest"};
constexpr Phrase shows{"workload-diagram.shows"};
constexpr Phrase rule{"workload-diagram.rule"};
constexpr Phrase bounds_rule{"workload-diagram.bounds-rule"};
constexpr Phrase at_most{"workload-diagram.at-most"};
constexpr Phrase open_bounds_rule{"workload-diagram.open-bounds-rule"};
constexpr Phrase open_at_most{"workload-diagram.open-at-most"};
constexpr Phrase fractional{"workload-diagram.fractional"};
constexpr Phrase nothing{"workload-diagram.nothing"};

constexpr double fit_width = 860.0;  // of a page as large as its content
constexpr double fit_row = 6.0;      // more for each row of it
constexpr double heavy_share = 0.75;
constexpr std::size_t most_heavy = 8;  // of more there is nothing to say

/// How few departments hold three quarters of the links; empty if they are not few.
std::string concentration_counted(const WorkloadChart& chart, Language language) {
    const auto links = chart.workload().links;
    std::size_t held = 0;
    std::size_t count = 0;
    while (static_cast<double>(held) < heavy_share * static_cast<double>(links)) {
        held += chart.rows()[count++].load.measures;
    }
    if (count == 0 || count > most_heavy || 2 * count >= chart.rows().size()) return {};
    return drawing::separator +
           drawing::unbroken(heaviest.fill(
               language, {std::to_string(count), std::to_string(held), std::to_string(links)}));
}

std::string counts(const Dataset& dataset, const WorkloadChart& chart, Language language) {
    return drawing::measures_counted(dataset, language) + drawing::separator +
           drawing::departments_counted(dataset, language) +
           concentration_counted(chart, language) + drawing::withheld_counted(dataset, language);
}

std::string description(const Dataset& dataset, const WorkloadChart& chart, Language language) {
    if (chart.empty()) return std::string(nothing.in(language));
    const auto& first = chart.rows().front();
    return shows.fill(language,
                      {std::to_string(chart.rows().size()),
                       std::string(dataset[first.load.department].short_name.in(language)),
                       std::to_string(first.load.measures),
                       std::string(drawing::role_words(dataset).leading.in(language)),
                       std::to_string(first.leading), fixed(first.load.fractional, 2),
                       counts(dataset, chart, language)});
}

std::string counting_rule(const Dataset& dataset, const WorkloadChart& chart, Language language) {
    std::string text(rule.in(language));
    if (!chart.is_bounded()) return text;
    const auto& bounds = chart.workload().open > 0 ? open_bounds_rule : bounds_rule;
    return sentences(language, {text, bounds.fill(language, {std::to_string(dataset.withheld())})});
}

std::vector<LegendItem> legend(const Dataset& dataset, const WorkloadChart& chart,
                               const Languages& languages) {
    using Sample = LegendItem::Sample;
    const auto roles = drawing::role_words(dataset);
    std::vector<LegendItem> items;
    items.push_back({Sample::chip, phrase(languages, roles.leading), palette::leading_bar, 1.0,
                     false, Tip::none, palette::leading_bar, palette::white, "3"});
    items.push_back({Sample::chip, phrase(languages, roles.joining), palette::leading_bar, 1.0,
                     false, Tip::none, palette::joining_bar, palette::ink, "6"});
    items.push_back({Sample::chip, phrase(languages, fractional), palette::withheld.dark, 1.0,
                     false, Tip::none, palette::withheld.dark});
    if (chart.is_bounded()) {
        const auto& most = chart.workload().open > 0 ? open_at_most : at_most;
        items.push_back({Sample::line,
                         phrase(languages, most, {std::to_string(dataset.withheld())}),
                         palette::withheld.dark, 1.0, true});
    }
    return items;
}

Picture several_pages(const WorkloadChart& chart, PageText text, const PictureOptions& options) {
    text.pages = 2;  // its note takes room
    const auto room = Page(options.page, text, options.languages).content();
    const auto ranges = chart.pages(room.height / drawing::least_chart_scale);
    Picture picture;
    text.pages = ranges.size();
    for (const auto& range : ranges) {
        text.page = picture.size() + 1;
        const Page page(options.page, text, options.languages);
        auto diagram = page.furnish(page.fitting_scale(drawing::least_chart_scale));
        chart.draw(range, page.content(), diagram);
        picture.push_back(std::move(diagram));
    }
    return picture;
}

}  // namespace

Picture workload_diagram(const Dataset& dataset, const PictureOptions& options) {
    const WorkloadChart chart(dataset, options.languages);
    auto text = drawing::page_text(
        dataset, options,
        {[&](Language language) {
             return asks.fill(language, {drawing::subject(dataset, language)});
         },
         [&](Language language) { return counts(dataset, chart, language); },
         [&](Language language) { return description(dataset, chart, language); },
         [&](Language language) { return counting_rule(dataset, chart, language); }});
    if (chart.empty()) {
        return drawing::no_data(std::move(text), options, [](Language language) {
            return std::string(nothing.in(language));
        });
    }
    text.legend = legend(dataset, chart, options.languages);
    const drawing::RowRange all{0, chart.rows().size()};
    auto size = chart.size_of(all);
    if (options.page == PageFormat::fit) {
        size.width = std::max(size.width, fit_width);
        size.height += fit_row * static_cast<double>(all.end);
    }
    const Page one(options.page, text, options.languages, size);
    const auto scale = one.scale_for(size, drawing::largest_chart_scale);
    if (options.page == PageFormat::fit || scale >= drawing::least_chart_scale) {
        auto diagram = one.furnish(scale);
        chart.draw(all, one.content(), diagram);
        return {diagram};
    }
    return several_pages(chart, std::move(text), options);
}

}  // namespace remit
