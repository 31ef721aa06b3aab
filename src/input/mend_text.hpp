/// \file
/// Which slips of typing keep a file from being YAML?
#pragma once

#include "mended_text.hpp"

#include <cstdint>
#include <string_view>

namespace remit::detail {

/// Reports what only looks like YAML's syntax and mends it, so that reading can go on and report
/// what else there is: control characters, a tab or another space than ASCII's as indentation, a
/// full-width colon or no space behind a known key or a hyphen, a quotation that ends before its
/// text does, text that begins like an alias, half of a surrogate pair. A whole pair is read, as
/// JSON writes it, and tabs inside brackets, where they do no harm.
///
/// Warns of what YAML leaves out without a word: text behind '#', and text taken for an anchor.
///
/// \param text  UTF-8, with or without a byte order mark
/// Time: linear in the size of the text.
[[nodiscard]] MendedText mend_text(std::string_view text, std::uint32_t file,
                                   Diagnostics& diagnostics);

}  // namespace remit::detail
