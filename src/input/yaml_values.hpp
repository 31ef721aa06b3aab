/// \file
/// What fields does a file declare, and what has a measure of them?
#pragma once

#include "yaml_fields.hpp"

namespace remit::detail {

[[nodiscard]] DraftField read_field(const Node& node, Diagnostics& diagnostics);

/// The values under 'fields' of a measure.
[[nodiscard]] std::vector<DraftValue> read_values(const Fields& measure, Diagnostics& diagnostics);

}  // namespace remit::detail
