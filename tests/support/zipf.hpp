/// \file
/// A large programme as real ones are.
#pragma once

#include <remit/graph/responsibility_graph.hpp>

namespace remit::test {

/// A reproducible graph of measures with 1 to 6 departments each, 3.5 on average, in a drawn order;
/// the i-th department is drawn as often as Zipf's law has it, 1 / i of the first.
/// \pre departments >= 6
[[nodiscard]] ResponsibilityGraph zipf_graph(std::size_t measures, std::size_t departments,
                                             unsigned seed);

}  // namespace remit::test
