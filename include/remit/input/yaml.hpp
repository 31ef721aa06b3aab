/// \file
/// What does the text of one YAML file say?
#pragma once

#include <remit/model/diagnostic.hpp>
#include <remit/model/draft.hpp>

#include <cstdint>
#include <string_view>

namespace remit {

/// Reads one file. The format is described in data/README.md.
///
/// Reports every problem of text and shape that it finds, and returns what could be read: a syntax
/// error ends the reading where it stands. Each record is turned into its draft as soon as it is
/// complete, so that memory is that of the draft, not that of a document tree.
///
/// \param text         The bytes of the file.
/// \param file         Its position in `diagnostics.files`.
/// Time: linear in the size of the text.
[[nodiscard]] DraftFile read_yaml(std::string_view text, std::uint32_t file,
                                  Diagnostics& diagnostics);

}  // namespace remit
