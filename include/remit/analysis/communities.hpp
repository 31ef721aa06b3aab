/// \file
/// Which departments and measures belong together?
#pragma once

#include <remit/graph/link_weights.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace remit {

/// A module for every department and every measure. Any numbers may name the modules.
struct Partition {
    std::vector<std::uint32_t> departments;  ///< One per department, in table order.
    std::vector<std::uint32_t> measures;     ///< One per measure, in table order.

    friend bool operator==(const Partition&, const Partition&) = default;
};

/// Barber's bipartite modularity of a partition, Q = sum over modules of L / m - k d / m^2.
///
/// Of m links, a module has L inside, its departments have k links in all, its measures d. Q is in
/// (-1, 1): how much more of the links lie within modules than if they were drawn anew between the
/// same degrees. 0 without links, and where there is only one module. What is isolated adds
/// nothing in any module. Regions play no part. Time: O(V log V + E).
///
/// With weights, m is the sum of all of them, L that of the links inside, and k and d those of the
/// departments' and measures' links; a link of a measure that gives none weighs 1.
///
/// Example: A{x}, B{y} give 0.5 in two modules, 0 in one. With weights 3 in A and 1 in B they give
/// 1 - (9 + 1)/16 = 0.375 in two.
///
/// \pre the partition has one module for each department and each measure
/// Definition: after Barber (2007).
[[nodiscard]] double bipartite_modularity(const ResponsibilityGraph& graph,
                                          const Partition& partition,
                                          const LinkWeights& weights = {});

/// The modules of a graph.
struct Communities {
    /// Modules are numbered from 0 by their first department, those without one after them by
    /// their first measure. What is isolated has a module of its own.
    Partition modules;
    std::size_t count = 0;    ///< Modules.
    double modularity = 0.0;  ///< `bipartite_modularity` of the modules, in [0, 1).
    bool exact = true;        ///< No partition has a higher modularity.
};

/// A step compares one measure with one module.
inline constexpr std::size_t community_step_limit = 300'000'000;

struct CommunityOptions {
    /// Of the heuristic. 0: only its first start.
    std::size_t rounds = 100;
    /// Steps for the proof that no partition is better; 0 leaves it at the heuristic.
    std::size_t steps = community_step_limit;
};

/// The partition of the highest bipartite modularity that is found.
///
/// First a heuristic, after Beckett's (2016) LPAwb+: departments and measures choose their best
/// module in turn, then modules merge; from several starts, then from changes to the best result.
/// Then a search with bounds over the partitions of the departments, or of the measures where they
/// are fewer: given one side, each vertex of the other has its best module independently. It ends
/// within the limit for 13 departments that differ in their measures, often for 15, seldom for 20.
/// Connected components are searched one by one, small ones first; they share the steps.
///
/// The result is deterministic, but where several partitions are equally good, or where it is not
/// exact, it depends on the order of the tables. High modularity alone is no evidence of groups:
/// random graphs have it, too. Time: O(E log E) per round, and the steps.
///
/// With weights the modularity is that of the weights. They are searched as whole numbers of their
/// common unit; where these sum to 2^30 or more, rounded to about 2^29 in all, and nothing is
/// proved.
///
/// Example: A{x, y}, B{x, y}, C{z} give xyAB, zC; modularity 0.32.
///
/// Source: Beckett (2016), improved community detection in weighted bipartite networks.
[[nodiscard]] Communities communities(const ResponsibilityGraph& graph,
                                      const CommunityOptions& options = {},
                                      const LinkWeights& weights = {});

}  // namespace remit
