/// \file
/// How much do two vertices of one side have in common? For both sides alike.
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstdint>
#include <vector>

namespace remit::detail {

inline std::size_t count(const ResponsibilityGraph& graph, DepartmentIndex) {
    return graph.department_count();
}

inline std::size_t count(const ResponsibilityGraph& graph, MeasureIndex) {
    return graph.measure_count();
}

inline auto neighbors(const ResponsibilityGraph& graph, DepartmentIndex d) {
    return graph.measures(d);
}

inline auto neighbors(const ResponsibilityGraph& graph, MeasureIndex m) {
    return graph.departments(m);
}

/// How many neighbors a vertex shares with each other one of its side.
template <class Index>
class SharedNeighbors {
 public:
    explicit SharedNeighbors(const ResponsibilityGraph& graph)
        : graph_(graph), shared_(count(graph, Index{})) {}

    /// Counts for `a`; what was counted before is forgotten.
    void count_for(Index a) {
        for (const auto b : partners_) shared_[b.value] = 0;
        partners_.clear();
        for (const auto middle : neighbors(graph_, a)) {
            for (const auto b : neighbors(graph_, middle)) {
                if (b == a) continue;
                if (shared_[b.value]++ == 0) partners_.push_back(b);
            }
        }
    }

    [[nodiscard]] std::uint64_t operator[](Index b) const { return shared_[b.value]; }

    /// Those with a neighbor in common, by the order of the neighbors.
    [[nodiscard]] const std::vector<Index>& partners() const { return partners_; }

 private:
    const ResponsibilityGraph& graph_;
    std::vector<std::uint64_t> shared_;
    std::vector<Index> partners_;
};

}  // namespace remit::detail
