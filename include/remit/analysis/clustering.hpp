/// \file
/// Do those who share one measure share others? Clustering of two-mode networks.
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace remit {

/// Cycles of length 4: two departments that share two measures.
struct Butterflies {
    std::uint64_t total = 0;
    std::vector<std::uint64_t> departments;  ///< Those through each, in table order.
    std::vector<std::uint64_t> measures;     ///< Those through each, in table order.

    friend bool operator==(const Butterflies&, const Butterflies&) = default;
};

/// Counts butterflies: over all pairs of departments with c shared measures, c (c - 1) / 2.
///
/// The counts of the departments sum to twice the total, and so do those of the measures. The
/// complete graph of n and n has (n (n - 1) / 2) squared. Counts are exact below 2^63.
/// Time: O(V + the lesser of the sums of squared degrees of either side); memory: O(V).
///
/// Example: A{x, y}, B{x, y}, C{x} has one: x and y 1 each, A and B 1 each, C 0.
///
/// Source: Sanei-Mehri et al. (2018); Wang et al. (2023).
[[nodiscard]] Butterflies butterflies(const ResponsibilityGraph& graph);

/// How many paths of three links close to a cycle of four.
struct Reinforcement {
    std::uint64_t four_cycles = 0;  ///< Butterflies.
    std::uint64_t three_paths = 0;  ///< Measure, department, measure, department: all different.
    /// 4 four_cycles / three_paths, in [0, 1]; nothing without a path of three links.
    std::optional<double> coefficient;

    friend bool operator==(const Reinforcement&, const Reinforcement&) = default;
};

/// The bipartite clustering coefficient: a cycle of four holds four paths of three.
///
/// The middle link of a path being that of d and m, there are (degree of d - 1)(degree of m - 1) of
/// them. Time: that of `butterflies`.
///
/// Example: A{x, y}, B{x, y} is a square: 1 cycle, 4 paths, 1.0. With C{x} besides, 6 paths: 2/3.
///
/// Source: Robins & Alexander (2004).
[[nodiscard]] Reinforcement reinforcement(const ResponsibilityGraph& graph);

/// How alike two neighborhoods are, as a share of three kinds; each in (0, 1], min >= max >= dot.
struct Overlap {
    double dot = 0.0;  ///< Shared / either's (Jaccard).
    double min = 0.0;  ///< Shared / the smaller's: 1 if one lies in the other.
    double max = 0.0;  ///< Shared / the larger's.

    friend bool operator==(const Overlap&, const Overlap&) = default;
};

/// The mean overlap of every vertex with those of its side that it shares a neighbor with.
struct OverlapClustering {
    /// In table order; nothing for a department that shares no measure (NetworkX gives 0).
    std::vector<std::optional<Overlap>> departments;
    /// In table order; nothing for a measure that shares no department.
    std::vector<std::optional<Overlap>> measures;
    /// Means of those that have a value; nothing if none has.
    std::optional<Overlap> department_mean;
    std::optional<Overlap> measure_mean;
};

/// Clustering by pairs, for both sides.
///
/// Time: O(V + sum of squared degrees of both sides); memory: O(V).
///
/// Example: x takes part in five measures, y in three, two of them shared: x and y both have
/// dot 2/6, min 2/3, max 2/5.
///
/// Source: Latapy, Magnien & Del Vecchio (2008).
[[nodiscard]] OverlapClustering overlap_clustering(const ResponsibilityGraph& graph);

/// The departments' part of `overlap_clustering`, which is much less work where there are many
/// measures. Time: O(V + sum of squared degrees of the measures); memory: O(V).
[[nodiscard]] std::vector<std::optional<Overlap>> department_overlaps(
    const ResponsibilityGraph& graph);

/// Paths of four links, department to department, and those that are closed.
struct Closure {
    std::uint64_t closed = 0;
    std::uint64_t four_paths = 0;
    /// closed / four_paths, in [0, 1]; nothing without such a path.
    std::optional<double> coefficient;

    friend bool operator==(const Closure&, const Closure&) = default;
};

struct TwoModeClustering {
    Closure global;                    ///< The sums over the departments.
    std::vector<Closure> departments;  ///< Paths with it in their middle, in table order.

    friend bool operator==(const TwoModeClustering&, const TwoModeClustering&) = default;
};

/// Triadic closure among departments that is not owed to one large measure.
///
/// A path i, p, v, q, k visits three departments and two measures. It is closed if i and k share a
/// measure other than p and q: whether v takes part in that does not matter. Each path counts once,
/// not in both directions. A projection of one measure that all share is all triangles; here it has
/// no path at all. Time for departments of degree p in the projection: O(V + sum of p squared + sum
/// of squared degrees of the measures); memory: that of `coresponsibility`.
///
/// Example: P{i, v}, Q{v, k}, R{i, k} has three paths, all closed: 1.0. Without R one, open: 0.
///
/// Source: Opsahl (2013), arXiv:1006.0887, the binary form.
[[nodiscard]] TwoModeClustering two_mode_clustering(const ResponsibilityGraph& graph);

}  // namespace remit
