#include <remit/diagram/matrix_diagram.hpp>

#include "captions.hpp"
#include "matrix_layout.hpp"
#include "wording.hpp"

#include <remit/model/citation.hpp>

#include <algorithm>

namespace remit {
namespace {

using drawing::MatrixLayout;
using drawing::phrase;
using drawing::Reached;
using drawing::reached_words;
using drawing::ScopeView;

constexpr Phrase title_without_regions{"matrix-diagram.title-without-regions"};
constexpr Phrase title_is{"matrix-diagram.title-is"};
constexpr Phrase shows{"matrix-diagram.shows"};
constexpr Phrase shows_withheld{"matrix-diagram.shows-withheld"};
constexpr Phrase counting{"matrix-diagram.counting"};
constexpr Phrase includes_all{"matrix-diagram.includes-all"};
constexpr Phrase between_names{"matrix-diagram.between-names"};
constexpr Phrase group_is{"matrix-diagram.group-is"};
constexpr Phrase nothing{"matrix-diagram.nothing"};

constexpr std::size_t most_groups_told = 3;
constexpr std::size_t most_pages = 200;

constexpr double largest_scale = 1.25;
constexpr double good_scale = 8.0 / 9.0;  // at which text of 9 units is 8 points high
constexpr double least_scale = readable_text / 9.0;

bool reaches(const MatrixLayout& layout, Reached how) {
    const auto& rows = layout.table().reached;
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        return std::find(row.begin(), row.end(), how) != row.end();
    });
}

std::vector<LegendItem> legend(const Dataset& dataset, const MatrixLayout& layout,
                               const PictureOptions& options) {
    using Sample = LegendItem::Sample;
    std::vector<LegendItem> items;
    if (dataset.measures().empty()) return items;
    const auto roles = drawing::role_words(dataset);
    const auto dot = [&](const drawing::RoleWord& text, const char* color, const char* fill) {
        items.push_back({Sample::dot, drawing::phrase(options.languages, text), color, 1.0, false,
                         Tip::none, fill});
    };
    const auto chip = [&](Reached how, const char* color, const char* fill, const char* sign_color,
                          const char* sign) {
        auto text = drawing::said_in_line(options.languages, [&](Language language) {
            return reached_words(dataset, how, language);
        });
        items.push_back(
            {Sample::chip, std::move(text), color, 1.0, false, Tip::none, fill, sign_color, sign});
    };
    dot(roles.leading, palette::ink, palette::ink);
    const auto& counts = layout.table().counts;
    const bool joined = std::any_of(counts.begin(), counts.end(),
                                    [](const auto& each) { return each.joining > 0; });
    if (joined) dot(roles.joining, palette::secondary, palette::white);
    if (reaches(layout, Reached::nation)) {
        chip(Reached::nation, palette::nationwide_cell, palette::nationwide_cell, palette::white,
             "");
    }
    if (reaches(layout, Reached::region)) {
        chip(Reached::region, palette::pilot, palette::pilot, palette::white, "◆");
    }
    if (reaches(layout, Reached::part)) {
        chip(Reached::part, palette::pilot, palette::white, palette::pilot, "◇");
    }
    // Beside the title there are two columns: dots, and cells.
    if (joined && items.size() > 2 && options.page != PageFormat::a4_portrait) {
        std::swap(items[1], items[2]);
    }
    return items;
}

std::string counts(const Dataset& dataset, Language language) {
    return drawing::measures_counted(dataset, language) + drawing::separator +
           drawing::departments_counted(dataset, language) +
           drawing::withheld_counted(dataset, language);
}

std::string description(const Dataset& dataset, const MatrixLayout& layout, Language language) {
    const auto& table = layout.table();
    if (table.departments.empty())
        return shows_withheld.fill(language, {counts(dataset, language)});
    drawing::RoleCount sum;
    for (const auto& each : table.counts) {
        sum.leading += each.leading;
        sum.joining += each.joining;
    }
    const auto roles = drawing::role_words(dataset);
    const auto most = table.departments.front().department;
    const auto& largest = table.counts[most.value];
    return shows.fill(
        language, {counts(dataset, language), std::string(roles.leading.in(language)),
                   std::to_string(sum.leading), std::string(roles.joining.in(language)),
                   std::to_string(sum.joining), std::string(dataset[most].short_name.in(language)),
                   std::to_string(largest.leading + largest.joining)});
}

/// The members of the groups that have a column themselves.
std::string members(const Dataset& dataset, Language language) {
    const auto& registry = dataset.registry();
    std::vector<GroupIndex> groups;
    std::string text;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        for (const auto& term : dataset.scope(m)) {
            const auto* group = std::get_if<GroupIndex>(&term);
            if (group == nullptr || registry[*group].members.size() > drawing::most_group_members ||
                std::find(groups.begin(), groups.end(), *group) != groups.end()) {
                continue;
            }
            groups.push_back(*group);
            std::string names;  // some may have commas
            for (const auto each : registry[*group].members) {
                if (!names.empty()) names += between_names.in(language);
                names += registry[each].short_name.in(language);
            }
            text = sentences(
                language,
                {text, group_is.fill(language,
                                     {std::string(registry[*group].name.in(language)), names})});
        }
        if (groups.size() >= most_groups_told) break;
    }
    return text;
}

