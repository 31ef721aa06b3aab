#include <remit/report/programme_tables.hpp>

#include "field_columns.hpp"

#include <algorithm>
#include <map>

namespace remit {
namespace {

using tables::add_note;
using tables::framed;
using tables::named_cell;
using tables::named_column;
using tables::text;
using tables::whole;

constexpr Phrase notice_label{"通知", "通知", "Notice"};
constexpr Phrase category_label{"类别", "類別", "Category"};
constexpr Phrase uncategorized{"未分类", "未分類", "Without a category"};
constexpr Phrase not_told{"类别不详", "類別不詳", "Of a category that is not told"};
constexpr Phrase perhaps{"未分类或类别不详", "未分類或類別不詳",
                         "Without a category, or of one that is not told"};

constexpr Phrase totals{"{0}项举措、{1}个部门、{2}个“举措—部门”关联。",
                        "{0}項舉措、{1}個部門、{2}個“舉措—部門”關聯。",
                        "{0} listed {0:measure|measures}, {1} {1:department|departments}, {2} "
                        "{2:link|links} between them."};
constexpr Phrase field_counts{"刊出的{1}项中载明：{0}。", "刊出的{1}項中載明：{0}。",
                              "Of the {1} listed {1:measure|measures} so many have a value: {0}."};
constexpr Phrase field_count{"{0}{1}项", "{0}{1}項", "{0} {1}"};
constexpr Phrase scope_counts{"推广范围：{0}。", "推廣範圍：{0}。", "By scope: {0}."};
constexpr Phrase scope_count{"{0}{1}项", "{0}{1}項", "{0} {1}"};
constexpr Phrase component_count{"举措与部门构成{0}个连通分量：", "舉措與部門構成{0}個連通分量：",
                                 "Connected components of measures and departments ({0}): "};
constexpr Phrase component_size{"{0}项举措与{1}个部门", "{0}項舉措與{1}個部門",
                                "{0} {0:measure|measures} with {1} {1:department|departments}"};
constexpr Phrase component_members{"举措{0}与{1}", "舉措{0}與{1}",
                                   "{2:measure|measures} {0} with {1}"};

constexpr std::size_t named_members = 3;  // a component of at most so many measures is spelled out

std::string describe(const Dataset& dataset, const Component& component, Language language) {
    const bool small = !component.measures.empty() && !component.departments.empty() &&
                       component.measures.size() <= named_members &&
                       component.departments.size() <= named_members;
    if (!small) {
        return component_size.fill(language, {std::to_string(component.measures.size()),
                                              std::to_string(component.departments.size())});
    }
    ListWriter measures(language);
    ListWriter departments(language);
    for (const auto each : component.measures) measures.add(measure_label(dataset, each));
    for (const auto each : component.departments) {
        departments.add(dataset[each].short_name.in(language));
    }
    return component_members.fill(
        language, {measures.text(), departments.text(), std::to_string(component.measures.size())});
}

std::string describe(const Dataset& dataset, std::span<const Component> components,
                     Language language) {
    const bool english = language == Language::en;
    auto sentence = component_count.fill(language, {std::to_string(components.size())});
    for (std::size_t i = 0; i < components.size(); ++i) {
        if (i > 0) sentence += english ? "; " : "；";
        sentence += describe(dataset, components[i], language);
    }
    return sentence + (english ? "." : "。");
}

/// The terms of a scope as one item of a list of scopes.
std::string scope_name(const Dataset& dataset, MeasureIndex measure, Language language) {
    std::string name;
    for (const auto& term : dataset.scope(measure)) {
        name += name.empty() ? "" : " + ";
        name += full_name(dataset.registry(), term, language);
    }
    return name;
}

/// How many of the measures have each field.
std::string filled_fields(const Dataset& dataset, Language language) {
    ListWriter counts(language);
    for (FieldIndex f; f.value < dataset.fields().size(); ++f.value) {
        std::size_t filled = 0;
        for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
            if (dataset.value(m, f) != nullptr) ++filled;
        }
        counts.add(field_count.fill(language,
                                    {text(dataset[f].name.in(language)), std::to_string(filled)}));
    }
    if (dataset.fields().empty()) return {};
    return field_counts.fill(language, {counts.text(), std::to_string(dataset.measures().size())});
}

std::string title(const Dataset& dataset, Language language) {
    ListWriter titles(language);
    for (const auto& notice : dataset.notices()) titles.add(notice.title.in(language));
    return titles.text();
}

}  // namespace

