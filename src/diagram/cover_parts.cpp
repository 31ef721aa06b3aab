#include "captions.hpp"
#include "cover_layout.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double remark_text = 190.0;  // the widest line
constexpr int figure_size = 18;
constexpr int cell = 15;  // of the grid
constexpr std::size_t most_columns = 10;
constexpr double widest_name = 110.0;

constexpr Phrase size_is{"cover-parts.size-is"};
constexpr Phrase reach_all{"cover-parts.reach-all"};
constexpr Phrase proved{"cover-parts.proved"};
constexpr Phrase not_proved{"cover-parts.not-proved"};
constexpr Phrase only_group{"cover-parts.only-group"};
constexpr Phrase all_groups{"cover-parts.all-groups"};
constexpr Phrase more_groups{"cover-parts.more-groups"};
constexpr Phrase some_groups{"cover-parts.some-groups"};
constexpr Phrase found_groups{"cover-parts.found-groups"};
constexpr Phrase in_every{"cover-parts.in-every"};
constexpr Phrase in_every_so_far{"cover-parts.in-every-so-far"};
constexpr Phrase nobody{"cover-parts.nobody"};
constexpr Phrase nobody_so_far{"cover-parts.nobody-so-far"};
constexpr Phrase unreached{"cover-parts.unreached"};
constexpr Phrase uncounted{"cover-parts.uncounted"};
constexpr Phrase grid_title{"cover-parts.grid-title"};
constexpr Phrase groups_left{"cover-parts.groups-left"};
constexpr Phrase rows_left{"cover-parts.rows-left"};

/// Who is in some of these groups: those in most of them first.
std::vector<DepartmentIndex> grid_departments(const EqualGroups& groups, std::size_t departments) {
    std::vector<std::size_t> in(departments);
    for (const auto& group : groups.groups) {
        for (const auto d : group) ++in[d.value];
    }
    std::vector<DepartmentIndex> result;
    for (DepartmentIndex d; d.value < departments; ++d.value) {
        if (in[d.value] > 0) result.push_back(d);
    }
    std::stable_sort(result.begin(), result.end(), [&](DepartmentIndex a, DepartmentIndex b) {
        return in[a.value] > in[b.value];
    });
    return result;
}

/// The short names, each on a line.
std::vector<std::string> grid_names(const Dataset& dataset, const Languages& languages,
                                    const std::vector<DepartmentIndex>& departments) {
    std::vector<std::string> names;
    for (const auto d : departments) {
        const auto text =
            said_in_line(languages, [&](Language each) { return dataset[d].short_name.in(each); });
        names.push_back(shortened(text, widest_name, {body_size, true, languages.first}));
    }
    return names;
}

/// A department's cells, filled where it is in the group.
std::vector<BoxCell> grid_row(const EqualGroups& groups, DepartmentIndex department,
                              std::size_t columns) {
    std::vector<BoxCell> cells;
    for (std::size_t g = 0; g < columns; ++g) {
        const auto& group = groups.groups[g];
        const bool member = std::find(group.begin(), group.end(), department) != group.end();
        cells.push_back({cell, cell});
        cells.back().fill = member ? palette::ink : palette::white;
        cells.back().frame = palette::rule;
    }
    return cells;
}

}  // namespace

std::string proof_remark(const Cover& cover, Language language) {
    return cover.proved ? std::string(proved.in(language))
                        : not_proved.fill(language, {to_string(cover.bound)});
}

std::string groups_remark(const Cover& cover, Language language) {
    const auto& optimal = cover.optimal;
    const auto count = std::to_string(optimal.groups.size());
    if (!cover.proved) return std::string(found_groups.in(language));
    if (optimal.all && optimal.groups.size() == 1) return std::string(only_group.in(language));
    if (optimal.all) return all_groups.fill(language, {count});
    return optimal.effort_ended ? std::string(some_groups.in(language))
                                : more_groups.fill(language, {count});
}

std::string in_every_remark(const Dataset& dataset, const Cover& cover, Language language) {
    ListWriter names(language);
    for (const auto d : cover.optimal.in_every) names.add(dataset[d].short_name.in(language));
    const bool complete = cover.optimal.in_every_complete;
    if (names.text().empty()) {
        return std::string((complete ? nobody : nobody_so_far).in(language));
    }
    return (complete ? in_every : in_every_so_far).fill(language, {names.text()});
}

