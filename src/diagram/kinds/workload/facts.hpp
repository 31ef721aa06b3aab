/// \file
/// Who carries how much: what the picture says.
#pragma once

#include <remit/analysis/workload.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace remit::drawing {

struct WorkloadFacts {
    Workload workload;
    std::vector<DepartmentLoad> rows;  ///< Most measures first, then most by fractions.
    /// The fewest departments that hold two thirds of the links, where these are at most half of
    /// all and everyone with as many measures is among them; 0 otherwise.
    std::size_t heavy = 0;
    std::size_t held = 0;     ///< The links of those.
    std::size_t leading = 0;  ///< Links of leads or, where none is declared, of first-named ones.

    /// Whether anybody may have more measures than are counted.
    [[nodiscard]] bool bounded() const { return workload.withheld + workload.open > 0; }
    [[nodiscard]] std::size_t at_most(const DepartmentLoad& row) const {
        return row.measures + row.possible + workload.withheld;
    }
};

[[nodiscard]] WorkloadFacts workload_facts(const Dataset& dataset);

/// "5 of 13 departments hold 33 of 43 responsibilities"; empty where no few hold as much.
[[nodiscard]] std::string workload_finding(const WorkloadFacts& facts, Language language);

}  // namespace remit::drawing
