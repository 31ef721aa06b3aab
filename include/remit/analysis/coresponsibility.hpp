/// \file
/// Who shares measures with whom?
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace remit {

/// The measures that two departments share. Copies are cheap: the lists of all pairs are kept
/// together for as long as one of them is there.
class SharedMeasures {
 public:
    using Lists = std::shared_ptr<const MeasureIndex[]>;

    SharedMeasures() = default;
    SharedMeasures(std::initializer_list<MeasureIndex> measures);
    /// \param lists  of which this one begins at a position
    SharedMeasures(Lists lists, std::size_t begin, std::size_t size)
        : lists_(std::move(lists)), begin_(lists_.get() + begin), size_(size) {}

    [[nodiscard]] const MeasureIndex* begin() const { return begin_; }
    [[nodiscard]] const MeasureIndex* end() const { return begin_ + size_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] MeasureIndex operator[](std::size_t i) const { return begin_[i]; }

    friend bool operator==(const SharedMeasures& a, const SharedMeasures& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

 private:
    Lists lists_;
    const MeasureIndex* begin_ = nullptr;
    std::size_t size_ = 0;
};

/// Two departments that share at least one measure: an edge of the one-mode projection.
struct Coresponsibility {
    DepartmentIndex a;  ///< Before `b` in table order.
    DepartmentIndex b;
    double newman = 0.0;      ///< Sum of 1 / (n - 1) over the shared measures.
    SharedMeasures measures;  ///< Ascending; at least one.

    /// The weight of the plain projection.
    [[nodiscard]] std::size_t shared() const { return measures.size(); }

    friend bool operator==(const Coresponsibility&, const Coresponsibility&) = default;
};

/// The pairs of departments that share a measure, by a, then b.
///
/// A measure with n departments adds 1 to the `shared` of n (n - 1) / 2 pairs and 1 / (n - 1) to
/// the `newman` of each, so that it adds n / 2 in all: over all pairs, `newman` sums to half the
/// links of those measures that have at least two departments. Sole responsibilities add nothing.
/// Time: O(sum of n squared + departments squared / 64); memory: that of the result.
///
/// Example: A{x, y}, B{x, y, z} give x-y shared 2, newman 1.5; x-z and y-z shared 1, newman 0.5.
[[nodiscard]] std::vector<Coresponsibility> coresponsibility(const ResponsibilityGraph& graph);

}  // namespace remit
