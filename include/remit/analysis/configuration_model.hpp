/// \file
/// How likely is each link if only the numbers of links of departments and measures are given?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <vector>

namespace remit {

/// Independent links, each with its probability.
struct ConfigurationModel {
    std::size_t measures = 0;           ///< Length of a row.
    std::vector<double> probabilities;  ///< Of department d and measure m: [d * measures + m].
    double residual = 0.0;  ///< Largest difference between an expected degree and the observed.
    bool converged = true;  ///< No degree differs by more than 1e-10 of itself.

    [[nodiscard]] double probability(DepartmentIndex department, MeasureIndex measure) const {
        return probabilities[department.value * measures + measure.value];
    }
};

/// The bipartite configuration model (BiCM): of all ways to draw links independently so that the
/// expected degree of every department and measure is the observed one, that of maximum entropy.
///
/// The probability of a link is x_d y_m / (1 + x_d y_m). A link that all graphs of these degrees
/// have, or none has, such as those of a department with all measures or with none, gets exactly 1
/// or 0; the rest has finite x and y, which Newton's method finds on the distinct degrees. Regions
/// do not count. Time: O(D M) and, per step, O(k^3) for k distinct degrees.
///
/// Example: A{x, y}, B{x}, C{y} (measures A, B, C) give x and y 1 with A and 1/2 with B and C.
///
/// Source: after Saracco et al. (2015).
///
/// \param steps  at most so many of Newton's; when they do not suffice, `converged` is false
[[nodiscard]] ConfigurationModel configuration_model(const ResponsibilityGraph& graph,
                                                     std::size_t steps = 100);

}  // namespace remit
