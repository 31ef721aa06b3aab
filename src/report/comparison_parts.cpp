#include "comparison_parts.hpp"

#include <algorithm>

namespace remit::tables {
namespace {

constexpr std::array<Phrase, 6> present_words{{{"comparison-parts.came"},
                                               {"comparison-parts.went"},
                                               {"comparison-parts.rose"},
                                               {"comparison-parts.fell"},
                                               {"comparison-parts.unclear"},
                                               {"comparison-parts.same"}}};
constexpr std::array<Phrase, 6> linked_words{{{"comparison-parts.formed"},
                                              {"comparison-parts.dissolved"},
                                              {"comparison-parts.tightened"},
                                              {"comparison-parts.loosened"},
                                              {"comparison-parts.unclear"},
                                              {"comparison-parts.same"}}};
constexpr Phrase plan_source{"comparison-parts.plan-source"};
constexpr std::array<std::string_view, 6> present_ids{"came", "went",    "rose",
                                                      "fell", "unclear", "same"};
constexpr std::array<std::string_view, 6> linked_ids{"formed",   "dissolved", "tightened",
                                                     "loosened", "unclear",   "same"};

bool is_what_if(const ComparisonView& view) {
    return view.compared == Compared::before_and_after;
}

/// Which batch is what: the dates alone do not say it.
std::string batch_note(const ComparisonView& view, std::size_t i) {
    constexpr Phrase batch{"comparison-parts.batch"};
    constexpr Phrase all_listed{"comparison-parts.all-listed"};
    const auto& dataset = view.batches[i];
    auto counts = withheld_remark(dataset, view.language);
    if (counts.empty()) {
        counts = all_listed.fill(view.language, {std::to_string(dataset.measures().size())});
    }
    const auto naming = naming_remark(dataset, view.language);
    counts = sentences(view.language, {counts, naming});
    auto note =
        batch.fill(view.language, {batch_label(view, i), citation(dataset, view.language), counts});
    return sentences(view.language, {note, restriction_remark(dataset, view.language)});
}

void add_unknown(Table& table, const ComparisonView& view) {
    constexpr Phrase unknown{"comparison-parts.unknown"};
    for (std::size_t i = 0; i < view.batches.size(); ++i) {
        ListWriter names(view.language);
        for (const auto& row : view.comparison.departments) {
            const bool is_unknown = std::any_of(
                view.comparison.unknown.begin(), view.comparison.unknown.end(),
                [&](const UnknownBody& each) { return each.batch == i && each.id == row.id; });
            if (is_unknown) names.add(name_of(view, row));
        }
        if (names.text().empty()) continue;
        add_note(table, unknown.fill(view.language, {batch_label(view, i), names.text()}));
    }
}

}  // namespace

std::string batch_suffix(const ComparisonView& view, std::size_t batch) {
    if (view.batches.size() == 2) return batch == 0 ? "before" : "after";
    return std::to_string(batch + 1);
}

std::string batch_label(const ComparisonView& view, std::size_t batch) {
    constexpr Phrase before{"comparison-parts.before"};
    constexpr Phrase after{"comparison-parts.after"};
    if (is_what_if(view)) return text((batch == 0 ? before : after).in(view.language));
    const auto day = last_issued(view.batches[batch]);
    const auto same = std::count_if(view.batches.begin(), view.batches.end(),
                                    [&](const auto& each) { return last_issued(each) == day; });
    const auto notices = view.batches[batch].notices();
    if (!day && notices.empty()) return std::to_string(batch + 1);
    if (!day) return text(notices.front().short_title.in(view.language));
    return in_words(*day, view.language) + (same > 1 ? " (" + std::to_string(batch + 1) + ')' : "");
}

void add_columns(Table& table, const ComparisonView& view, const std::string& id,
                 std::string_view label, NumberStyle style) {
    for (std::size_t i = 0; i < view.batches.size(); ++i) {
        const auto space = label.empty() ? "" : " ";
        table.columns.push_back(
            {id + '_' + batch_suffix(view, i), text(label) + space + batch_label(view, i), style});
    }
}

Table framed(const ComparisonView& view, const Phrase& batches, const Phrase& before_and_after) {
    const auto& last = view.batches.back();
    auto table =
        framed(last, text((is_what_if(view) ? before_and_after : batches).in(view.language)),
               view.language);
    if (is_what_if(view)) {
        const auto withheld = withheld_remark(last, view.language);
        add_note(table, withheld);
        for (const auto& plan : last.plans()) {
            if (plan.source.empty()) continue;
            add_note(table, plan_source.fill(view.language, {plan.source}));
        }
        return table;
    }
    // What the frame says of the bodies of the last batch is said of each here.
    table.notes.clear();
    table.source.clear();
    std::vector<std::string> bodies;
    for (std::size_t i = 0; i < view.batches.size(); ++i) {
        add_note(table, batch_note(view, i));
        auto remark = as_of_remark(view.batches[i], view.language);
        const bool fresh = std::find(bodies.begin(), bodies.end(), remark) == bodies.end();
        if (!remark.empty() && fresh) bodies.push_back(std::move(remark));
    }
    for (auto& remark : bodies) add_note(table, std::move(remark));
    add_unknown(table, view);
    return table;
}

Cell trend_cell(Trend trend, TrendWords words, Language language) {
    const auto i = static_cast<std::size_t>(trend);
    const bool present = words == TrendWords::present;
    return {text(present ? present_ids[i] : linked_ids[i]),
            (present ? present_words[i] : linked_words[i]).in(language)};
}

void add_trend_notes(Table& table, const ComparisonView& view,
                     std::span<const Development> developments) {
    constexpr Phrase rule{"comparison-parts.rule"};
    constexpr Phrase certainty{"comparison-parts.certainty"};
    constexpr Phrase open_certainty{"comparison-parts.open-certainty"};
    constexpr Phrase unknown_certainty{"comparison-parts.unknown-certainty"};
    constexpr Phrase first_to_last{"comparison-parts.first-to-last"};
    if (is_what_if(view)) return;  // nothing but the bodies differs
    add_note(table, text(rule.in(view.language)));
    if (view.batches.size() > 2) add_note(table, text(first_to_last.in(view.language)));
    std::size_t changes = 0;
    std::size_t certain = 0;
    for (const auto& each : developments) {
        const bool changed = each.trend != Trend::same && each.trend != Trend::unclear;
        if (changed) ++changes;
        if (changed && each.certain) ++certain;
    }
    const bool open = std::any_of(view.batches.begin(), view.batches.end(), [](const auto& batch) {
        const auto all = batch.measures();
        return std::any_of(all.begin(), all.end(), [](const Measure& each) {
            return each.open || !each.unnamed_scope.empty();
        });
    });
    const bool known = std::all_of(view.batches.begin(), view.batches.end(),
                                   [](const auto& batch) { return batch.knows_withheld(); });
    add_note(table, (!known ? unknown_certainty
                     : open ? open_certainty
                            : certainty)
                        .fill(view.language, {std::to_string(certain), std::to_string(changes)}));
}

std::string name_of(const ComparisonView& view, const ComparedDepartment& row) {
    for (std::size_t i = row.loads.size(); i-- > 0;) {
        if (!row.loads[i]) continue;
        return text(view.batches[i][row.loads[i]->department].short_name.in(view.language));
    }
    return row.id;
}

bool may_name(const ComparisonView& view, std::size_t batch, std::string_view department) {
    const auto& it = view.batches[batch];
    const auto all = it.measures();
    const auto& unknown = view.comparison.unknown;
    return it.withheld() > 0 || !it.knows_withheld() ||
           std::any_of(all.begin(), all.end(), [](const Measure& each) { return each.open; }) ||
           std::any_of(unknown.begin(), unknown.end(), [&](const UnknownBody& each) {
               return each.batch == batch && (department.empty() || each.id == department);
           });
}

}  // namespace remit::tables
