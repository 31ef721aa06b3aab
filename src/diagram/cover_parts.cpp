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

constexpr Phrase size_is{"{0}个部门", "{0}個部門", "{0}"};
constexpr Phrase reach_all{"覆盖刊出的{0}项中的{1}项。", "覆蓋刊出的{0}項中的{1}項。",
                           "They reach {1} of the {0} listed {0:measure|measures}."};
constexpr Phrase proved{"已证明不能更少。", "已證明不能更少。", "Fewer cannot do; this is proved."};
constexpr Phrase not_proved{"搜索中止，未证明最小：至少需要{0}个。",
                            "搜索中止，未證明最小：至少需要{0}個。",
                            "The search ended without proof: at least {0} {0:is|are} needed."};
constexpr Phrase only_group{"最小组只有这一个。", "最小組只有這一個。",
                            "There is no other least group."};
constexpr Phrase all_groups{"最小组共{0}个，左为第1个。", "最小組共{0}個，左為第1個。",
                            "There {0:is|are} {0} least {0:group|groups}; the first is at left."};
constexpr Phrase more_groups{
    "最小组多于{0}个，左为第1个。", "最小組多於{0}個，左為第1個。",
    "There are more than {0} least {0:group|groups}; the first is at left."};
constexpr Phrase some_groups{"可能还有其他最小组，未及证明。", "可能還有其他最小組，未及證明。",
                             "There may be other least groups; the search ended."};
constexpr Phrase found_groups{"另有同样大小的小组，未证明最小。",
                              "另有同樣大小的小組，未證明最小。",
                              "Other groups may be as small or smaller."};
constexpr Phrase in_every{"各最小组必有：{0}。", "各最小組必有：{0}。",
                          "In every least group: {0}."};
constexpr Phrase in_every_so_far{"已证明各最小组必有：{0}。", "已證明各最小組必有：{0}。",
                                 "Proved to be in every one: {0}."};
constexpr Phrase nobody{"没有哪个部门为各最小组所必有。", "沒有哪個部門為各最小組所必有。",
                        "Nobody is in every least group."};
constexpr Phrase nobody_so_far{"有无各最小组必有的部门，未及证明。",
                               "有無各最小組必有的部門，未及證明。",
                               "Whether anybody is in every one was not settled."};
constexpr Phrase unreached{"无法覆盖：{0}。", "無法覆蓋：{0}。", "Out of reach: {0}."};
constexpr Phrase uncounted{"未公开的{0}项未计，可能还需要其他部门。",
                           "未公開的{0}項未計，可能還需要其他部門。",
                           "The {0} withheld {0:is|are} not counted and may need others."};
constexpr Phrase grid_title{"黑格：在该组内", "黑格：在該組內", "Black: in that group"};
constexpr Phrase groups_left{"组{0}至{1}未画", "組{0}至{1}未畫", "groups {0} to {1} not drawn"};
constexpr Phrase rows_left{"另有{0}个部门未画", "另有{0}個部門未畫",
                           "{0} more {0:department|departments} not drawn"};

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
        const std::string space = each == Language::en ? " " : "";
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
                                       return each == Language::en
                                                  ? counted(size, "department")
                                                  : size_is.fill(each, {std::to_string(size)});
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
