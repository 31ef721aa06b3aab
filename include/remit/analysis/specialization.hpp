/// \file
/// Does everyone do something else than the others? For counts and weights, not for mere links.
#pragma once

#include <remit/graph/link_weights.hpp>

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace remit {

/// How often each row goes with each column; all rows of one length.
using Counts = std::vector<std::vector<std::uint64_t>>;

/// Why there is no specialization.
enum class NotSpecialized : std::uint8_t {
    nothing_counted,  ///< No row, no column or all counts 0.
    unweighted,       ///< All counts 0 or 1: mere links, for which the index says nothing.
};

struct Specialization {
    double entropy = 0.0;           ///< H2 = -sum of p ln p over the shares p of all cells.
    double least_entropy = 0.0;     ///< Found for these row and column sums; at most `entropy`.
    double greatest_entropy = 0.0;  ///< Found for these row and column sums; at least `entropy`.
    /// H2' = (greatest - entropy) / (greatest - least), from 0 (as the sums let expect) to 1
    /// (complete specialization); nothing if the sums leave no choice.
    std::optional<double> network;
    /// d' of every row, from 0 (takes columns as they are used by all) to 1 (has them for itself);
    /// nothing for an empty row, or where no other value is possible.
    std::vector<std::optional<double>> rows;
    std::vector<std::optional<double>> columns;  ///< d' of every column, likewise.

    friend bool operator==(const Specialization&, const Specialization&) = default;
};

/// Specialization of a network, H2', and of each row and column, d'.
///
/// d of a row is the sum of p ln (p / q) over its shares p and the shares q of the columns in all
/// counts; d' = (d - dmin) / (dmax - dmin), dmax = ln (all counts / those of the row).
///
/// With whole counts the extremes take a search, and other searches give other numbers. This one
/// follows R's bipartite 2.24, without its random choice among equals (here the first by row, then
/// column):
/// - least entropy: the greatest row sum takes what it can from the greatest column sum, and again;
/// - greatest entropy: expected counts, rounded down; then one by one to the smallest cell whose
/// row
///   and column are not full, of equals to that which is furthest below its expectation; if one
///   cell expects more than 0.3679 of all, a single exchange takes one from the cell furthest
///   above;
/// - dmin: the expected counts of the row, rounded down; then one by one where d rises least.
/// The true greatest entropy may be above the one found: for Safariland it is at least 2.3659, not
/// 2.3523, which would make H2' 0.8559 rather than 0.8537.
///
/// Counts that are all 0 or 1 have the greatest entropy already, whatever the links, so that H2'
/// would always be 0: refused.
/// Time: O(cells squared); memory: O(cells).
///
/// Example: {{5, 0}, {0, 5}}: entropy ln 2, which is the least; the greatest is that of
/// {{3, 2}, {2, 3}}; H2' is 1, and so is d' of both rows.
///
/// Source: Blüthgen, Menzel & Blüthgen (2006), BMC Ecology 6:9.
///
/// \pre all counts sum to less than 2^31
[[nodiscard]] std::variant<Specialization, NotSpecialized> specialization(const Counts& counts);

/// The same of the weights of a graph's links, departments as rows, measures as columns; a link of
/// a measure that gives no weights weighs 1.
///
/// Weights are no counts: they need not be whole, and ten times as much of each is the same. So the
/// bounds are those of real numbers with the same sums, which differ from those of R's bipartite:
/// - greatest entropy: that of the weights that the sums let expect, row sum * column sum / all,
///   which is the exact maximum, H of the row sums + H of the column sums;
/// - least entropy: that of the greedy search above. The exact minimum is not known to be found in
///   reasonable time; it may be lower, and H2' then lower. Entropies below it have H2' 1;
/// - d' = d / dmax: the least d of real numbers is 0, that of the expected weights.
/// They lie in [0, 1]. There is no H2' if the greatest entropy is not above the least by 1e-12, and
/// no d' of who has all weights, or none.
/// Time: O(E + V log V).
///
/// Example: A{x, y} with weights 3 and 1, B{x, y} with 1 and 3: entropy 1.2555, greatest 2 ln 2,
/// least ln 2, H2' 0.1887 and d' 0.1887 of each. With ten times the weights it is the same.
///
/// \return `nothing_counted` without a link, `unweighted` if no link has a weight
/// Source: Blüthgen, Menzel & Blüthgen (2006), BMC Ecology 6:9, for the indices.
[[nodiscard]] std::variant<Specialization, NotSpecialized> specialization(
    const ResponsibilityGraph& graph, const LinkWeights& weights);

}  // namespace remit
