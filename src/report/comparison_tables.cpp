#include "comparison_parts.hpp"

#include <algorithm>
#include <map>

namespace remit {
namespace {

using tables::add_columns;
using tables::add_note;
using tables::add_row;
using tables::by_trend;
using tables::cell;
using tables::framed;
using tables::name_of;
using tables::text;
using tables::trend_cell;
using tables::TrendWords;
using tables::whole;
using tables::yes_no;

constexpr Phrase measures_label{"举措", "舉措", "Measures"};
constexpr Phrase share_label{"占刊出", "占刊出", "Share"};
constexpr Phrase trend_label{"变化", "變化", "Change"};
constexpr Phrase certain_label{"确定", "確定", "Certain"};

bool is_what_if(const ComparisonView& view) {
    return view.compared == Compared::before_and_after;
}

Column trend_column(Language language) {
    return {"trend", text(trend_label.in(language))};
}

void add_certain_column(Table& table, const ComparisonView& view) {
    if (is_what_if(view)) return;
    table.columns.push_back({"certain", text(certain_label.in(view.language))});
}

/// Whether it holds whatever is withheld; nothing where that is unclear.
void add_certain(std::vector<Cell>& row, const ComparisonView& view, const Development& each) {
    if (is_what_if(view)) return;
    row.push_back(each.trend != Trend::unclear ? yes_no(each.certain, view.language) : cell({}));
}

template <class Row>
std::vector<Development> developments_of(const std::vector<Row>& rows) {
    std::vector<Development> result;
    for (const auto& row : rows) result.push_back(row.development);
    return result;
}

/// One cell a batch.
template <class Value>
void add_cells(std::vector<Cell>& row, const ComparedDepartment& department, Value value) {
    for (const auto& load : department.loads) {
        row.push_back(load ? Cell(value(*load)) : cell({}));
    }
}

Cell share_cell(std::size_t count, const Dataset& batch) {
    const auto listed = batch.measures().size();
    return cell(listed == 0
                    ? std::nullopt
                    : std::optional(static_cast<double>(count) / static_cast<double>(listed)));
}

/// Whether some measure of some batch says who leads.
bool declare_leads(const ComparisonView& view) {
    return std::any_of(view.batches.begin(), view.batches.end(),
                       [](const Dataset& batch) { return batch.declares_leads(); });
}

/// None of a batch whose measures do not say who leads.
void add_lead_cells(std::vector<Cell>& row, const ComparisonView& view,
                    const ComparedDepartment& department) {
    for (std::size_t i = 0; i < view.batches.size(); ++i) {
        const auto& load = department.loads[i];
        row.push_back(load && view.batches[i].declares_leads()
                          ? Cell(whole(load->standings.lead))
                          : cell({}));
    }
}

/// The columns of departments behind their names.
void add_load_columns(Table& table, const ComparisonView& view) {
    const auto language = view.language;
    const bool two = view.batches.size() == 2;
    const auto name = [&](std::string_view metric) {
        return find_metric(metric)->name.in(language);
    };
    add_columns(table, view, "measures", name("measures"));
    if (!is_what_if(view)) {
        add_columns(table, view, "share", share_label.in(language), NumberStyle::percent);
    }
    if (two) {
        if (declare_leads(view)) add_columns(table, view, "lead", name("lead"));
        add_columns(table, view, "first_named", name("first_named"));
        add_columns(table, view, "fractional", name("fractional"), NumberStyle::two_decimals);
        add_columns(table, view, "sole", name("sole"));
    }
    table.columns.push_back(trend_column(language));
    add_certain_column(table, view);
}

}  // namespace

Table compared_departments(const ComparisonView& view) {
    constexpr Phrase batches{"各批次的部门", "各批次的部門", "Departments, batch against batch"};
    constexpr Phrase what_if{"机构调整前后的部门", "機構調整前後的部門",
                             "Departments before and after the reorganization"};
    auto table = framed(view, batches, what_if);
    table.columns = tables::department_columns(view.language);
    add_load_columns(table, view);
    for (const auto* department : by_trend(view.comparison.departments)) {
        std::vector<Cell> row;
        row.emplace_back(department->id);
        row.emplace_back(name_of(view, *department));
        add_cells(row, *department, [](const auto& load) { return whole(load.measures); });
        if (!is_what_if(view)) {
            for (std::size_t i = 0; i < view.batches.size(); ++i) {
                const auto& load = department->loads[i];
                row.push_back(load ? share_cell(load->measures, view.batches[i]) : cell({}));
            }
        }
        if (view.batches.size() == 2) {
            if (declare_leads(view)) add_lead_cells(row, view, *department);
            add_cells(row, *department, [](const auto& load) { return whole(load.first_named); });
            add_cells(row, *department, [](const auto& load) { return load.fractional; });
            add_cells(row, *department, [](const auto& load) { return whole(load.sole); });
        }
        row.push_back(
            trend_cell(department->development.trend, TrendWords::present, view.language));
        add_certain(row, view, department->development);
        table.rows.push_back(std::move(row));
    }
    tables::add_trend_notes(table, view, developments_of(view.comparison.departments));
    add_note(table, lead_remark(view.batches.back(), view.language));
    return table;
}

Table compared_pairs(const ComparisonView& view) {
    constexpr Phrase batches{"各批次的共担部门对", "各批次的共擔部門對",
                             "Pairs of departments, batch against batch"};
    constexpr Phrase what_if{"机构调整前后的共担部门对", "機構調整前後的共擔部門對",
                             "Pairs of departments before and after the reorganization"};
    constexpr Phrase stay{"两部门均在", "兩部門均在", "Both stay"};
    constexpr Phrase shared{"共担", "共擔", "Shared"};
    constexpr Phrase rewiring{
        "“两部门均在”指{0}都有与他部门共担举措的这两个部门：其间的新结与解散是相同节点间的重组。",
        "“兩部門均在”指{0}都有與他部門共擔舉措的這兩個部門：其間的新結與解散是相同節點間的重組。",
        "Both stay: the two departments share measures, with whomever, {0}, so that a pair formed "
        "or dissolved between them is rewiring between the same nodes, not turnover."};
    constexpr Phrase first_and_last{"首末两批", "首末兩批", "in the first and the last batch"};
    constexpr Phrase before_and_after{"调整前后", "調整前後", "before and after"};
    auto table = framed(view, batches, what_if);
    table.columns = tables::pair_columns(view.language);
    add_columns(table, view, "shared", shared.in(view.language));
    table.columns.push_back(trend_column(view.language));
    table.columns.push_back({"both_stay", text(stay.in(view.language))});
    add_certain_column(table, view);
    std::map<std::string, std::string> names;
    for (const auto& each : view.comparison.departments) names[each.id] = name_of(view, each);
    for (const auto* pair : by_trend(view.comparison.pairs)) {
        std::vector<Cell> row;
        row.emplace_back(pair->a, names.at(pair->a));
        row.emplace_back(pair->b, names.at(pair->b));
        for (const auto count : pair->shared) row.emplace_back(whole(count));
        row.push_back(trend_cell(pair->development.trend, TrendWords::linked, view.language));
        row.push_back(yes_no(pair->both_stay, view.language));
        add_certain(row, view, pair->development);
        table.rows.push_back(std::move(row));
    }
    tables::add_trend_notes(table, view, developments_of(view.comparison.pairs));
    const auto& when = is_what_if(view) ? before_and_after : first_and_last;
    add_note(table, rewiring.fill(view.language, {text(when.in(view.language))}));
    return table;
}

Table compared_categories(const ComparisonView& view) {
    constexpr Phrase batches{"各批次的类别", "各批次的類別", "Categories, batch against batch"};
    constexpr Phrase category{"类别", "類別", "Category"};
    constexpr Phrase rule{
        "类别按代号对应；变化以公布数为准，未公开的也在内；没有公布数的，以刊出数为准。",
        "類別按代號對應；變化以公布數為準，未公開的也在內；沒有公布數的，以刊出數為準。",
        "Categories are the same if their ids are. Changes are of the number of announced "
        "measures, withheld ones included; of those listed where no number is announced."};
    const auto language = view.language;
    auto table = framed(view, batches, batches);
    table.columns = {{"category", text(category.in(language))},
                     {"name", text(tables::name_label.in(language))}};
    add_columns(table, view, "announced", Phrase{"公布", "公布", "Announced"}.in(language));
    add_columns(table, view, "listed", Phrase{"刊出", "刊出", "Listed"}.in(language));
    add_columns(table, view, "withheld", Phrase{"未公开", "未公開", "Withheld"}.in(language));
    table.columns.push_back(trend_column(language));
    for (const auto* each : by_trend(view.comparison.categories)) {
        std::vector<Cell> row;
        std::string name;
        for (std::size_t i = 0; i < each->in.size(); ++i) {
            if (each->in[i]) name = view.batches[i][*each->in[i]].short_name.in(language);
        }
        row.emplace_back(each->id);
        row.emplace_back(name);
        const auto add = [&](auto value) {
            for (std::size_t i = 0; i < each->in.size(); ++i) {
                const std::optional<std::size_t> count = each->in[i] ? value(i) : std::nullopt;
                row.push_back(count ? Cell(whole(*count)) : cell({}));
            }
        };
        const auto if_announced = [&](std::size_t i, std::size_t count) {
            return each->announced[i] ? std::optional(count) : std::nullopt;
        };
        add([&](std::size_t i) { return if_announced(i, each->listed[i] + each->withheld[i]); });
        add([&](std::size_t i) { return std::optional(each->listed[i]); });
        add([&](std::size_t i) { return if_announced(i, each->withheld[i]); });
        row.push_back(trend_cell(each->development.trend, TrendWords::present, language));
        table.rows.push_back(std::move(row));
    }
    add_note(table, text(rule.in(language)));
    return table;
}

namespace {

/// One row a thing that has measures: its count and share of each batch, and how they developed.
/// \param name  of the thing in a batch that has it
template <class Row, class Name>
void add_measure_rows(Table& table, const ComparisonView& view, const std::vector<Row>& rows,
                      Name name) {
    add_columns(table, view, "measures", measures_label.in(view.language));
    add_columns(table, view, "share", share_label.in(view.language), NumberStyle::percent);
    table.columns.push_back(trend_column(view.language));
    add_certain_column(table, view);
    for (const auto* each : by_trend(rows)) {
        std::vector<Cell> row;
        std::string_view last;
        for (std::size_t i = 0; i < each->in.size(); ++i) {
            if (each->in[i]) last = name(view.batches[i].registry(), *each->in[i]);
        }
        row.emplace_back(each->id);
        row.emplace_back(text(last));
        for (const auto count : each->measures) row.emplace_back(whole(count));
        for (std::size_t i = 0; i < each->measures.size(); ++i) {
            row.push_back(share_cell(each->measures[i], view.batches[i]));
        }
        row.push_back(trend_cell(each->development.trend, TrendWords::present, view.language));
        add_certain(row, view, each->development);
        table.rows.push_back(std::move(row));
    }
    tables::add_trend_notes(table, view, developments_of(rows));
}

}  // namespace

Table compared_scopes(const ComparisonView& view) {
    constexpr Phrase batches{"各批次的推广范围", "各批次的推廣範圍", "Scopes, batch against batch"};
    constexpr Phrase scope{"范围", "範圍", "Scope"};
    const auto language = view.language;
    auto table = framed(view, batches, batches);
    table.columns = {{"scope", text(scope.in(language))},
                     {"name", text(tables::name_label.in(language))}};
    add_measure_rows(table, view, view.comparison.scopes,
                     [&](const Registry& registry, const ScopeTerm& term) {
                         return full_name(registry, term, language);
                     });
    return table;
}

Table compared_regions(const ComparisonView& view) {
    constexpr Phrase batches{"各批次推广到的地区", "各批次推廣到的地區",
                             "Regions, batch against batch"};
    constexpr Phrase region{"地区", "地區", "Region"};
    constexpr Phrase rule{
        "计全部或部分推广到该地区的举措，如remit coverage；推广至全域的计入其所及的各地区。",
        "計全部或部分推廣到該地區的舉措，如remit coverage；推廣至全域的計入其所及的各地區。",
        "Counted are the measures that reach the region in full or in part, as in 'remit "
        "coverage'; those for the whole reach every region that they are addressed to."};
    const auto language = view.language;
    auto table = framed(view, batches, batches);
    table.columns = {{"region", text(region.in(language))},
                     {"name", text(tables::name_label.in(language))}};
    add_measure_rows(table, view, view.comparison.places,
                     [&](const Registry& registry, PlaceIndex place) {
                         return registry[place].short_name.in(language);
                     });
    add_note(table, text(rule.in(language)));
    add_note(table, extent_remark(view.batches.back(), language));
    return table;
}

Table turnover_table(const ComparisonView& view) {
    constexpr Phrase title{"部门与关联的更替", "部門與關聯的更替",
                           "Turnover of departments and links"};
    constexpr Phrase rule{
        "β_WN（全部关联的相异度）＝β_OS（相同节点间的重组）＋β_ST（节点更替）；β_S为节点的相异度。"
        "poisot只在共有节点的子网内计重组；common-denominator以全部关联为分母。",
        "β_WN（全部關聯的相異度）＝β_OS（相同節點間的重組）＋β_ST（節點更替）；β_S為節點的相異度。"
        "poisot只在共有節點的子網內計重組；common-denominator以全部關聯為分母。",
        "β_WN, of all links, is β_OS, by rewiring between the same nodes, and β_ST, by turnover of "
        "nodes; β_S is of the nodes. poisot takes rewiring in the networks of kept nodes alone; "
        "common-denominator takes all links as the denominator of both."};
    constexpr Phrase networks{
        "pairs：共担部门对；categories：部门与类别的关联。节点为网内有关联者；未公开的不在内。",
        "pairs：共擔部門對；categories：部門與類別的關聯。節點為網內有關聯者；未公開的不在內。",
        "pairs: departments that share a measure; categories: departments and the categories of "
        "their measures. Nodes are those with a link; withheld measures are not in it."};
    const auto language = view.language;
    auto table = framed(view, title, title);
    const auto add_column = [&](const char* id, const Phrase& label) {
        table.columns.push_back({id, text(label.in(language))});
    };
    add_column("from", {"自", "自", "From"});
    add_column("to", {"至", "至", "To"});
    add_column("network", {"网络", "網絡", "Network"});
    add_column("dissimilarity", {"相异度", "相異度", "Dissimilarity"});
    add_column("partition", {"分解", "分解", "Partition"});
    for (const auto* id : {"beta_s", "beta_wn", "beta_os", "beta_st"}) {
        table.columns.push_back(tables::column(id, NumberStyle::two_decimals, language));
    }
    add_column("links_kept", {"保留的关联", "保留的關聯", "Links kept"});
    add_column("links_gone", {"消失的关联", "消失的關聯", "Links gone"});
    add_column("links_new", {"新增的关联", "新增的關聯", "Links new"});
    const auto add = [&](std::size_t step, const std::string& network, const Turnover& turnover) {
        for (const auto index : {Dissimilarity::jaccard, Dissimilarity::sorensen}) {
            for (const auto partition :
                 {TurnoverPartition::poisot, TurnoverPartition::common_denominator}) {
                const auto parts = turnover_parts(turnover, index, partition);
                add_row(table, tables::batch_label(view, step), tables::batch_label(view, step + 1),
                        network,
                        std::string(index == Dissimilarity::jaccard ? "jaccard" : "sorensen"),
                        std::string(partition == TurnoverPartition::poisot ? "poisot"
                                                                           : "common-denominator"),
                        cell(parts.nodes), cell(parts.whole), cell(parts.rewiring),
                        cell(parts.turnover), whole(turnover.links_kept),
                        whole(turnover.links_gone), whole(turnover.links_new));
            }
        }
    };
    for (std::size_t i = 0; i < view.comparison.steps.size(); ++i) {
        add(i, "pairs", view.comparison.steps[i].pairs);
        add(i, "categories", view.comparison.steps[i].categories);
    }
    add_note(table, text(rule.in(language)));
    add_note(table, text(networks.in(language)));
    return table;
}

}  // namespace remit
