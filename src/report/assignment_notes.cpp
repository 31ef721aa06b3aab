#include "assignment_notes.hpp"

#include "metric_columns.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace remit::tables {
namespace {

std::string_view formula(const AssignmentOptions& options, Language language) {
    constexpr Phrase units{"assignment-notes.units"};
    constexpr Phrase weighted{"assignment-notes.weighted"};
    constexpr Phrase sized{"assignment-notes.sized"};
    if (have_sizes(options)) return sized.in(language);
    return (have_weights(options) ? weighted : units).in(language);
}

/// Whether declared leads stay as they are.
bool keep_leads(const AssignmentOptions& options, const Dataset& dataset) {
    return dataset.declares_leads() && !options.reassign_leads;
}

void add_cost(Table& table, const Assignment& assignment, const AssignmentOptions& options,
              const Dataset& dataset, Language language) {
    constexpr Phrase least{"assignment-notes.least"};
    constexpr Phrase allowed{"assignment-notes.allowed"};
    constexpr Phrase found{"assignment-notes.found"};
    const auto gap = assignment.cost > 0.0 ? 1.0 - assignment.bound / assignment.cost : 0.0;
    const bool limited =
        !options.keep.empty() || !options.caps.empty() || keep_leads(options, dataset);
    add_note(table, (!assignment.proved ? found
                     : limited          ? allowed
                                        : least)
                        .fill(language, {text(formula(options, language)),
                                         amount(assignment.printed_cost), amount(assignment.cost),
                                         amount(assignment.bound), fixed(100.0 * gap, 2)}));
}

void add_changes(Table& table, const Assignment& assignment, const AssignmentOptions& options,
                 Language language) {
    constexpr Phrase changes{"assignment-notes.changes"};
    constexpr Phrase largest{"assignment-notes.largest"};
    constexpr Phrase relative{"assignment-notes.relative"};
    constexpr Phrase fewest{"assignment-notes.fewest"};
    const bool weighted = have_weights(options);
    double before = 0.0;
    double after = 0.0;
    for (const auto& load : assignment.loads) {
        const auto weight = weighted ? to_double(options.weights[load.department.value]) : 1.0;
        before = std::max(before, load.printed_size / weight);
        after = std::max(after, load.fairest_size / weight);
    }
    add_note(
        table,
        changes.fill(language, {text((weighted ? relative : largest).in(language)), amount(before),
                                amount(after), std::to_string(changed_leads(assignment.changes)),
                                std::to_string(assignment.printed.size()),
                                assignment.nearest_proved ? text(fewest.in(language)) : ""}));
}

/// "612", or "more than 1000" where the count was not finished.
std::string number_of(const OptimumCount& count, Language language) {
    constexpr Phrase more{"assignment-notes.more"};
    constexpr Phrase all{"assignment-notes.all"};
    return (count.complete ? all : more).fill(language, {std::to_string(count.count)});
}

void add_optima(Table& table, const Assignment& assignment, const AssignmentOptions& options,
                Language language) {
    constexpr Phrase counted{"assignment-notes.counted"};
    constexpr Phrase uncounted{"assignment-notes.uncounted"};
    constexpr Phrase only{"assignment-notes.only"};
    constexpr Phrase others{"assignment-notes.others"};
    const bool sized = have_sizes(options) && assignment.optima == OptimumCount{};
    if (sized) return;  // neither counted nor known to be the only ones
    if (assignment.optima.count > 0) {
        add_note(table, counted.fill(language, {number_of(assignment.optima, language),
                                                number_of(assignment.nearest, language)}));
    }
    if (assignment.optima.count == 0) add_note(table, text(uncounted.in(language)));
    if (assignment.nearest.count == 1 && assignment.nearest.complete) return;
    add_note(table, text((assignment.nearest.unique ? only : others).in(language)));
}

}  // namespace

bool have_sizes(const AssignmentOptions& options) {
    return std::any_of(options.sizes.begin(), options.sizes.end(),
                       [](Weight size) { return size != Weight{}; });
}

bool have_weights(const AssignmentOptions& options) {
    return std::any_of(options.weights.begin(), options.weights.end(),
                       [](Weight weight) { return weight != Weight{}; });
}

void add_notes(Table& table, const Assignment& assignment, const AssignmentOptions& options,
               const Dataset& dataset, Language language) {
    constexpr Phrase kept{"assignment-notes.kept"};
    constexpr Phrase squares{"assignment-notes.squares"};
    constexpr Phrase rule{"assignment-notes.rule"};
    add_cost(table, assignment, options, dataset, language);
    if (have_sizes(options)) add_note(table, text(squares.in(language)));
    add_changes(table, assignment, options, language);
    add_optima(table, assignment, options, language);
    if (keep_leads(options, dataset)) add_note(table, text(kept.in(language)));
    add_note(table, text(rule.in(language)));
    add_note(table, base_remark(dataset, language));
    add_note(table, lead_remark(dataset, language));
}

}  // namespace remit::tables
