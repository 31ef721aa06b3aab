/// \file
/// Which departments work together more than their loads explain?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

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
};

/// Groups of departments by the Louvain method: each department moves to the group where modularity
/// grows most, until none does; then groups move as if they were departments.
///
/// Unlike `communities` it leaves out the measures: a measure of n departments weighs as n (n - 1)
/// / 2 pairs, so that large ones dominate, and sole responsibilities do not count. Deterministic:
/// departments move in table order; the present group stays if it is as good, else the lowest
/// number. A heuristic; the result may depend on the table's order. Time: that of
/// `coresponsibility`, and in practice a few dozen times its number of pairs.
///
/// Example: A{x, y}, B{x, y}, C{y, z}, D{z, u}, E{z, u} give the groups xy, zu; modularity 0.3.
///
/// Source: after Blondel, Guillaume, Lambiotte and Lefebvre (2008).
[[nodiscard]] ProjectionCommunities projection_communities(const ResponsibilityGraph& graph);

}  // namespace remit
