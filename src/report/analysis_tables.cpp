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
using tables::measure_cell;
using tables::named_cell;
using tables::named_column;
using tables::text;
using tables::whole;

std::vector<Column> labelled(
    Language language,
    std::initializer_list<std::tuple<const char*, Phrase, NumberStyle>> columns) {
    std::vector<Column> result;
    for (const auto& [id, label, style] : columns) {
        result.push_back({id, text(label.in(language)), style});
    }
    return result;
}

constexpr auto plain = NumberStyle::plain;

constexpr Phrase department{"部门", "部門", "Department"};
constexpr Phrase name_label{"名称", "名稱", "Name"};
constexpr Phrase measures_label{"举措", "舉措", "Measures"};
constexpr Phrase lead_label{"牵头", "牽頭", "Lead"};

constexpr Phrase counting{
    "举措为全计数：一项举措对其每个部门各计1；首列为印在最前的次数；分数计数：n个部门共担的举措各计"
    "1/n，"
    "合计{0}。",
    "舉措為全計數：一項舉措對其每個部門各計1；首列為印在最前的次數；分數計數：n個部門共擔的舉措各計"
    "1/n，"
    "合計{0}。",
    "Measures is full counting: a measure counts 1 for each of its departments; first-named counts "
    "the measures that print it first; fractional counting gives each of a measure's n departments "
    "1/n and sums to {0}."};
constexpr Phrase lead_counting{
    "牵头为原文所载牵头的项数，数部门共同牵头的各计1；印在最前不等于牵头。",
    "牽頭為原文所載牽頭的項數，數部門共同牽頭的各計1；印在最前不等於牽頭。",
    "Lead counts the measures that declare the department as a lead, each co-lead 1; being printed "
    "first is not leading."};
constexpr Phrase share_of{
    "占比的分母是刊出的{0}项；另有{1}项未公开，若全不归该部门或全归该部门，占公布的{2}"
    "项之比在下限与上限之间。",
    "占比的分母是刊出的{0}項；另有{1}項未公開，若全不歸該部門或全歸該部門，占公布的{2}"
    "項之比在下限與上限之間。",
    "Share is of the {0} listed {0:measure|measures}. With the {1} withheld {1:one|ones}, of all "
    "{2} announced, it lies between low (none of them is the department's) and high (all are)."};
constexpr Phrase share_complete{"占比的分母是刊出的{0}项。", "占比的分母是刊出的{0}項。",
                                "Share is of the {0} listed {0:measure|measures}."};
constexpr Phrase share_open{
    "占比的分母是刊出的{0}项；{1}，上下限不详。", "占比的分母是刊出的{0}項；{1}，上下限不詳。",
    "Share is of the {0} listed {0:measure|measures}; {1}, so that low and high are not known."};

constexpr Phrase pair_counting{
    "共担为两部门同列的举措数；Newman权重：n个部门的举措给每对部门1/(n−1)，合计{0}。",
    "共擔為兩部門同列的舉措數；Newman權重：n個部門的舉措給每對部門1/(n−1)，合計{0}。",
    "Shared counts the measures that name both; Newman's weight gives each pair of a measure's n "
    "departments 1/(n−1) and sums to {0}."};
constexpr Phrase pair_base{"{0}对部门共担举措，共{1}次。", "{0}對部門共擔舉措，共{1}次。",
                           "{0} {0:pair shares|pairs share} measures, {1} {1:time|times} in all."};

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

constexpr Phrase left_out{"{0}除外", "{0}除外", "not {0}"};

/// "partial (Wuhan, not Shennongjia)".
std::string extent_text(const Dataset& dataset, const PlaceCoverage& place, Language language) {
    auto word = text(reach_words[static_cast<std::size_t>(place.reach)].in(language));
    if (place.reach != Reach::partial) return word;
    ListWriter parts(language);
    for (const auto part : place.parts) {
        parts.add(dataset.registry()[part].short_name.in(language));
    }
    for (const auto each : place.left_out) {
        parts.add(left_out.fill(language,
                                {std::string(dataset.registry()[each].short_name.in(language))}));
    }
    const bool english = language == Language::en;
    return word + (english ? " (" : "（") + parts.text() + (english ? ")" : "）");
}

constexpr std::array level_words{
    Phrase{"全国", "全國", "nations"}, Phrase{"试验区域", "試驗區域", "pilot regions"},
    Phrase{"省级行政区", "省級行政區", "provincial divisions"}, Phrase{"城市", "城市", "cities"}};

