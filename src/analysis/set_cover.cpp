#include "set_cover.hpp"

#include "cover_bound.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace remit {

namespace {

/// The rows that each column meets.
std::vector<Columns> rows_by_column(const CoverRows& rows, std::size_t columns) {
    std::vector<Columns> result(columns);
    for (std::uint32_t r = 0; r < rows.size(); ++r) {
        for (const auto column : rows[r].columns) result[column].push_back(r);
    }
    return result;
}

bool has(const Columns& columns, std::uint32_t column) {
    return std::binary_search(columns.begin(), columns.end(), column);
}

/// A column that meets all rows of another one and does not cost more; of equals the first.
bool is_dominated(std::uint32_t column, const std::vector<Columns>& met, const CoverRows& rows,
                  const std::vector<Cost>& costs, const std::vector<bool>& dropped) {
    const auto shortest = *std::min_element(
        met[column].begin(), met[column].end(),
        [&](auto a, auto b) { return rows[a].columns.size() < rows[b].columns.size(); });
    const auto dominates = [&](std::uint32_t other) {
        if (other == column || dropped[other] || costs[other] > costs[column]) return false;
        if (met[other].size() < met[column].size()) return false;
        const bool equal = met[other].size() == met[column].size() && costs[other] == costs[column];
        if (equal && other > column) return false;
        return std::all_of(met[column].begin(), met[column].end(),
                           [&](auto row) { return has(rows[row].columns, other); });
    };
    const auto& candidates = rows[shortest].columns;
    return std::any_of(candidates.begin(), candidates.end(), dominates);
}

/// Drops columns for which another one does as well. Some cheapest cover does without them.
bool drop_dominated(CoverRows& rows, const std::vector<Cost>& costs) {
    const auto met = rows_by_column(rows, costs.size());
    std::vector<bool> dropped(costs.size());
    bool any = false;
    for (std::uint32_t column = 0; column < costs.size(); ++column) {
        if (met[column].empty()) continue;
        dropped[column] = is_dominated(column, met, rows, costs, dropped);
        any = any || dropped[column];
    }
    if (any) rows = without_columns(std::move(rows), dropped);
    return any;
}

/// Takes the columns of rows that have no other.
bool take_single(CoverRows& rows, Columns& taken, std::size_t columns) {
    std::vector<bool> now(columns);
    bool any = false;
    for (const auto& row : rows) {
        if (row.columns.size() != 1 || now[row.columns.front()]) continue;
        now[row.columns.front()] = any = true;
        taken.push_back(row.columns.front());
    }
    if (any) rows = without_met(rows, now);
    return any;
}

Cost sum(const Columns& columns, const std::vector<Cost>& costs) {
    return std::accumulate(columns.begin(), columns.end(), Cost{0},
                           [&](Cost total, auto column) { return total + costs[column]; });
}

/// The least that any cover of some rows costs: that of their dearest row alone.
Cost floor_of(const CoverRows& rows, const std::vector<Cost>& costs) {
    Cost most = 0;
    for (const auto& row : rows) {
        Cost least = costs[row.columns.front()];
        for (const auto column : row.columns) least = std::min(least, costs[column]);
        most = std::max(most, least);
    }
    return most;
}

/// The bound that multipliers from before give at once.
Cost bound_at_start(const CoverRows& rows, const std::vector<Cost>& costs, Cost scale) {
    std::vector<Cost> paid(costs.size());
    Cost bound = 0;
    for (const auto& row : rows) {
        bound += row.multiplier;
        for (const auto column : row.columns) paid[column] += row.multiplier;
    }
    for (std::size_t c = 0; c < costs.size(); ++c) {
        bound -= std::max<Cost>(0, paid[c] - costs[c] * scale);
    }
    return bound <= 0 ? 0 : (bound + scale - 1) / scale;
}

}  // namespace

Cost scale_for(const std::vector<Cost>& costs, std::size_t rows) {
    const auto dearest = costs.empty() ? 1 : *std::max_element(costs.begin(), costs.end());
    const auto terms = static_cast<Cost>(rows + costs.size() + 1);
    Cost scale = Cost{1} << 20U;
    while (scale > 1 && dearest > (Cost{1} << 60U) / scale / terms) scale /= 2;
    return scale;
}

CoverRows without_met(const CoverRows& rows, const std::vector<bool>& taken) {
    CoverRows result;
    for (const auto& row : rows) {
        const bool met = std::any_of(row.columns.begin(), row.columns.end(),
                                     [&](auto column) { return taken[column]; });
        if (!met) result.push_back(row);
    }
    return result;
}

CoverRows without_columns(CoverRows rows, const std::vector<bool>& dropped) {
    for (auto& row : rows) std::erase_if(row.columns, [&](auto column) { return dropped[column]; });
    return rows;
}

void drop_supersets(CoverRows& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const CoverRow& a, const CoverRow& b) {
        return a.columns.size() < b.columns.size();
    });
    std::uint32_t end = 0;
    std::vector<std::uint32_t> count;
    for (const auto& row : rows) {
        if (!row.columns.empty()) end = std::max(end, row.columns.back() + 1);
    }
    count.resize(end);
    for (const auto& row : rows) {
        for (const auto column : row.columns) ++count[column];
    }
    std::vector<std::vector<std::size_t>> by_rarest(end);  // positions in `kept`
    CoverRows kept;
    for (auto& row : rows) {
        const bool superset = std::any_of(row.columns.begin(), row.columns.end(), [&](auto column) {
            return std::any_of(by_rarest[column].begin(), by_rarest[column].end(), [&](auto at) {
                return std::includes(row.columns.begin(), row.columns.end(),
                                     kept[at].columns.begin(), kept[at].columns.end());
            });
        });
        if (superset) continue;
        if (!row.columns.empty()) {
            const auto rarest =
                *std::min_element(row.columns.begin(), row.columns.end(),
                                  [&](auto a, auto b) { return count[a] < count[b]; });
            by_rarest[rarest].push_back(kept.size());
        }
        kept.push_back(std::move(row));
    }
    rows = std::move(kept);
}

