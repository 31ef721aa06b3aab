#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <optional>
#include <vector>

namespace remit {
namespace {

using detail::add_note;
using detail::cell;
using detail::column;
using detail::department_cells;
using detail::department_columns;
using detail::framed;
using detail::text;
using detail::whole;

constexpr auto plain = NumberStyle::plain;
constexpr auto two = NumberStyle::two_decimals;

/// "3.14", or a dash for what is undefined.
std::string shown(const std::optional<double>& value, int decimals) {
    return value ? fixed(*value, decimals) : "–";
}

/// The metrics of the programme as a whole.
std::string whole_note(const Structure& structure, const Dataset& dataset, Language language) {
    constexpr Phrase numbers{
        "整体：密度{0}，Robins–Alexander {1}，Opsahl聚集 {2}，蝴蝶{3}，NODF {4}（0–100），"
        "稳健性{5}（大部门先退出）。",
        "整體：密度{0}，Robins–Alexander {1}，Opsahl聚集 {2}，蝴蝶{3}，NODF {4}（0–100），"
        "穩健性{5}（大部門先退出）。",
        "As a whole: density {0}, Robins–Alexander {1}, Opsahl clustering {2}, butterflies {3}, "
        "NODF {4} "
        "(of 100), robustness {5} (departments with most measures leave first)."};
    std::size_t links = 0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        links += dataset.responsibilities(m).size();
    }
    const auto cells = dataset.departments().size() * dataset.measures().size();
    const auto density =
        cells > 0 ? std::optional(static_cast<double>(links) / static_cast<double>(cells))
                  : std::nullopt;
    return numbers.fill(language, {shown(density, 3), shown(structure.reinforcement.coefficient, 3),
                                   shown(structure.closure.global.coefficient, 3),
                                   std::to_string(structure.butterflies.total),
                                   shown(structure.nestedness.total, 2),
                                   shown(structure.extinction.robustness, 3)});
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
            mean_extinction_curve(graph)};
}

Table structure_table(const Structure& structure, const Dataset& dataset, Language language) {
    constexpr Phrase title{"部门的网络位置", "部門的網絡位置", "Departments in the network"};
    constexpr Phrase base{
        "部门与举措的二分图：{0}个部门、{1}项刊出举措、{2}个连通分支；未公开的{3}项未计。"
        "约束与有效规模取部门共担网。",
        "部門與舉措的二分圖：{0}個部門、{1}項刊出舉措、{2}個連通分支；未公開的{3}項未計。"
        "約束與有效規模取部門共擔網。",
        "Of the bipartite graph of {0} departments and {1} listed measures, in {2} components; the "
        "{3} "
        "withheld measures are not in it. Constraint and effective size are of the one-mode "
        "projection by shared measures."};
    constexpr Phrase explained{"各列的定义、公式与出处见 remit explain。",
                               "各列的定義、公式與出處見 remit explain。",
                               "'remit explain' has each column's definition, formula and source."};
    constexpr Phrase unsettled{"特征向量未收敛。", "特徵向量未收斂。",
                               "The eigenvector did not settle: two components are all but alike."};
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
                                         std::to_string(structure.brokerage.components),
                                         std::to_string(dataset.withheld())}));
    add_note(table, whole_note(structure, dataset, language));
    add_note(table, text(explained.in(language)));
    if (!structure.centralities.eigenvector_converged)
        add_note(table, text(unsettled.in(language)));
    return table;
}

}  // namespace remit
