#include <remit/diagram/responsibility_map.hpp>

#include "captions.hpp"
#include "map_layout.hpp"
#include "map_pages.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>

namespace remit {
namespace {

using drawing::MapLayout;
using drawing::MapScope;
using drawing::phrase;
using drawing::said_in_line;

constexpr Phrase asks_who_guides{"responsibility-map.asks-who-guides"};
constexpr Phrase asks_who_leads{"responsibility-map.asks-who-leads"};
constexpr Phrase asks_who_guides_alone{"responsibility-map.asks-who-guides-alone"};
constexpr Phrase asks_who_leads_alone{"responsibility-map.asks-who-leads-alone"};
constexpr Phrase shows{"responsibility-map.shows"};

constexpr Phrase nationwide_count{"responsibility-map.nationwide-count"};
constexpr Phrase limited_count{"responsibility-map.limited-count"};
constexpr Phrase other_count{"responsibility-map.other-count"};

constexpr Phrase nationwide_line{"responsibility-map.nationwide-line"};
constexpr Phrase group_line{"responsibility-map.group-line"};
constexpr Phrase region_line{"responsibility-map.region-line"};
constexpr Phrase nothing{"responsibility-map.nothing"};

constexpr Phrase on_page{"responsibility-map.on-page"};

constexpr std::size_t most_pages = 999;
constexpr std::size_t counted_scopes = 2;  // apart from nations, in the subtitle

/// How many measures have that scope and no other.
std::size_t alone_in(const Dataset& dataset, const ScopeTerm& term) {
    std::size_t count = 0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto terms = dataset.scope(m);
        if (terms.size() == 1 && terms.front() == term) ++count;
    }
    return count;
}

/// How many measures have which scope; each measure is counted once.
std::string scope_counts(const Dataset& dataset, const std::vector<MapScope>& scopes,
                         Language language) {
    ListWriter parts(language);
    auto others = dataset.measures().size();
    std::size_t shown = 0;
    for (const auto& scope : scopes) {
        const auto alone = alone_in(dataset, scope.terms.front());
        if (alone == 0 || (!scope.nation && shown == counted_scopes)) continue;
        if (!scope.nation) ++shown;
        others -= alone;
        const std::string name(full_name(dataset.registry(), scope.terms.front(), language));
        parts.add((scope.nation ? nationwide_count : limited_count)
                      .fill(language, {std::to_string(alone), name}));
    }
    if (others > 0) parts.add(other_count.fill(language, {std::to_string(others)}));
    return parts.text();
}

std::string counts(const Dataset& dataset, const std::vector<MapScope>& scopes, Language language) {
    auto text = drawing::measures_counted(dataset, language) + drawing::separator +
                drawing::departments_counted(dataset, language);
    if (!scopes.empty()) text += drawing::separator + scope_counts(dataset, scopes, language);
    return text + drawing::withheld_counted(dataset, language);
}

/// What the numbers beside a department count.
enum class Counts : std::uint8_t { all, of_page };

std::vector<LegendItem> legend(const Dataset& dataset, const std::vector<MapScope>& scopes,
                               const Languages& languages, Counts counts) {
    using Sample = LegendItem::Sample;
    const auto roles = drawing::role_words(dataset);
    std::vector<LegendItem> items;
    const auto line = [&](std::string text, const char* color, double width, bool dashed, Tip tip) {
        items.push_back({Sample::line, std::move(text), color, width, dashed, tip});
    };
    line(phrase(languages, roles.leading), palette::ink, 2.4, false, Tip::arrow);
    line(phrase(languages, roles.joining), palette::muted, 0.9, false, Tip::dot);

    std::vector<const MapScope*> nations;
    std::vector<const MapScope*> limited;
    for (const auto& scope : scopes) (scope.nation ? nations : limited).push_back(&scope);
    const auto named = [&](const Phrase& form, const MapScope& scope) {
        return said_in_line(languages, [&](Language language) {
            return form.fill(
                language,
                {std::string(full_name(dataset.registry(), scope.terms.front(), language))});
        });
    };
    for (const auto* nation : nations) {
        line(named(nationwide_line, *nation), palette::nationwide, 1.1, false, Tip::none);
    }
    if (limited.size() == 1) {
        line(named(group_line, *limited.front()), palette::pilot, 1.6, true, Tip::none);
    } else if (!limited.empty()) {
        line(phrase(languages, region_line), palette::pilot, 1.6, true, Tip::none);
    }
    const auto counted = [&](const Phrase& words) {
        return said_in_line(languages, [&](Language language) {
            const std::string text(words.in(language));
            return counts == Counts::of_page ? on_page.fill(language, {text}) : text;
        });
    };
    items.push_back({Sample::chip, counted(roles.leading_count), palette::ink, 1.0, false,
                     Tip::none, palette::ink, palette::white, "2"});
    items.push_back({Sample::chip, counted(roles.joining_count), palette::ink, 1.0, false,
                     Tip::none, palette::white, palette::ink, "4"});
    return items;
}

/// A page as large as the content.
Diagram fitted_page(MapLayout layout, PageText text, const PictureOptions& options) {
    constexpr double unlimited = 1e9;
    layout.fit({0.0, 0.0, unlimited, unlimited});
    const Page page(options.page, std::move(text), options.languages, layout.content_size());
    auto diagram = page.furnish(1.0);
    layout.draw(page.content(), diagram);
    return diagram;
}

Picture draw_pages(const Dataset& dataset, const std::vector<std::vector<drawing::MapRow>>& parts,
                   PageText text, const PictureOptions& options) {
    Picture picture;
    text.pages = parts.size();
    for (const auto& part : parts) {
        text.page = picture.size() + 1;
        const Page page(options.page, text, options.languages);
        auto layout = drawing::best_layout(dataset, options.languages, part, page);
        auto diagram = page.furnish(page.fitting_scale(layout.scale()));
        layout.draw(page.content(), diagram);
        picture.push_back(std::move(diagram));
    }
    return picture;
}

}  // namespace

