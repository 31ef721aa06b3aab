/// \file
/// Who guides what, and where: what the picture says.
#pragma once

#include "../programme_rows.hpp"
#include "../scopes.hpp"
#include "../workload/facts.hpp"

#include <remit/model/dataset.hpp>

#include <vector>

namespace remit::drawing {

/// A line between a department and a measure.
struct MapLink {
    DepartmentIndex department;
    MeasureIndex measure;
    bool leading = false;
};

struct MapFacts {
    std::vector<ProgrammeRow> rows;
    std::vector<MapLink> links;  ///< By measure, in printed order.
    WorkloadFacts workload;
    Scopes scopes;
    /// Whether all measures are extended to the same nation, which need be said only once.
    [[nodiscard]] bool everywhere_alike() const {
        return scopes.nation && scopes.limited + scopes.others == 0;
    }

    std::vector<bool> heavy;  ///< By department: those that hold two thirds of the links.
};

[[nodiscard]] MapFacts map_facts(const Dataset& dataset);

}  // namespace remit::drawing
