#include <remit/report/assignment_tables.hpp>

#include "assignment_notes.hpp"
#include "metric_columns.hpp"

#include <array>

namespace remit {
namespace {

using tables::add_note;
using tables::add_notes;
using tables::add_row;
using tables::column;
using tables::columns;
using tables::department_cells;
using tables::department_columns;
using tables::framed;
using tables::have_sizes;
using tables::have_weights;
using tables::text;
using tables::whole;

constexpr auto two = NumberStyle::two_decimals;

/// The notice may state leads for all measures, for some, or for none.
const Phrase& printed_label(const Dataset& dataset) {
    static constexpr std::array<Phrase, 3> labels{Phrase{"assignment.printed-first"},
                                                  Phrase{"assignment.lead-or-first"},
                                                  Phrase{"assignment.stated-lead"}};
    return labels.at(dataset.declares_all_leads() ? 2 : dataset.declares_leads() ? 1 : 0);
}

std::string short_name(const Dataset& dataset, DepartmentIndex department, Language language) {
    return text(dataset[department].short_name.in(language));
}

/// The id for machines, the short name for people.
Cell lead_cell(const Dataset& dataset, std::optional<DepartmentIndex> lead, Language language) {
    if (!lead) return std::monostate{};
    return {dataset[*lead].id, dataset[*lead].short_name.in(language)};
}

Column printed_column(const char* id, const Dataset& dataset, Language language) {
    return {id, text(printed_label(dataset).in(language))};
}

/// "MOST 3→2, CNIPA 0→1, by way of NDRC".
std::string path(const Assignment& assignment, const LeadChain& chain, const Dataset& dataset,
                 Language language) {
    constexpr Phrase goes{"assignment.goes"};
    constexpr Phrase through{"assignment.through"};
    const auto& first = assignment.loads[chain.departments.front().value];
    const auto& last = assignment.loads[chain.departments.back().value];
    auto result = goes.fill(
        language, {short_name(dataset, first.department, language), amount(first.printed_size),
                   amount(first.fairest_size), short_name(dataset, last.department, language),
                   amount(last.printed_size), amount(last.fairest_size)});
    ListWriter between(language);
    for (std::size_t i = 1; i + 1 < chain.departments.size(); ++i) {
        between.add(dataset[chain.departments[i]].short_name.in(language));
    }
    return between.text().empty() ? result : through.fill(language, {result, between.text()});
}

std::string reason(const Assignment& assignment, const LeadChange& change, const Dataset& dataset,
                   Language language) {
    constexpr Phrase kept{"assignment.kept"};
    constexpr Phrase capped{"assignment.capped"};
    constexpr Phrase shared{"assignment.shared"};
    constexpr Phrase exchanged{"assignment.exchanged"};
    const auto& chain = assignment.chains[change.chain];
    switch (change.reason) {
        case ChangeReason::keep:
            return text(kept.in(language));
        case ChangeReason::cap:
            return capped.fill(language, {path(assignment, chain, dataset, language)});
        case ChangeReason::exchange: {
            std::string round;
            for (const auto d : chain.departments) {
                round += (round.empty() ? "" : "→") + short_name(dataset, d, language);
            }
            return exchanged.fill(language, {round});
        }
        case ChangeReason::co_leads:
            return shared.fill(language, {path(assignment, chain, dataset, language)});
        case ChangeReason::evens:
            break;
    }
    return path(assignment, chain, dataset, language);
}

Cell cap_cell(const AssignmentOptions& options, DepartmentIndex department) {
    for (const auto& cap : options.caps) {
        if (cap.department == department) return std::int64_t{cap.most};
    }
    return std::monostate{};
}

}  // namespace

Table lead_table(const Assignment& assignment, const AssignmentOptions& options,
                 const Dataset& dataset, Language language) {
    constexpr Phrase title{"assignment.title"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = columns(language, {"number", "title"});
    table.columns.push_back(printed_column("printed", dataset, language));
    for (const auto* const id : {"fairest", "changed", "reason"}) {
        table.columns.push_back(column(id, language));
    }
    auto change = assignment.changes.begin();
    for (MeasureIndex m; m.value < assignment.printed.size(); ++m.value) {
        const bool changed = change != assignment.changes.end() && change->measure == m;
        add_row(table, tables::measure_cell(dataset, m), tables::title_cell(dataset, m, language),
                lead_cell(dataset, assignment.printed[m.value], language),
                lead_cell(dataset, assignment.fairest[m.value], language),
                tables::yes_no(changed && change->reason != ChangeReason::co_leads, language),
                changed ? Cell(reason(assignment, *change, dataset, language))
                        : Cell(std::monostate{}));
        if (changed) ++change;
    }
    add_notes(table, assignment, options, dataset, language);
    return table;
}

Table lead_load_table(const Assignment& assignment, const AssignmentOptions& options,
                      const Dataset& dataset, Language language) {
    constexpr Phrase title{"assignment.fair-leads-the-load-of"};
    const bool sized = have_sizes(options);
    const bool weighted = have_weights(options);
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = department_columns(language);
    table.columns.push_back(printed_column("printed_count", dataset, language));
    table.columns.push_back(column("fairest_count", language));
    table.columns.push_back({"difference", text(Phrase{"assignment.difference"}.in(language))});
    if (sized) {
        table.columns.push_back(column("printed_size", two, language));
        table.columns.push_back(column("fairest_size", two, language));
    }
    if (weighted) table.columns.push_back(column("weight", language));
    if (!options.caps.empty()) table.columns.push_back(column("cap", language));
    for (const auto& load : assignment.loads) {
        auto row = department_cells(dataset, load.department, language);
        row.emplace_back(whole(load.printed));
        row.emplace_back(whole(load.fairest));
        row.emplace_back(whole(load.fairest) - whole(load.printed));
        if (sized) {
            row.emplace_back(load.printed_size);
            row.emplace_back(load.fairest_size);
        }
        if (weighted) row.emplace_back(to_double(options.weights[load.department.value]));
        if (!options.caps.empty()) row.push_back(cap_cell(options, load.department));
        table.rows.push_back(std::move(row));
    }
    add_notes(table, assignment, options, dataset, language);
    return table;
}

Table lead_optimum_table(const Assignment& assignment, const AssignmentOptions& options,
                         const Dataset& dataset, Language language) {
    constexpr Phrase title{"assignment.lead-optimum-table-title"};
    constexpr Phrase cut_off{"assignment.cut-off"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = columns(language, {"optimum", "number", "title"});
    table.columns.push_back(printed_column("printed", dataset, language));
    table.columns.push_back(column("fairest", language));
    const auto& all = assignment.nearest_changes;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const auto& change : all[i]) {
            add_row(table, whole(i + 1), tables::measure_cell(dataset, change.measure),
                    tables::title_cell(dataset, change.measure, language),
                    lead_cell(dataset, change.from, language),
                    lead_cell(dataset, change.to, language));
        }
    }
    const bool all_listed = assignment.nearest.complete && assignment.nearest.count == all.size();
    if (!all_listed && !assignment.nearest.unique) {
        add_note(table, cut_off.fill(language, {std::to_string(all.size())}));
    }
    add_notes(table, assignment, options, dataset, language);
    return table;
}

}  // namespace remit
