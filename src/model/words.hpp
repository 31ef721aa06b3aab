/// \file
/// The words of every language, as data/words has them.
#pragma once

#include <span>
#include <string_view>

namespace remit::detail {

struct TermForm {
    std::string_view term;
    std::string_view form;
    std::string_view text;
};

struct Words {
    std::string_view tag;
    const char* const* patterns = nullptr;  ///< By position of the key; null where it has none.
    std::span<const TermForm> terms;
};

/// Written by tools/compile_words.cpp.
[[nodiscard]] std::span<const std::string_view> word_keys();
[[nodiscard]] std::span<const Words> all_words();

}  // namespace remit::detail
