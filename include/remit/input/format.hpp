/// \file
/// What does a file of a programme look like in canonical form?
#pragma once

#include <remit/input/limits.hpp>
#include <remit/model/diagnostic.hpp>
#include <remit/model/draft.hpp>

#include <optional>
#include <string>

namespace remit {

struct Formatted {
    std::optional<std::string> text;  ///< None if there are errors.
    Diagnostics diagnostics;
};

/// Rewrites a file in canonical form: keys in the order of data/README.md, a record on one line
/// where that fits in 120 columns, long text folded at spaces. Comments stay with what they stand
/// above, beside or below; what the file says stays as it is, in the order of its lists and of the
/// languages of a text. Where a file repeats itself by anchors and aliases, the order of the keys
/// stays too.
///
/// Only the file's own shape matters: names that it gets from files that it includes are not looked
/// up. Formatting what was formatted gives the same bytes.
/// Time: linear in the size of the file.
[[nodiscard]] Formatted format_yaml(const std::string& name, std::string text,
                                    const Limits& limits = {}, Language language = Language::en);

/// A draft as a file in that form, with the lines that its measures were read from as comments.
/// Plans, successions, terms and how roles count are not written.
[[nodiscard]] std::string to_yaml(const DraftFile& file);

}  // namespace remit
