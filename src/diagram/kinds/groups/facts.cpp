#include "facts.hpp"

#include "../../order/spans.hpp"

#include <remit/graph/responsibility_graph.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace remit::drawing {
namespace {

constexpr std::size_t most_rows = 60;
constexpr std::size_t fewest_rows = 12;  // for which those with fewer measures are left out
constexpr std::size_t most_top = 3;
constexpr std::size_t most_named = 6;  // departments of the title

bool is_in(const std::vector<DepartmentIndex>& departments, DepartmentIndex department) {
    return std::binary_search(departments.begin(), departments.end(), department);
}

/// How many of the sorted groups have at least so many measures.
std::size_t of_at_least(const std::vector<Concept>& groups, std::size_t measures) {
    return static_cast<std::size_t>(
        std::count_if(groups.begin(), groups.end(),
                      [&](const auto& group) { return group.measures.size() >= measures; }));
}

/// All, or those with most measures.
void choose_rows(GroupsFacts& facts, std::vector<Concept> groups) {
    auto kept = groups.size();
    while (kept > most_rows) {
        const auto more = of_at_least(groups, facts.least + 1);
        if (more < fewest_rows) break;
        kept = more;
        ++facts.least;
    }
    groups.resize(std::min(kept, most_rows));
    facts.rows = std::move(groups);
}

/// Of `count` indices, those that occur in no group, and those that only others than the rows have.
template <class Index, class Members>
void sort_out(const GroupsFacts& facts, const std::vector<Concept>& groups, std::size_t count,
              Members members, std::vector<Index>& hidden, std::vector<Index>& alone) {
    std::vector<int> seen(count);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const auto each : members(groups[g])) {
            seen[each.value] = std::max(seen[each.value], g < facts.rows.size() ? 2 : 1);
        }
    }
    for (Index i; i.value < count; ++i.value) {
        if (seen[i.value] == 0) alone.push_back(i);
        if (seen[i.value] == 1) hidden.push_back(i);
    }
}

void order_columns(GroupsFacts& facts) {
    std::vector<std::vector<std::size_t>> sets;
    for (const auto& row : facts.rows) {
        auto& set = sets.emplace_back();
        for (const auto d : row.departments) {
            const auto found = std::find(facts.columns.begin(), facts.columns.end(), d);
            set.push_back(static_cast<std::size_t>(found - facts.columns.begin()));
            if (found == facts.columns.end()) facts.columns.push_back(d);
        }
    }
    std::vector<DepartmentIndex> ordered;
    for (const auto i : order_by_spans(facts.columns.size(), sets)) {
        ordered.push_back(facts.columns[i]);
    }
    facts.columns = std::move(ordered);
}

void find_top(GroupsFacts& facts) {
    if (!facts.complete || facts.rows.empty()) return;
    const auto most = facts.rows.front().measures.size();
    const auto top = of_at_least(facts.rows, most);
    std::size_t names = 0;
    for (std::size_t r = 0; r < top; ++r) names += facts.rows[r].departments.size();
    if (top > most_top || names > most_named) return;
    facts.top = top;
    if (top > 1) return;
    const auto& first = facts.rows.front().departments;
    std::size_t best = 0;
    for (std::size_t r = 1; r < facts.rows.size(); ++r) {
        const auto& row = facts.rows[r];
        const bool one_more = row.departments.size() == first.size() + 1 &&
                              std::includes(row.departments.begin(), row.departments.end(),
                                            first.begin(), first.end());
        if (!one_more || row.measures.size() < best) continue;
        facts.wider = row.measures.size() == best ? std::nullopt : std::optional(r);
        best = row.measures.size();
    }
}

}  // namespace

bool GroupsFacts::named(DepartmentIndex department) const {
    for (std::size_t r = 0; r < top; ++r) {
        if (is_in(rows[r].departments, department)) return true;
    }
    return wider && department == joining();
}

DepartmentIndex GroupsFacts::joining() const {
    std::vector<DepartmentIndex> more;
    const auto& first = rows.front().departments;
    const auto& all_of_them = rows[*wider].departments;
    std::set_difference(all_of_them.begin(), all_of_them.end(), first.begin(), first.end(),
                        std::back_inserter(more));
    return more.front();
}

GroupsFacts groups_facts(const Dataset& dataset) {
    const auto graph = responsibility_graph(dataset);
    auto found = bicliques(graph);
    auto& groups = found.concepts;
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
        const auto size = [](const Concept& group) {
            return std::pair(group.measures.size(), group.departments.size());
        };
        return size(a) == size(b) ? a.departments < b.departments : size(a) > size(b);
    });
    GroupsFacts facts;
    facts.all = groups.size();
    facts.complete = found.complete;
    facts.departments = dataset.departments().size();
    facts.open = graph.open_count();
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        facts.shares = facts.shares || graph.departments(m).size() > 1;
    }
    choose_rows(facts, groups);
    sort_out(
        facts, groups, facts.departments, [](const Concept& group) { return group.departments; },
        facts.hidden, facts.alone);
    sort_out(
        facts, groups, dataset.measures().size(),
        [](const Concept& group) { return group.measures; }, facts.hidden_measures,
        facts.lone_measures);
    std::set<MeasureIndex> measures;
    for (const auto& row : facts.rows) measures.insert(row.measures.begin(), row.measures.end());
    facts.measures.assign(measures.begin(), measures.end());
    order_columns(facts);
    find_top(facts);
    return facts;
}

}  // namespace remit::drawing
