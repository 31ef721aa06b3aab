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

/// A category or place and the measures that count for it.
struct Section {
    std::string id;
    std::string name;
    std::vector<MeasureIndex> measures;
    std::string_view without = "none";  ///< The status if there is no measure.
};

Cell status_cell(std::string_view status, Language language) {
    static const std::map<std::string_view, Phrase> words{{"all", {"cover-section.all"}},
                                                          {"first", {"cover-section.first"}},
                                                          {"unproved", {"cover-section.unproved"}},
                                                          {"withheld", {"cover-section.withheld"}},
                                                          {"none", {"cover-section.none"}}};
    return {text(status), words.at(status).in(language)};
}

void add_section_columns(Table& table, const char* section, const CoverQuestion& question,
                         Language language) {
    table.columns = tables::columns(language, {section, "name", "measures"});
    add_size_columns(table, question, language);
    table.columns.push_back(tables::column("groups", language));
    table.columns.push_back(named_column("departments", {"cover-section.first-group"}, language));
    table.columns.push_back(named_column("in_every", language));
    table.columns.push_back(tables::column("status", language));
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

constexpr Phrase section_rule{"cover-section.section-rule"};
constexpr Phrase reach_section_rule{"cover-section.reach-section-rule"};
constexpr Phrase unproved_note{"cover-section.unproved-note"};
constexpr Phrase more_note{"cover-section.more-note"};

constexpr Phrase as_printed{"cover-section.as-printed"};

bool any_status(const Table& table, const std::string& status) {
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const auto& row) { return row.back().value == CellValue(status); });
}

/// One row a section, with what is said of all.
Table section_table(const char* section_id, const std::vector<Section>& sections,
                    const CoverQuestion& question, const Dataset& dataset, Language language) {
    auto table = framed(dataset, cover_title(question, language), language);
    add_section_columns(table, section_id, question, language);
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
    constexpr Phrase any{"cover-section.any"};
    constexpr Phrase other{"cover-section.other"};
    const auto which = text((unreachable.empty() ? any : other).in(language));
    add_note(table, question.budget
                        ? reach_section_rule.fill(
                              language, {tables::size_text(*question.budget, question, language)})
                        : section_rule.fill(language, {which}));
    if (graph.open_count() > 0) add_note(table, text(as_printed.in(language)));
    if (any_status(table, "first")) add_note(table, text(more_note.in(language)));
    if (any_status(table, "unproved")) add_note(table, text(unproved_note.in(language)));
    return table;
}

}  // namespace

Table category_cover_table(const CoverQuestion& question, const Dataset& dataset,
                           Language language) {
    constexpr Phrase withheld{"cover-section.category-cover-table-withheld"};
    constexpr Phrase not_chosen{"cover-section.not-chosen"};
    std::vector<Section> sections;
    for (const auto& each : dataset.categories()) {
        sections.push_back({tables::category_id(dataset, each),
                            text(each.name.in(language)),
                            {},
                            each.withheld() > 0 ? "withheld" : "none"});
    }
    Section without{"", text(Phrase{"cover-section.no-category"}.in(language)), {}};
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto of = dataset[m].category;
        (of ? sections[of->value] : without).measures.push_back(m);
    }
    if (!without.measures.empty()) sections.push_back(std::move(without));
    auto table = section_table("category", sections, question, dataset, language);
    if (any_status(table, "withheld")) {
        add_note(table, text((dataset.restriction() ? not_chosen : withheld).in(language)));
    }
    tables::add_cover_base(table, dataset, language);
    return table;
}

Table region_cover_table(const CoverQuestion& question, const Dataset& dataset, Language language,
                         std::string_view only) {
    constexpr Phrase reach{"cover-section.reach"};
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
    auto table = section_table("region", sections, question, dataset, language);
    add_note(table, text(reach.in(language)));
    add_note(table, extent_remark(dataset, language));
    tables::add_cover_base(table, dataset, language);
    return table;
}

}  // namespace remit
