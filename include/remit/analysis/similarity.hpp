/// \file
/// How close are two departments that share measures, given how many each has?
#pragma once

#include <remit/analysis/coresponsibility.hpp>

#include <span>
#include <vector>

namespace remit {

/// The usual normalizations of a pair's shared count c. k_a and k_b are the measures of the two, N
/// all measures, s_a and s_b the sums of the shared counts of each with all others, and m the sum
/// of the shared counts of all pairs.
struct Similarity {
    double jaccard = 0.0;  ///< c / (k_a + k_b - c), in (0, 1]: of the measures of either.
    double overlap = 0.0;  ///< c / min(k_a, k_b), in (0, 1]; also called inclusion or Simpson's.
    double cosine = 0.0;   ///< c / sqrt(k_a k_b), in (0, 1]; also called Salton's.
    double dice = 0.0;     ///< 2 c / (k_a + k_b), in (0, 1]; also called Sørensen's.

    /// c / (k_a k_b): association strength by occurrences.
    double association_strength = 0.0;
    /// 2 m c / (s_a s_b): association strength by total link strength, as CWTS normalizes networks.
    double association_strength_links = 0.0;
    /// N c / (k_a k_b): the shared count over what independence would give; 1 is as expected.
    double lift = 0.0;

    friend bool operator==(const Similarity&, const Similarity&) = default;
};

/// One per pair, in their order.
///
/// The two association strengths differ in what they divide by and are not interchangeable. Which
/// normalization suits is discussed by van Eck & Waltman (2009).
///
/// Example: x has 3 measures, y 2, they share 2 of all 4, and nobody else shares any: Jaccard 2/3,
/// overlap 1, cosine 2/sqrt(6), Dice 4/5, association strength 1/3 and 2, lift 4/3.
///
/// \param pairs  all pairs of the graph, as `coresponsibility` gives them
/// Time: O(pairs).
[[nodiscard]] std::vector<Similarity> similarity(const ResponsibilityGraph& graph,
                                                 std::span<const Coresponsibility> pairs);

}  // namespace remit
