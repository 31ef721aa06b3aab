/// \file
/// What is a programme in a dozen numbers?
#pragma once

#include <remit/analysis/concentration.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace remit {

/// The numbers that are set side by side when programmes are compared. All are of the listed
/// measures, but for `withheld`.
struct Profile {
    std::size_t listed = 0;
    std::size_t withheld = 0;
    std::size_t nationwide = 0;  ///< Measures that are extended to a nation.
    std::size_t departments = 0;
    std::size_t links = 0;
    std::size_t sole = 0;        ///< Measures for which one department alone answers.
    std::size_t collective = 0;  ///< Measures that name collective actors and no department.
    std::size_t unassigned = 0;  ///< Measures for which nobody answers.
    std::size_t open = 0;        ///< Measures with an open list of departments.
    std::size_t pairs = 0;       ///< Pairs of departments that share a measure.
    std::size_t shared = 0;      ///< Sum of shared measures over these pairs.
    double newman = 0.0;         ///< Sum of Newman's weights over these pairs.
    std::size_t components = 0;
    std::size_t largest = 0;                   ///< Measures of the department that has most.
    std::vector<DepartmentIndex> most_loaded;  ///< Those that have so many, ascending.
    /// The fewest departments such that every measure has one of them; none where the search for a
    /// proof was too long.
    std::optional<std::size_t> cover;
    std::optional<Concentration> full;        ///< Of the full counts over the departments.
    std::optional<Concentration> fractional;  ///< Of the fractional counts.

    friend bool operator==(const Profile&, const Profile&) = default;
};

/// Time: that of `workload`, `coresponsibility`, `components` and `cover`.
[[nodiscard]] Profile profile(const Dataset& dataset);

}  // namespace remit
