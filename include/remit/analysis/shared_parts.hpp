/// \file
/// How much do two departments share, if each has its part of a measure by weight?
#pragma once

#include <remit/analysis/coresponsibility.hpp>
#include <remit/graph/link_weights.hpp>

#include <span>
#include <vector>

namespace remit {

/// The weighted one-mode projection: for each pair the sum, over the measures that it shares, of
/// the product of both parts (`LinkWeights::part`). With B the matrix of parts it is what B times
/// its transpose has beside the diagonal.
///
/// A measure of n departments adds (1 - sum of its squared parts) / 2 over all pairs: at most
/// (1 - 1/n) / 2, where all parts are equal, and little where one department has nearly all of it.
/// Time: O(links log links + measures of the pairs times the logarithm of their departments).
///
/// Example: A{x, y} with weights 3 and 1, B{x, y, z} without give x-y 3/16 + 1/9, x-z and y-z 1/9.
///
/// \param pairs  those of `coresponsibility`, or some of them
/// \return one per pair, in their order
[[nodiscard]] std::vector<double> shared_parts(const ResponsibilityGraph& graph,
                                               std::span<const Coresponsibility> pairs,
                                               const LinkWeights& weights);

}  // namespace remit
