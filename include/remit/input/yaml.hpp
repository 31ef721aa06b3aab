/// \file
/// What does the text of one YAML file say?
#pragma once

#include <remit/input/limits.hpp>
#include <remit/model/diagnostic.hpp>
#include <remit/model/draft.hpp>

#include <cstdint>
#include <string_view>

namespace remit {

/// Reads one file. The format is described in data/README.md.
///
/// Reports every problem of text and shape that it finds, and returns what could be read. Slips of
/// typing are mended; the fields, records and sections that are not YAML are left out, and the rest
/// is read as if they were not there. Each record is turned into its draft as soon as it is
/// complete, so that memory is that of the draft, not that of a document tree.
///
/// \param text         The bytes of the file.
/// \param file         Its position in `diagnostics.files`.
/// \param limits       What it may hold. Fixed are 32 levels of nesting, 20 000 bytes a text,
///                     100 000 values a record, 4 000 000 bytes repeated by aliases, and 256 KiB
///                     in which no value ends.
/// Time: linear in the size of the text.
[[nodiscard]] DraftFile read_yaml(std::string_view text, std::uint32_t file, const Limits& limits,
                                  Diagnostics& diagnostics);

}  // namespace remit
