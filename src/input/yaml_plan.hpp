/// \file
/// What does the plan of a file say?
#pragma once

#include "yaml_node.hpp"

#include <remit/model/draft.hpp>

namespace remit::detail {

/// Reads a plan, and reports what is wrong in its shape.
[[nodiscard]] DraftPlan read_plan(const Node& node, Diagnostics& diagnostics);

}  // namespace remit::detail
