/// \file
/// Reads measures and the roles of those whom they name.
#pragma once

#include "yaml_fields.hpp"

namespace remit::detail {

[[nodiscard]] DraftRole read_role(const Node& node, Diagnostics& diagnostics);

/// `scope` of a measure or notice, which `fields` reads.
[[nodiscard]] DraftScope read_scope(const Fields& fields, Diagnostics& diagnostics);

[[nodiscard]] DraftMeasure read_measure(const Node& node, Diagnostics& diagnostics);

}  // namespace remit::detail
