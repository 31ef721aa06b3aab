/// \file
/// What do lines mean that stand at places? Paragraphs, and the cells of tables.
#pragma once

#include "lines.hpp"
#include "page.hpp"
#include "patterns.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace remit::reading {

/// Tables are what stands below heads that are known; lines that go on to the right edge are one
/// paragraph with those below them.
[[nodiscard]] Page read_layout(const std::vector<Sheet>& sheets, const Patterns& patterns,
                               const std::map<std::string, std::string>& columns);

/// The same of a text whose table has its cells below each other, with two spaces or more between
/// them; none if there is no such table.
[[nodiscard]] std::optional<Page> read_aligned(std::string_view text, const Patterns& patterns,
                                               const std::map<std::string, std::string>& columns);

}  // namespace remit::reading
