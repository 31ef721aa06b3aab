#include <remit/analysis/cover.hpp>

#include "cover_bound.hpp"
#include "cover_cliques.hpp"
#include "cover_problem.hpp"
#include "cover_reduction.hpp"
#include "equal_sets.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace remit {

namespace {

Columns merged(const Columns& a, const Columns& b) {
    Columns result;
    std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

CoverRows different(std::vector<Columns> rows) {
    std::sort(rows.begin(), rows.end(), [](const Columns& a, const Columns& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    CoverRows result;
    for (const auto& row : rows) {
        for (const auto column : row) result.add(column);
        result.end_row(1, 0);
    }
    return result;
}

/// A connected component of what is left to reach; its departments are numbered anew.
class Island {
 public:
    Island(CoverRows rows, const CoverProblem& problem)
        : rows_(std::move(rows)), departments_(rows_.columns) {
        std::sort(departments_.begin(), departments_.end());
        departments_.erase(std::unique(departments_.begin(), departments_.end()),
                           departments_.end());
        for (const auto department : departments_) costs_.push_back(problem.costs[department]);
        for (auto& column : rows_.columns) {
            const auto at = std::lower_bound(departments_.begin(), departments_.end(), column);
            column = static_cast<std::uint32_t>(at - departments_.begin());
        }
        scale_ = scale_for(costs_, rows_.columns.size());
    }

    void solve(Effort& effort) {
        const auto all = std::accumulate(costs_.begin(), costs_.end(), Cost{0});
        auto answer = CoverSearch(costs_, scale_, effort).solve(rows_, {}, all + 1);
        cover_ = *std::move(answer.cover);
        std::sort(cover_.begin(), cover_.end());
        cost_ = answer.cost;
        bound_ = std::min(answer.bound, cost_);
    }

    /// \pre it is solved and proved
    [[nodiscard]] EqualSets list(std::size_t limit, Effort& effort) {
        // It leaves multipliers in the rows, from which every search below starts.
        if (rows_.size() > 1) {
            (void)cover_bound(rows_, costs_, scale_, cost_ + 1, Wanted::best, effort);
        }
        auto result = equal_sets(
            costs_, cover_, limit,
            [&](const std::vector<Bind>& binds) { return agreeing(binds, effort); },
            [&](const std::vector<Bind>& binds) { settle(binds, effort); });
        for (auto& set : result.sets) set = named(set);
        result.in_every = named(result.in_every);
        return result;
    }

    [[nodiscard]] Columns cover() const { return named(cover_); }
    [[nodiscard]] Cost cost() const { return cost_; }
    [[nodiscard]] Cost bound() const { return bound_; }

 private:
    [[nodiscard]] Columns named(Columns columns) const {
        for (auto& column : columns) column = departments_[column];
        return columns;
    }

    [[nodiscard]] static Settled settled_by(const std::vector<Bind>& binds) {
        Settled settled;
        for (std::uint32_t column = 0; column < binds.size(); ++column) {
            if (binds[column] == Bind::in) settled.taken.push_back(column);
            if (binds[column] == Bind::out) settled.dropped.push_back(column);
        }
        return settled;
    }

    /// Leaves the rows that such binds do not decide.
    void settle(const std::vector<Bind>& binds, Effort& effort) {
        CoverReduction reduction(rows_, costs_, effort);
        reduction.settle(settled_by(binds));
        reduction.drop_supersets();
        rows_ = reduction.rest();
    }

    /// A cheapest cover that has some departments and lacks others.
    [[nodiscard]] EqualSet agreeing(const std::vector<Bind>& binds, Effort& effort) const {
        const auto settled = settled_by(binds);
        Cost spent = 0;
        for (const auto column : settled.taken) spent += costs_[column];
        if (spent > cost_) return {};
        if (effort.ended()) return {{}, false};
        ++effort.spent;
        auto answer =
            CoverSearch(costs_, scale_, effort).solve(rows_, settled, cost_ + 1, Wanted::any);
        if (!answer.cover) return {{}, answer.bound > cost_};
        std::sort(answer.cover->begin(), answer.cover->end());
        return {*std::move(answer.cover), true};
    }

    CoverRows rows_;
    Columns departments_;
    std::vector<Cost> costs_;
    Cost scale_ = 1;
    Columns cover_;
    Cost cost_ = 0;
    Cost bound_ = 0;
};

/// The sets of all parts together.
EqualGroups together(const CoverProblem& problem, std::vector<Island>& parts, std::size_t limit,
                     Effort& effort) {
    EqualGroups result;
    std::vector<Columns> sets{{}};
    auto always = problem.must;
    auto in_every = problem.must;
    for (auto& part : parts) {
        auto of_part = part.list(limit, effort);
        result.effort_ended = result.effort_ended || !of_part.decided;
        result.all = result.all && of_part.all &&
                     of_part.sets.size() <= std::max<std::size_t>(1, limit / sets.size());
        in_every = merged(in_every, of_part.in_every);
        if (of_part.sets.size() == 1) {
            always = merged(always, of_part.sets.front());
        } else {
            sets = unions(sets, of_part.sets, limit);
        }
    }
    for (const auto& set : sets) result.groups.push_back(to_departments(merged(set, always)));
    std::sort(result.groups.begin(), result.groups.end());
    result.in_every = to_departments(in_every);
    result.in_every_complete = !result.effort_ended;
    return result;
}

}  // namespace

CheapestCovers cheapest_covers(const CoverProblem& problem, std::size_t groups, Effort& effort) {
    const auto columns = problem.costs.size();
    std::vector<Island> parts;
    const auto rows = without_supersets(different(problem.rows), columns, effort);
    for (auto& each : components(with_cliques(rows, columns, effort), columns)) {
        parts.emplace_back(std::move(each), problem);
    }
    CheapestCovers result;
    result.cost = result.bound = problem.spent;
    auto cover = problem.must;
    for (auto& part : parts) {
        part.solve(effort);
        cover = merged(cover, part.cover());
        result.cost += part.cost();
        result.bound += part.bound();
    }
    if (result.bound == result.cost) {
        result.optimal = together(problem, parts, groups, effort);
    } else {
        result.optimal = unproved(problem, cover);
    }
    return result;
}

Cover cover(const ResponsibilityGraph& graph, std::span<const MeasureIndex> measures,
            const CoverOptions& options) {
    auto problem = cover_problem(graph, measures, options);
    Effort effort{options.effort};
    auto covers = cheapest_covers(problem, options.groups, effort);
    const auto weight = [&](Cost cost) {
        return Weight{static_cast<std::uint64_t>(cost * problem.unit)};
    };
    return {std::move(covers.optimal),
            weight(covers.cost),
            weight(covers.bound),
            covers.cost == covers.bound,
            problem.measures,
            std::move(problem.unreachable),
            effort.spent};
}

Cover cover(const ResponsibilityGraph& graph, const CoverOptions& options) {
    return cover(graph, all_measures(graph), options);
}

}  // namespace remit
