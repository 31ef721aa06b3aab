#include <remit/report/field_tables.hpp>

#include "field_columns.hpp"
#include "metric_columns.hpp"
#include "weights_remark.hpp"

#include <remit/analysis/grouped_load.hpp>
#include <remit/report/metric_tables.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace remit {
namespace {

using tables::add_note;
using tables::column;
using tables::department_cells;
using tables::department_columns;
using tables::framed;
using tables::text;
using tables::whole;

constexpr Phrase no_value_label{"field.no-value-label"};

bool is_whole(Credit scheme) {
    return scheme == Credit::full || scheme == Credit::first_named || scheme == Credit::lead;
}

NumberStyle style_of(Credit scheme) {
    return is_whole(scheme) ? NumberStyle::plain : NumberStyle::two_decimals;
}

Cell load_cell(Credit scheme, double load) {
    return is_whole(scheme) ? Cell(static_cast<std::int64_t>(load)) : Cell(load);
}

std::string scheme_name(Credit scheme, Language language) {
    constexpr Phrase full{"field.full"};
    if (scheme == Credit::full) return text(full.in(language));
    return text(find_metric(metric_id(scheme))->name.in(language));
}

/// An amount for people: whole, or with at most six decimals.
std::string amount_text(double value) {
    return at_most(value, 6);
}

/// The columns between the names and the total, and what is in which.
struct Groups {
    std::vector<Column> columns;
    GroupOf group_of;
    bool has_rest = false;  ///< Whether something may be in no group.
};

Groups by_choice(const Dataset& dataset, FieldIndex field, Language language) {
    Groups groups;
    for (const auto& value : dataset[field].values) {
        groups.columns.push_back(
            {dataset[field].id + ':' + value.id, text(value.name.in(language))});
    }
    groups.group_of = [&dataset, field](MeasureIndex measure,
                                        std::size_t) -> std::optional<std::size_t> {
        const auto* const value = dataset.value(measure, field);
        if (value == nullptr) return std::nullopt;
        return std::get<ChoiceIndex>(*value).value;
    };
    groups.has_rest = true;
    return groups;
}

Date year_of(const Date& date) {
    return {date.year};
}

Date itself(const Date& date) {
    return date;
}

/// \param part  of a date, by which they are grouped
Groups by_date(const Dataset& dataset, FieldIndex field, Language language,
               Date (*part)(const Date&)) {
    std::map<Date, std::size_t> dates;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto* const value = dataset.value(m, field);
        if (value != nullptr) dates.emplace(part(std::get<Date>(*value)), 0);
    }
    Groups groups;
    for (auto& [date, column] : dates) {
        column = groups.columns.size();
        groups.columns.push_back(
            {dataset[field].id + ':' + to_string(date), in_words(date, language)});
    }
    groups.group_of = [&dataset, field, part, dates](MeasureIndex measure,
                                                     std::size_t) -> std::optional<std::size_t> {
        const auto* const value = dataset.value(measure, field);
        if (value == nullptr) return std::nullopt;
        return dates.at(part(std::get<Date>(*value)));
    };
    groups.has_rest = true;
    return groups;
}

Groups by_role(const Dataset& dataset, Language language) {
    // The format's roles first, then the files' own, each by its position.
    using Key = std::pair<std::optional<RoleIndex>, Role>;
    const auto key_of = [&dataset](const Responsibility& each) {
        return is_own(dataset, each) ? Key{each.own, Role::guiding} : Key{std::nullopt, each.role};
    };
    std::map<Key, std::size_t> roles;
    std::map<Key, Column> columns;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        for (const auto& each : dataset.responsibilities(m)) {
            roles.emplace(key_of(each), 0);
            columns.try_emplace(key_of(each), Column{"role:" + role_id(dataset, each),
                                                     role_name(dataset, each, language)});
        }
    }
    Groups groups;
    for (auto& [role, column] : roles) {
        column = groups.columns.size();
        groups.columns.push_back(columns.at(role));
    }
    groups.group_of = [&dataset, roles, key_of](MeasureIndex measure, std::size_t position) {
        return std::optional(roles.at(key_of(dataset.responsibilities(measure)[position])));
    };
    return groups;
}

