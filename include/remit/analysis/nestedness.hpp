/// \file
/// Is the work of who does little a part of the work of who does much?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace remit {

/// What comes first in the matrix whose nestedness is measured.
enum class NestednessOrder : std::uint8_t {
    by_degree,  ///< Departments and measures by degree, greatest first.
    as_given,   ///< Table order.
};

/// Nestedness by overlap and decreasing fill; all in [0, 100].
struct Nodf {
    std::optional<double> departments;  ///< Of pairs of rows; nothing with fewer than two.
    std::optional<double> measures;     ///< Of pairs of columns; nothing with fewer than two.
    std::optional<double> total;        ///< Of all these pairs; nothing without a pair.

    friend bool operator==(const Nodf&, const Nodf&) = default;
};

/// NODF of the matrix with departments as rows and measures as columns.
///
/// A pair counts 100 * shared / degree of the lesser if the first in order has the greater degree
/// and the lesser is not isolated, else 0; a part is the mean over all its pairs. Pairs of equal
/// degree count 0 in either order, so that ties do not matter by degree. As given, a table in
/// another order has another NODF, and none has more than by degree.
/// Time: O(V + E log E).
///
/// Example: A{x, y}, B{x} is fully nested, 100; in the order B, A the pair of measures counts 0, as
/// given, that of departments 100: 50 in total.
///
/// Source: after Almeida-Neto et al. (2008).
[[nodiscard]] Nodf nodf(const ResponsibilityGraph& graph,
                        NestednessOrder order = NestednessOrder::by_degree);

/// How many links must move within their row for a perfectly nested matrix.
///
/// Measures stand as columns in this order; a department with k links is compared with a row that
/// has its links in the first k columns: every gap there counts 1. Time: O(V + E).
///
/// Example: A{x, y}, B{x}, C{z} in this order: x has A and B, y has A, z misses A: 1.
///
/// Source: Brualdi & Sanderson (1999).
///
/// \param order  by degree, greatest first
/// \pre order holds every measure once
[[nodiscard]] std::size_t discrepancy(const ResponsibilityGraph& graph,
                                      std::span<const MeasureIndex> order);

/// The least discrepancy of all orders by degree, so that it does not depend on the table's.
///
/// Tied columns stand where they leave the fewest gaps, which is an assignment problem and solved
/// exactly; vegan's nesteddisc searches at random among many ties and may miss the least.
/// Departments and measures are not exchangeable: their roles give different numbers. 0 without a
/// link, and for a nested matrix. Time: in practice some passes over the links; memory: O(V + E).
///
/// Example: A{x, y}, B{z}, C{x}, where B and C are tied: 2 in this order, 1 if C is second.
[[nodiscard]] std::size_t discrepancy(const ResponsibilityGraph& graph);

}  // namespace remit
