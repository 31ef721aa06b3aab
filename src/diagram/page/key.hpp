/// \file
/// What do the abbreviations on a page stand for?
#pragma once

#include "../text/names.hpp"
#include "block.hpp"

#include <span>
#include <string>

namespace remit::drawing {

/// A block with the key of those departments; null where none is needed.
[[nodiscard]] BlockPtr key_block(const Theme& theme, const Names& names,
                                 std::span<const DepartmentIndex> departments,
                                 const std::string& id = "key");

/// The same of a key that is there.
[[nodiscard]] BlockPtr key_block(const Theme& theme, const std::string& key,
                                 const std::string& id = "key");

}  // namespace remit::drawing
