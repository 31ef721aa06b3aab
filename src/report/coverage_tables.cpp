#include <remit/report/analysis_tables.hpp>

#include "metric_columns.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace remit {
namespace {

using tables::add_note;
using tables::add_row;
using tables::column;
using tables::columns;
using tables::framed;
using tables::named_cell;
using tables::named_column;
using tables::text;
using tables::whole;

constexpr Phrase reach_rule{"coverage.reach-rule"};
constexpr Phrase scope_rule{"coverage.scope-rule"};
constexpr Phrase not_addressed{"coverage.not-addressed"};
constexpr Phrase of_which{"coverage.of-which"};

constexpr std::array reach_words{Phrase{"coverage.none"}, Phrase{"coverage.partial"},
                                 Phrase{"coverage.full"}};
constexpr std::array<const char*, 3> reach_ids{"none", "partial", "full"};

constexpr Phrase excepted{"coverage.excepted"};

/// "partial (Wuhan, not Shennongjia)".
std::string extent_text(const Dataset& dataset, const PlaceCoverage& place, Language language) {
    auto word = text(reach_words[static_cast<std::size_t>(place.reach)].in(language));
    if (place.reach != Reach::partial) return word;
    ListWriter parts(language);
    for (const auto part : place.parts) {
        parts.add(dataset.registry()[part].short_name.in(language));
    }
    for (const auto each : place.left_out) {
        parts.add(excepted.fill(language,
                                {std::string(dataset.registry()[each].short_name.in(language))}));
    }
    return marks::brackets.fill(language, {word, parts.text()});
}

constexpr Phrase pilots{"coverage.pilots"};
constexpr Phrase divisions{"coverage.divisions"};
constexpr Phrase of_kind{"coverage.of-kind"};

constexpr Phrase level_note{"coverage.level-note"};
constexpr Phrase empty_level{"coverage.empty-level"};
constexpr Phrase no_place{"coverage.no-place"};
constexpr Phrase no_category{"coverage.no-category"};

constexpr Phrase gap_rule{"coverage.gap-rule"};

std::string level_words(std::string_view level, Language language) {
    if (level == "pilot") return text(pilots.in(language));
    if (level == "province") return text(divisions.in(language));
    return of_kind.fill(language, {std::string(level)});
}

/// Which regions are shown, or why there are none.
std::string level_remark(const Registry& registry, std::string_view wanted, Language language) {
    const auto word = level_words(wanted, language);
    for (PlaceIndex p; p.value < registry.places.size(); ++p.value) {
        if (is_at(registry, p, wanted)) return level_note.fill(language, {word});
    }
    ListWriter list(language);
    for (const auto& each : levels(registry)) list.add(each);
    if (list.text().empty()) return text(no_place.in(language));
    return empty_level.fill(language, {word, list.text()});
}

void add_scope_notes(Table& table, const Dataset& dataset, Language language) {
    bool nationwide = false;
    std::map<ScopeTerm, std::size_t> counts;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        for (const auto& term : dataset.scope(m)) {
            nationwide = nationwide || is_nation(dataset.registry(), term);
            ++counts[term];
        }
    }
    add_note(table, reach_rule.fill(language, {std::to_string(dataset.measures().size())}));
    for (const auto& [term, count] : counts) {
        const auto name = full_name(dataset.registry(), term, language);
        add_note(table, scope_rule.fill(language, {std::to_string(count), text(name)}));
    }
    ListWriter left_out(language);
    for (const auto& place : dataset.registry().places) {
        if (!place.addressed) left_out.add(place.short_name.in(language));
    }
    if (!left_out.text().empty() && nationwide) {
        add_note(table, not_addressed.fill(language, {left_out.text(),
                                                      nation_name(dataset.registry(), language)}));
    }
}

/// A column behind "Measures" for those that may reach a place: nobody knows where they apply.
constexpr Phrase withheld_reach{"bounds.places"};

