/// \file
/// What does a file call measures, departments and divisions itself?
#pragma once

#include "yaml_node.hpp"

#include <remit/model/draft.hpp>

namespace remit::detail {

/// Reads terms, and reports what is wrong in their shape.
[[nodiscard]] LocalizedTerms read_terms(const Node& node, Diagnostics& diagnostics);

}  // namespace remit::detail
