/// \file
/// How far was a line meant to be indented?
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace remit::detail {

/// The bytes of the white space that a text begins with: an ASCII space, a tab, or a character that
/// only looks like a space; 0 if it begins with another one.
[[nodiscard]] std::size_t blank_size(std::string_view text);

/// Whether it is neither an ASCII space nor a tab.
[[nodiscard]] bool is_lookalike(std::string_view blank);

/// The bytes of all the white space that a text begins with.
[[nodiscard]] std::size_t blanks_size(std::string_view text);

/// The columns of lists and maps that are open, from line to line.
class Indentation {
 public:
    /// The column of a line whose white space is not all ASCII spaces. A tab is whatever makes the
    /// line one of a list or map that is open, or else of the line behind it; other characters are
    /// what they take on the screen, a full-width space 2, or one more or less if that makes it so.
    ///
    /// \param item  whether the line begins an item of a list
    /// \param next  the column of the next line, if it is indented by ASCII spaces
    [[nodiscard]] std::size_t fit(std::string_view blanks, bool item,
                                  std::optional<std::size_t> next) const;

    /// A key or an item of a list stands in this column, counted from 0.
    ///
    /// \param key  the first one of the item; a view of text that outlives this
    void open(std::size_t column, bool item, std::string_view key);

    /// Whether there is a list in this column whose items begin with a key.
    [[nodiscard]] bool has_list(std::size_t column, std::string_view key) const;

    /// The column of the innermost list whose items begin with a key.
    [[nodiscard]] std::optional<std::size_t> column_of(std::string_view key) const;

    [[nodiscard]] std::size_t innermost() const {
        return levels_.empty() ? 0 : levels_.back().column;
    }

 private:
    struct Level {
        std::size_t column;
        bool item;
        std::string_view key;
    };

    std::vector<Level> levels_;
};

}  // namespace remit::detail
