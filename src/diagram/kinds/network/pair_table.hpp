/// \file
/// How are many ties drawn?
#pragma once

#include "parts.hpp"

namespace remit::drawing {

/// Departments × departments, by group: nobody is left out but beyond the bound, and then named.
[[nodiscard]] BlockPtr pair_table(const NetworkParts& parts);

}  // namespace remit::drawing
