/// \file
/// Which departments share more measures than chance gives, or fewer?
#pragma once

#include <remit/analysis/null_model.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace remit {

/// Which way a pair is unusual.
enum class Tail : std::uint8_t {
    more,   ///< It shares more than chance gives: P(X >= shared).
    fewer,  ///< It shares fewer: P(X <= shared).
};

/// How p-values are adjusted for the number of tests. After Holm (1979), and after Benjamini and
/// Hochberg (1995).
enum class Correction : std::uint8_t {
    none,
    bonferroni,          ///< Bounds the probability of any false find.
    holm,                ///< The same, and never larger.
    benjamini_hochberg,  ///< Bounds the expected share of false finds; never above holm.
};

/// How the p-values came about.
enum class Computation : std::uint8_t {
    exact,
    sampled,
    not_converged,  ///< The model could not be fitted; every p is 1.
};

struct BackboneOptions {
    NullModel model = NullModel::hypergeometric;
    Correction correction = Correction::holm;
    Tail tail = Tail::more;
    std::size_t draws = 10'000;  ///< Of fdsm, where it is sampled; at least 1.
    std::uint64_t seed = 1;      ///< The same seed draws the same graphs on every platform.
    /// fdsm is exact where it takes at most so many steps of counting, else sampled; 0: sampled.
    std::size_t counting_limit = 10'000'000;
    std::size_t fitting_limit = 100;  ///< Newton steps of sdsm.
};

/// Two departments and what chance makes of their shared measures.
struct PairEvidence {
    DepartmentIndex a;  ///< Before `b` in table order.
    DepartmentIndex b;
    std::size_t shared = 0;  ///< Measures that both take part in.
    double p = 1.0;          ///< Of the tail, by chance, in [0, 1]; of `more` 1 if they share none.
    double adjusted = 1.0;   ///< `p` for the number of tests, in [p, 1].
    double error = 0.0;      ///< Standard error of `p`; 0 unless sampled.

    friend bool operator==(const PairEvidence&, const PairEvidence&) = default;
};

struct Backbone {
    std::vector<PairEvidence> pairs;  ///< All pairs, those that share nothing too; by a, then b.
    NullModel model = NullModel::hypergeometric;
    Correction correction = Correction::none;
    Tail tail = Tail::more;
    Computation computation = Computation::exact;
    std::size_t draws = 0;   ///< 0 unless sampled.
    std::uint64_t seed = 0;  ///< 0 unless sampled.

    /// D (D - 1) / 2 for D departments.
    [[nodiscard]] std::size_t tests() const { return pairs.size(); }

    friend bool operator==(const Backbone&, const Backbone&) = default;
};

/// How surprising is what each pair of departments shares? A tail, P(X >= shared) or P(X <=
/// shared), X being what the two share in a random graph of the model. The two add up to 1 + P(X =
/// shared).
///
/// With fewer than two departments there are no pairs. What a department with all measures or with
/// none shares is fixed under hypergeometric and fdsm: p is 1. Regions do not count. A p below the
/// smallest double is 0.
///
/// fdsm is exact where the graphs can be counted: measures that lack as many departments are alike,
/// so that only their numbers are carried from department to department, the two of the pair coming
/// last. The third batch has 7e21 graphs and takes milliseconds. Where it takes more steps than
/// allowed, a Markov chain draws: it trades the measures that only one of two departments has, both
/// drawn evenly, 100 trades per department to begin with and 10 between draws. Then
/// p = (hits + 1) / (draws + 1), and `error` is sqrt(p (1 - p) / draws), which takes the draws for
/// independent. So p is never below 1 / (draws + 1): with n tests, bonferroni and holm find nothing
/// at alpha unless draws + 1 is at least n / alpha.
///
/// Time for D departments and M measures: O(D^2 log D), and that of coresponsibility(); and O(M)
/// for each distinct pair of degrees and what they share (hypergeometric), O(M shared) for the same
/// after fitting (sdsm), O(M^2) in all (fixed_fill), at most `counting_limit` steps or
/// O(draws (D^2 M / 64 + links)) (fdsm).
///
/// Example: A{x, z}, B{y}, C{x}, D{x, z} give x (3 of 4 measures) and z (2) 2 shared: p is 1/2
/// (hypergeometric), 0.555 (sdsm), 1/4, as 2 of the 8 graphs (fdsm), 160/924 (fixed_fill). x and y
/// share nothing; P(X <= 0) is 1/4 (hypergeometric).
[[nodiscard]] Backbone backbone(const ResponsibilityGraph& graph,
                                const BackboneOptions& options = {});

/// The pairs whose adjusted p is at most alpha, in table order. Time: O(pairs).
[[nodiscard]] std::vector<PairEvidence> significant(const Backbone& backbone, double alpha);

/// Adjusts p-values for their number; one per p, in the same order. Time: O(n log n).
///
/// With p sorted ascending and i from 1: bonferroni min(1, n p); holm the largest of
/// min(1, (n - j + 1) p_j) over j <= i; benjamini_hochberg the least of n p_j / j over j >= i.
///
/// Example: 0.01, 0.02, 0.04 become 0.03, 0.06, 0.12 (bonferroni), 0.03, 0.04, 0.04 (holm) and
/// 0.03, 0.03, 0.04 (benjamini_hochberg).
[[nodiscard]] std::vector<double> adjust(std::span<const double> p, Correction correction);

}  // namespace remit
