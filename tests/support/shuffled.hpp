/// \file
/// The same graph with its tables in another order.
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstdint>
#include <vector>

namespace remit::test {

struct Shuffled {
    ResponsibilityGraph graph;
    std::vector<std::uint32_t> departments;  ///< Where each department has gone.
};

[[nodiscard]] Shuffled shuffled(const ResponsibilityGraph& graph, unsigned seed);

}  // namespace remit::test
