/// \file
/// What do the links of a graph weigh?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace remit {

/// The weights of a graph's links, beside the graph: most programmes have none.
///
/// A measure gives a weight to each of its departments, or to none; then each weighs 1.
class LinkWeights {
 public:
    /// No link has a weight.
    LinkWeights() = default;

    /// \param weights  one per link, by measure, in printed order; 0 for those of a measure that
    ///                 gives none. If all are 0, or there are none, no link has a weight.
    /// \throws Error if they are not as many as the links, if one or the sum of a measure's is not
    ///         finite, if one is below 0, or if a measure gives some of its departments a weight and
    ///         others none
    LinkWeights(const ResponsibilityGraph& graph, std::vector<double> weights);

    /// Whether no link has a weight.
    [[nodiscard]] bool empty() const { return weights_.empty(); }
    /// How many measures give weights.
    [[nodiscard]] std::size_t measure_count() const { return measures_; }
    [[nodiscard]] bool gives(MeasureIndex measure) const {
        return !empty() && given_[measure.value];
    }

    /// One per department of the measure, in printed order; all 1 if it gives none.
    /// \pre not empty(), and the measure is one of the graph's
    [[nodiscard]] std::span<const double> of(MeasureIndex measure) const {
        const auto begin = begin_[measure.value];
        return std::span(weights_).subspan(begin, begin_[measure.value + 1] - begin);
    }

    /// The part of a measure that is a department's: its weight by the sum of the measure's, in
    /// (0, 1]; 1/n where it gives none.
    ///
    /// \param position  of the department in the measure, from 0
    /// \param n         departments of the measure
    [[nodiscard]] double part(MeasureIndex measure, std::size_t position, std::size_t n) const {
        if (!gives(measure)) return 1.0 / static_cast<double>(n);
        return weights_[begin_[measure.value] + position] / sums_[measure.value];
    }

    /// Of all links, in the order of `of`.
    [[nodiscard]] std::span<const double> all() const { return weights_; }

 private:
    std::vector<double> weights_;       // one per link, or none at all
    std::vector<std::uint32_t> begin_;  // by measure, one more than there are
    std::vector<double> sums_;          // by measure
    std::vector<bool> given_;           // by measure
    std::size_t measures_ = 0;
};

/// Those of a programme's graph. Time: O(1) for a programme without weights, else O(V + E).
[[nodiscard]] LinkWeights link_weights(const Dataset& dataset);

}  // namespace remit
