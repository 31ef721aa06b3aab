/// \file
/// Which measures have the same departments? To every algorithm on links they are alike.
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace remit::detail {

/// Measures with the same set of departments are of one kind; kinds are numbered by their first
/// measure. Time: O(V + E log E); memory: O(V + E).
class MeasureKinds {
 public:
    explicit MeasureKinds(const ResponsibilityGraph& graph);

    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(size_.size()); }
    [[nodiscard]] std::uint32_t of(MeasureIndex measure) const { return kind_[measure.value]; }
    /// How many measures are of the kind.
    [[nodiscard]] std::uint32_t size(std::uint32_t kind) const { return size_[kind]; }
    /// Ascending positions of departments.
    [[nodiscard]] std::span<const std::uint32_t> departments(std::uint32_t kind) const {
        return {departments_.data() + begin_[kind], begin_[kind + 1] - begin_[kind]};
    }

 private:
    std::vector<std::uint32_t> kind_;         // by measure
    std::vector<std::uint32_t> size_;         // by kind
    std::vector<std::size_t> begin_;          // by kind, one more than there are
    std::vector<std::uint32_t> departments_;  // by kind
};

}  // namespace remit::detail
