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

constexpr Phrase notice_label{"programme.notice-label"};
constexpr Phrase category_label{"programme.category-label"};
constexpr Phrase uncategorized{"programme.uncategorized"};
constexpr Phrase not_told{"programme.not-told"};
constexpr Phrase perhaps{"programme.perhaps"};

constexpr Phrase totals{"programme.totals"};
constexpr Phrase field_counts{"programme.field-counts"};
constexpr Phrase field_count{"programme.field-count"};
constexpr Phrase scope_counts{"programme.scope-counts"};
constexpr Phrase scope_count{"programme.scope-count"};
constexpr Phrase component_count{"programme.component-count"};
constexpr Phrase component_size{"programme.component-size"};
constexpr Phrase component_members{"programme.component-members"};

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
    auto sentence = component_count.fill(language, {std::to_string(components.size())});
    for (std::size_t i = 0; i < components.size(); ++i) {
        if (i > 0) sentence += marks::clause.in(language);
        sentence += describe(dataset, components[i], language);
    }
    return sentence.append(marks::stop.in(language));
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
    add_column("name", {"programme.name"});
    add_column("announced", {"programme.announced"});
    add_column("listed", {"programme.listed"});
    add_column("withheld", {"programme.withheld"});

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
    if (numbers || !codes) add_column("number", {"programme.no"});
    if (codes) add_column("code", {"programme.code"});
    add_column("title", {"programme.measure"});
    add_column("category", category_label);
    const auto add_names = [&](const char* id, const Phrase& label) {
        table.columns.push_back(named_column(id, label, language));
    };
    if (some || all) add_names("lead", {"programme.lead"});
    if (!all) add_names("first_named", {"programme.first-named"});
    if (all) {
        add_names("with", {"programme.with"});
    } else {
        add_names("also_named", {"programme.also-named"});
    }
    add_names("scope", {"programme.scope"});
    for (const auto& field : dataset.fields()) {
        table.columns.push_back(tables::field_column(field, language));
    }
    if (locators) add_column("locator", {"programme.where"});

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
