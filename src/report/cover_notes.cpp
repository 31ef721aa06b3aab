#include "cover_notes.hpp"

#include "metric_columns.hpp"

#include <algorithm>
#include <utility>

namespace remit::tables {
namespace {

constexpr Phrase departments_of{"cover-notes.departments-of"};
constexpr Phrase weight_of{"cover-notes.weight-of"};

constexpr Phrase required{"cover-notes.required"};
constexpr Phrase barred{"cover-notes.barred"};
constexpr Phrase weighed{"cover-notes.weighed"};
constexpr Phrase weight_entry{"cover-notes.weight-entry"};

constexpr Phrase least{"cover-notes.least"};
constexpr Phrase at_least{"cover-notes.at-least"};
constexpr Phrase most{"cover-notes.most"};
constexpr Phrase at_most{"cover-notes.at-most"};

constexpr Phrase least_printed{"cover-notes.least-printed"};
constexpr Phrase most_printed{"cover-notes.most-printed"};
constexpr Phrase one_group{"cover-notes.one-group"};
constexpr Phrase all_groups{"cover-notes.all-groups"};
constexpr Phrase first_groups{"cover-notes.first-groups"};
constexpr Phrase some_groups{"cover-notes.some-groups"};

constexpr Phrase in_every{"cover-notes.in-every"};
constexpr Phrase in_every_so_far{"cover-notes.in-every-so-far"};
constexpr Phrase nobody{"cover-notes.nobody"};
constexpr Phrase nobody_so_far{"cover-notes.nobody-so-far"};

constexpr Phrase out_of_reach{"cover-notes.out-of-reach"};
constexpr Phrase others_needed{"cover-notes.others-needed"};

/// Whether columns and cells say more than the number of departments.
bool is_weighted(const CoverQuestion& question) {
    return !question.options.weights.empty();
}

std::string covered_words(const ShownGroups& groups, Language language) {
    constexpr Phrase all_of_them{"cover-notes.all-of-them"};
    constexpr Phrase others{"cover-notes.others"};
    return text((groups.unreachable.empty() ? all_of_them : others).in(language));
}

void add_proof_note(Table& table, const ShownGroups& groups, const CoverQuestion& question,
                    Language language) {
    const auto covered = covered_words(groups, language);
    const auto size = size_text(groups.cost, question, language);
    if (question.budget) {
        const auto limit = size_text(*question.budget, question, language);
        const auto reached = std::to_string(groups.reached);
        const auto all = std::to_string(groups.measures);
        const auto gap = std::to_string(groups.reach_bound - groups.reached);
        add_note(table, groups.proved
                            ? most.fill(language, {limit, reached, all})
                            : at_most.fill(language, {limit, reached, all,
                                                      std::to_string(groups.reach_bound), gap}));
    } else if (groups.proved) {
        add_note(table, least.fill(language, {size, covered}));
    } else {
        const Weight gap{groups.cost.thousandths - groups.cost_bound.thousandths};
        add_note(table,
                 at_least.fill(language, {size, size_text(groups.cost_bound, question, language),
                                          to_string(gap), covered}));
    }
}

/// The same where lists of departments go on, and nothing is proved of those.
void add_open_proof_note(Table& table, const ShownGroups& groups, const CoverQuestion& question,
                         const ResponsibilityGraph& graph, Language language) {
    std::vector<MeasureIndex> closed;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        if (graph.beyond(m) != Beyond::others) closed.push_back(m);
    }
    const auto fewest = find_groups(graph, closed, question);
    const auto open = graph.open_count();
    const auto size = size_text(groups.cost, question, language);
    if (question.budget) {
        const auto greatest = std::min(groups.measures, fewest.reach_bound + open);
        add_note(table, most_printed.fill(
                            language, {size_text(*question.budget, question, language),
                                       std::to_string(groups.reached),
                                       std::to_string(groups.measures), std::to_string(greatest)}));
        return;
    }
    add_note(table, least_printed.fill(language, {size, covered_words(groups, language),
                                                  size_text(fewest.cost_bound, question, language),
                                                  std::to_string(open)}));
}

std::string listing_note(const EqualGroups& groups, Language language) {
    const auto count = std::to_string(groups.groups.size());
    if (groups.all) {
        return groups.groups.size() == 1 ? text(one_group.in(language))
                                         : all_groups.fill(language, {count});
    }
    return groups.effort_ended ? text(some_groups.in(language))
                               : first_groups.fill(language, {count});
}

}  // namespace

