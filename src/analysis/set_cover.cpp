#include "set_cover.hpp"

#include "cover_bound.hpp"
#include "cover_reduction.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace remit {

namespace {

Cost sum(const Columns& columns, const std::vector<Cost>& costs) {
    return std::accumulate(columns.begin(), columns.end(), Cost{0},
                           [&](Cost total, auto column) { return total + costs[column]; });
}

/// The least that any cover of some rows costs: that of their dearest row alone.
Cost floor_of(const CoverRows& rows, const std::vector<Cost>& costs) {
    Cost most = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        Cost least = costs[rows[r].front()];
        for (const auto column : rows[r]) least = std::min(least, costs[column]);
        most = std::max(most, rows.needs[r] * least);
    }
    return most;
}

/// How many columns of a row may be lacking.
std::size_t choices(const CoverRows& rows, std::size_t row) {
    return rows[row].size() - rows.needs[row];
}

/// The row with the fewest choices and, of these, columns that meet most rows on average, so that
/// whether they are taken settles much.
std::size_t hardest_row(const CoverRows& rows, std::size_t columns) {
    std::vector<std::size_t> met(columns);
    for (const auto column : rows.columns) ++met[column];
    const auto sum_met = [&](std::size_t row) {
        std::size_t sum = 0;
        for (const auto column : rows[row]) sum += met[column];
        return sum;
    };
    std::size_t hardest = 0;
    auto most = sum_met(0);
    for (std::size_t r = 1; r < rows.size(); ++r) {
        if (choices(rows, r) > choices(rows, hardest)) continue;
        const auto sum = sum_met(r);
        const bool as_few = choices(rows, r) == choices(rows, hardest);
        if (as_few && sum * rows[hardest].size() <= most * rows[r].size()) continue;
        hardest = r;
        most = sum;
    }
    return hardest;
}

}  // namespace

RowsOfColumns::RowsOfColumns(const CoverRows& rows, std::size_t columns) : first_(columns + 1) {
    for (const auto column : rows.columns) ++first_[column];
    std::uint32_t end = 0;
    for (auto& each : first_) each = end += each;  // filling from behind makes it the start
    rows_.resize(rows.columns.size());
    for (auto r = static_cast<std::uint32_t>(rows.size()); r-- > 0;) {
        for (const auto column : rows[r]) rows_[--first_[column]] = r;
    }
}

Cost scale_for(const std::vector<Cost>& costs, std::size_t rows) {
    const auto dearest = costs.empty() ? 1 : *std::max_element(costs.begin(), costs.end());
    const auto terms = static_cast<Cost>(rows + costs.size() + 1);
    Cost scale = Cost{1} << 20U;
    while (scale > 1 && dearest > (Cost{1} << 60U) / scale / terms) scale /= 2;
    return scale;
}

CoverRows without_supersets(const CoverRows& rows, std::size_t columns, Effort& effort) {
    const std::vector<Cost> costs(columns, 1);
    CoverReduction reduction(rows, costs, effort);
    reduction.drop_supersets();
    return reduction.rest();
}

std::vector<CoverRows> components(CoverRows rows, std::size_t columns) {
    std::vector<std::uint32_t> root(columns);
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t column) {
        while (root[column] != column) column = root[column] = root[root[column]];
        return column;
    };
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (const auto column : rows[r]) root[find(column)] = find(rows[r].front());
    }
    std::vector<std::size_t> part(columns, columns);
    std::vector<CoverRows> parts;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        auto& at = part[find(rows[r].front())];
        if (at == columns) {
            at = parts.size();
            parts.emplace_back().reduced = rows.reduced;
        }
        for (const auto column : rows[r]) parts[at].add(column);
        parts[at].end_row(rows.needs[r], rows.multipliers[r]);
    }
    return parts;
}

CoverAnswer CoverSearch::solve(const CoverRows& rows, const Settled& settled, Cost limit,
                               Wanted wanted) {
    CoverReduction reduction(rows, costs_, effort_);
    reduction.settle(settled);
    const auto known = sum(settled.taken, costs_) + reduction.bound(scale_);
    if (known >= limit) return {{}, 0, known};
    if (!reduction.run()) return {{}, 0, limit};
    auto taken = reduction.taken();
    const auto spent = sum(taken, costs_);
    auto rest = reduction.rest();
    rest.reduced = true;
    auto parts = components(std::move(rest), costs_.size());
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
    auto known = cover_bound(rows, costs_, scale_, limit, wanted, effort_);
    CoverAnswer best{{}, 0, (known.scaled + scale_ - 1) / scale_};
    if (known.cost < limit) {
        best.cover = std::move(known.cover);
        best.cost = limit = known.cost;
        if (wanted == Wanted::any) best.bound = known.cost;
    }
    if (best.bound >= limit) return best;
    auto rest = narrow(rows, known, limit, wanted);
    if (rest.cover) {
        best.cover = std::move(rest.cover);
        best.cost = limit = rest.cost;
    }
    best.bound = std::max(best.bound, std::min(rest.bound, limit));
    return best;
}

CoverAnswer CoverSearch::narrow(const CoverRows& rows, const CoverBound& known, Cost limit,
                                Wanted wanted) {
    Settled settled;
    for (std::uint32_t column = 0; column < costs_.size(); ++column) {
        const auto reduced = known.reduced[column];
        if (known.scaled + std::abs(reduced) <= (limit - 1) * scale_) continue;
        if (reduced > 0) settled.dropped.push_back(column);
        if (reduced < 0) settled.taken.push_back(column);
    }
    const bool any = !settled.taken.empty() || !settled.dropped.empty();
    return any ? solve(rows, settled, limit, wanted) : branch(rows, known.reduced, limit, wanted);
}

CoverAnswer CoverSearch::branch(const CoverRows& rows, const std::vector<Cost>& reduced, Cost limit,
                                Wanted wanted) {
    const auto hardest = hardest_row(rows, costs_.size());
    Columns order(rows[hardest].begin(), rows[hardest].end());
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return reduced[a] < reduced[b]; });
    order.resize(choices(rows, hardest) + 1);  // one of them it needs
    CoverAnswer best{{}, 0, limit};
    Settled settled;
    for (const auto column : order) {
        if (effort_.ended()) return {std::move(best.cover), best.cost, 0};
        settled.taken = {column};
        auto answer = solve(rows, settled, limit, wanted);
        best.bound = std::min(best.bound, answer.bound);
        if (answer.cover) {
            best.cover = std::move(answer.cover);
            best.cost = limit = answer.cost;
            if (wanted == Wanted::any) return {std::move(best.cover), limit, limit};
        }
        settled.dropped.push_back(column);
    }
    return best;
}

}  // namespace remit