Box cover_remarks(const Dataset& dataset, const Languages& languages, const CoverFacts& facts) {
    const auto& cover = *facts.cover;
    const auto language = languages.first;
    const TextStyle figure{figure_size, true, palette::ink};
    const TextStyle body{body_size, false, palette::ink};
    const auto text = said(languages, [&](Language each) {
        const std::string space(marks::space.in(each));
        auto all = reach_all.fill(each, {std::to_string(dataset.measures().size()),
                                         std::to_string(cover.measures)}) +
                   space + proof_remark(cover, each) + space + groups_remark(cover, each) + space;
        if (cover.optimal.groups.size() > 1 || !cover.optimal.all) {
            all += in_every_remark(dataset, cover, each) + space;
        }
        if (!cover.unreachable.empty()) {
            ListWriter numbers(each);
            for (const auto m : cover.unreachable) numbers.add(measure_number(dataset, m));
            all += unreached.fill(each, {numbers.text()}) + space;
        }
        if (dataset.withheld() > 0) {
            all += uncounted.fill(each, {std::to_string(dataset.withheld())});
        }
        return all;
    });
    const auto heading = wrap(said(languages,
                                   [&](Language each) {
                                       const auto size = facts.members.size();
                                       return size_is.fill(each, {std::to_string(size)});
                                   }),
                              remark_text, {figure_size, true, language});
    const auto lines = wrap(text, remark_text, {body_size, false, language});
    const auto width =
        std::max(lines_width(heading, figure, language), lines_width(lines, body, language)) + 2;
    Box box{"remarks", "remark"};
    box.rows = {
        {{width, lines_height(heading.size(), figure_size), styled(heading, figure), Align::left}},
        {{width, lines_height(lines.size(), body_size), styled(lines, body), Align::left}}};
    return box;
}

Box cover_grid(const Dataset& dataset, const Languages& languages, const CoverFacts& facts,
               std::size_t rows) {
    const auto& groups = facts.cover->optimal;
    Box box{"groups", "grid"};
    if (groups.groups.size() < 2) return box;
    const auto language = languages.first;
    auto departments = grid_departments(groups, dataset.departments().size());
    const auto all = departments.size();
    const auto& every = groups.in_every;
    if (all > rows) {  // those who differ tell more
        std::erase_if(departments, [&](DepartmentIndex d) {
            return std::find(every.begin(), every.end(), d) != every.end();
        });
    }
    departments.resize(std::min(departments.size(), std::max<std::size_t>(rows, 1)));
    const auto left = all - departments.size();
    const auto columns = std::min(most_columns, groups.groups.size());
    const TextStyle style{body_size, false, palette::ink};
    const TextStyle bold{body_size, true, palette::ink};
    const auto names = grid_names(dataset, languages, departments);
    const auto title =
        wrap_at_most(4, said(languages, [&](Language each) { return grid_title.in(each); }),
                     widest_name, {body_size, true, language});
    const auto width =
        std::max(lines_width(names, bold, language), lines_width(title, bold, language)) + padding;
    const auto height = lines_height(title.size(), body_size);
    box.rows.push_back({{width, height, styled(title, bold), Align::left}});
    for (std::size_t g = 0; g < columns; ++g) {
        const auto number = std::to_string(g + 1);
        box.rows.back().push_back({cell, height, {{number, g == 0 ? bold : style}}});
    }
    for (std::size_t i = 0; i < departments.size(); ++i) {
        const bool always = std::find(every.begin(), every.end(), departments[i]) != every.end();
        auto cells = grid_row(groups, departments[i], columns);
        cells.insert(cells.begin(),
                     {width, cell, {{names[i], always ? bold : style}}, Align::left});
        box.rows.push_back(std::move(cells));
    }
    const auto add_remark = [&](const std::string& text) {
        const auto room = width + static_cast<int>(columns) * cell;
        const auto lines = wrap(text, room, {body_size, false, language});
        box.rows.push_back({{room, lines_height(lines.size(), body_size),
                             styled(lines, {body_size, false, palette::secondary}), Align::left}});
    };
    if (columns < groups.groups.size()) {
        add_remark(phrase(languages, groups_left,
                          {std::to_string(columns + 1), std::to_string(groups.groups.size())}));
    }
    if (left > 0) add_remark(phrase(languages, rows_left, {std::to_string(left)}));
    return box;
}

}  // namespace remit::drawing