constexpr Phrase level_note{"地区为登记数据中的{0}。", "地區為登記數據中的{0}。",
                            "Regions are the {0} of the registry."};
constexpr Phrase empty_level{"登记数据中没有{0}：{1}。", "登記數據中沒有{0}：{1}。",
                             "The registry has no {0}: {1}."};
constexpr std::array empty_levels{
    Phrase{"没有kind为nation的地区", "沒有kind為nation的地區", "no region is of kind nation"},
    Phrase{"没有地区的kind为pilot-region，也没有地区以comprises列出所含地区",
           "沒有地區的kind為pilot-region，也沒有地區以comprises列出所含地區",
           "no region is of kind pilot-region, and none comprises others"},
    Phrase{"各地区或为全域、试验区域，或位于（within）其他地区之内",
           "各地區或為全域、試驗區域，或位於（within）其他地區之內",
           "every region is a nation or a pilot region, or lies within another that is no nation"},
    Phrase{"没有地区位于（within）全域以外的地区之内", "沒有地區位於（within）全域以外的地區之內",
           "no region lies within another that is no nation"}};
constexpr Phrase no_category{"没有类别刊出举措，故无可列。", "沒有類別刊出舉措，故無可列。",
                             "No category lists a measure, so that there is nothing to show."};

constexpr Phrase gap_rule{
    "缺口为该类刊出的举措都未覆盖的地区；未刊出任何举措的类别不列，未分类的举措不计。",
    "缺口為該類刊出的舉措都未覆蓋的地區；未刊出任何舉措的類別不列，未分類的舉措不計。",
    "A gap is a region that no listed measure of the category reaches; categories of which nothing "
    "is printed are left out, and so are measures without a category."};

/// Which regions are shown, or why there are none.
std::string level_remark(const Registry& registry, Level wanted, Language language) {
    const auto at = static_cast<std::size_t>(wanted);
    const auto word = text(level_words[at].in(language));
    for (PlaceIndex p; p.value < registry.places.size(); ++p.value) {
        if (level(registry, p) == wanted) return level_note.fill(language, {word});
    }
    return empty_level.fill(language, {word, text(empty_levels[at].in(language))});
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
    ListWriter not_asked(language);
    for (const auto& place : dataset.registry().places) {
        if (!place.addressed) not_asked.add(place.short_name.in(language));
    }
    if (!not_asked.text().empty() && nationwide) {
        add_note(table, not_addressed.fill(language, {not_asked.text(),
                                                      nation_name(dataset.registry(), language)}));
    }
}

}  // namespace

Table to_table(const Workload& workload, const Dataset& dataset, Language language,
               DepartmentOrder order) {
    auto table =
        framed(dataset,
               text(Phrase{"各部门任务量", "各部門任務量", "Workload by department"}.in(language)),
               language);
    table.columns =
        labelled(language,
                 {{"department", department, plain},
                  {"name", name_label, plain},
                  {"measures", measures_label, plain},
                  {"first_named", {"首列", "首列", "First-named"}, plain},
                  {"fractional", {"分数计数", "分數計數", "Fractional"}, NumberStyle::two_decimals},
                  {"share", {"占刊出", "占刊出", "Share"}, NumberStyle::percent},
                  {"share_low", {"下限", "下限", "Low"}, NumberStyle::percent},
                  {"share_high", {"上限", "上限", "High"}, NumberStyle::percent}});
    const auto lead_place = table.columns.begin() + 3;
    if (workload.declares_leads) {
        table.columns.insert(lead_place, {"lead", text(lead_label.in(language)), plain});
    }
    const bool bounded = dataset.announced().has_value();
    std::size_t assigned = 0;
    for (const auto department :
         department_order(dataset, order, loads_by(Credit::full, workload), language)) {
        const auto& load = workload.departments[department.value];
        const auto& body = dataset[department];
        assigned += load.first_named;
        add_row(table, body.id, text(body.short_name.in(language)), whole(load.measures),
                whole(load.first_named), load.fractional, load.share.of_listed,
                bounded ? Cell(load.share.low) : Cell(std::monostate{}),
                bounded ? Cell(load.share.high) : Cell(std::monostate{}));
        if (!workload.declares_leads) continue;
        auto& row = table.rows.back();
        row.insert(row.begin() + 3, Cell(whole(load.standings.lead)));
    }
    add_note(table, counting.fill(language, {std::to_string(assigned)}));
    if (workload.declares_leads) add_note(table, text(lead_counting.in(language)));
    const auto listed = std::to_string(workload.listed);
    add_note(table,
             !bounded ? share_open.fill(language, {listed, unknown_total(dataset, language)})
             : workload.withheld == 0
                 ? share_complete.fill(language, {listed})
                 : share_of.fill(language, {listed, std::to_string(workload.withheld),
                                            std::to_string(workload.listed + workload.withheld)}));
    add_note(table, lead_remark(dataset, language));
    return table;
}

