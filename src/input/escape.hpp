/// \file
/// Which character do JSON's escapes for half a character mean?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace remit::detail {

/// An escape such as \ud842, or a pair of them such as \ud842\udfb7.
struct Surrogate {
    std::size_t size;     ///< Bytes of the escape, or of the pair.
    bool whole;           ///< Whether it is a pair.
    std::string in_yaml;  ///< The same character as YAML writes it, or U+FFFD for half of one.
};

/// The escape that a text begins with, if it is a surrogate of UTF-16 (U+D800 to U+DFFF).
///
/// JSON has no other escape for a character above U+FFFF than the pair of its surrogates.
/// Source: T. Bray (2017), RFC 8259, section 7.
[[nodiscard]] std::optional<Surrogate> read_surrogate(std::string_view text);

/// "U+3000", the name of the first character of a text.
[[nodiscard]] std::string name_of(std::string_view character);

}  // namespace remit::detail
