/// \file
/// What does each member of the first group reach?
#pragma once

#include "../../page/block.hpp"
#include "../../text/names.hpp"
#include "../headline.hpp"
#include "facts.hpp"

#include <string>

namespace remit::drawing {

/// Above a table.
[[nodiscard]] BlockPtr table_heading(const Theme& theme, const Words& say, const std::string& id);

/// Above a column.
[[nodiscard]] BlockPtr column_head(const Theme& theme, const Phrase& phrase, Align align);

/// The members with a dot for each measure, and the titles of what only they bring; where there are
/// too many measures for columns, a list of those titles by member.
/// \param several  whether there are other groups
[[nodiscard]] BlockPtr cover_members(const Theme& theme, const Dataset& dataset,
                                     const CoverFacts& facts, const Names& names, bool several);

}  // namespace remit::drawing
