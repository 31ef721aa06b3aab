/// \file
/// Which page and styles does a briefing have as a document for Word?
#pragma once

#include <remit/model/language.hpp>

#include <string>

namespace remit::cli {

/// A DOCX without text, for pandoc's --reference-doc: A4 on its side, as pictures are and wide
/// tables need it, and the styles that pandoc names, with the fonts of the language. Parts that it
/// does not have pandoc adds of its own. Same language, same bytes.
[[nodiscard]] std::string office_reference(Language language);

}  // namespace remit::cli