Table to_table(std::span<const Coresponsibility> pairs, const Dataset& dataset, Language language) {
    auto table = framed(
        dataset, text(Phrase{"部门共担", "部門共擔", "Co-responsibility"}.in(language)), language);
    table.columns = tables::pair_columns(language);
    table.columns.push_back(tables::column("shared", plain, language));
    table.columns.push_back(tables::column("newman", NumberStyle::two_decimals, language));
    table.columns.push_back({"measures", text(measures_label.in(language))});
    std::vector<const Coresponsibility*> order;
    std::size_t shared = 0;
    std::size_t newman_halves = 0;  // twice the sum, which is exact in whole numbers
    for (const auto& pair : pairs) {
        order.push_back(&pair);
        shared += pair.shared();
    }
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto n = dataset.responsibilities(m).size();
        if (n > 1) newman_halves += n;
    }
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        if (a->shared() != b->shared()) return a->shared() > b->shared();
        return a->newman > b->newman;
    });
    for (const auto* pair : order) {
        const auto& a = dataset[pair->a];
        const auto& b = dataset[pair->b];
        add_row(table, Cell(a.id, a.short_name.in(language)), Cell(b.id, b.short_name.in(language)),
                whole(pair->shared()), pair->newman, measure_cell(dataset, pair->measures));
    }
    add_note(table,
             pair_base.fill(language, {std::to_string(pairs.size()), std::to_string(shared)}));
    add_note(table, tables::base_remark(dataset, language));
    add_note(table, pair_counting.fill(language, {std::to_string(newman_halves / 2) +
                                                  (newman_halves % 2 == 1 ? ".5" : "")}));
    return table;
}

Table to_table(std::span<const PlaceCoverage> coverage, const Dataset& dataset, Language language,
               std::optional<Level> only) {
    auto table = framed(
        dataset, text(Phrase{"各地覆盖情况", "各地覆蓋情況", "Coverage by region"}.in(language)),
        language);
    table.columns =
        labelled(language, {{"region", {"地区", "地區", "Region"}, plain},
                            {"name", name_label, plain},
                            {"measures", measures_label, plain},
                            {"by_group", {"指定地区", "指定地區", "By group or name"}, plain},
                            {"extent", {"范围", "範圍", "Extent"}, plain}});
    const auto nation = detail::nation_label(dataset.registry(), language);
    table.columns.insert(table.columns.begin() + 3,
                         {"nationwide", of_which.fill(language, {nation}), plain});
    std::vector<const PlaceCoverage*> order;
    const auto level_of = [&](const PlaceCoverage& each) {
        return level(dataset.registry(), each.place);
    };
    const bool only_nations = std::all_of(coverage.begin(), coverage.end(), [&](const auto& each) {
        return level_of(each) == Level::nation;
    });
    for (const auto& each : coverage) {
        const bool wanted =
            only ? level_of(each) == *only : only_nations || level_of(each) != Level::nation;
        if (wanted) order.push_back(&each);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](const auto* a, const auto* b) { return level_of(*a) < level_of(*b); });
    for (const auto* each : order) {
        const auto& place = dataset.registry()[each->place];
        const auto reach = static_cast<std::size_t>(each->reach);
        add_row(table, place.id, text(place.name.in(language)), whole(each->measures.size()),
                whole(each->nationwide), whole(each->measures.size() - each->nationwide),
                Cell(reach_ids[reach], extent_text(dataset, *each, language)));
    }
    if (only && order.empty()) add_note(table, level_remark(dataset.registry(), *only, language));
    add_scope_notes(table, dataset, language);
    add_note(table, extent_remark(dataset, language));
    add_note(table, withheld_remark(dataset, language));
    return table;
}

Table to_table(std::span<const Gap> gaps, const Dataset& dataset, Language language, Level level) {
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
               Level level) {
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
        const bool several = dataset.notices().size() > 1;
        add_row(table,
                several ? Cell(measure_label(dataset, each.measure))
                        : Cell(std::int64_t{dataset[each.measure].number}),
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
