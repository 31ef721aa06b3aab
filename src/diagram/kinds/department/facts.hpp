/// \file
/// What does one body carry, and with whom: what the picture says.
#pragma once

#include <remit/analysis/workload.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace remit::drawing {

struct Partner {
    DepartmentIndex department;
    std::size_t shared = 0;  ///< Measures.
};

struct DepartmentFacts {
    DepartmentIndex department;
    std::vector<MeasureIndex> measures;  ///< Those that it leads first, each part as printed.
    std::size_t leading = 0;             ///< How many it leads, or is named first by.
    std::vector<Partner> partners;       ///< Who shares most first.
    /// How many of them are named by the title: all that share most, where these are at most three;
    /// 0 otherwise.
    std::size_t closest = 0;
    std::vector<DepartmentIndex> strangers;  ///< All other departments.
    std::size_t possible = 0;                ///< Other measures that may name it: open lists.
    Share share;

    /// The department and its partners, in the order of the columns.
    [[nodiscard]] std::vector<DepartmentIndex> columns() const;
};

[[nodiscard]] DepartmentFacts department_facts(const Dataset& dataset, DepartmentIndex department);

/// How a department stands in a measure; none if the measure does not name it.
[[nodiscard]] std::optional<Standing> standing_of(const Dataset& dataset, MeasureIndex measure,
                                                  DepartmentIndex department);

}  // namespace remit::drawing
