/// \file
/// Which sets of departments share which sets of measures: what the picture says.
#pragma once

#include <remit/analysis/concepts.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <vector>

namespace remit::drawing {

/// A concept as it is drawn.
struct LatticeNode {
    Concept found;
    std::vector<DepartmentIndex> departments = {};  ///< Of which this is the highest concept.
    std::vector<MeasureIndex> measures = {};        ///< Of which this is the lowest one.
    std::size_t row = 0;
};

struct LatticeFacts {
    bool complete = true;                      ///< Whether all concepts are known.
    std::size_t concepts = 0;                  ///< That of no measure too, if it is one.
    std::vector<LatticeNode> nodes;            ///< Those with a measure.
    std::vector<LatticeCover> covers;          ///< Between nodes; `upper` has more departments.
    std::vector<std::size_t> row_departments;  ///< How many those of a row have, ascending.
    /// By department: whether all of its measures, at least two, name one and the same other one.
    std::vector<bool> beside;
    std::size_t open = 0;  ///< Measures that name more departments than they print.

    [[nodiscard]] std::size_t beside_count() const;
};

/// \param most  concepts, behind which the search ends
[[nodiscard]] LatticeFacts lattice_facts(const Dataset& dataset, std::size_t most);

}  // namespace remit::drawing
