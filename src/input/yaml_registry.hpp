/// \file
/// What do the records of a registry say?
#pragma once

#include "yaml_node.hpp"

#include <remit/model/draft.hpp>

namespace remit::detail {

// Each reads one record, and reports what is wrong in its shape.

[[nodiscard]] DraftBody read_body(const Node& node, Diagnostics& diagnostics);
[[nodiscard]] DraftSuccession read_succession(const Node& node, Diagnostics& diagnostics);
[[nodiscard]] DraftPlace read_place(const Node& node, Diagnostics& diagnostics);
[[nodiscard]] DraftGroup read_group(const Node& node, Diagnostics& diagnostics);

}  // namespace remit::detail
