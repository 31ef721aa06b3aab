/// \file
/// Is a file text, in UTF-8?
#pragma once

#include <remit/model/diagnostic.hpp>

#include <cstdint>
#include <string_view>

namespace remit::detail {

/// Reports a file that is no text in UTF-8: one of another encoding at its first byte that is not,
/// a binary one as a whole, so that none of its bytes is shown.
[[nodiscard]] bool is_text(std::string_view bytes, std::uint32_t file, Diagnostics& diagnostics);

}  // namespace remit::detail
