#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <remit/analysis/broker_roles.hpp>
#include <remit/analysis/core_periphery.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace remit {
namespace {

using tables::add_note;
using tables::department_cells;
using tables::department_columns;
using tables::framed;
using tables::text;
using tables::whole;

/// What ties are meant, and what a count is to be held against.
void add_role_notes(Table& table, const BrokerRoles& roles, const Dataset& dataset,
                    Language language) {
    constexpr Phrase led{"structure.roles-led"};
    constexpr Phrase shared{"structure.roles-shared"};
    constexpr Phrase rule{"structure.roles-rule"};
    constexpr Phrase expected{"structure.roles-expected"};
    constexpr Phrase left_out{"structure.roles-left-out"};
    const auto count = dataset.departments().size();
    add_note(table, (roles.directed ? led : shared)
                        .fill(language, {std::to_string(roles.ties),
                                         std::to_string(count - roles.without_kind)}));
    add_note(table, text(rule.in(language)));
    const auto any = std::find_if(roles.departments.begin(), roles.departments.end(),
                                  [](const auto& each) { return each.has_value(); });
    add_note(table, expected.fill(language, {significant((*any)->expected_total(), 3)}));
    if (roles.without_kind > 0) {
        add_note(table, left_out.fill(language,
                                      {std::to_string(roles.without_kind), std::to_string(count)}));
    }
}

}  // namespace

Table role_table(const Dataset& dataset, Language language) {
    constexpr Phrase title{"structure.roles-title"};
    constexpr Phrase none{"structure.roles-none"};
    const auto roles = broker_roles(dataset);
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = department_columns(language);
    table.columns.push_back(tables::column("kind", language));
    for (const auto* id :
         {"coordinator", "consultant", "gatekeeper", "representative", "liaison", "brokered"}) {
        table.columns.push_back(tables::column(id, NumberStyle::plain, language));
    }
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        const auto& counts = roles.departments[d.value];
        if (!counts) continue;
        auto row = department_cells(dataset, d, language);
        row.emplace_back(dataset[d].kind);
        for (const auto each : counts->counts) row.emplace_back(whole(each));
        row.emplace_back(whole(counts->total()));
        table.rows.push_back(std::move(row));
    }
    if (!table.rows.empty()) {
        add_role_notes(table, roles, dataset, language);
    } else if (!dataset.departments().empty()) {
        add_note(table, text(none.in(language)));
    }
    add_note(table, tables::base_remark(dataset, language));
    return table;
}

Table core_periphery_table(const Dataset& dataset, Language language) {
    constexpr Phrase title{"structure.core-title"};
    constexpr Phrase rule{"structure.core-rule"};
    constexpr Phrase correlation{"structure.core-correlation"};
    constexpr Phrase several{"structure.core-several"};
    constexpr Phrase with_one{"structure.core-with-one"};
    constexpr Phrase none{"structure.core-none"};
    const auto result = core_periphery(responsibility_graph(dataset));
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = department_columns(language);
    table.columns.push_back(tables::column("partners", language));
    table.columns.push_back(tables::column("core", language));
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        const bool inside = std::binary_search(result.core.begin(), result.core.end(), d);
        auto row = department_cells(dataset, d, language);
        row.emplace_back(whole(result.partners[d.value]));
        row.push_back(tables::yes_no(inside, language));
        table.rows.push_back(std::move(row));
    }
    const auto number = [](std::size_t count) { return std::to_string(count); };
    if (result.fit) {
        add_note(table, rule.fill(language, {number(result.core.size()), number(result.errors),
                                             number(result.pairs), fixed(*result.fit, 3)}));
    } else {
        add_note(table, text(none.in(language)));
    }
    if (result.correlation) {
        const auto core = result.core.size();
        const auto free = core * (result.partners.size() - core);
        add_note(table, correlation.fill(language, {fixed(*result.correlation, 3),
                                                    number(result.pairs - free)}));
    }
    if (!result.interchangeable.empty()) {
        ListWriter names(language);
        for (const auto d : result.interchangeable) names.add(dataset[d].short_name.in(language));
        add_note(table, result.chosen == 0
                            ? with_one.fill(language, {names.text()})
                            : several.fill(language, {number(result.chosen),
                                                      number(result.chosen + 1), names.text()}));
    }
    add_note(table, tables::base_remark(dataset, language));
    return table;
}

}  // namespace remit
