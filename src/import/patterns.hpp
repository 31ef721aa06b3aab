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

/// In simplified characters, one for each of the text.
[[nodiscard]] std::string simplified(std::string_view text);

/// As words are compared: simplified, half width, lower case, without spaces.
[[nodiscard]] std::string normal(std::string_view text);

/// That without quotation marks and punctuation, for titles.
[[nodiscard]] std::string bare(std::string_view text);

/// Where a word ends that stands in a form at a position, with spaces between its characters or
/// not, and a colon behind it; behind the colon.
[[nodiscard]] std::optional<std::size_t> label_end(const std::u32string& form, std::size_t at,
                                                   const std::u32string& word);

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
    /// The same of a head that only has a word of such heads in it: "lead" of "Lead institution".
    /// Kinds are tried in the order of the file, so that "Partner agencies" are "with".
    [[nodiscard]] std::optional<std::string> likely_column(std::string_view head) const;

    struct Label {
        std::string kind;  ///< A column.
        std::size_t end;   ///< Behind the colon.
    };
    /// The label that stands at a position of a form as `Matched` has it, with its colon.
    [[nodiscard]] std::optional<Label> label_at(const std::u32string& form, std::size_t at,
                                                std::size_t end) const;

    /// The names of a list: at separators that are in no brackets, without cells that say nothing.
    [[nodiscard]] std::vector<std::string> parts(std::string_view list) const;
    /// Whether a name stands for many.
    [[nodiscard]] bool is_collective(std::string_view name) const;
    /// "lead", "with" or "departments" of a mark or word in a cell, such as "●" or "Lead".
    [[nodiscard]] std::optional<std::string> mark(std::string_view cell) const;
    /// Whether the text is one of those words.
    [[nodiscard]] bool is_one(std::string_view text, const std::string& key) const;

 private:
    std::map<std::string, std::vector<std::string>> words_;  // by "key" and "key.part"
    std::map<std::string, std::vector<std::string>> normals_;
    std::map<std::string, std::string> columns_;  // by the normal form of a head
    std::vector<std::string> likely_order_;  // of the kinds of "heads-with", as its file has them
    std::vector<std::pair<std::string, std::u32string>> labels_;  // kinds and words, longest first
};

}  // namespace remit::reading
