/// \file
/// How does a text stand in JSON?
#pragma once

#include <string>
#include <string_view>

namespace remit::tables {

/// In quotes, with what JSON wants escaped.
[[nodiscard]] std::string quoted_in_json(std::string_view text);

}  // namespace remit::tables
