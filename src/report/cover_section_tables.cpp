#include <remit/report/cover_tables.hpp>

#include "cover_notes.hpp"
#include "metric_columns.hpp"

#include <algorithm>
#include <map>

namespace remit {
namespace {

using tables::add_note;
using tables::add_size_cells;
using tables::add_size_columns;
using tables::cover_title;
using tables::find_groups;
using tables::framed;
using tables::named_cell;
using tables::named_column;
using tables::text;
using tables::whole;

constexpr Phrase measures_label{"举措", "舉措", "Measures"};

/// A category or place and the measures that count for it.
struct Section {
    std::string id;
    std::string name;
    std::vector<MeasureIndex> measures;
    std::string_view without = "none";  ///< The status if there is no measure.
};

Cell status_cell(std::string_view status, Language language) {
    static const std::map<std::string_view, Phrase> words{
        {"all", {"全部", "全部", "all"}},
        {"first", {"未列全", "未列全", "more"}},
        {"unproved", {"未证明", "未證明", "unproved"}},
        {"withheld", {"未公开", "未公開", "withheld"}},
        {"none", {"无举措", "無舉措", "no measure"}}};
    return {text(status), words.at(status).in(language)};
}

std::vector<Column> section_columns(Column section, const CoverQuestion& question,
                                    Language language) {
    Table table;
    table.columns = {std::move(section),
                     {"name", text(tables::name_label.in(language))},
                     {"measures", text(measures_label.in(language))}};
    add_size_columns(table, question, language);
    table.columns.push_back({"groups", text(Phrase{"小组数", "小組數", "Groups"}.in(language))});
    table.columns.push_back(
        named_column("departments", {"首个小组", "首個小組", "First group"}, language));
    table.columns.push_back(
        named_column("in_every", {"各组均有", "各組均有", "In every group"}, language));
    table.columns.push_back(
        {"status", text(Phrase{"列出情况", "列出情況", "Counted"}.in(language))});
    return std::move(table.columns);
}

/// Adds a row and gives the measures that nobody reaches.
std::vector<MeasureIndex> add_section(Table& table, const Section& section,
                                      const ResponsibilityGraph& graph,
                                      const CoverQuestion& question, const Dataset& dataset,
                                      Language language) {
    std::vector<Cell> row;
    row.emplace_back(section.id);
    row.emplace_back(section.name);
    row.emplace_back(whole(section.measures.size()));
    if (section.measures.empty()) {
        while (row.size() + 1 < table.columns.size()) row.emplace_back(std::monostate{});
        row.push_back(status_cell(section.without, language));
        table.rows.push_back(std::move(row));
        return {};
    }
    auto groups = find_groups(graph, section.measures, question);
    const auto& optimal = groups.optimal;
    add_size_cells(row, optimal.groups.front().size(), groups, question);
    row.emplace_back(whole(optimal.groups.size()));
    if (!optimal.all) row.back().shown = std::to_string(optimal.groups.size()) + "+";
    row.push_back(named_cell(dataset, optimal.groups.front(), language));
    row.push_back(named_cell(dataset, optimal.in_every, language));
    const bool settled = groups.proved && !optimal.effort_ended;
    row.push_back(status_cell(!settled ? "unproved" : (optimal.all ? "all" : "first"), language));
    table.rows.push_back(std::move(row));
    return std::move(groups.unreachable);
}

constexpr Phrase section_rule{
    "部门数为{0}举措都至少有一个部门在组内所需的最少部门数；小组数为这样的小组有几个，"
    "列出首个；各组均有者，少了就不行。",
    "部門數為{0}舉措都至少有一個部門在組內所需的最少部門數；小組數為這樣的小組有幾個，"
    "列出首個；各組均有者，少了就不行。",
    "Size is the fewest departments such that every {0}measure names one of them; groups counts "
    "the "
    "groups of that kind, of which the first is shown; in every group are those that none can do "
    "without."};
constexpr Phrase reach_section_rule{
    "以{0}为限，覆盖为小组最多能覆盖的举措数；小组数为这样的最小小组有几个，列出首个。",
    "以{0}為限，覆蓋為小組最多能覆蓋的舉措數；小組數為這樣的最小小組有幾個，列出首個。",
    "Reached is the most measures that a group of at most {0} reaches; groups counts the smallest "
    "groups that do, of which the first is shown."};
constexpr Phrase unproved_note{
    "“未证明”者搜索中止：所示小组可能不是最优，或还有其他；加大--effort可继续搜索。",
    "“未證明”者搜索中止：所示小組可能不是最優，或還有其他；加大--effort可繼續搜索。",
    "Where it says unproved, the search ended: the group may not be the best, or there may be "
    "others; a larger --effort searches on."};
constexpr Phrase more_note{"带“+”者小组不止此数；加大--max-groups可多数。",
                           "帶“+”者小組不止此數；加大--max-groups可多數。",
                           "A plus says that there are more groups; a larger --max-groups counts "
                           "on."};

bool any_status(const Table& table, const std::string& status) {
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const auto& row) { return row.back().value == CellValue(status); });
}