std::vector<CoverRows> components(CoverRows rows, std::size_t columns) {
    std::vector<std::uint32_t> root(columns);
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t column) {
        while (root[column] != column) column = root[column] = root[root[column]];
        return column;
    };
    for (const auto& row : rows) {
        for (const auto column : row.columns) root[find(column)] = find(row.columns.front());
    }
    std::vector<std::size_t> part(columns, columns);
    std::vector<CoverRows> parts;
    for (auto& row : rows) {
        auto& at = part[find(row.columns.front())];
        if (at == columns) {
            at = parts.size();
            parts.emplace_back();
        }
        parts[at].push_back(std::move(row));
    }
    return parts;
}

CoverAnswer CoverSearch::solve(CoverRows rows, Cost limit, Wanted wanted) {
    if (const auto bound = bound_at_start(rows, costs_, scale_); bound >= limit) {
        return {{}, 0, bound};
    }
    Columns taken;
    while (true) {
        drop_supersets(rows);
        if (!rows.empty() && rows.front().columns.empty()) return {{}, 0, limit};
        const bool any = take_single(rows, taken, costs_.size());
        if (!drop_dominated(rows, costs_) && !any) break;
    }
    const auto spent = sum(taken, costs_);
    auto parts = components(std::move(rows), costs_.size());
    if (parts.size() > 1) wanted = Wanted::best;  // the limit does not tell that of a part
    CoverAnswer result{std::move(taken), spent, spent};
    for (const auto& part : parts) result.bound += floor_of(part, costs_);
    if (result.bound >= limit) return {{}, 0, result.bound};
    bool found = true;
    for (auto& part : parts) {
        const auto others = result.bound - floor_of(part, costs_);
        const auto answer = solve_part(std::move(part), limit - others, wanted);
        result.bound = others + answer.bound;
        if (result.bound >= limit && !(found && answer.cover)) return {{}, 0, result.bound};
        found = found && answer.cover;
        if (!found) continue;
        result.cover->insert(result.cover->end(), answer.cover->begin(), answer.cover->end());
        result.cost += answer.cost;
    }
    if (!found || result.cost >= limit) return {{}, 0, result.bound};
    return result;
}

CoverAnswer CoverSearch::solve_part(CoverRows rows, Cost limit, Wanted wanted) {
    ++effort_.spent;
    auto known = cover_bound(rows, costs_, scale_, limit, wanted);
    CoverAnswer best{{}, 0, (known.scaled + scale_ - 1) / scale_};
    if (known.cost < limit) {
        best.cover = std::move(known.cover);
        best.cost = limit = known.cost;
        if (wanted == Wanted::any) best.bound = known.cost;
    }
    if (best.bound >= limit) return best;
    auto rest = narrow(std::move(rows), known, limit, wanted);
    if (rest.cover) {
        best.cover = std::move(rest.cover);
        best.cost = limit = rest.cost;
    }
    best.bound = std::max(best.bound, std::min(rest.bound, limit));
    return best;
}

CoverAnswer CoverSearch::narrow(CoverRows rows, const CoverBound& known, Cost limit,
                                Wanted wanted) {
    std::vector<bool> out(costs_.size());
    std::vector<bool> in(costs_.size());
    Columns taken;
    for (std::uint32_t column = 0; column < costs_.size(); ++column) {
        const auto reduced = known.reduced[column];
        out[column] = reduced > 0 && known.scaled + reduced > (limit - 1) * scale_;
        in[column] = reduced < 0 && known.scaled - reduced > (limit - 1) * scale_;
        if (in[column]) taken.push_back(column);
    }
    const bool any = std::any_of(rows.begin(), rows.end(), [&](const CoverRow& row) {
        return std::any_of(row.columns.begin(), row.columns.end(),
                           [&](auto column) { return out[column] || in[column]; });
    });
    if (!any) return branch(rows, known.reduced, limit, wanted);
    const auto spent = sum(taken, costs_);
    auto rest = solve(without_columns(without_met(rows, in), out), limit - spent, wanted);
    if (rest.cover) rest.cover->insert(rest.cover->end(), taken.begin(), taken.end());
    rest.cost += spent;
    rest.bound += spent;
    return rest;
}

CoverAnswer CoverSearch::branch(const CoverRows& rows, const std::vector<Cost>& reduced, Cost limit,
                                Wanted wanted) {
    const auto& hardest =
        *std::min_element(rows.begin(), rows.end(), [](const CoverRow& a, const CoverRow& b) {
            if (a.columns.size() != b.columns.size()) return a.columns.size() < b.columns.size();
            return a.multiplier > b.multiplier;
        });
    auto order = hardest.columns;
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return reduced[a] < reduced[b]; });
    CoverAnswer best{{}, 0, limit};
    std::vector<bool> dropped(costs_.size());
    for (const auto column : order) {
        if (effort_.ended()) return {std::move(best.cover), best.cost, 0};
        std::vector<bool> taken(costs_.size());
        taken[column] = true;
        auto answer = solve(without_columns(without_met(rows, taken), dropped),
                            limit - costs_[column], wanted);
        best.bound = std::min(best.bound, answer.bound + costs_[column]);
        if (answer.cover) {
            best.cover = std::move(answer.cover);
            best.cover->push_back(column);
            best.cost = limit = answer.cost + costs_[column];
            if (wanted == Wanted::any) return {std::move(best.cover), limit, limit};
        }
        dropped[column] = true;
    }
    return best;
}

}  // namespace remit
