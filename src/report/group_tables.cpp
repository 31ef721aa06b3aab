#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <algorithm>
#include <string>
#include <vector>

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

constexpr Phrase departments_label{"部门", "部門", "Departments"};
constexpr Phrase measures_label{"举措", "舉措", "Measures"};
constexpr Phrase department_count{"部门数", "部門數", "No. of departments"};
constexpr Phrase measure_count{"举措数", "舉措數", "No. of measures"};
constexpr Phrase cut_off{"太多，搜索中止，未列全。", "太多，搜索中止，未列全。",
                         "There are too many: the search was cut off, and the list is not "
                         "complete."};

std::vector<Column> group_columns(Language language) {
    return {named_column("departments", departments_label, language),
            {"measures", text(measures_label.in(language))},
            {"department_count", text(department_count.in(language))},
            {"measure_count", text(measure_count.in(language))}};
}

void add_base(Table& table, const Dataset& dataset, Language language) {
    add_note(table, tables::base_remark(dataset, language));
}

}  // namespace

Table biclique_table(const Bicliques& bicliques, const BicliqueOptions& options,
                     const Dataset& dataset, Language language) {
    constexpr Phrase title{"共担多项举措的部门组", "共擔多項舉措的部門組",
                           "Groups of departments that share groups of measures"};
    constexpr Phrase rule{
        "至少{0}个部门共担至少{1}项；每组再加一个部门或一项举措都不再成立。列出{2}组，可以重叠。",
        "至少{0}個部門共擔至少{1}項；每組再加一個部門或一項舉措都不再成立。列出{2}組，可以重疊。",
        "At least {0} {0:department|departments} that share at least {1} {1:measure|measures}, to "
        "which no further department or measure could be added; such groups may overlap. Listed: "
        "{2}."};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = group_columns(language);
    for (const auto& each : bicliques.concepts) {
        add_row(table, named_cell(dataset, each.departments, language),
                measure_cell(dataset, each.measures), whole(each.departments.size()),
                whole(each.measures.size()));
    }
    add_note(table, rule.fill(language, {std::to_string(options.departments),
                                         std::to_string(options.measures),
                                         std::to_string(bicliques.concepts.size())}));
    if (!bicliques.complete) add_note(table, text(cut_off.in(language)));
    add_base(table, dataset, language);
    return table;
}

Table concept_table(const ConceptLattice& lattice, const Dataset& dataset, Language language) {
    constexpr Phrase title{"形式概念", "形式概念", "Formal concepts"};
    constexpr Phrase rule{
        "{0}个形式概念（部门共有的全部举措，与共有这些举措的全部部门），{1}条覆盖关系；"
        "上邻为格中紧接其上者（部门更多、举措更少）的行号。",
        "{0}個形式概念（部門共有的全部舉措，與共有這些舉措的全部部門），{1}條覆蓋關係；"
        "上鄰為格中緊接其上者（部門更多、舉措更少）的行號。",
        "{0} formal {0:concept|concepts} (all measures that the departments share, and all "
        "departments that share them) and {1} {1:cover|covers}; upper names the rows directly "
        "above in the lattice, which have more departments and fewer measures."};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = group_columns(language);
    table.columns.push_back({"upper", text(Phrase{"上邻", "上鄰", "Upper"}.in(language))});
    std::vector<std::vector<std::int64_t>> upper(lattice.concepts.size());
    for (const auto& cover : lattice.covers) upper[cover.lower].push_back(whole(cover.upper + 1));
    for (std::size_t i = 0; i < lattice.concepts.size(); ++i) {
        const auto& each = lattice.concepts[i];
        add_row(table, named_cell(dataset, each.departments, language),
                measure_cell(dataset, each.measures), whole(each.departments.size()),
                whole(each.measures.size()), upper[i]);
    }
    add_note(table, rule.fill(language, {std::to_string(lattice.concepts.size()),
                                         std::to_string(lattice.covers.size())}));
    if (!lattice.complete) add_note(table, text(cut_off.in(language)));
    add_base(table, dataset, language);
    return table;
}

Table implication_table(const Implications& implications, const Dataset& dataset,
                        Language language) {
    constexpr Phrase title{"部门间的蕴含", "部門間的蘊含", "Who never goes without whom"};
    constexpr Phrase rule{
        "凡有前件各部门的刊出举措，都有后件各部门；支持数为有前件的举措数，小时可能出于偶然。",
        "凡有前件各部門的刊出舉措，都有後件各部門；支持數為有前件的舉措數，小時可能出於偶然。",
        "Every listed measure that names all departments of the premise names those of the "
        "conclusion too; support counts these measures, and where it is small may be chance."};
    constexpr Phrase base{
        "前件有刊出举措同列的其他蕴含，都由这{0}条推出；没有举措同列的部门不作前件。",
        "前件有刊出舉措同列的其他蘊含，都由這{0}條推出；沒有舉措同列的部門不作前件。",
        "All other implications whose premise some listed measure names follow from {0:this "
        "one|these}; of departments that no measure names together nothing is said."};
    constexpr Phrase none{
        "没有这样的蕴含：凡有刊出举措同列的部门，都不必有别的部门同列。",
        "沒有這樣的蘊含：凡有刊出舉措同列的部門，都不必有別的部門同列。",
        "There is none: no departments that some listed measure names go always with another."};
    constexpr Phrase always{"前件空白者，后件各部门为每项刊出举措所共有。",
                            "前件空白者，後件各部門為每項刊出舉措所共有。",
                            "Where the premise is empty, every listed measure names the "
                            "conclusion."};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = {named_column("premise", {"前件", "前件", "Premise"}, language),
                     named_column("conclusion", {"后件", "後件", "Conclusion"}, language),
                     {"support", text(Phrase{"支持数", "支持數", "Support"}.in(language))}};
    for (const auto& each : implications.implications) {
        add_row(table, named_cell(dataset, each.premise, language),
                named_cell(dataset, each.conclusion, language), whole(each.support));
    }
    const auto& listed = implications.implications;
    if (listed.empty() && implications.complete) {
        add_note(table, text(none.in(language)));
    } else {
        add_note(table, text(rule.in(language)));
        add_note(table, implications.complete ? base.fill(language, {std::to_string(listed.size())})
                                              : text(cut_off.in(language)));
    }
    if (std::any_of(listed.begin(), listed.end(),
                    [](const Implication& each) { return each.premise.empty(); })) {
        add_note(table, text(always.in(language)));
    }
    add_base(table, dataset, language);
    return table;
}

