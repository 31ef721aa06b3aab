/// \file
/// Which measures does a document list, whatever the list looks like?
#pragma once

#include "page.hpp"
#include "patterns.hpp"

#include <remit/import/import.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace remit::reading {

/// A measure as printed: the words of its columns.
struct Row {
    std::uint32_t line = 0;
    /// By column, such as "measure" or "lead"; names of bodies may stand on lines of their own.
    std::map<std::string, std::string> words;
    std::optional<std::size_t> category;  ///< In `List::categories`.
};

struct ListHeading {
    std::string name;
    std::optional<std::uint32_t> announced;
    std::uint32_t line = 0;
    std::string numeral = {};
};

struct List {
    std::vector<ListHeading> categories;
    std::vector<Row> rows;
    std::vector<std::string> unknown_heads;
};

/// The tables whose heads are known, also where a page's text has a cell a line; else paragraphs
/// with who answers for them in brackets; none if there is nothing of the kind.
[[nodiscard]] std::optional<List> read_list(const Page& page, const Patterns& patterns,
                                            const std::map<std::string, std::string>& columns,
                                            std::vector<Doubt>& doubts);

}  // namespace remit::reading
