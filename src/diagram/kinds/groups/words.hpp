/// \file
/// What does a picture of groups say above and below its rows?
#pragma once

#include "../headline.hpp"
#include "facts.hpp"

#include <string>
#include <vector>

namespace remit::drawing {

/// As a list.
[[nodiscard]] std::string short_names(const Dataset& dataset,
                                      const std::vector<DepartmentIndex>& departments,
                                      Language language);

/// The facts, without a group on top where its names are too long for a title.
[[nodiscard]] GroupsFacts titled_facts(const Dataset& dataset, Language language);

/// \pre both outlive what it gives
[[nodiscard]] Headline groups_headline(const Dataset& dataset, const GroupsFacts& facts);

/// "In no group: SPC, MOJ; measures 12, 14."; empty where everything is in one.
[[nodiscard]] std::string in_no_group(const Dataset& dataset, const GroupsFacts& facts,
                                      Language language);

/// Which groups are not drawn, and who and what is in these alone; empty where all are.
[[nodiscard]] std::string groups_left_out(const Dataset& dataset, const GroupsFacts& facts,
                                          Language language);

}  // namespace remit::drawing
