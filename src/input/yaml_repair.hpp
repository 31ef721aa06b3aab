/// \file
/// Which lines of a broken file are not YAML, so that the others can be read?
#pragma once

#include "yaml_node.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace remit::detail {

/// Lines that were left out. Lines are counted from 1.
struct LeftOut {
    std::string section;         ///< The key of the file under which they stand.
    std::uint32_t section_line;  ///< Where it is.
    std::string text;            ///< What they say.
    std::uint32_t begin;         ///< The first line of the record that they are a part of, ...
    std::uint32_t end;           ///< ... and the line behind it.
};

/// Parses the pieces of a file each alone, from sections to records to fields, reports those that
/// are not YAML and puts spaces in their place, so that all others keep theirs. One slip is one
/// error, wherever the parser would notice it.
///
/// Returns nothing, and changes nothing, if no piece but the whole is to blame.
/// Time: linear in the size of the text.
[[nodiscard]] std::vector<LeftOut> leave_out_broken(MendedText& text, std::uint32_t file,
                                                    Diagnostics& diagnostics);

/// Reports what keeps a text from being YAML.
///
/// \param line  the line of the error
void report(const SyntaxError& error, std::string_view line, const MendedText& text,
            std::uint32_t file, Diagnostics& diagnostics);

}  // namespace remit::detail
