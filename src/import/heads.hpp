/// \file
/// Which column is which, and what begins a measure?
#pragma once

#include "measures.hpp"

#include <set>

namespace remit::reading {

/// The columns of a table, none for one that is not known.
using Heads = std::vector<std::optional<std::string>>;

class HeadFinder {
 public:
    HeadFinder(const Patterns& patterns, const Columns& columns);

    /// By the list of heads alone.
    [[nodiscard]] std::optional<std::string> column(std::string_view head) const;
    /// Of a row of cells, each column once: by the list of heads; where that leaves something open,
    /// by words in them.
    /// \param likely  whether words in heads count
    [[nodiscard]] Heads heads_of(const std::vector<std::string>& cells, bool likely) const;

 private:
    const Patterns& patterns_;
    std::map<std::string, std::string> own_;  // by normal form
};

/// Whether a table with these columns lists measures.
[[nodiscard]] bool tells_measures(const std::set<std::string>& kinds);
[[nodiscard]] std::set<std::string> kinds_of(const Heads& heads);

/// "（一）", "1.", "Action 3:" before a text.
struct Numbered {
    std::string form;  ///< Alike for those of one list: "（C）", "D.", "action D:".
    std::string code;  ///< "一", "1", "3".
    std::string rest;
};
[[nodiscard]] std::optional<Numbered> numbered(std::string_view text, const Patterns& patterns);

/// Whether a text begins with a word such as 合计 and says no more, or a colon behind it.
[[nodiscard]] bool is_no_measure(std::string_view text, const Patterns& patterns);

/// Whether a text is digits alone, up to six.
[[nodiscard]] bool is_whole_number(std::string_view text);

/// Whether a column has names of bodies in it.
[[nodiscard]] bool is_for_bodies(std::string_view column);

/// The lines of a cell: names as they stand, else as one.
[[nodiscard]] std::string text_of_cell(const Cell& cell, const std::string& column);

}  // namespace remit::reading
