/// \file
/// Who is at the center of the graph of departments and measures?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <vector>

namespace remit {

/// Of one department or measure, in the bipartite graph. "Its side" are the vertices of its kind,
/// "the other side" those of the other kind; D departments, M measures, V = D + M.
struct Centrality {
    double degree = 0.0;  ///< Neighbors / vertices of the other side, in [0, 1].

    /// Of the shortest paths between others, those that pass through it, over the most that a
    /// vertex of its side can have with so many on both (Borgatti & Everett 1997): in [0, 1].
    double betweenness = 0.0;

    /// How near the vertices are that it reaches: the least that their distances can add up to (1
    /// to each of the other side, 2 to each of its own) over what they do, times the share of V - 1
    /// that it reaches. In [0, 1], also where the graph is disconnected; on a connected graph it is
    /// the normalization of Borgatti & Everett (1997). 0 for an isolated vertex.
    double closeness = 0.0;

    /// Sum of 1 / distance over all others, 0 for those that it does not reach, over the most that
    /// it can be, (other side) + (own side - 1) / 2: in [0, 1].
    double harmonic_closeness = 0.0;

    /// Its entry of the leading singular vector of the biadjacency matrix, of length 1 a side: the
    /// two-mode eigenvector centrality, and the hub or authority score of HITS. In [0, 1]; 0
    /// outside the leading component, which has the largest singular value.
    double eigenvector = 0.0;

    double pagerank = 0.0;  ///< With damping 0.85; sums to 1 over both sides.
};

struct Centralities {
    std::vector<Centrality> departments;  ///< In table order.
    std::vector<Centrality> measures;     ///< In table order; empty if not wanted.
    bool has_betweenness = true;          ///< If not, it was too much to compute, and is 0.
    double singular_value = 0.0;          ///< The largest of the biadjacency matrix.
    /// Components whose singular value that is. Where there are several, as where two are alike,
    /// the vector is not unique; this one lies nearest to all entries being equal. 0 without links.
    std::size_t leading_components = 0;
    /// Whether the eigenvector settled within its rounds; else it is approximate.
    bool eigenvector_converged = true;
};

/// Betweenness is left out where there are more pairs of vertices, measures with the same
/// departments counted as one: as many take some minutes of a processor's time.
inline constexpr std::size_t betweenness_pair_limit = 20'000'000'000;

struct CentralityOptions {
    /// Whether those of measures are wanted, whose closeness takes much longer than departments'.
    bool measures = true;
    std::size_t pairs = betweenness_pair_limit;
};

/// Everything but the regions of the graph counts.
///
/// A normalization that would divide by 0 (one vertex, an empty side) gives 0. PageRank is the
/// Boost Graph Library's. NetworkX's bipartite closeness takes the size of all of
/// the graph for every component and can exceed 1; this does not.
///
/// Example: of x - A - y, A is between all: betweenness 1, closeness 1; x has degree 1, closeness
/// (1 + 2) / (1 + 2) = 1, harmonic closeness (1 + 1/2) / (1 + 1/2) = 1.
///
/// Time, measures with the same departments being one of K kinds, for D departments and P pairs of
/// them that share a measure: O((K + D) (E + P)) for betweenness, D / 512 passes over the links for
/// the departments' closeness and V / 512 for the measures', O(E) a round for the others. Memory:
/// O(V + E + P).
[[nodiscard]] Centralities centralities(const ResponsibilityGraph& graph,
                                        const CentralityOptions& options = {});

}  // namespace remit
