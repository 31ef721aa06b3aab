#include "comparison_parts.hpp"

#include <remit/model/number_text.hpp>

#include <algorithm>

namespace remit {
namespace {

using tables::add_note;
using tables::cell;
using tables::framed;
using tables::text;
using tables::whole;

bool is_what_if(const ComparisonView& view) {
    return view.compared == Compared::before_and_after;
}

/// One number of a profile.
struct Line {
    std::string_view id;
    Phrase name;  // {0} stands for the name of the nation
    Cell (*value)(const Profile& profile);
};

template <std::size_t Profile::*member>
Cell count_of(const Profile& profile) {
    return whole(profile.*member);
}

template <std::optional<Concentration> Profile::*of, double Concentration::*member>
Cell concentration_of(const Profile& profile) {
    const auto& found = profile.*of;
    return cell(found ? std::optional((*found).*member) : std::nullopt);
}

Cell cover_of(const Profile& profile) {
    return profile.cover ? Cell(whole(*profile.cover)) : cell({});
}

Cell newman_of(const Profile& profile) {
    return profile.newman;
}

const std::array<Line, 17> lines{
    {{"listed", {"刊出举措", "刊出舉措", "Listed measures"}, count_of<&Profile::listed>},
     {"withheld", {"未公开举措", "未公開舉措", "Withheld measures"}, count_of<&Profile::withheld>},
     {"nationwide",
      {"推广至{0}的举措", "推廣至{0}的舉措", "Measures with the scope {0}"},
      count_of<&Profile::nationwide>},
     {"departments", {"部门", "部門", "Departments"}, count_of<&Profile::departments>},
     {"links",
      {"举措—部门关联", "舉措—部門關聯", "Links of measures and departments"},
      count_of<&Profile::links>},
     {"sole",
      {"仅一个部门的举措", "僅一個部門的舉措", "Measures of one department alone"},
      count_of<&Profile::sole>},
     {"largest",
      {"单个部门最多举措", "單個部門最多舉措", "Most measures of one department"},
      count_of<&Profile::largest>},
     {"pairs",
      {"共担部门对", "共擔部門對", "Pairs that share a measure"},
      count_of<&Profile::pairs>},
     {"shared",
      {"部门对共担合计", "部門對共擔合計", "Shared measures, summed over pairs"},
      count_of<&Profile::shared>},
     {"newman",
      {"部门对Newman权重合计", "部門對Newman權重合計", "Newman's weights, summed over pairs"},
      newman_of},
     {"components",
      {"连通分量", "連通分量", "Connected components"},
      count_of<&Profile::components>},
     {"cover_size",
      {"最小协调小组部门数", "最小協調小組部門數", "Smallest coordinating group"},
      cover_of},
     {"gini",
      {"基尼系数（全计数）", "基尼係數（全計數）", "Gini of the full counts"},
      concentration_of<&Profile::full, &Concentration::gini>},
     {"gini_fractional",
      {"基尼系数（分数计数）", "基尼係數（分數計數）", "Gini of the fractional counts"},
      concentration_of<&Profile::fractional, &Concentration::gini>},
     {"herfindahl",
      {"赫芬达尔指数（全计数）", "赫芬達爾指數（全計數）", "Herfindahl of the full counts"},
      concentration_of<&Profile::full, &Concentration::herfindahl>},
     {"effective_number",
      {"有效部门数（全计数）", "有效部門數（全計數）", "Effective number of departments"},
      concentration_of<&Profile::full, &Concentration::effective_number>},
     {"effective_number_fractional",
      {"有效部门数（分数计数）", "有效部門數（分數計數）", "Effective number, fractional counts"},
      concentration_of<&Profile::fractional, &Concentration::effective_number>}}};

/// The later less the earlier one, as the values are.
Cell difference(const Cell& before, const Cell& after) {
    const auto* a = std::get_if<std::int64_t>(&before.value);
    const auto* b = std::get_if<std::int64_t>(&after.value);
    if (a != nullptr && b != nullptr) return *b - *a;
    const auto* x = std::get_if<double>(&before.value);
    const auto* y = std::get_if<double>(&after.value);
    if (x != nullptr && y != nullptr) return *y - *x;
    return cell({});
}

/// "Came (2): A, B." for the departments of one trend.
void add_departments_note(Table& table, const ComparisonView& view, Trend trend,
                          const Phrase& phrase) {
    ListWriter names(view.language);
    std::size_t count = 0;
    for (const auto& each : view.comparison.departments) {
        if (each.development.trend != trend) continue;
        names.add(tables::name_of(view, each));
        ++count;
    }
    if (count == 0) return;
    add_note(table, phrase.fill(view.language, {std::to_string(count), names.text()}));
}

void add_department_notes(Table& table, const ComparisonView& view) {
    constexpr std::array<Phrase, 4> phrases{
        {{"新增部门（{0}）：{1}。", "新增部門（{0}）：{1}。", "Departments that came ({0}): {1}."},
         {"退出部门（{0}）：{1}。", "退出部門（{0}）：{1}。", "Departments that went ({0}): {1}."},
         {"上升（{0}）：{1}。", "上升（{0}）：{1}。", "Rose ({0}): {1}."},
         {"下降（{0}）：{1}。", "下降（{0}）：{1}。", "Fell ({0}): {1}."}}};
    for (const auto trend : {Trend::came, Trend::went, Trend::rose, Trend::fell}) {
        add_departments_note(table, view, trend, phrases[static_cast<std::size_t>(trend)]);
    }
    tables::add_trend_notes(table, view, [&] {
        std::vector<Development> all;
        for (const auto& each : view.comparison.departments) all.push_back(each.development);
        return all;
    }());
}

void add_pairs_note(Table& table, const ComparisonView& view) {
    constexpr Phrase pairs{"部门对：新结{0}、解散{1}、加强{2}、减弱{3}。",
                           "部門對：新結{0}、解散{1}、加強{2}、減弱{3}。",
                           "Pairs: {0} formed, {1} dissolved, {2} tightened, {3} loosened."};
    std::array<std::size_t, 6> counts{};
    for (const auto& each : view.comparison.pairs) {
        ++counts[static_cast<std::size_t>(each.development.trend)];
    }
    add_note(table,
             pairs.fill(view.language, {std::to_string(counts[0]), std::to_string(counts[1]),
                                        std::to_string(counts[2]), std::to_string(counts[3])}));
}

void add_turnover_note(Table& table, const ComparisonView& view) {
    constexpr Phrase note{
        "{0}→{1}部门对的更替（Jaccard）：β_WN {2}＝重组{3}＋部门更替{4}（共同分母；Poisot为{5}＋"
        "{6}）。",
        "{0}→{1}部門對的更替（Jaccard）：β_WN {2}＝重組{3}＋部門更替{4}（共同分母；Poisot為{5}＋"
        "{6}）。",
        "Turnover of the pairs from {0} to {1} (Jaccard): β_WN {2} = rewiring {3} + turnover {4} "
        "with a common denominator, {5} + {6} after Poisot."};
    const auto shown = [](const std::optional<double>& value) {
        return value ? fixed(*value, 3) : "–";
    };
    for (std::size_t i = 0; i < view.comparison.steps.size(); ++i) {
        const auto& pairs = view.comparison.steps[i].pairs;
        const auto common =
            turnover_parts(pairs, Dissimilarity::jaccard, TurnoverPartition::common_denominator);
        const auto poisot =
            turnover_parts(pairs, Dissimilarity::jaccard, TurnoverPartition::poisot);
        add_note(table,
                 note.fill(view.language,
                           {tables::batch_label(view, i), tables::batch_label(view, i + 1),
                            shown(common.whole), shown(common.rewiring), shown(common.turnover),
                            shown(poisot.rewiring), shown(poisot.turnover)}));
    }
}

/// The measures that the plan leaves to one department.
std::vector<MeasureIndex> new_soles(const ComparisonView& view) {
    std::vector<MeasureIndex> measures;
    const auto& before = view.batches[0];
    for (MeasureIndex m; m.value < before.measures().size(); ++m.value) {
        const bool now = view.batches[1].responsibilities(m).size() == 1;
        if (now && before.responsibilities(m).size() > 1) measures.push_back(m);
    }
    return measures;
}

void add_sole_note(Table& table, const ComparisonView& view) {
    constexpr Phrase none{"没有举措因此只剩一个部门。", "沒有舉措因此只剩一個部門。",
                          "It leaves no further measure to one department alone."};
    constexpr Phrase some{"因此只剩一个部门的举措：{0}。", "因此只剩一個部門的舉措：{0}。",
                          "It leaves to one department alone: {0}."};
    constexpr Phrase one{"举措{0}（{1}）", "舉措{0}（{1}）", "measure {0} ({1})"};
    const auto& after = view.batches[1];
    ListWriter list(view.language);
    for (const auto m : new_soles(view)) {
        const auto department = after.responsibilities(m).front().department;
        list.add(one.fill(view.language, {measure_label(after, m),
                                          text(after[department].short_name.in(view.language))}));
    }
    add_note(table, list.text().empty() ? text(none.in(view.language))
                                        : some.fill(view.language, {list.text()}));
}

}  // namespace

Table summary_table(const ComparisonView& view) {
    constexpr Phrase batches{"批次对照", "批次對照", "Batch against batch"};
    constexpr Phrase what_if{"机构调整前后对照", "機構調整前後對照",
                             "Before and after the reorganization"};
    constexpr Phrase metric{"指标", "指標", "Metric"};
    const auto language = view.language;
    const bool two = view.batches.size() == 2;
    const auto nation = tables::nation_label(view.batches.back().registry(), language);
    auto table = framed(view, batches, what_if);
    table.columns = {{"metric", text(metric.in(language))},
                     {"name", text(tables::name_label.in(language))}};
    tables::add_columns(table, view, "value", "", NumberStyle::two_decimals);
    if (two) {
        table.columns.push_back({"difference", text(Phrase{"差", "差", "Difference"}.in(language)),
                                 NumberStyle::two_decimals});
    }
    for (const auto& line : lines) {
        std::vector<Cell> row;
        row.emplace_back(text(line.id));
        row.emplace_back(line.name.fill(language, {nation}));
        for (const auto& profile : view.comparison.profiles) row.push_back(line.value(profile));
        if (two) row.push_back(difference(row[2], row[3]));
        table.rows.push_back(std::move(row));
    }
    add_department_notes(table, view);
    add_pairs_note(table, view);
    if (is_what_if(view)) {
        add_sole_note(table, view);
    } else {
        add_turnover_note(table, view);
    }
    return table;
}

Table new_sole_table(const ComparisonView& view) {
    constexpr Phrase title{"因机构调整只剩一个部门的举措", "因機構調整只剩一個部門的舉措",
                           "Measures that the reorganization leaves to one department"};
    const auto language = view.language;
    auto table = framed(view, title, title);
    table.columns = {{"number", text(Phrase{"序号", "序號", "No."}.in(language))},
                     {"title", text(Phrase{"举措", "舉措", "Measure"}.in(language))},
                     tables::named_column("before", {"之前", "之前", "Before"}, language),
                     tables::named_column("after", {"之后", "之後", "After"}, language)};
    const auto departments = [&](const Dataset& batch, MeasureIndex m) {
        std::vector<DepartmentIndex> all;
        for (const auto& each : batch.responsibilities(m)) all.push_back(each.department);
        return tables::named_cell(batch, all, language);
    };
    for (const auto m : new_soles(view)) {
        tables::add_row(table, tables::measure_cell(view.batches[0], m),
                        tables::title_cell(view.batches[0], m, language),
                        departments(view.batches[0], m), departments(view.batches[1], m));
    }
    return table;
}

}  // namespace remit
