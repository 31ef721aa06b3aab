#include "reach_search.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

namespace remit {

namespace {

Cost total(const ReachRows& rows) {
    return std::accumulate(rows.begin(), rows.end(), Cost{0},
                           [](Cost sum, const ReachRow& row) { return sum + row.weight; });
}

/// The columns that are in some row.
std::vector<bool> present(const ReachRows& rows, std::size_t columns) {
    std::vector<bool> result(columns);
    for (const auto& row : rows) {
        for (const auto column : row.columns) result[column] = true;
    }
    return result;
}

}  // namespace

void merge_equal(ReachRows& rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ReachRow& a, const ReachRow& b) { return a.columns < b.columns; });
    ReachRows merged;
    for (auto& row : rows) {
        if (merged.empty() || merged.back().columns != row.columns) {
            merged.push_back(std::move(row));
            continue;
        }
        merged.back().weight += row.weight;
        if (row.multiplier >= 0) merged.back().multiplier += row.multiplier;
    }
    rows = std::move(merged);
}

ReachAnswer ReachSearch::solve(ReachRows rows, Cost budget, Cost floor, Wanted wanted) {
    for (auto& row : rows) {
        effort_.look(8 * row.columns.size());  // copied, sorted and compared
        std::erase_if(row.columns, [&](auto column) { return costs_[column] > budget; });
    }
    std::erase_if(rows, [](const ReachRow& row) { return row.columns.empty(); });
    merge_equal(rows);
    ReachAnswer best{{}, 0, total(rows)};
    if (best.bound <= floor) return best;
    if (floor < 0) {
        best.set.emplace();  // the empty set
        floor = 0;
        if (wanted == Wanted::any || rows.empty()) return best;
    }
    ++effort_.spent;
    auto known = reach_bound(rows, costs_, scale_, budget, floor, wanted, effort_);
    best.bound = std::min(best.bound, known.scaled / scale_);
    if (known.reached > floor) {
        best.set = std::move(known.set);
        best.reached = floor = known.reached;
        if (wanted == Wanted::any) return best;
    }
    if (best.bound <= floor) return best;
    auto rest = narrow(rows, known, budget, floor, wanted);
    if (rest.set) {
        best.set = std::move(rest.set);
        best.reached = floor = rest.reached;
    }
    best.bound = std::min(best.bound, std::max(rest.bound, floor));
    return best;
}

ReachAnswer ReachSearch::solve_rest(const ReachRows& rows, const std::vector<bool>& taken,
                                    const std::vector<bool>& dropped, Cost budget, Cost floor,
                                    Wanted wanted) {
    Columns set;
    for (std::uint32_t column = 0; column < costs_.size(); ++column) {
        if (!taken[column]) continue;
        set.push_back(column);
        budget -= costs_[column];
    }
    if (budget < 0) return {{}, 0, floor};
    ReachRows left;
    Cost reached = 0;
    for (const auto& row : rows) {
        const bool met = std::any_of(row.columns.begin(), row.columns.end(),
                                     [&](auto column) { return taken[column]; });
        if (met) {
            reached += row.weight;
            continue;
        }
        left.push_back(row);
        std::erase_if(left.back().columns, [&](auto column) { return dropped[column]; });
    }
    auto answer = solve(std::move(left), budget, floor - reached, wanted);
    answer.reached += reached;
    answer.bound += reached;
    if (answer.set) answer.set->insert(answer.set->end(), set.begin(), set.end());
    return answer;
}

ReachAnswer ReachSearch::narrow(const ReachRows& rows, const ReachBound& known, Cost budget,
                                Cost floor, Wanted wanted) {
    std::vector<bool> in(costs_.size());
    std::vector<bool> out(costs_.size());
    const auto there = present(rows, costs_.size());
    bool any = false;
    for (std::size_t column = 0; column < costs_.size(); ++column) {
        const auto worth = known.reduced[column];
        if (!there[column] || known.scaled - std::abs(worth) >= (floor + 1) * scale_) continue;
        any = true;
        (worth > 0 ? in : out)[column] = true;
    }
    if (any) return solve_rest(rows, in, out, budget, floor, wanted);
    return branch(rows, known, budget, floor, wanted);
}

ReachAnswer ReachSearch::branch(const ReachRows& rows, const ReachBound& known, Cost budget,
                                Cost floor, Wanted wanted) {
    if (effort_.ended()) return {{}, 0, known.scaled / scale_};
    const auto there = present(rows, costs_.size());
    std::uint32_t column = 0;
    while (!there[column]) ++column;
    for (auto other = column + 1; other < costs_.size(); ++other) {
        if (there[other] && known.reduced[other] > known.reduced[column]) column = other;
    }
    const std::vector<bool> none(costs_.size());
    auto chosen = none;
    chosen[column] = true;
    auto best = solve_rest(rows, chosen, none, budget, floor, wanted);
    if (best.set) {
        floor = best.reached;
        if (wanted == Wanted::any) return best;
    }
    if (effort_.ended()) {
        best.bound = known.scaled / scale_;
        return best;
    }
    auto without = solve_rest(rows, none, chosen, budget, floor, wanted);
    without.bound = std::max(without.bound, best.bound);
    if (!without.set) {
        without.set = std::move(best.set);
        without.reached = best.reached;
    }
    return without;
}

}  // namespace remit