Table contents_table(const Dataset& dataset, std::span<const Component> components,
                     Language language) {
    auto table = framed(dataset, title(dataset, language), language);
    const bool several = dataset.notices().size() > 1;
    const auto add_column = [&](const char* id, const Phrase& label) {
        table.columns.push_back({id, text(label.in(language))});
    };
    if (several) add_column("notice", notice_label);
    add_column("category", category_label);
    add_column("name", {"名称", "名稱", "Name"});
    add_column("announced", {"公布", "公布", "Announced"});
    add_column("listed", {"刊出", "刊出", "Listed"});
    add_column("withheld", {"未公开", "未公開", "Withheld"});

    const auto add_row = [&](const Notice& notice, std::string id, std::string name,
                             std::optional<std::uint32_t> announced, std::size_t listed,
                             std::optional<std::size_t> withheld) {
        std::vector<Cell> row;
        if (several) row.emplace_back(notice.id);
        row.emplace_back(std::move(id));
        row.emplace_back(std::move(name));
        row.push_back(announced ? Cell(whole(*announced)) : Cell(std::monostate{}));
        row.emplace_back(whole(listed));
        row.push_back(withheld ? Cell(whole(*withheld)) : Cell(std::monostate{}));
        table.rows.push_back(std::move(row));
    };
    for (std::uint32_t n = 0; n < dataset.notices().size(); ++n) {
        const auto& notice = dataset.notices()[n];
        std::size_t listed = notice.listed;
        std::size_t withheld = notice.withheld();
        bool open = false;  // whether measures may be withheld in a category that announces nothing
        for (const auto& category : dataset.categories()) {
            if (category.notice.value != n) continue;
            add_row(notice, category.id, text(category.name.in(language)), category.announced,
                    category.listed,
                    category.announced ? std::optional(category.withheld()) : std::nullopt);
            listed -= category.listed;
            withheld -= category.withheld();
            open = open || !category.announced;
        }
        open = open && withheld > 0;
        if (listed + withheld == 0) continue;
        const auto& name = listed == 0 && open ? not_told : open ? perhaps : uncategorized;
        add_row(notice, "", text(name.in(language)), std::nullopt, listed,
                notice.announced ? std::optional(withheld) : std::nullopt);
    }

    std::size_t links = 0;
    std::map<std::string, std::size_t> by_scope;
    std::vector<std::string> scopes;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        links += dataset.responsibilities(m).size();
        const auto scope = scope_name(dataset, m, language);
        if (by_scope[scope]++ == 0) scopes.push_back(scope);
    }
    add_note(table, withheld_remark(dataset, language));
    table.notes.push_back(totals.fill(
        language, {std::to_string(dataset.measures().size()),
                   std::to_string(dataset.departments().size()), std::to_string(links)}));
    ListWriter counts(language);
    for (const auto& scope : scopes) {
        counts.add(scope_count.fill(language, {scope, std::to_string(by_scope.at(scope))}));
    }
    if (!scopes.empty()) add_note(table, scope_counts.fill(language, {counts.text()}));
    add_note(table, filled_fields(dataset, language));
    if (!components.empty()) table.notes.push_back(describe(dataset, components, language));
    for (const auto& notice : dataset.notices()) {
        if (!notice.source.empty()) table.source += ' ' + notice.source;
    }
    return table;
}

Table measure_table(const Dataset& dataset, Language language) {
    auto table = framed(dataset, title(dataset, language), language);
    const bool several = dataset.notices().size() > 1;
    const bool all = dataset.declares_all_leads();
    const bool some = dataset.declares_leads() && !all;
    const auto add_column = [&](const char* id, const Phrase& label) {
        table.columns.push_back({id, text(label.in(language))});
    };
    if (several) add_column("notice", notice_label);
    const auto measures = dataset.measures();
    const bool numbers = !std::all_of(measures.begin(), measures.end(),
                                      [](const Measure& each) { return each.number == 0; });
    const bool codes = !std::all_of(measures.begin(), measures.end(),
                                    [](const Measure& each) { return each.code.empty(); });
    const bool locators = !std::all_of(measures.begin(), measures.end(),
                                       [](const Measure& each) { return each.locator.empty(); });
    if (numbers || !codes) add_column("number", {"序号", "序號", "No."});
    if (codes) add_column("code", {"编号", "編號", "Code"});
    add_column("title", {"举措", "舉措", "Measure"});
    add_column("category", category_label);
    const auto add_names = [&](const char* id, const Phrase& label) {
        table.columns.push_back(named_column(id, label, language));
    };
    if (some || all) add_names("lead", {"牵头", "牽頭", "Lead"});
    if (!all) add_names("first_named", {"首列", "首列", "First-named"});
    if (all) {
        add_names("with", {"配合", "配合", "With"});
    } else {
        add_names("also_named", {"同列", "同列", "Also named"});
    }
    add_names("scope", {"推广范围", "推廣範圍", "Scope"});
    for (const auto& field : dataset.fields()) {
        table.columns.push_back(tables::field_column(field, language));
    }
    if (locators) add_column("locator", {"出处", "出處", "Where"});

    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto& measure = dataset[m];
        std::vector<DepartmentIndex> lead;
        std::vector<DepartmentIndex> first;
        std::vector<DepartmentIndex> others;
        const auto responsibilities = dataset.responsibilities(m);
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            const auto [department, role] = responsibilities[i];
            const bool printed_first = role == Role::guiding && i == 0;
            (role == Role::lead ? lead : printed_first ? first : others).push_back(department);
        }
        std::vector<Cell> row;
        if (several) row.emplace_back(dataset[measure.notice].id);
        if (numbers || !codes) {
            row.push_back(measure.number > 0 ? Cell(std::int64_t{measure.number})
                                             : Cell(std::monostate{}));
        }
        if (codes) row.emplace_back(measure.code);
        row.emplace_back(text(measure.title.in(language)));
        row.push_back(measure.category ? Cell(dataset[*measure.category].id,
                                              dataset[*measure.category].short_name.in(language))
                                       : Cell(std::monostate{}));
        if (some || all) row.push_back(named_cell(dataset, lead, language));
        if (!all) row.push_back(named_cell(dataset, first, language));
        row.push_back(named_cell(dataset, others, language));
        row.push_back(tables::scope_cell(dataset, m, language));
        for (FieldIndex f; f.value < dataset.fields().size(); ++f.value) {
            row.push_back(tables::field_cell(dataset, m, f, language));
        }
        if (locators) row.emplace_back(measure.locator);
        table.rows.push_back(std::move(row));
    }
    add_note(table, withheld_remark(dataset, language));
    add_note(table, lead_remark(dataset, language));
    return table;
}

}  // namespace remit
