#include "comparison_parts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

namespace remit {
namespace {

using tables::add_note;
using tables::cell;
using tables::framed;
using tables::named_cell;
using tables::named_column;
using tables::text;

enum class State : std::uint8_t { kept, fresh, ended };

State state(const ComparedMeasure& row) {
    if (row.before && row.after) return State::kept;
    return row.after ? State::fresh : State::ended;
}

Cell state_cell(State state, Language language) {
    constexpr std::array<const char*, 3> ids{"kept", "new", "ended"};
    constexpr std::array<Phrase, 3> words{
        {{"compared-measures.kept"}, {"compared-measures.new"}, {"compared-measures.ended"}}};
    const auto i = static_cast<std::size_t>(state);
    return {ids[i], text(words[i].in(language))};
}

Cell leads_cell(const Dataset& batch, MeasureIndex measure, Language language) {
    std::vector<DepartmentIndex> leads;
    for (const auto& [department, role, own] : batch.responsibilities(measure)) {
        if (role == Role::lead) leads.push_back(department);
    }
    return named_cell(batch, leads, language);
}

/// Whether the files say of any measure that it continues another: else nothing is told of any.
bool is_told(const Comparison& comparison) {
    return std::any_of(comparison.measures.begin(), comparison.measures.end(),
                       [](const auto& each) { return state(each) == State::kept; });
}

class Writer {
 public:
    explicit Writer(const ComparisonView& view)
        : first_(view.batches.front()),
          last_(view.batches.back()),
          language_(view.language),
          told_(is_told(view.comparison)) {}

    [[nodiscard]] std::vector<Cell> row(const ComparedMeasure& each) const {
        std::vector<Cell> row;
        row.push_back(each.before ? tables::measure_cell(first_, *each.before) : cell({}));
        row.push_back(each.after ? tables::measure_cell(last_, *each.after) : cell({}));
        row.push_back(each.after ? tables::title_cell(last_, *each.after, language_)
                                 : tables::title_cell(first_, *each.before, language_));
        row.push_back(told_ ? state_cell(state(each), language_) : cell({}));
        row.push_back(named_cell(last_, each.joined, language_));
        row.push_back(named_cell(first_, each.left, language_));
        row.push_back(each.lead_changed ? leads_cell(first_, *each.before, language_) : cell({}));
        row.push_back(each.lead_changed ? leads_cell(last_, *each.after, language_) : cell({}));
        row.push_back(each.scope_changed ? tables::scope_cell(first_, *each.before, language_)
                                         : cell({}));
        row.push_back(each.scope_changed ? tables::scope_cell(last_, *each.after, language_)
                                         : cell({}));
        return row;
    }

 private:
    const Dataset& first_;
    const Dataset& last_;
    Language language_;
    bool told_;
};

void add_notes(Table& table, const ComparisonView& view) {
    constexpr Phrase counts{"compared-measures.counts"};
    constexpr Phrase changes{"compared-measures.changes"};
    constexpr Phrase rule{"compared-measures.rule"};
    constexpr Phrase none{"compared-measures.none"};
    constexpr Phrase hidden{"compared-measures.hidden"};
    if (!is_told(view.comparison)) {
        add_note(table, text(none.in(view.language)));
        return;
    }
    std::set<MeasureIndex> before;
    std::set<MeasureIndex> after;
    std::array<std::size_t, 4> changed{};  // rows; departments, lead, scope of them
    for (const auto& each : view.comparison.measures) {
        if (state(each) != State::kept) continue;
        before.insert(*each.before);
        after.insert(*each.after);
        ++changed[0];
        changed[1] += each.joined.empty() && each.left.empty() ? 0U : 1U;
        changed[2] += each.lead_changed ? 1U : 0U;
        changed[3] += each.scope_changed ? 1U : 0U;
    }
    const auto first = view.batches.front().measures().size();
    const auto last = view.batches.back().measures().size();
    const auto number = [](std::size_t value) { return std::to_string(value); };
    add_note(table,
             counts.fill(view.language,
                         {number(before.size()), number(first), number(after.size()), number(last),
                          number(last - after.size()), number(first - before.size())}));
    add_note(table, changes.fill(view.language, {number(changed[0]), number(changed[1]),
                                                 number(changed[2]), number(changed[3])}));
    add_note(table, text(rule.in(view.language)));
    const auto withheld = view.batches.back().withheld();
    if (withheld > 0) add_note(table, hidden.fill(view.language, {number(withheld)}));
}

}  // namespace

Table compared_measures(const ComparisonView& view) {
    constexpr Phrase title{"compared-measures.title"};
    const auto language = view.language;
    auto table = framed(view, title, title);
    table.columns = tables::columns(language, {"before", "after", "title", "state"});
    table.columns.push_back(named_column("joined", language));
    table.columns.push_back(named_column("left", language));
    const auto add_column = [&](const char* id, const Phrase& label) {
        table.columns.push_back(named_column(id, label, language));
    };
    add_column("lead_departments_before", {"compared-measures.lead-before"});
    add_column("lead_departments_after", {"compared-measures.lead-after"});
    add_column("scope_before", {"compared-measures.scope-before"});
    add_column("scope_after", {"compared-measures.scope-after"});
    const Writer writer(view);
    for (const auto& each : view.comparison.measures) table.rows.push_back(writer.row(each));
    add_notes(table, view);
    return table;
}

}  // namespace remit