/// One row a section, with what is said of all.
Table section_table(Column column, const std::vector<Section>& sections,
                    const CoverQuestion& question, const Dataset& dataset, Language language) {
    auto table = framed(dataset, cover_title(question, language), language);
    table.columns = section_columns(std::move(column), question, language);
    const auto graph = responsibility_graph(dataset);
    std::vector<MeasureIndex> unreachable;
    for (const auto& section : sections) {
        const auto more = add_section(table, section, graph, question, dataset, language);
        unreachable.insert(unreachable.end(), more.begin(), more.end());
    }
    std::sort(unreachable.begin(), unreachable.end());
    unreachable.erase(std::unique(unreachable.begin(), unreachable.end()), unreachable.end());
    tables::add_condition_notes(table, question, dataset, language);
    tables::add_unreachable_note(table, unreachable, dataset, language);
    constexpr Phrase any{"各项", "各項", ""};
    constexpr Phrase other{"其余各项", "其餘各項", "other "};
    const auto which = text((unreachable.empty() ? any : other).in(language));
    add_note(table, question.budget
                        ? reach_section_rule.fill(
                              language, {tables::size_text(*question.budget, question, language)})
                        : section_rule.fill(language, {which}));
    if (any_status(table, "first")) add_note(table, text(more_note.in(language)));
    if (any_status(table, "unproved")) add_note(table, text(unproved_note.in(language)));
    return table;
}

}  // namespace

Table category_cover_table(const CoverQuestion& question, const Dataset& dataset,
                           Language language) {
    constexpr Phrase withheld{"“未公开”的类别一项也未刊出，需要哪些部门不得而知。",
                              "“未公開”的類別一項也未刊出，需要哪些部門不得而知。",
                              "Of a category that says withheld nothing is printed, so that nobody "
                              "can say whom it needs."};
    constexpr Phrase not_chosen{
        "“未公开”的类别没有刊出符合条件的举措，未公开者需要哪些部门不得而知。",
        "“未公開”的類別沒有刊出符合條件的舉措，未公開者需要哪些部門不得而知。",
        "Of a category that says withheld no listed measure meets the conditions, and nobody can "
        "say whom those need that are withheld."};
    constexpr Phrase category{"类别", "類別", "Category"};
    std::vector<Section> sections;
    for (const auto& each : dataset.categories()) {
        sections.push_back({tables::category_id(dataset, each),
                            text(each.name.in(language)),
                            {},
                            each.withheld() > 0 ? "withheld" : "none"});
    }
    Section without{"", text(Phrase{"未分类", "未分類", "No category"}.in(language)), {}};
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto of = dataset[m].category;
        (of ? sections[of->value] : without).measures.push_back(m);
    }
    if (!without.measures.empty()) sections.push_back(std::move(without));
    auto table = section_table({"category", text(category.in(language))}, sections, question,
                               dataset, language);
    if (any_status(table, "withheld")) {
        add_note(table, text((dataset.restriction() ? not_chosen : withheld).in(language)));
    }
    tables::add_cover_base(table, dataset, language);
    return table;
}

Table region_cover_table(const CoverQuestion& question, const Dataset& dataset, Language language,
                         std::string_view only) {
    constexpr Phrase reach{"举措为全部或部分覆盖该地的各项，两者都计。",
                           "舉措為全部或部分覆蓋該地的各項，兩者都計。",
                           "Measures are those that reach the place; in whole or in part, both "
                           "count."};
    const auto places = coverage(dataset);
    const auto& registry = dataset.registry();
    std::vector<Section> sections;
    for (const auto p : places_at(registry, only)) {
        Section section{registry[p].id, text(registry[p].name.in(language)), {}};
        for (const auto& covering : places[p.value].measures) {
            section.measures.push_back(covering.measure);
        }
        sections.push_back(std::move(section));
    }
    auto table = section_table({"region", text(Phrase{"地区", "地區", "Region"}.in(language))},
                               sections, question, dataset, language);
    add_note(table, text(reach.in(language)));
    add_note(table, extent_remark(dataset, language));
    tables::add_cover_base(table, dataset, language);
    return table;
}

}  // namespace remit
