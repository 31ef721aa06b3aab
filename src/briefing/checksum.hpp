/// \file
/// SHA-256, as people compare it and as a page's policy wants it.
#pragma once

#include <string>
#include <string_view>

namespace remit::briefings {

/// In Base64 (RFC 4648).
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

}  // namespace remit::briefings
