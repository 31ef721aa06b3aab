/// \file
/// Who answers for a measure, as running text says it?
#pragma once

#include "patterns.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace remit::reading {

/// What stands in a paragraph besides its own words, by column: "lead", "with", "departments",
/// "due", "scope". Names stand one list a line.
struct Attribution {
    std::size_t begin = 0;  ///< Its first character in the paragraph.
    std::size_t end = 0;    ///< Behind its last one.
    std::map<std::string, std::string> words;
    std::map<std::string, std::string> labels = {};  ///< Before these, where there are some.

    [[nodiscard]] bool names_bodies() const {
        return words.count("lead") + words.count("with") + words.count("departments") > 0;
    }
};

/// Labels with lists behind them, brackets in which somebody leads or answers, a last sentence that
/// says so, brackets at the end with nothing but bodies. The last of them; none without one.
[[nodiscard]] std::optional<Attribution> attribution_in(std::string_view paragraph,
                                                        const Patterns& patterns);

/// The same of a whole cell for bodies, if it says who leads or who is with them.
[[nodiscard]] std::optional<Attribution> attribution_of_cell(std::string_view cell,
                                                             const Patterns& patterns);

/// Whether words look like the name of a body or of many, by the words that such names have.
[[nodiscard]] bool looks_like_body(std::string_view name, const Patterns& patterns);

}  // namespace remit::reading
