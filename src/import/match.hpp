/// \file
/// Where does a pattern stand in a text, whatever its characters are written in?
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit::reading {

/// A text with the form of it in which patterns are looked for: simplified, with ASCII brackets,
/// colons, commas and semicolons, a character for each of the text's.
class Matched {
 public:
    explicit Matched(std::string_view text);

    /// Characters, as are all positions.
    [[nodiscard]] std::size_t size() const { return form_.size(); }
    [[nodiscard]] const std::u32string& form() const { return form_; }
    /// Tidied: what stands there in the text itself.
    [[nodiscard]] std::string words(std::size_t begin, std::size_t end) const;
    /// The same in the form.
    [[nodiscard]] std::string plain(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::string plain() const { return plain(0, size()); }

 private:
    std::u32string text_;
    std::u32string form_;
};

struct Group {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool found = false;

    [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// The whole match, then its groups.
using Match = std::vector<Group>;

/// The first match at or behind a position. Patterns are ICU's. What takes too long, as hostile
/// texts may make it, is no match.
[[nodiscard]] std::optional<Match> find(const char* pattern, const Matched& text,
                                        std::size_t from = 0);

}  // namespace remit::reading
