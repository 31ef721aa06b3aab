/// \file
/// What is wrong in the texts and keys of a record, whatever it is?
#pragma once

#include "yaml_node.hpp"

#include <string>
#include <string_view>

namespace remit::detail {

/// A text as tables and pictures show it: without line ends, and without control characters, which
/// escapes such as "\x1b" can still bring in. Reports these, and one that is too long.
[[nodiscard]] std::string one_line(std::string_view written, Place where, Diagnostics& diagnostics);

/// Reports the keys of a map that are there twice.
void report_repeated_keys(const Node& node, Diagnostics& diagnostics);

}  // namespace remit::detail
