#include <remit/report/comparison_tables.hpp>

#include "comparison_parts.hpp"

namespace remit {
namespace {

using tables::add_note;
using tables::cell;
using tables::text;
using tables::whole;

/// How many of some things two batches have.
struct Survival {
    std::size_t kept = 0;
    std::size_t gone = 0;
    std::size_t entered = 0;

    void add(bool before, bool after) {
        if (before) ++(after ? kept : gone);
        if (!before && after) ++entered;
    }
};

/// The share of what there was, or nothing where there was nothing.
Cell share_of(std::size_t count, std::size_t all) {
    return all == 0 ? cell({}) : Cell(static_cast<double>(count) / static_cast<double>(all));
}

}  // namespace

Table survival_table(const ComparisonView& view) {
    constexpr Phrase title{"comparison.survival"};
    constexpr Phrase rule{"comparison.survival-rule"};
    const auto language = view.language;
    auto table = tables::framed(view, title, title);
    table.columns =
        tables::columns(language, {"what", "from", "to", "there", "kept", "survival",
                                   "survival_high", "lost", "lost_low", "entered", "entered_low"});
    table.columns[5].style = NumberStyle::percent;
    table.columns[6].style = NumberStyle::percent;
    table.columns.front().names_value = true;
    const auto add = [&](std::size_t from, std::size_t to, const char* id, const Phrase& name,
                         const Survival& found) {
        const auto there = found.kept + found.gone;
        const bool may_return = tables::may_name(view, to, {});
        const bool may_be_old = tables::may_name(view, from, {});
        tables::add_row(table, Cell(id, name.in(language)), tables::batch_label(view, from),
                        tables::batch_label(view, to), whole(there), whole(found.kept),
                        share_of(found.kept, there),
                        share_of(may_return ? there : found.kept, there), whole(found.gone),
                        whole(may_return ? 0 : found.gone), whole(found.entered),
                        whole(may_be_old ? 0 : found.entered));
    };
    const auto batches = view.batches.size();
    for (std::size_t from = 0; from < batches; ++from) {
        for (auto to = from + 1; to < batches; ++to) {
            Survival departments;
            for (const auto& each : view.comparison.departments) {
                departments.add(each.loads[from].has_value(), each.loads[to].has_value());
            }
            add(from, to, "departments", {"comparison.survival-departments"}, departments);
            Survival pairs;
            for (const auto& each : view.comparison.pairs) {
                pairs.add(each.shared[from] > 0, each.shared[to] > 0);
            }
            add(from, to, "pairs", {"comparison.survival-pairs"}, pairs);
        }
    }
    add_note(table, text(rule.in(language)));
    return table;
}

}  // namespace remit
