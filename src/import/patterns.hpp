/// \file
/// Which words tell a column, a label or a role? Compared in one form, whatever they are written
/// in.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit::reading {

/// In simplified characters, one for each of the text; the text itself where that is not possible.
[[nodiscard]] std::string simplified(std::string_view text);

/// As words are compared: simplified, half width, lower case, without spaces.
[[nodiscard]] std::string normal(std::string_view text);

/// That without quotation marks and punctuation, for titles.
[[nodiscard]] std::string bare(std::string_view text);

/// The ASCII letters and digits of a text as an id, in lower case, with hyphens for what is between
/// them; empty where there are none.
[[nodiscard]] std::string slug(std::string_view text, std::size_t most);

class Patterns {
 public:
    /// Those that remit has.
    Patterns();
    /// Adds those of a file. \throws Error for what is no such file
    void add(std::string_view yaml, const std::string& name);

    /// Of a list at the top, such as "leads"; longest first.
    [[nodiscard]] const std::vector<std::string>& words(const std::string& key) const;
    /// Of a list within another, such as "columns", "measure".
    [[nodiscard]] const std::vector<std::string>& words(const std::string& key,
                                                        const std::string& part) const;
    /// The normal forms of `words(key)`.
    [[nodiscard]] const std::vector<std::string>& normals(const std::string& key) const;
    /// The column that a head is of, such as "lead".
    [[nodiscard]] std::optional<std::string> column(std::string_view head) const;
    /// "lead" of "(Lead: Ministry of Finance": the column whose head stands before the first colon.
    [[nodiscard]] std::optional<std::string> label(std::string_view text) const;
    /// Whether the text is one of those words.
    [[nodiscard]] bool is_one(std::string_view text, const std::string& key) const;

 private:
    std::map<std::string, std::vector<std::string>> words_;  // by "key" and "key.part"
    std::map<std::string, std::vector<std::string>> normals_;
    std::map<std::string, std::string> columns_;  // by the normal form of a head
};

}  // namespace remit::reading
