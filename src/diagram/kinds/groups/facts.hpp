/// \file
/// Which departments share which measures: what the picture says.
#pragma once

#include <remit/analysis/concepts.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace remit::drawing {

struct GroupsFacts {
    std::vector<Concept> rows;                  ///< Most measures first, then most departments.
    std::size_t all = 0;                        ///< Groups, drawn or not.
    bool complete = true;                       ///< Whether those are all there are.
    std::size_t least = 2;                      ///< Measures of each group that is drawn.
    std::size_t departments = 0;                ///< Of the programme.
    std::vector<DepartmentIndex> columns;       ///< Those of the rows, as they stand.
    std::vector<MeasureIndex> measures;         ///< Those of the rows, ascending.
    std::vector<DepartmentIndex> hidden;        ///< Only in groups that are not drawn.
    std::vector<DepartmentIndex> alone;         ///< In no group.
    std::vector<MeasureIndex> hidden_measures;  ///< The same of measures.
    std::vector<MeasureIndex> lone_measures;
    /// So many first rows share more measures than any other group; 0 where these are too many to
    /// be named, or not all groups are known.
    std::size_t top = 0;
    /// Of one group on top: the row of those departments and one more, if one has most measures.
    std::optional<std::size_t> wider;
    bool shares = false;   ///< Whether any measure names two departments.
    std::size_t open = 0;  ///< Measures that name more departments than they print.

    [[nodiscard]] bool named(DepartmentIndex department) const;  ///< In the title.
    [[nodiscard]] bool named(std::size_t row) const { return row < top || row == wider; }
    /// Who is in the wider group besides those on top. \pre there is one
    [[nodiscard]] DepartmentIndex joining() const;
    /// Where names are too long for a title.
    void say_neutral() {
        top = 0;
        wider.reset();
    }
};

[[nodiscard]] GroupsFacts groups_facts(const Dataset& dataset);

}  // namespace remit::drawing