std::string rule(const Dataset& dataset, const MatrixLayout& layout, Language language) {
    std::string text(counting.in(language));
    if (layout.table().view == ScopeView::terms) {
        return sentences(language, {text, members(dataset, language)});
    }
    if (layout.table().view != ScopeView::members) return text;
    std::string all;
    if (reaches(layout, Reached::nation)) {
        all = includes_all.fill(language, {nation_name(dataset.registry(), language)});
    }
    return sentences(language, {text, all, extent_remark(dataset, language)});
}

/// The least scale of a page at which text is readable.
double least_readable(const Page& page) {
    for (auto wanted = least_scale; wanted < good_scale; wanted += 0.002) {
        const auto scale = page.fitting_scale(wanted);
        if (scale >= least_scale) return scale;
    }
    return page.fitting_scale(1.0);
}

/// With a column for each region, or with fewer ones where not all departments fit beside those.
MatrixLayout layout_for(const Dataset& dataset, const PictureOptions& options) {
    MatrixLayout regions(dataset, options.languages);
    if (options.page == PageFormat::fit) return regions;
    const Page blank(options.page, {}, options.languages);
    const auto width = blank.content().width / least_readable(blank);
    if (regions.holds_all_columns(width)) return regions;
    MatrixLayout terms(dataset, options.languages, ScopeView::terms);
    if (terms.holds_all_columns(width)) return terms;
    MatrixLayout tags(dataset, options.languages, ScopeView::tags);
    if (tags.holds_all_columns(width)) return tags;
    return terms.columns_width() < regions.columns_width() ? terms : regions;
}

Picture on_several_pages(MatrixLayout layout, PageText text, const PictureOptions& options) {
    text.pages = 100;  // for the measuring
    const Page measured(options.page, text, options.languages);
    const auto room = measured.content();
    auto scale = measured.fitting_scale(good_scale);
    const auto least = least_readable(measured);
    if (scale < least || !layout.holds_all_columns(room.width / scale)) scale = least;
    auto pages = layout.split({room.width / scale, room.height / scale});
    if (pages.empty()) {
        layout.shorten();
        scale = least;
        pages = layout.split({room.width / scale, room.height / scale});
    }
    if (pages.empty()) {
        throw PictureRefusal(
            "too much for a page: not even one measure fits at a readable size; take another page "
            "or one language");
    }
    if (scale > least) {
        auto fewer = layout.split({room.width / least, room.height / least});
        if (4 * fewer.size() <= 3 * pages.size()) {
            pages = std::move(fewer);
            scale = least;
        }
    }
    if (pages.size() > most_pages) {
        throw PictureRefusal("the matrix would take " + std::to_string(pages.size()) +
                             " pages; draw fewer measures, or take the page 'fit'");
    }
    Picture picture;
    text.pages = pages.size();
    for (const auto& each : pages) {
        text.page = picture.size() + 1;
        const Page page(options.page, text, options.languages);
        auto diagram = page.furnish(scale);
        layout.draw(each, page.content(), diagram);
        picture.push_back(std::move(diagram));
    }
    return picture;
}

}  // namespace

Picture matrix_diagram(const Dataset& dataset, const PictureOptions& options) {
    const auto layout = layout_for(dataset, options);
    auto text = drawing::page_text(
        dataset, options,
        {[&](Language language) {
             const auto& title = dataset.has_scope() ? title_is : title_without_regions;
             return title.fill(language, {drawing::subject(dataset, language)});
         },
         [&](Language language) { return counts(dataset, language); },
         [&](Language language) { return description(dataset, layout, language); },
         [&](Language language) { return rule(dataset, layout, language); }});
    if (layout.table().rows.empty()) {
        return drawing::no_data(std::move(text), options, [](Language language) {
            return std::string(nothing.in(language));
        });
    }
    text.legend = legend(dataset, layout, options);
    const bool fits = options.page == PageFormat::fit;
    const Page page(options.page, text, options.languages,
                    fits ? layout.natural_size() : ContentSize{});
    const auto part = layout.whole();
    const auto scale =
        fits ? 1.0
             : page.fitting_scale(std::max(0.1, layout.fit(part, page.content(), largest_scale)));
    if (scale < least_scale) return on_several_pages(layout, std::move(text), options);
    auto diagram = page.furnish(scale);
    layout.draw({part}, page.content(), diagram);
    return {diagram};
}

}  // namespace remit
