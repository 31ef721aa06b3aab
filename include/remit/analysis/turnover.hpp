/// \file
/// How much of a network is another one later, and is it other nodes or other links?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace remit {

/// A link between two nodes, which have the same labels in both networks. In a bipartite network
/// no label is on both sides.
using LabeledLink = std::pair<std::uint32_t, std::uint32_t>;

/// What two networks have in common. The nodes of a network are those that it links.
struct Turnover {
    std::size_t nodes_kept = 0;
    std::size_t nodes_gone = 0;
    std::size_t nodes_new = 0;
    std::size_t links_kept = 0;
    std::size_t links_gone = 0;
    std::size_t links_new = 0;
    std::size_t rewired_gone = 0;  ///< Links gone between two nodes that are kept.
    std::size_t rewired_new = 0;   ///< New links between two nodes that are kept.

    friend bool operator==(const Turnover&, const Turnover&) = default;
};

/// \param before, after  each link once, in any order; (a, b) and (b, a) are the same link
/// Time: O(n log n) of the number of links.
[[nodiscard]] Turnover turnover(std::span<const LabeledLink> before,
                                std::span<const LabeledLink> after);

/// Of what is kept k, gone g and new n: (g + n) / (k + g + n), or (g + n) / (2 k + g + n).
enum class Dissimilarity : std::uint8_t { jaccard, sorensen };

/// How the dissimilarity of whole networks is divided.
enum class TurnoverPartition : std::uint8_t {
    /// Rewiring is that of the two networks of kept nodes alone; turnover is the rest.
    poisot,
    /// Both have the denominator of the whole: of all links, those that are rewired.
    common_denominator,
};

/// Dissimilarities, each in [0, 1]: 0 for alike, 1 for nothing in common. None where neither
/// network has a link, or, of rewiring after Poisot, neither has one between kept nodes.
struct TurnoverParts {
    std::optional<double> nodes;     ///< β_S, of the nodes.
    std::optional<double> whole;     ///< β_WN, of the links.
    std::optional<double> rewiring;  ///< β_OS, by other links of the same nodes.
    std::optional<double> turnover;  ///< β_ST, by other nodes: whole less rewiring.

    friend bool operator==(const TurnoverParts&, const TurnoverParts&) = default;
};

/// Example: a-b, b-c before and a-b, a-d after: nodes 2/4, whole 2/3; after Poisot rewiring 0,
/// turnover 2/3, as no link between a and b has changed.
///
/// Source: Poisot et al. (2012), Ecology Letters 15, 1353, for the division named after him; the
/// other is "commondenom" of betalinkr in R's package bipartite.
[[nodiscard]] TurnoverParts turnover_parts(const Turnover& turnover, Dissimilarity dissimilarity,
                                           TurnoverPartition partition);

}  // namespace remit
