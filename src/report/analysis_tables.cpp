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
using tables::measure_cell;
using tables::text;
using tables::whole;

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
constexpr Phrase share_perhaps{
    "占比的分母是刊出的{0}项；另有{1}项未公开，可能符合条件，也可能归该部门，故占全部符合条件者之比"
    "在下限与上限之间。",
    "占比的分母是刊出的{0}項；另有{1}項未公開，可能符合條件，也可能歸該部門，故占全部符合條件者之比"
    "在下限與上限之間。",
    "Share is of the {0} listed {0:measure|measures}. Of the {1} withheld any may meet the "
    "conditions, and be the department's: of all that meet them, the share lies between low and "
    "high."};
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
    const bool bounded = dataset.knows_withheld();
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
                 : (dataset.announced() ? share_of : share_perhaps)
                       .fill(language, {listed, std::to_string(workload.withheld),
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

}  // namespace remit
