/// \file
/// Which graph does a table of links make?
#pragma once

#include <remit/graph/link_weights.hpp>
#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/diagnostic.hpp>
#include <remit/model/language.hpp>

#include <optional>
#include <string>
#include <vector>

namespace remit {

/// A graph without a programme: for data that are too large to be written as one.
struct LinkTable {
    std::vector<std::string> measures;     ///< Their names, in the order in which they come.
    std::vector<std::string> departments;  ///< The same.
    ResponsibilityGraph graph;
    LinkWeights weights;  ///< Of the column `weight`; empty if there is none, or nothing in it.
};

struct LinkTableResult {
    std::optional<LinkTable> table;  ///< None if there is an error.
    Diagnostics diagnostics;
};

/// Reads comma-separated values (see `CsvReader`) that
/// have a link a row, as `remit export --format csv` writes them. Tabs and semicolons are read too.
///
/// The first row has the names of the columns, of which upper and lower case are alike: `measure`
/// and `department` must be there. Where there is a `number`, measures of one name and different
/// numbers are different ones. A `role` is `lead`, `with` or `guiding`; empty, it is the last. A
/// `weight` is a number (see `parse_link_weight`) in all rows of a measure, or empty in all of
/// them. Other columns are not looked at, and rows without any text are left out. The rows of a
/// measure need not stand together; its departments are in their order.
///
/// Errors are rows that have not as many cells as the first, empty names, other roles, other
/// weights, links that are there twice, a quotation without an end, missing columns, and what is no
/// text in UTF-8.
///
/// \param name      of the file, for messages
/// \param language  of the messages, as `load` has it
/// Time: O(bytes). Memory: that of the names and about 40 bytes a link, besides the graph.
///
/// Example: "measure,department\nA,x\nB,x\nB,y\n" is measures A and B, departments x and y, and
/// three links.
[[nodiscard]] LinkTableResult read_links(const std::string& name, std::string text,
                                         Language language = Language::en);

}  // namespace remit
