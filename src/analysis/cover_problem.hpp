/// \file
/// What do the problems of covering have in common? Departments as columns, measures as rows.
#pragma once

#include "set_cover.hpp"

#include <remit/analysis/cover.hpp>

namespace remit {

/// A programme without what need not be searched for.
struct CoverProblem {
    std::vector<Cost> costs;  ///< By department, in units.
    Cost unit = 1;            ///< Thousandths; the greatest that divides every weight.
    std::vector<Columns>
        rows;                  ///< What departments each measure has that nobody of `must` reaches.
    Columns must;              ///< Ascending.
    Cost spent = 0;            ///< On `must`, in units.
    std::size_t measures = 0;  ///< Of which some department is allowed.
    std::vector<MeasureIndex> unreachable;
};

[[nodiscard]] CoverProblem cover_problem(const ResponsibilityGraph& graph,
                                         std::span<const MeasureIndex> measures,
                                         const CoverOptions& options);

/// Covers of the whole problem; their cost includes `must`.
struct CheapestCovers {
    EqualGroups optimal;
    Cost cost = 0;
    Cost bound = 0;
};
[[nodiscard]] CheapestCovers cheapest_covers(const CoverProblem& problem, std::size_t groups,
                                             Effort& effort);

/// A group that is not proved the best.
/// \param group  with `must`, ascending
[[nodiscard]] EqualGroups unproved(const CoverProblem& problem, const Columns& group);

[[nodiscard]] std::vector<MeasureIndex> all_measures(const ResponsibilityGraph& graph);

[[nodiscard]] std::vector<DepartmentIndex> to_departments(const Columns& columns);

}  // namespace remit
