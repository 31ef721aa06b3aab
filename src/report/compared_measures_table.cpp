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
        {{"延续", "延續", "kept"}, {"新增", "新增", "new"}, {"结束", "結束", "ended"}}};
    const auto i = static_cast<std::size_t>(state);
    return {ids[i], text(words[i].in(language))};
}

Cell leads_cell(const Dataset& batch, MeasureIndex measure, Language language) {
    std::vector<DepartmentIndex> leads;
    for (const auto& [department, role] : batch.responsibilities(measure)) {
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
    constexpr Phrase counts{
        "之前{1}项中有{0}项延续为之后{3}项中的{2}项；新增{4}项，结束{5}项。",
        "之前{1}項中有{0}項延續為之後{3}項中的{2}項；新增{4}項，結束{5}項。",
        "{0} of the {1} before {0:goes|go} on in {2} of the {3} after; {4} {4:is|are} new, {5} "
        "ended."};
    constexpr Phrase changes{"{0}组延续中，部门有变{1}组，牵头有变{2}组，范围有变{3}组。",
                             "{0}組延續中，部門有變{1}組，牽頭有變{2}組，範圍有變{3}組。",
                             "Of {0} {0:row|rows} of kept measures, the departments changed in "
                             "{1}, the lead in {2}, the "
                             "scope in {3}."};
    constexpr Phrase rule{"延续以后一批数据所注明的为准；未注明延续的为新增，没有被延续的为结束。",
                          "延續以後一批資料所註明的為準；未註明延續的為新增，沒有被延續的為結束。",
                          "Kept is what the files of the later batches say that it continues; new "
                          "says so of none, and "
                          "ended is continued by none."};
    constexpr Phrase none{"后一批没有注明延续前一批的任何举措，新增与结束因此无从判断。",
                          "後一批沒有註明延續前一批的任何舉措，新增與結束因此無從判斷。",
                          "No measure is said to continue one of the first batch, so that new and "
                          "ended cannot be told."};
    constexpr Phrase hidden{"后一批未公开的{0}项可能延续列为结束的举措。",
                            "後一批未公開的{0}項可能延續列為結束的舉措。",
                            "The {0} withheld of the last batch may continue what is shown as "
                            "ended."};
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
    constexpr Phrase title{"各批次的举措", "各批次的舉措", "Measures, batch against batch"};
    const auto language = view.language;
    auto table = framed(view, title, title);
    const auto label = [&](const Phrase& phrase) { return text(phrase.in(language)); };
    table.columns = {{"before", label({"之前", "之前", "Before"})},
                     {"after", label({"之后", "之後", "After"})},
                     {"title", label({"举措", "舉措", "Measure"})},
                     {"state", label({"状态", "狀態", "State"})},
                     named_column("joined", {"加入", "加入", "Joined"}, language),
                     named_column("left", {"退出", "退出", "Left"}, language),
                     named_column("lead_before", {"原牵头", "原牽頭", "Lead before"}, language),
                     named_column("lead_after", {"现牵头", "現牽頭", "Lead after"}, language),
                     named_column("scope_before", {"原范围", "原範圍", "Scope before"}, language),
                     named_column("scope_after", {"现范围", "現範圍", "Scope after"}, language)};
    const Writer writer(view);
    for (const auto& each : view.comparison.measures) table.rows.push_back(writer.row(each));
    add_notes(table, view);
    return table;
}

}  // namespace remit
