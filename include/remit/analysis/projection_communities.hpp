/// \file
/// Which departments work together more than their loads explain?
#pragma once

#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace remit {

/// The weighted modularity of groups in the one-mode projection of departments, Q = sum over groups
/// of L / w - (s / 2 w)^2.
///
/// The weight of a pair is the number of measures that it shares, as in `coresponsibility`; w is
/// that of all pairs. A group has weight L between its members, whose pairs weigh s in all, those
/// between two members counted twice. Q is in [-1/2, 1); 0 where no measure is shared. Time: that
/// of `coresponsibility`.
///
/// Example: A{x, y}, B{z, u} give 0.5 for the groups xy, zu; 0 for one group.
///
/// \param groups  one per department, in table order; any numbers may name them
/// Definition: after Newman (2004), on weighted networks.
[[nodiscard]] double projection_modularity(const ResponsibilityGraph& graph,
                                           const std::vector<std::uint32_t>& groups);

struct ProjectionCommunities {
    /// One per department, in table order. Groups are numbered from 0 by their first department;
    /// one that shares no measure is a group of its own.
    std::vector<std::uint32_t> groups;
    std::size_t count = 0;    ///< Groups.
    double modularity = 0.0;  ///< `projection_modularity` of the groups, in [0, 1).
    bool exact = false;       ///< No groups have a higher one; else it is the highest found.
};

struct ProjectionOptions {
    /// The departments in the order in which they are tried, which decides between groups that are
    /// as good; empty: table order.
    std::vector<DepartmentIndex> order = {};
    std::size_t steps = 1'000'000;  ///< Of the exact search; 0 leaves it out.
};

/// Groups of departments with the highest modularity, where that is proved within the steps, as it
/// is for some thirty departments; else the highest of several starts of the Louvain method.
///
/// Unlike `communities` it leaves out the measures: a measure of n departments weighs as n (n - 1)
/// / 2 pairs, so that large ones dominate, and sole responsibilities do not count. Deterministic.
/// Louvain: each department moves to the group where modularity grows most, until none does; then
/// groups move as if they were departments. Time: that of `coresponsibility`, in practice some
/// hundred times its number of pairs, and, for each step, O(departments).
///
/// Example: A{x, y}, B{x, y}, C{y, z}, D{z, u}, E{z, u} give the groups xy, zu; modularity 0.3.
///
/// Source: after Blondel, Guillaume, Lambiotte and Lefebvre (2008).
[[nodiscard]] ProjectionCommunities projection_communities(const ResponsibilityGraph& graph,
                                                           const ProjectionOptions& options = {});

/// The same of a programme, with departments in the order of their ids: the groups do not depend on
/// the order of its files.
[[nodiscard]] ProjectionCommunities projection_communities(const Dataset& dataset);

}  // namespace remit