void add_unknown_reach(Table& table, std::span<const PlaceCoverage> coverage,
                       std::span<const PlaceIndex> places, const Dataset& dataset,
                       Language language) {
    constexpr Phrase rule{"coverage.perhaps-rule"};
    std::size_t unknown = 0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        if (dataset.reach_unknown(m)) ++unknown;
    }
    if (unknown == 0) return;
    table.columns.insert(table.columns.begin() + 3, column("perhaps", language));
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto& row = table.rows[i];
        row.insert(row.begin() + 3, Cell(whole(coverage[places[i].value].possible)));
    }
    add_note(table, rule.fill(language, {std::to_string(unknown)}));
}

}  // namespace

Table to_table(std::span<const PlaceCoverage> coverage, const Dataset& dataset, Language language,
               std::string_view only) {
    auto table =
        framed(dataset, text(Phrase{"coverage.coverage-by-region"}.in(language)), language);
    const auto nation = tables::nation_label(dataset.registry(), language);
    table.columns = columns(language, {"region", "name", "measures"});
    table.columns.push_back({"nationwide", of_which.fill(language, {nation})});
    table.columns.push_back(column("by_group", language));
    table.columns.push_back(column("extent", language));
    const auto places = places_at(dataset.registry(), only);
    for (const auto p : places) {
        const auto& place = dataset.registry()[p];
        const auto& each = coverage[p.value];
        const auto reach = static_cast<std::size_t>(each.reach);
        add_row(table, place.id, text(place.name.in(language)), whole(each.measures.size()),
                whole(each.nationwide), whole(each.measures.size() - each.nationwide),
                Cell(reach_ids[reach], extent_text(dataset, each, language)));
    }
    if (places.empty()) add_note(table, level_remark(dataset.registry(), only, language));
    add_scope_notes(table, dataset, language);
    add_unknown_reach(table, coverage, places, dataset, language);
    add_note(table, extent_remark(dataset, language));
    add_note(table, withheld_remark(dataset, language));
    if (dataset.withheld() > 0 && dataset.knows_withheld()) {
        add_note(table, withheld_reach.fill(language, {std::to_string(dataset.withheld())}));
    }
    return table;
}

Table to_table(std::span<const Gap> gaps, const Dataset& dataset, Language language,
               std::string_view level) {
    auto table = framed(dataset, text(Phrase{"coverage.gaps-by-category"}.in(language)), language);
    table.columns = columns(language, {"category", "name", "gaps"});
    table.columns.push_back(named_column("regions", language));
    for (const auto& gap : gaps) {
        const auto& category = dataset[gap.category];
        const auto id = dataset.notices().size() > 1
                            ? dataset[category.notice].id + ':' + category.id
                            : category.id;
        add_row(table, id, text(category.name.in(language)), whole(gap.places.size()),
                named_cell(dataset.registry(), gap.places, language));
    }
    if (gaps.empty()) add_note(table, text(no_category.in(language)));
    add_note(table, text(gap_rule.in(language)));
    add_note(table, level_remark(dataset.registry(), level, language));
    add_note(table, extent_remark(dataset, language));
    add_note(table, withheld_remark(dataset, language));
    return table;
}

Table to_table(std::span<const MeasureReach> reach, const Dataset& dataset, Language language,
               std::string_view level) {
    auto table =
        framed(dataset, text(Phrase{"coverage.coverage-by-measure"}.in(language)), language);
    table.columns = columns(language, {"number", "title"});
    table.columns.push_back(named_column("scope", language));
    table.columns.push_back(column("full", language));
    table.columns.push_back(column("partial", language));
    table.columns.push_back(named_column("regions_full", language));
    table.columns.push_back(named_column("regions_partial", language));
    for (const auto& each : reach) {
        add_row(table, tables::measure_cell(dataset, each.measure),
                text(dataset[each.measure].title.in(language)),
                tables::scope_cell(dataset, each.measure, language), whole(each.full.size()),
                whole(each.partial.size()), named_cell(dataset.registry(), each.full, language),
                named_cell(dataset.registry(), each.partial, language));
    }
    add_note(table, level_remark(dataset.registry(), level, language));
    add_note(table, extent_remark(dataset, language));
    add_note(table, withheld_remark(dataset, language));
    return table;
}

}  // namespace remit
