#include <remit/report/programme_tables.hpp>

#include "field_columns.hpp"
#include "metric_columns.hpp"
#include "weights_remark.hpp"

#include <algorithm>
#include <map>

namespace remit {
namespace {

using tables::add_note;
using tables::framed;
using tables::text;
using tables::whole;

constexpr Phrase uncategorized{"programme.uncategorized"};
constexpr Phrase not_told{"programme.not-told"};
constexpr Phrase perhaps{"programme.perhaps"};

constexpr Phrase totals{"programme.totals"};
constexpr Phrase field_counts{"programme.field-counts"};
constexpr Phrase field_count{"programme.field-count"};
constexpr Phrase no_scope{"programme.no-scope"};
constexpr Phrase scope_counts{"programme.scope-counts"};
constexpr Phrase scope_count{"programme.scope-count"};
constexpr Phrase component_count{"programme.component-count"};
constexpr Phrase components_alone{"programme.components-alone"};
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
    std::string parts;
    std::size_t alone = 0;
    const auto add = [&](const std::string& part) {
        if (!parts.empty()) parts += marks::clause.in(language);
        parts += part;
    };
    for (const auto& each : components) {
        if (each.departments.empty()) {
            ++alone;
        } else {
            add(describe(dataset, each, language));
        }
    }
    if (alone > 0) add(components_alone.fill(language, {std::to_string(alone)}));
    return sentence.append(parts).append(marks::stop.in(language));
}

/// The terms of a scope as one item of a list of scopes.
std::string scope_name(const Dataset& dataset, MeasureIndex measure, Language language) {
    std::string name;
    for (const auto& term : dataset.scope(measure)) {
        name += name.empty() ? "" : " + ";
        name += full_name(dataset.registry(), term, language);
    }
    for (const auto& words : dataset[measure].unnamed_scope) {
        name += name.empty() ? "" : " + ";
        name += words.in(language);
    }
    return name.empty() ? text(no_scope.in(language)) : name;
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

}  // namespace

Table contents_table(const Dataset& dataset, std::span<const Component> components,
                     Language language) {
    auto table = framed(dataset, tables::titles(dataset, language), language);
    const bool several = dataset.notices().size() > 1;
    if (several) table.columns.push_back(tables::column("notice", language));
    for (const auto* const id : {"category", "name", "announced", "listed", "withheld"}) {
        table.columns.push_back(tables::column(id, language));
    }

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
    if (!scopes.empty() && dataset.has_scope())
        add_note(table, scope_counts.fill(language, {counts.text()}));
    add_note(table, filled_fields(dataset, language));
    if (has_weights(dataset)) add_note(table, tables::weights_remark(dataset, language));
    if (!components.empty()) table.notes.push_back(describe(dataset, components, language));
    for (const auto& notice : dataset.notices()) {
        if (!notice.source.empty()) table.source += ' ' + notice.source;
    }
    return table;
}

}  // namespace remit