Picture responsibility_map(const Dataset& dataset, const PictureOptions& options) {
    const auto& languages = options.languages;
    const auto rows = drawing::map_rows(dataset, languages);
    const MapLayout whole(dataset, languages, rows, drawing::RegionBoxes::apart);
    const auto subtitle = [&](Language language) {
        return counts(dataset, whole.scopes(), language);
    };
    auto text = drawing::page_text(
        dataset, options,
        {[&](Language language) {
             const bool led = dataset.declares_all_leads();
             const auto& title = dataset.has_scope()
                                     ? (led ? asks_who_leads : asks_who_guides)
                                     : (led ? asks_who_leads_alone : asks_who_guides_alone);
             return title.fill(language, {drawing::subject(dataset, language)});
         },
         subtitle, [&](Language language) { return shows.fill(language, {subtitle(language)}); },
         [](Language language) { return drawing::full_counting(language); }});
    if (rows.empty()) {
        return drawing::no_data(std::move(text), options, [](Language language) {
            return std::string(nothing.in(language));
        });
    }
    text.legend = legend(dataset, whole.scopes(), languages, Counts::all);
    if (options.page == PageFormat::fit) return {fitted_page(whole, std::move(text), options)};

    const Page one(options.page, text, languages);
    if (drawing::fits_one_page(dataset, languages, rows, one)) {
        return draw_pages(dataset, {rows}, std::move(text), options);
    }

    text.pages = most_pages;  // for the room that its number takes
    text.legend = legend(dataset, whole.scopes(), languages, Counts::of_page);
    const Page any(options.page, text, languages);
    const auto parts = drawing::map_pages(dataset, languages, rows, any);
    if (!parts || parts->size() > most_pages) {
        throw PictureRefusal(
            "too much for readable pages of a responsibility map; draw the matrix, or give shorter "
            "titles and names");
    }
    return draw_pages(dataset, *parts, std::move(text), options);
}

}  // namespace remit
