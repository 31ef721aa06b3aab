/// \file
/// What could withheld measures and open lists change?
///
/// Every bound holds for whatever they name: a withheld measure names any bodies, of the programme
/// or others, at least one and in any order; an open list goes on with any bodies that it does not
/// print. Counted are the departments of the programme alone.
#pragma once

#include <remit/analysis/concentration.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/cover.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace remit {

/// From the least to the greatest that something can be.
template <class Number>
struct Bounds {
    Number low{};
    Number high{};

    friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// What a department's load can be.
struct LoadBounds {
    Bounds<std::size_t> measures;     ///< Full counting.
    Bounds<std::size_t> first_named;  ///< An open list that prints nobody may begin with it.
    /// The low is that of the complete lists: an open one may go on for ever, and its parts come
    /// near 0.
    Bounds<double> fractional;
    std::size_t rank = 0;  ///< By full counting, from 1, which has most; equals have the same.
    /// From the best to the worst: `low` if it gets all that is open and the others nothing, `high`
    /// if they all get it.
    Bounds<std::size_t> ranks;

    friend bool operator==(const LoadBounds&, const LoadBounds&) = default;
};

/// One per department, in table order. Time: O(V + E + D log D).
///
/// Example: A{x}, B{x, y}, C an open list {y}, no measure of z, one withheld: x has 2 to 4
/// measures, is first-named in 2 to 3, has 1.5 to 3 in parts and rank 1 to 2; y 2 to 3, 1 to 2, 0.5
/// to 2.5.
[[nodiscard]] std::vector<LoadBounds> load_bounds(const ResponsibilityGraph& graph,
                                                  std::size_t withheld);

/// The same of one more department, which no listed measure names. Time: O(V + E + D log D).
///
/// Example: of the above, 0 to 2 measures, first-named 0 to 1, 0 to 1.5 in parts; its rank is 3,
/// that of z, and can be from 1 to 4.
[[nodiscard]] LoadBounds unnamed_bounds(const ResponsibilityGraph& graph, std::size_t withheld);

/// How many measures two departments can share.
///
/// \param shared  those that name both
/// Time: O(shared).
///
/// Example: A{x, y}, B an open list {x}, one withheld: x and y share 1 to 3.
[[nodiscard]] Bounds<std::size_t> shared_bounds(const ResponsibilityGraph& graph,
                                                const SharedMeasures& shared, std::size_t withheld);

/// The bounds of each figure by itself.
struct ConcentrationBounds {
    Concentration low;
    Concentration high;

    friend bool operator==(const ConcentrationBounds&, const ConcentrationBounds&) = default;
};

/// The concentration of full counts; nothing if no department can have a measure.
///
/// Bounds are reached where every department may gain as many measures, as with withheld ones
/// alone. Where it is open lists that differ in whom they print, each department is taken to gain
/// as many as the one that may gain most: then a bound may be wider than what can be, never closer.
///
/// Figures of shares that Schur's order sorts are least where every measure goes to one of those
/// that have least, for some number of measures, and greatest where some that have most gain all
/// they can and the others nothing. Time: O(D log D + D most), of D departments of which the most
/// loaded has `most` measures.
///
/// Example: counts of 2 and 1 and one withheld measure may become 3 and 1, 2 and 2, or 3 and 2:
/// Gini 0 to 1/4.
[[nodiscard]] std::optional<ConcentrationBounds> concentration_bounds(
    const std::vector<LoadBounds>& loads);

/// How many departments the smallest group needs that has a hand in every measure.
///
/// Low: an open list may go on with one of the group. High: every withheld measure may name another
/// body alone, and so may an open list that prints nobody. Where `cover` proves nothing within the
/// effort, they are wider.
///
/// Example: A{x}, B an open list {y}, one withheld: 1 to 3.
///
/// \param listed  what is known of the group for the listed measures: proved, and found
/// Time: that of `cover` where there are open lists, else O(1).
[[nodiscard]] Bounds<std::size_t> cover_bounds(const ResponsibilityGraph& graph,
                                               Bounds<std::size_t> listed, std::size_t withheld,
                                               std::size_t effort = cover_effort);

}  // namespace remit