Table grouped_table(const Dataset& dataset, Groups groups, std::string title, Credit scheme,
                    Language language, DepartmentOrder order) {
    const auto loads = load_by_group(dataset, groups.columns.size(), groups.group_of, scheme);
    auto table = framed(dataset, std::move(title), language);
    table.columns = department_columns(language);
    for (auto& column : groups.columns) table.columns.push_back(std::move(column));
    if (groups.has_rest) table.columns.push_back(column("no_value", language));
    table.columns.push_back(column("total", language));
    for (std::size_t c = 2; c < table.columns.size(); ++c) {
        table.columns[c].style = style_of(scheme);
    }
    std::vector<double> totals;
    for (const auto& load : loads) totals.push_back(load.total);
    for (const auto department : department_order(dataset, order, totals, language)) {
        const auto& load = loads[department.value];
        auto row = department_cells(dataset, department, language);
        for (const auto each : load.loads) row.push_back(load_cell(scheme, each));
        if (groups.has_rest) row.push_back(load_cell(scheme, load.without));
        row.push_back(load_cell(scheme, load.total));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// How many measures are in each group.
std::string measures_by_group(const Dataset& dataset, const Groups& groups, Language language) {
    constexpr Phrase counted{"field.counted"};
    constexpr Phrase without_any{"field.without-any"};
    constexpr Phrase one{"field.one"};
    std::vector<std::size_t> counts(groups.columns.size() + 1);
    const auto measures = dataset.measures().size();
    for (MeasureIndex m; m.value < measures; ++m.value) {
        ++counts[groups.group_of(m, 0).value_or(groups.columns.size())];
    }
    if (counts.back() == measures) return without_any.fill(language, {std::to_string(measures)});
    ListWriter list(language);
    for (std::size_t g = 0; g < groups.columns.size(); ++g) {
        list.add(one.fill(language, {groups.columns[g].label, std::to_string(counts[g])}));
    }
    return counted.fill(language,
                        {list.text(), std::to_string(measures), std::to_string(counts.back())});
}

void add_bases(Table& table, const Dataset& dataset, Language language) {
    add_note(table, tables::base_remark(dataset, language));
    add_note(table, lead_remark(dataset, language));
}

void add_weights(Table& table, const Dataset& dataset, Credit scheme, Language language) {
    if (scheme == Credit::weighted) add_note(table, tables::weights_remark(dataset, language));
}

void add_counting(Table& table, const Dataset& dataset, Credit scheme, Language language) {
    constexpr Phrase rule{"field.rule"};
    add_note(table, rule.fill(language, {scheme_name(scheme, language),
                                         text(find_metric(metric_id(scheme))->formula)}));
    add_weights(table, dataset, scheme, language);
    add_bases(table, dataset, language);
}

}  // namespace

Table load_by_field_table(const Dataset& dataset, FieldIndex field, Credit scheme,
                          Language language, DepartmentOrder order) {
    constexpr Phrase title{"field.title"};
    const auto& record = dataset[field];
    auto groups = record.type == FieldType::date ? by_date(dataset, field, language, year_of)
                                                 : by_choice(dataset, field, language);
    auto counts = measures_by_group(dataset, groups, language);
    auto table = grouped_table(
        dataset, std::move(groups),
        title.fill(language, {text(record.name.in(language)), scheme_name(scheme, language)}),
        scheme, language, order);
    add_note(table, std::move(counts));
    add_counting(table, dataset, scheme, language);
    return table;
}

Table field_values_table(const Dataset& dataset, FieldIndex field, Language language) {
    constexpr Phrase title{"field.by-value"};
    constexpr Phrase numbers{"field.numbers"};
    constexpr std::size_t most_dates = 40;
    const auto& record = dataset[field];
    auto groups = by_choice(dataset, field, language);
    if (record.type == FieldType::date) {
        groups = by_date(dataset, field, language, itself);
        if (groups.columns.size() > most_dates) groups = by_date(dataset, field, language, year_of);
    }
    auto table = framed(dataset, title.fill(language, {text(record.name.in(language))}), language);
    table.columns = {column("field_value", language),
                     {"name", text(record.name.in(language))},
                     column("measures", language),
                     column("share", NumberStyle::percent, language),
                     {"measure_numbers", text(numbers.in(language))}};
    std::vector<std::vector<MeasureIndex>> members(groups.columns.size() + 1);
    const auto all = dataset.measures().size();
    for (MeasureIndex m; m.value < all; ++m.value) {
        members[groups.group_of(m, 0).value_or(groups.columns.size())].push_back(m);
    }
    groups.columns.push_back({"", text(no_value_label.in(language))});
    for (std::size_t g = 0; g < members.size(); ++g) {
        const auto count = members[g].size();
        if (count == 0 && g + 1 == members.size()) break;
        const auto& id = groups.columns[g].id;
        tables::add_row(table, id.empty() ? id : id.substr(record.id.size() + 1),
                        groups.columns[g].label, whole(count),
                        static_cast<double>(count) / static_cast<double>(all),
                        tables::measure_cell(dataset, members[g]));
    }
    add_note(table, tables::base_remark(dataset, language));
    return table;
}

Table load_by_role_table(const Dataset& dataset, Credit scheme, Language language,
                         DepartmentOrder order) {
    constexpr Phrase title{"field.workload-by-department-and-role"};
    auto table = grouped_table(dataset, by_role(dataset, language),
                               title.fill(language, {scheme_name(scheme, language)}), scheme,
                               language, order);
    add_counting(table, dataset, scheme, language);
    return table;
}

Table sum_table(const Dataset& dataset, FieldIndex field, Credit scheme, Language language,
                DepartmentOrder order) {
    constexpr Phrase title{"field.by-department"};
    constexpr Phrase rule{"field.sum-table-rule"};
    constexpr Phrase whole_amounts{"field.whole-amounts"};
    constexpr Phrase parts{"field.parts"};
    constexpr Phrase base{"field.base"};
    const auto label = tables::field_label(dataset[field], language);
    auto table =
        framed(dataset, title.fill(language, {label, scheme_name(scheme, language)}), language);
    table.columns = department_columns(language);
    table.columns.push_back({"sum", label, style_of(scheme)});
    table.columns.push_back(column("share_of_total", NumberStyle::percent, language));
    table.columns.push_back(column("with_value", language));
    table.columns.push_back(column("without_value", language));

    const auto sums = sum_by_department(dataset, field, scheme);
    double greatest = 0.0;
    bool negative = false;
    for (const auto& each : sums.departments) {
        greatest = std::max(greatest, std::abs(each.sum));
        negative = negative || each.sum < 0.0;
    }
    std::vector<double> sizes;  // in [-1, 1], for the order compares decimal places
    for (const auto& each : sums.departments) {
        sizes.push_back(greatest > 0.0 ? each.sum / greatest : 0.0);
    }
    const bool shares = sums.total > 0.0 && !negative;
    for (const auto department : department_order(dataset, order, sizes, language)) {
        const auto& each = sums.departments[department.value];
        auto row = department_cells(dataset, department, language);
        row.push_back(tables::amount_cell(each.sum));
        row.push_back(shares ? Cell(each.sum / sums.total) : Cell(std::monostate{}));
        row.emplace_back(whole(each.measures));
        row.emplace_back(whole(each.without));
        table.rows.push_back(std::move(row));
    }
    add_note(table,
             base.fill(language, {std::to_string(dataset.measures().size()),
                                  std::to_string(sums.measures), std::to_string(sums.without)}));
    add_note(table, rule.fill(language, {amount_text(sums.total), amount_text(sums.given)}));
    add_note(table, scheme == Credit::full
                        ? text(whole_amounts.in(language))
                        : parts.fill(language, {scheme_name(scheme, language),
                                                text(find_metric(metric_id(scheme))->formula)}));
    add_weights(table, dataset, scheme, language);
    add_bases(table, dataset, language);
    return table;
}

}  // namespace remit
