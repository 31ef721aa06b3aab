#include <remit/analysis/cover.hpp>

#include "cover_problem.hpp"
#include "equal_sets.hpp"
#include "reach_search.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace remit {

namespace {

/// The search for groups that reach as much as the best one.
class Reach {
 public:
    Reach(const CoverProblem& problem, Effort& effort) : problem_(problem), effort_(effort) {
        for (const auto& row : problem.rows) rows_.push_back({row});
        merge_equal(rows_);
        while (scale_ > 1 && static_cast<Cost>(problem.rows.size() + 1) >
                                 most / scale_ / static_cast<Cost>(problem.costs.size() + 1)) {
            scale_ /= 2;
        }
    }

    [[nodiscard]] ReachAnswer solve(Cost budget, Cost floor, Wanted wanted) {
        return ReachSearch(problem_.costs, scale_, effort_).solve(rows_, budget, floor, wanted);
    }

    /// Bounds with multipliers that are good at the start make the questions that follow easy.
    void warm(Cost budget, Cost reached) {
        if (!rows_.empty()) {
            (void)reach_bound(rows_, problem_.costs, scale_, budget, reached, Wanted::best,
                              effort_);
        }
    }

    /// A set within the budget that reaches so much, has some columns and lacks others.
    [[nodiscard]] EqualSet agreeing(const std::vector<Bind>& binds, Cost budget, Cost reached) {
        Columns set;
        for (std::uint32_t column = 0; column < binds.size(); ++column) {
            if (binds[column] != Bind::in) continue;
            set.push_back(column);
            budget -= problem_.costs[column];
        }
        if (budget < 0) return {};
        if (effort_.ended()) return {{}, false};
        ++effort_.spent;
        auto floor = reached - 1;
        ReachRows rows;
        for (const auto& row : rows_) {
            const auto is = [&](Bind bind) {
                return [&binds, bind](auto column) { return binds[column] == bind; };
            };
            if (std::any_of(row.columns.begin(), row.columns.end(), is(Bind::in))) {
                floor -= row.weight;
                continue;
            }
            rows.push_back(row);
            std::erase_if(rows.back().columns, is(Bind::out));
        }
        const auto answer = ReachSearch(problem_.costs, scale_, effort_)
                                .solve(std::move(rows), budget, floor, Wanted::any);
        if (!answer.set) return {{}, answer.bound <= floor};
        set.insert(set.end(), answer.set->begin(), answer.set->end());
        std::sort(set.begin(), set.end());
        return {std::move(set), true};
    }

    [[nodiscard]] Cost cost(const Columns& set) const {
        return std::accumulate(set.begin(), set.end(), Cost{0},
                               [&](Cost sum, auto column) { return sum + problem_.costs[column]; });
    }

 private:
    static constexpr Cost most = Cost{1} << 60U;

    const CoverProblem& problem_;
    Effort& effort_;
    ReachRows rows_;
    Cost scale_ = Cost{1} << 20U;
};

/// The best sets of the problem's rows, as groups.
struct Found {
    EqualGroups optimal;
    Cost reached = 0;
    Cost bound = 0;
    Cost cost = 0;
    bool proved = true;
};

Columns with_must(Columns set, const CoverProblem& problem) {
    set.insert(set.end(), problem.must.begin(), problem.must.end());
    std::sort(set.begin(), set.end());
    return set;
}

/// All sets that reach as much for as little.
EqualGroups as_good(const CoverProblem& problem, Reach& search, Columns set, Cost reached,
                    std::size_t limit) {
    const auto spent = search.cost(set);
    search.warm(spent, reached);
    const auto sets = equal_sets(
        problem.costs, std::move(set), limit,
        [&](const std::vector<Bind>& binds) { return search.agreeing(binds, spent, reached); });
    EqualGroups result;
    for (const auto& each : sets.sets) {
        result.groups.push_back(to_departments(with_must(each, problem)));
    }
    std::sort(result.groups.begin(), result.groups.end());
    result.all = sets.all;
    result.in_every = to_departments(with_must(sets.in_every, problem));
    result.in_every_complete = sets.decided;
    result.effort_ended = !sets.decided;
    return result;
}

/// The cheapest set that reaches so much, from one that does; whether it is proved to be that.
bool make_cheapest(Reach& search, Columns& set, Cost reached) {
    while (!set.empty()) {
        auto cheaper = search.solve(search.cost(set) - 1, reached - 1, Wanted::any);
        if (!cheaper.set) return cheaper.bound < reached;
        set = *std::move(cheaper.set);
    }
    return true;
}

/// The groups that reach most, the cheapest of them. One that reaches all is a cover.
Found find(const CoverProblem& problem, Cost budget, std::size_t groups, Effort& effort) {
    Reach search(problem, effort);
    auto answer = search.solve(budget, -1, Wanted::best);
    Found result;
    result.reached = answer.reached;
    result.bound = std::max(answer.bound, answer.reached);
    if (answer.reached == static_cast<Cost>(problem.rows.size())) {
        auto covers = cheapest_covers(problem, groups, effort);
        if (covers.cost <= budget + problem.spent) {
            result.optimal = std::move(covers.optimal);
            result.cost = covers.cost;
            result.proved = covers.cost == covers.bound;
            return result;
        }
    }
    auto set = *std::move(answer.set);
    result.proved = result.bound == result.reached && make_cheapest(search, set, result.reached);
    std::sort(set.begin(), set.end());
    result.cost = problem.spent + search.cost(set);
    if (!result.proved) {
        result.optimal = unproved(problem, with_must(std::move(set), problem));
        return result;
    }
    result.optimal = as_good(problem, search, std::move(set), result.reached, groups);
    return result;
}

}  // namespace

MostReached most_reached(const ResponsibilityGraph& graph, std::span<const MeasureIndex> measures,
                         Weight budget, const CoverOptions& options) {
    auto problem = cover_problem(graph, measures, options);
    const auto units = static_cast<Cost>(budget.thousandths) / problem.unit;
    assert(problem.spent <= units);
    Effort effort{options.effort};
    auto found = find(problem, units - problem.spent, options.groups, effort);
    const auto met_by_must = problem.measures - problem.rows.size();
    return {std::move(found.optimal),
            met_by_must + static_cast<std::size_t>(found.reached),
            met_by_must + static_cast<std::size_t>(found.bound),
            Weight{static_cast<std::uint64_t>(found.cost * problem.unit)},
            found.proved,
            problem.measures,
            std::move(problem.unreachable),
            effort.spent};
}

MostReached most_reached(const ResponsibilityGraph& graph, Weight budget,
                         const CoverOptions& options) {
    return most_reached(graph, all_measures(graph), budget, options);
}

}  // namespace remit
