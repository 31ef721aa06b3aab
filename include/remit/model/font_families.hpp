/// \file
/// Which fonts show a language?
#pragma once

#include <remit/model/localized_text.hpp>

#include <span>
#include <string>

namespace remit {

/// Font families, the preferred one first: of the Chinese ones characters are one em wide, of the
/// English ones quotes are not, but for the last.
[[nodiscard]] std::span<const char* const> font_families(Language language);

/// The same and "sans-serif", separated by commas.
[[nodiscard]] std::string font_list(Language language);

}  // namespace remit