ShownGroups find_groups(const ResponsibilityGraph& graph, std::span<const MeasureIndex> measures,
                        const CoverQuestion& question) {
    if (question.budget) {
        auto found = most_reached(graph, measures, *question.budget, question.options);
        return {std::move(found.optimal),
                found.cost,
                {},
                found.reached,
                found.bound,
                found.measures,
                std::move(found.unreachable),
                found.proved};
    }
    auto found = cover(graph, measures, question.options);
    return {std::move(found.optimal),
            found.cost,
            found.bound,
            found.measures,
            found.measures,
            found.measures,
            std::move(found.unreachable),
            found.proved};
}

std::string cover_title(const CoverQuestion& question, Language language) {
    constexpr Phrase smallest{"cover-notes.smallest"};
    constexpr Phrase reaching{"cover-notes.reaching"};
    return text((question.budget ? reaching : smallest).in(language));
}

void add_size_columns(Table& table, const CoverQuestion& question, Language language) {
    table.columns.push_back(column("size", language));
    if (is_weighted(question)) table.columns.push_back(column("total_weight", language));
    if (question.budget) table.columns.push_back(column("reached", language));
}

void add_size_cells(std::vector<Cell>& row, std::size_t size, const ShownGroups& groups,
                    const CoverQuestion& question) {
    row.emplace_back(whole(size));
    if (is_weighted(question)) row.emplace_back(to_double(groups.cost));
    if (question.budget) row.emplace_back(whole(groups.reached));
}

std::string size_text(Weight cost, const CoverQuestion& question, Language language) {
    const auto& phrase = is_weighted(question) ? weight_of : departments_of;
    return phrase.fill(language, {to_string(cost)});
}

std::string name_list(const Dataset& dataset, std::span<const DepartmentIndex> departments,
                      Language language) {
    ListWriter names(language);
    for (const auto each : departments) names.add(dataset[each].short_name.in(language));
    return names.text();
}

void add_condition_notes(Table& table, const CoverQuestion& question, const Dataset& dataset,
                         Language language) {
    const auto& [must, excluded, weights, groups, effort] = question.options;
    if (!must.empty()) {
        add_note(table, required.fill(language, {name_list(dataset, must, language)}));
    }
    if (!excluded.empty()) {
        add_note(table, barred.fill(language, {name_list(dataset, excluded, language)}));
    }
    ListWriter entries(language);
    for (DepartmentIndex d; d.value < weights.size(); ++d.value) {
        if (weights[d.value] == Weight{}) continue;
        entries.add(weight_entry.fill(
            language, {text(dataset[d].short_name.in(language)), to_string(weights[d.value])}));
    }
    if (!entries.text().empty()) add_note(table, weighed.fill(language, {entries.text()}));
}

void add_group_notes(Table& table, const ShownGroups& groups, const CoverQuestion& question,
                     const Dataset& dataset, Language language) {
    add_unreachable_note(table, groups.unreachable, dataset, language);
    const auto graph = responsibility_graph(dataset);
    if (graph.open_count() > 0 && groups.proved) {
        add_open_proof_note(table, groups, question, graph, language);
    } else {
        add_proof_note(table, groups, question, language);
    }
    add_note(table, listing_note(groups.optimal, language));
    if (groups.optimal.all && groups.optimal.groups.size() == 1) return;  // it is in every one
    const auto names = name_list(dataset, groups.optimal.in_every, language);
    const bool complete = groups.optimal.in_every_complete;
    if (names.empty()) {
        add_note(table, text((complete ? nobody : nobody_so_far).in(language)));
    } else {
        add_note(table, (complete ? in_every : in_every_so_far).fill(language, {names}));
    }
}

void add_unreachable_note(Table& table, std::span<const MeasureIndex> measures,
                          const Dataset& dataset, Language language) {
    if (measures.empty()) return;
    ListWriter labels(language);
    for (const auto each : measures) labels.add(measure_label(dataset, each));
    add_note(table, out_of_reach.fill(language, {labels.text()}));
}

void add_cover_base(Table& table, const Dataset& dataset, Language language) {
    add_note(table, base_remark(dataset, language));
    if (dataset.withheld() > 0) add_note(table, text(others_needed.in(language)));
}

}  // namespace remit::tables
