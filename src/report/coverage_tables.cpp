#include <remit/report/analysis_tables.hpp>

#include "metric_columns.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace remit {
namespace {

using tables::add_note;
using tables::add_row;
using tables::framed;
using tables::labelled;
using tables::name_label;
using tables::named_cell;
using tables::named_column;
using tables::text;
using tables::whole;

constexpr auto plain = NumberStyle::plain;

constexpr Phrase measures_label{"举措", "舉措", "Measures"};

constexpr Phrase reach_rule{
    "举措为全部或部分覆盖该地的项数，基数为刊出的{0}项。范围：全部覆盖、部分覆盖、未覆盖。",
    "舉措為全部或部分覆蓋該地的項數，基數為刊出的{0}項。範圍：全部覆蓋、部分覆蓋、未覆蓋。",
    "Measures counts those of the {0} listed that reach the place, whole or in part. Extent is "
    "full if each reaches all of it, partial if some reach only a part."};
constexpr Phrase scope_rule{"{0}项推广至{1}。", "{0}項推廣至{1}。", "For {1}: {0}."};
constexpr Phrase not_addressed{
    "{1}按通知主送的地方计；{0}不在主送之列。", "{1}按通知主送的地方計；{0}不在主送之列。",
    "{1} is read as the places that the notices are addressed to; not among them: {0}."};
constexpr Phrase of_which{"其中：{0}", "其中：{0}", "{0}"};

constexpr std::array reach_words{Phrase{"未覆盖", "未覆蓋", "none"},
                                 Phrase{"部分", "部分", "partial"}, Phrase{"全部", "全部", "full"}};
constexpr std::array<const char*, 3> reach_ids{"none", "partial", "full"};

constexpr Phrase excepted{"{0}除外", "{0}除外", "not {0}"};

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
    const bool english = language == Language::en;
    return word + (english ? " (" : "（") + parts.text() + (english ? ")" : "）");
}

constexpr Phrase pilots{"试验区域", "試驗區域", "pilot regions"};
constexpr Phrase divisions{"省级行政区", "省級行政區", "provincial divisions"};
constexpr Phrase of_kind{"{0}（kind）一类", "{0}（kind）一類", "places of kind {0}"};

constexpr Phrase level_note{"地区为登记数据中的{0}。", "地區為登記數據中的{0}。",
                            "Regions are the {0} of the registry."};
constexpr Phrase empty_level{"登记数据中没有{0}，可用：{1}。", "登記數據中沒有{0}，可用：{1}。",
                             "The registry has no {0}; its levels are: {1}."};
constexpr Phrase no_place{"登记数据中没有地区。", "登記數據中沒有地區。",
                          "The registry has no region."};
constexpr Phrase no_category{"没有类别刊出举措，故无可列。", "沒有類別刊出舉措，故無可列。",
                             "No category lists a measure, so that there is nothing to show."};

constexpr Phrase gap_rule{
    "缺口为该类刊出的举措都未覆盖的地区；未刊出任何举措的类别不列，未分类的举措不计。",
    "缺口為該類刊出的舉措都未覆蓋的地區；未刊出任何舉措的類別不列，未分類的舉措不計。",
    "A gap is a region that no listed measure of the category reaches; categories of which nothing "
    "is printed are left out, and so are measures without a category."};

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

}  // namespace

Table to_table(std::span<const PlaceCoverage> coverage, const Dataset& dataset, Language language,
               std::string_view only) {
    auto table = framed(
        dataset, text(Phrase{"各地覆盖情况", "各地覆蓋情況", "Coverage by region"}.in(language)),
        language);
    table.columns =
        labelled(language, {{"region", {"地区", "地區", "Region"}, plain},
                            {"name", name_label, plain},
                            {"measures", measures_label, plain},
                            {"by_group", {"指定地区", "指定地區", "By group or name"}, plain},
                            {"extent", {"范围", "範圍", "Extent"}, plain}});
    const auto nation = tables::nation_label(dataset.registry(), language);
    table.columns.insert(table.columns.begin() + 3,
                         {"nationwide", of_which.fill(language, {nation}), plain});
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
    add_note(table, extent_remark(dataset, language));
    add_note(table, withheld_remark(dataset, language));
    return table;
}

Table to_table(std::span<const Gap> gaps, const Dataset& dataset, Language language,
               std::string_view level) {
    auto table = framed(
        dataset, text(Phrase{"各类缺口", "各類缺口", "Gaps by category"}.in(language)), language);
    table.columns = labelled(language, {{"category", {"类别", "類別", "Category"}, plain},
                                        {"name", name_label, plain},
                                        {"gaps", {"缺口", "缺口", "Gaps"}, plain}});
    table.columns.push_back(named_column("regions", {"地区", "地區", "Regions"}, language));
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
        framed(dataset,
               text(Phrase{"各举措覆盖地区", "各舉措覆蓋地區", "Coverage by measure"}.in(language)),
               language);
    table.columns = labelled(language, {{"number", {"序号", "序號", "No."}, plain},
                                        {"title", {"举措", "舉措", "Measure"}, plain},
                                        {"full", {"全部", "全部", "Full"}, plain},
                                        {"partial", {"部分", "部分", "Partial"}, plain}});
    table.columns.insert(table.columns.begin() + 2,
                         named_column("scope", {"推广范围", "推廣範圍", "Scope"}, language));
    table.columns.push_back(
        named_column("regions_full", {"全部覆盖", "全部覆蓋", "Reached whole"}, language));
    table.columns.push_back(
        named_column("regions_partial", {"部分覆盖", "部分覆蓋", "Reached in part"}, language));
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
