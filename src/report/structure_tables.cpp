#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace remit {
namespace {

using tables::add_note;
using tables::cell;
using tables::column;
using tables::department_cells;
using tables::department_columns;
using tables::framed;
using tables::text;
using tables::whole;

constexpr auto plain = NumberStyle::plain;
constexpr auto two = NumberStyle::two_decimals;

/// "3.14", or a dash for what is undefined.
std::string shown(const std::optional<double>& value, int decimals) {
    return value ? fixed(*value, decimals) : "–";
}

/// Links of all that there could be.
std::optional<double> density(const Dataset& dataset) {
    std::size_t links = 0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        links += dataset.responsibilities(m).size();
    }
    const auto cells = dataset.departments().size() * dataset.measures().size();
    if (cells == 0) return std::nullopt;
    return static_cast<double>(links) / static_cast<double>(cells);
}

/// The metrics of the programme as a whole, by their names in the catalogue.
std::string whole_note(const Structure& structure, const Dataset& dataset, Language language) {
    constexpr Phrase each{"{0} {1}", "{0} {1}", "{0} {1}"};
    constexpr Phrase all{
        "整体：{0}。NODF为0至100；稳健性中举措多的部门先退出，同样多的取各种次序的平均。",
        "整體：{0}。NODF為0至100；穩健性中舉措多的部門先退出，同樣多的取各種次序的平均。",
        "As a whole: {0}. NODF is of 100; for robustness the departments with most measures leave "
        "first, and of those with as many all orders are averaged."};
    const std::array<std::pair<std::string_view, std::string>, 7> values{
        {{"density", shown(density(dataset), 3)},
         {"reinforcement", shown(structure.reinforcement.coefficient, 3)},
         {"global_closure", shown(structure.closure.global.coefficient, 3)},
         {"butterflies", std::to_string(structure.butterflies.total)},
         {"nodf", shown(structure.nestedness.total, 2)},
         {"discrepancy", std::to_string(structure.discrepancy)},
         {"robustness", shown(structure.extinction.robustness, 3)}}};
    ListWriter list(language);
    for (const auto& [id, value] : values) {
        list.add(each.fill(language, {text(find_metric(id)->name.in(language)), value}));
    }
    return all.fill(language, {list.text()});
}

/// What the eigenvector does not say.
void add_eigenvector_notes(Table& table, const Structure& structure, Language language) {
    constexpr Phrase elsewhere{
        "特征向量只属于最大的那个分量（奇异值{0}），其余分量的部门为0。",
        "特徵向量只屬於最大的那個分量（奇異值{0}），其餘分量的部門為0。",
        "The eigenvector is that of the leading component (singular value {0}): departments of "
        "other components have 0."};
    constexpr Phrase not_unique{
        "特征向量不唯一：{1}个连通分量的奇异值同为最大（{0}"
        "），所示为其中最接近均等的；其余分量的部门为"
        "0。",
        "特徵向量不唯一：{1}個連通分量的奇異值同為最大（{0}"
        "），所示為其中最接近均等的；其餘分量的部門為"
        "0。",
        "The eigenvector is not unique: {1} components have the same, largest singular value "
        "({0}). "
        "Shown is the one nearest to all entries being equal; departments of other components have "
        "0."};
    constexpr Phrase unsettled{"特征向量未收敛，所示为近似值。", "特徵向量未收斂，所示為近似值。",
                               "The eigenvector did not settle; its values are approximate."};
    const auto& [departments, measures, value, leading, converged] = structure.centralities;
    if (leading > 0 && structure.brokerage.components > 1) {
        add_note(table, (leading > 1 ? not_unique : elsewhere)
                            .fill(language, {fixed(value, 3), std::to_string(leading)}));
    }
    if (!converged) add_note(table, text(unsettled.in(language)));
}

}  // namespace

Structure structure(const ResponsibilityGraph& graph) {
    return {centralities(graph),
            brokerage(graph),
            overlap_clustering(graph),
            two_mode_clustering(graph),
            butterflies(graph),
            reinforcement(graph),
            nodf(graph),
            discrepancy(graph),
            mean_extinction_curve(graph)};
}

Table structure_table(const Structure& structure, const Dataset& dataset, Language language) {
    constexpr Phrase title{"部门的网络位置", "部門的網絡位置", "Departments in the network"};
    constexpr Phrase base{
        "部门与举措的二分图：{0}个部门、{1}项刊出举措、{2}个连通分量。"
        "约束与有效规模取部门共担网：约束以共担数加权，有效规模不加权。",
        "部門與舉措的二分圖：{0}個部門、{1}項刊出舉措、{2}個連通分量。"
        "約束與有效規模取部門共擔網：約束以共擔數加權，有效規模不加權。",
        "Of the bipartite graph of {0} {0:department|departments} and {1} listed "
        "{1:measure|measures}, in {2} {2:component|components}. Constraint and effective size are "
        "of the one-mode projection: "
        "constraint weighted by shared measures, effective size not."};
    constexpr Phrase explained{"各列的定义、公式与出处见 remit explain。",
                               "各列的定義、公式與出處見 remit explain。",
                               "'remit explain' has each column's definition, formula and source."};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = department_columns(language);
    for (const auto* id :
         {"degree", "betweenness", "closeness", "harmonic_closeness", "eigenvector", "pagerank",
          "redundancy", "constraint", "effective_size", "local_clustering", "closure"}) {
        table.columns.push_back(column(id, two, language));
    }
    for (const auto* id : {"butterflies", "sole", "articulation_point"}) {
        table.columns.push_back(column(id, plain, language));
    }
    std::vector<std::size_t> sole(dataset.departments().size());
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto departments = dataset.responsibilities(m);
        if (departments.size() == 1) ++sole[departments.front().department.value];
    }
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        const auto& central = structure.centralities.departments[d.value];
        const auto& broker = structure.brokerage.departments[d.value];
        const auto& holes = structure.brokerage.among_departments[d.value];
        auto row = department_cells(dataset, d, language);
        for (const auto value :
             {central.degree, central.betweenness, central.closeness, central.harmonic_closeness,
              central.eigenvector, central.pagerank}) {
            row.emplace_back(value);
        }
        row.push_back(cell(broker.redundancy));
        row.push_back(cell(holes.constraint));
        row.push_back(cell(holes.effective_size));
        const auto& overlap = structure.overlap.departments[d.value];
        row.push_back(cell(overlap ? std::optional(overlap->dot) : std::nullopt));
        row.push_back(cell(structure.closure.departments[d.value].coefficient));
        row.emplace_back(whole(structure.butterflies.departments[d.value]));
        row.emplace_back(whole(sole[d.value]));
        row.emplace_back(std::int64_t{broker.articulation_point ? 1 : 0});
        table.rows.push_back(std::move(row));
    }
    add_note(table, base.fill(language, {std::to_string(dataset.departments().size()),
                                         std::to_string(dataset.measures().size()),
                                         std::to_string(structure.brokerage.components)}));
    add_note(table, tables::base_remark(dataset, language));
    add_note(table, whole_note(structure, dataset, language));
    add_note(table, text(explained.in(language)));
    add_eigenvector_notes(table, structure, language);
    return table;
}

}  // namespace remit