Table core_table(std::span<const CoreSize> cores, const Dataset& dataset, Language language) {
    constexpr Phrase title{"（α, β）核", "（α, β）核", "(alpha, beta)-cores"};
    constexpr Phrase rule{
        "（α, β）核为最大的子图，其中每个部门至少有α项其中的举措，每项举措至少有β个其中的部门；α、"
        "β从1起，空的不列。",
        "（α, β）核為最大的子圖，其中每個部門至少有α項其中的舉措，每項舉措至少有β個其中的部門；α、"
        "β從1起，空的不列。",
        "The largest part of the graph in which every department has at least alpha of its "
        "measures "
        "and every measure at least beta of its departments, both from 1; empty ones are left "
        "out."};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = {{"alpha", "α"},
                     {"beta", "β"},
                     {"departments", text(departments_label.in(language))},
                     {"measures", text(measures_label.in(language))}};
    for (const auto& core : cores) {
        add_row(table, whole(core.alpha), whole(core.beta), whole(core.departments),
                whole(core.measures));
    }
    add_note(table, text(rule.in(language)));
    add_base(table, dataset, language);
    return table;
}

Table projection_table(const ProjectionCommunities& communities, const Dataset& dataset,
                       Language language) {
    constexpr Phrase title{"共担网中的部门群", "共擔網中的部門群",
                           "Groups of departments in the one-mode projection"};
    constexpr Phrase proved{
        "权重为共担举措数：{0}群，模块度{1}，已证明最优。",
        "權重為共擔舉措數：{0}群，模塊度{1}，已證明最優。",
        "Weighted by shared measures: {0} {0:group|groups} with a modularity of {1}, proved the "
        "highest."};
    constexpr Phrase found{
        "权重为共担举措数：{0}群，模块度{1}，为Louvain法多次起始中最高者，未证明最优。",
        "權重為共擔舉措數：{0}群，模塊度{1}，為Louvain法多次起始中最高者，未證明最優。",
        "Weighted by shared measures: {0} {0:group|groups} with a modularity of {1}, the highest "
        "of several starts of the Louvain method, not proved."};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = {{"group", text(Phrase{"群", "群", "Group"}.in(language))},
                     named_column("departments", departments_label, language)};
    for (std::uint32_t group = 0; group < communities.count; ++group) {
        std::vector<DepartmentIndex> departments;
        for (DepartmentIndex d; d.value < communities.groups.size(); ++d.value) {
            if (communities.groups[d.value] == group) departments.push_back(d);
        }
        add_row(table, whole(group + 1), named_cell(dataset, departments, language));
    }
    add_note(table, (communities.exact ? proved : found)
                        .fill(language, {std::to_string(communities.count),
                                         fixed(communities.modularity, 4)}));
    add_base(table, dataset, language);
    return table;
}

Table module_table(const Communities& communities, const Dataset& dataset, Language language) {
    constexpr Phrase title{"部门与举措的模块", "部門與舉措的模塊",
                           "Modules of departments and measures"};
    constexpr Phrase rule{"{0}个模块，二分模块度{1}（{2}）。随机图也可有较高的模块度。",
                          "{0}個模塊，二分模塊度{1}（{2}）。隨機圖也可有較高的模塊度。",
                          "{0} {0:module|modules} with a bipartite modularity of {1} ({2}). Random "
                          "graphs can have a high one, too."};
    constexpr Phrase no_link{"没有关联，无从分模块。", "沒有關聯，無從分模塊。",
                             "There is no link that could make a module."};
    constexpr Phrase proved{"已证明最优", "已證明最優", "proved the highest"};
    constexpr Phrase found{"启发式所得，未证明最优", "啟發式所得，未證明最優",
                           "the highest that was found"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = {{"module", text(Phrase{"模块", "模塊", "Module"}.in(language))},
                     named_column("departments", departments_label, language),
                     {"measures", text(measures_label.in(language))}};
    for (std::uint32_t module = 0; module < communities.count; ++module) {
        std::vector<DepartmentIndex> departments;
        std::vector<MeasureIndex> measures;
        for (DepartmentIndex d; d.value < communities.modules.departments.size(); ++d.value) {
            if (communities.modules.departments[d.value] == module) departments.push_back(d);
        }
        for (MeasureIndex m; m.value < communities.modules.measures.size(); ++m.value) {
            if (communities.modules.measures[m.value] == module) measures.push_back(m);
        }
        add_row(table, whole(module + 1), named_cell(dataset, departments, language),
                measure_cell(dataset, measures));
    }
    const auto& quality = communities.exact ? proved : found;
    add_note(table, table.rows.empty() ? text(no_link.in(language))
                                       : rule.fill(language, {std::to_string(communities.count),
                                                              fixed(communities.modularity, 4),
                                                              text(quality.in(language))}));
    add_base(table, dataset, language);
    return table;
}

}  // namespace remit
