#include <remit/diagram/groups_diagram.hpp>

#include "captions.hpp"
#include "flow_rows.hpp"
#include "groups_layout.hpp"
#include "groups_metrics.hpp"
#include "wording.hpp"

#include <remit/analysis/concepts.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace remit {
namespace {

using drawing::GroupsLayout;
using drawing::phrase;

constexpr Phrase title_is{"groups-diagram.title-is"};
constexpr Phrase groups_counted{"groups-diagram.groups-counted"};
constexpr Phrase at_least{"groups-diagram.at-least"};
constexpr Phrase shows{"groups-diagram.shows"};
constexpr Phrase shows_none{"groups-diagram.shows-none"};
constexpr Phrase maximal{"groups-diagram.maximal"};
constexpr Phrase nothing{"groups-diagram.nothing"};
constexpr Phrase no_group{"groups-diagram.no-group"};

constexpr Phrase inside{"groups-diagram.inside"};
constexpr Phrase outside{"groups-diagram.outside"};
constexpr Phrase grows{"groups-diagram.grows"};
constexpr Phrase left_out{"groups-diagram.left-out"};
constexpr Phrase letter_is{"groups-diagram.letter-is"};

constexpr double largest_scale = 1.15;
constexpr double good_scale = 8.0 / 9.0;  // at which text of 9 units is 8 points high
constexpr double least_scale = readable_text / 9.0;
constexpr std::size_t usual_groups = 12;
constexpr std::size_t most_tries = 20;  // of groups behind the first that does not fit

std::size_t most_groups(PageFormat page) {
    if (page == PageFormat::widescreen) return usual_groups;
    return 30;
}

std::string group_count(const Bicliques& found, Language language) {
    const auto size = std::to_string(found.concepts.size());
    const auto count = found.complete ? size : at_least.fill(language, {size});
    return drawing::unbroken(groups_counted.fill(language, {count}));
}

std::string counts(const Dataset& dataset, const Bicliques& found, Language language) {
    auto text = drawing::measures_counted(dataset, language);
    if (!found.concepts.empty()) text += drawing::separator + group_count(found, language);
    return text + drawing::withheld_counted(dataset, language);
}

std::string description(const Dataset& dataset, const Bicliques& found, Language language) {
    if (found.concepts.empty())
        return shows_none.fill(language, {counts(dataset, found, language)});
    const auto& largest = found.concepts.front();
    ListWriter names(language);
    for (const auto d : largest.departments) names.add(dataset[d].short_name.in(language));
    return shows.fill(language, {counts(dataset, found, language), names.text(),
                                 std::to_string(largest.measures.size())});
}

/// What the colors of the chips say.
std::vector<LegendItem> category_items(const Dataset& dataset, const Languages& languages,
                                       const std::vector<Concept>& groups) {
    std::vector<MeasureIndex> shown;
    for (const auto& group : groups) {
        shown.insert(shown.end(), group.measures.begin(), group.measures.end());
    }
    std::sort(shown.begin(), shown.end());
    auto items = drawing::category_marks(dataset, languages, shown).legend;
    std::erase_if(items, [](const auto& item) { return item.sample != LegendItem::Sample::chip; });
    for (auto& item : items) item.chip.clear();
    return items;
}

std::vector<LegendItem> legend(const Dataset& dataset, const Bicliques& found,
                               const std::vector<Concept>& groups, const Languages& languages) {
    using Sample = LegendItem::Sample;
    const auto colors = palette::categories.front();
    const auto leading = drawing::role_words(dataset).leading;
    std::vector<LegendItem> items;
    const auto said_of = [&](const Phrase& form, const drawing::RoleWord& role) {
        return drawing::said_in_line(languages, [&](Language language) {
            return form.fill(language, {std::string(role.in(language))});
        });
    };
    const auto remark = [&](std::string text) {
        items.push_back({Sample::remark, std::move(text)});
    };
    items.push_back({Sample::chip, said_of(inside, leading), colors.dark, 1.0, false, Tip::none,
                     colors.dark, palette::white, "3"});
    items.push_back({Sample::chip, said_of(outside, leading), colors.dark, 1.0, false, Tip::none,
                     colors.tint, palette::ink, "4"});
    const auto categories = category_items(dataset, languages, groups);
    items.insert(items.end(), categories.begin(), categories.end());
    items.push_back({Sample::line, phrase(languages, grows), palette::muted, 1.2});
    const auto hidden = found.concepts.size() - groups.size();
    if (hidden > 0 || !found.complete) {
        remark(drawing::said_in_line(languages, [&](Language language) {
            const auto size = std::to_string(hidden);
            return left_out.fill(language,
                                 {found.complete ? size : at_least.fill(language, {size})});
        }));
    }
    for (std::uint32_t n = 0; dataset.notices().size() > 1 && n < dataset.notices().size(); ++n) {
        remark(drawing::said_in_line(languages, [&](Language language) {
            return letter_is.fill(language,
                                  {drawing::notice_mark(dataset, {n}),
                                   std::string(dataset.notices()[n].short_title.in(language))});
        }));
    }
    return items;
}

/// A page with those groups; none where the text would be too small.
std::optional<Diagram> draw(const Dataset& dataset, const PictureOptions& options, PageText text,
                            const Bicliques& found, const std::vector<Concept>& groups) {
    GroupsLayout layout(dataset, options.languages, groups);
    const auto least = groups.size() > usual_groups ? good_scale : least_scale;
    text.legend = legend(dataset, found, groups, options.languages);
    const bool fits = options.page == PageFormat::fit;
    if (fits) layout.fit({0.0, 0.0, 1e9, 1e9}, 1.0);
    const Page page(options.page, std::move(text), options.languages,
                    fits ? layout.comfortable_size() : ContentSize{});
    const auto room = page.content();
    const auto scale =
        fits ? 1.0 : page.fitting_scale(std::max(0.1, layout.fit(room, largest_scale)));
    if (scale < least) return std::nullopt;
    auto diagram = page.furnish(scale);
    layout.draw(room, diagram);
    return diagram;
}

/// As many of the first groups as fit, then of those behind them that still fit; none if none do.
std::optional<Diagram> draw_as_many_as_fit(const Dataset& dataset, const PictureOptions& options,
                                           const PageText& text, const Bicliques& found) {
    const auto& all = found.concepts;
    const auto most = std::min(most_groups(options.page), all.size());
    std::optional<Diagram> best;
    const auto try_to_draw = [&](const std::vector<Concept>& groups) {
        auto page = draw(dataset, options, text, found, groups);
        if (!page) return false;
        best = std::move(page);
        return true;
    };
    std::vector<Concept> groups;
    std::size_t fits = 0;
    for (auto beyond = most + 1; fits + 1 < beyond;) {
        const auto count = fits == 0 && beyond == most + 1 ? most : (fits + beyond) / 2;
        std::vector<Concept> first(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
        const bool drawn = try_to_draw(first);
        (drawn ? fits : beyond) = count;
        if (drawn) groups = std::move(first);
    }
    const auto end = std::min(all.size(), fits + 1 + most_tries);
    for (auto i = fits + 1; i < end && groups.size() < most; ++i) {
        groups.push_back(all[i]);
        if (!try_to_draw(groups)) groups.pop_back();
    }
    return best;
}

}  // namespace

Picture groups_diagram(const Dataset& dataset, const PictureOptions& options) {
    const auto found = bicliques(responsibility_graph(dataset));
    auto text = drawing::page_text(
        dataset, options,
        {[&](Language language) {
             return title_is.fill(language, {drawing::subject(dataset, language)});
         },
         [&](Language language) { return counts(dataset, found, language); },
         [&](Language language) { return description(dataset, found, language); },
         [&](Language language) { return std::string(maximal.in(language)); }});
    if (found.concepts.empty()) {
        const auto& why = dataset.measures().empty() ? nothing : no_group;
        return drawing::no_data(std::move(text), options,
                                [&](Language language) { return std::string(why.in(language)); });
    }
    auto page = draw_as_many_as_fit(dataset, options, text, found);
    if (page) return {*std::move(page)};
    throw PictureRefusal(
        "not even one group fits on the page at a readable size; take a larger page, or the "
        "picture matrix");
}

}  // namespace remit
