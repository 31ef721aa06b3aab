/// \file
/// Which fewest departments have a hand in every measure, and how many measures do a few reach?
#pragma once

#include <remit/analysis/weight.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace remit {

/// A node of the search bounds one subproblem, and all nodes together look at 25 000 links for each
/// node of the effort at most: some seconds, however large the programme. It is counted, so that
/// the same programme ends at the same place on every machine.
inline constexpr std::size_t cover_effort = 20'000;

struct CoverOptions {
    std::vector<DepartmentIndex> must = {};      ///< In every group.
    std::vector<DepartmentIndex> excluded = {};  ///< In none.
    std::vector<Weight> weights = {};            ///< One per department; empty: 1 each.
    std::size_t groups = 100;                    ///< At most so many groups are listed.
    std::size_t effort = cover_effort;           ///< Nodes of all searches together, at least 1.
};

/// Groups that are equally good.
struct EqualGroups {
    /// Departments ascending; groups in lexicographic order, the first of that order if `all` is
    /// false only for their number.
    std::vector<std::vector<DepartmentIndex>> groups;
    bool all = true;  ///< There is no other.
    /// Who is in every one, listed or not: proved of each, ascending.
    std::vector<DepartmentIndex> in_every;
    bool in_every_complete = true;  ///< Nobody else is; false where the effort ended.
    bool effort_ended = false;      ///< Which is why something is not proved or not listed.
};

/// The cheapest groups that reach every measure.
struct Cover {
    EqualGroups optimal;       ///< The best found where `proved` is false.
    Weight cost{0};            ///< Of each group, with those who must be in it.
    Weight bound{0};           ///< Proved: no group costs less. `cost` if `proved`.
    bool proved = true;        ///< No group costs less than `cost`.
    std::size_t measures = 0;  ///< What each group reaches: all but the unreachable.
    /// Ascending; measures without a department, or only with excluded ones.
    std::vector<MeasureIndex> unreachable;
    std::size_t nodes = 0;  ///< Visited; fewer than the effort where it went into large ones.
};

/// The smallest groups of departments such that each measure names one of the group.
///
/// This is the minimum hitting set of the measures, or the minimum set cover by departments: hard
/// in general, so that the time is bounded by the effort, beyond what it takes to read the links
/// and to sort the measures. Measures that no allowed department has
/// are left out and listed. Without measures the one group is that of `must`.
///
/// Measures whose departments include all those of another drop out, departments any two of which
/// share a measure of their own become one row that needs all but one, and what remains is solved
/// for each connected component: by branch and bound with Lagrangian bounds, whose multipliers are
/// whole numbers, so that no rounding stands between bound and proof. That a department is in every
/// group is proved by a search without it. The result is deterministic, and, as far as it is
/// proved, depends on the order of the tables only in which groups are listed first.
///
/// Example: A{x, y}, B{y, z}, C{z}: z and one of x, y; cost 2, z in every group.
///
/// \param measures  each at most once
/// \pre nobody is both in `must` and `excluded`; weights are above 0, and one per department if any
/// Definition: the set covering and hitting set problems after Karp (1972).
[[nodiscard]] Cover cover(const ResponsibilityGraph& graph, std::span<const MeasureIndex> measures,
                          const CoverOptions& options = {});

/// The same for all measures.
[[nodiscard]] Cover cover(const ResponsibilityGraph& graph, const CoverOptions& options = {});

/// The groups within a budget that reach most measures and, of these, the cheapest.
struct MostReached {
    EqualGroups optimal;                    ///< The best found where `proved` is false.
    std::size_t reached = 0;                ///< Measures that each group reaches.
    std::size_t bound = 0;                  ///< Proved: no group within the budget reaches more.
    Weight cost{0};                         ///< Of each group, with those who must be in it.
    bool proved = true;                     ///< No group reaches more, none as many for less.
    std::size_t measures = 0;               ///< Of which some department is allowed.
    std::vector<MeasureIndex> unreachable;  ///< As in `Cover`.
    std::size_t nodes = 0;                  ///< Visited.
};

/// The groups of departments within a budget that reach most measures: maximum coverage.
///
/// Bounds, effort and order are those of `cover`. With a budget of n and no weights these are
/// groups of at most n departments; of fewer, where fewer reach as many.
///
/// Example: A{x}, B{x, y}, C{y, z}, D{z}: of one department x and y and z each reach 2; of two,
/// x and z reach 4.
///
/// \param measures  each at most once
/// \pre as for `cover`; `must` is within the budget
[[nodiscard]] MostReached most_reached(const ResponsibilityGraph& graph,
                                       std::span<const MeasureIndex> measures, Weight budget,
                                       const CoverOptions& options = {});

/// The same of all measures.
[[nodiscard]] MostReached most_reached(const ResponsibilityGraph& graph, Weight budget,
                                       const CoverOptions& options = {});

}  // namespace remit
