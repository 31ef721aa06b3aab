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
    bool exact = false;                   ///< Names stand each on a line, as they are.

    [[nodiscard]] std::string word(const std::string& column) const;
    /// Adds names, or other words, to what a column says.
    void add(const std::string& column, const std::string& more);
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
    /// What heads were taken for by words in them, such as "责任单位" for "departments".
    std::vector<std::pair<std::string, std::string>> heads;
    /// What the heads of the first table were taken for; empty for those that are not read.
    std::vector<std::pair<std::string, std::string>> columns;
    std::string due_head;  ///< What the document calls the dates by which measures are due.
    bool responsible_leads =
        false;  ///< "Responsible" stands beside "with" and is taken for a lead.
};

/// Of a column, by its head: what the user said, what the patterns say.
using Columns = std::map<std::string, std::string>;

/// The tables whose heads are known: a row a measure or a link, a mark under each body, a table for
/// each measure; none if there is no such table.
[[nodiscard]] List read_tables(const Page& page, const Patterns& patterns, const Columns& columns,
                               std::vector<Doubt>& doubts);

/// The same of a page's text that has a cell a line.
[[nodiscard]] List read_cells(const Page& page, const Patterns& patterns, const Columns& columns,
                              std::vector<Doubt>& doubts);

/// Paragraphs that say who answers for what stands in them or above them.
[[nodiscard]] List read_running_text(const Page& page, const Patterns& patterns,
                                     std::vector<Doubt>& doubts);

/// The first of these that finds any measure; none if there is nothing of the kind.
[[nodiscard]] std::optional<List> read_list(const Page& page, const Patterns& patterns,
                                            const Columns& columns, std::vector<Doubt>& doubts);

}  // namespace remit::reading
