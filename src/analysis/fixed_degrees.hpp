/// \file
/// What do departments share in a random graph of given degrees?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

namespace remit {

/// A number below a limit: each is as likely, and the same on every platform, which
/// std::uniform_int_distribution does not promise. \pre limit > 0
inline std::size_t below(std::mt19937_64& random, std::size_t limit) {
    const std::uint64_t n = limit;
    const std::uint64_t surplus = (std::uint64_t{0} - n) % n;  // 2^64 mod n
    auto drawn = random();
    while (drawn < surplus) drawn = random();
    return static_cast<std::size_t>(drawn % n);
}

/// Counts the graphs with the degrees of a graph by what two of their departments share.
class FixedDegrees {
 public:
    /// \param limit  steps of counting, for all calls together
    FixedDegrees(const ResponsibilityGraph& graph, std::size_t limit);

    /// [x]: the probability that two departments with k and l measures share x, for x up to the
    /// lesser; none where the limit is reached or the numbers leave the range of double.
    /// \pre two departments of the graph have these degrees
    [[nodiscard]] std::optional<std::vector<double>> shared(std::size_t k, std::size_t l);

 private:
    std::vector<std::size_t> degrees_;   // of the departments, descending
    std::vector<std::size_t> measures_;  // [v]: measures with v departments
    std::size_t steps_left_;
};

/// A Markov chain over the graphs with the degrees of a graph, which begins with that graph.
class DegreePreservingChain {
 public:
    DegreePreservingChain(const ResponsibilityGraph& graph, std::uint64_t seed);

    /// Two departments exchange at random what only one of them has; at least two departments.
    void trade();
    [[nodiscard]] std::size_t shared(std::size_t a, std::size_t b) const;
    /// By department, then measure. Time: O(departments * measures / 64 + links).
    [[nodiscard]] std::vector<Link> links() const;

 private:
    std::size_t words_;
    std::vector<std::vector<std::uint64_t>> rows_;  // bits: the measures of a department
    std::vector<std::size_t> pool_;
    std::mt19937_64 random_;
};

}  // namespace remit
