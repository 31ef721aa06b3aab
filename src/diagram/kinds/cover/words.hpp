/// \file
/// What does a picture of the smallest groups say around its tables?
#pragma once

#include "../headline.hpp"
#include "facts.hpp"

#include <string>
#include <vector>

namespace remit::drawing {

/// \pre all outlive what it gives
[[nodiscard]] Headline cover_headline(const Dataset& dataset, const Cover& cover,
                                      const CoverFacts& facts);
/// Of a programme without a measure that names a department.
[[nodiscard]] Headline empty_cover_headline(const Dataset& dataset);

/// "All 8 groups: CNIPA and GACC, and with them".
[[nodiscard]] std::string alternatives_heading(const Dataset& dataset, const Cover& cover,
                                               Language language);

/// "Without CNIPA, SPC and MOJ are needed: 6 departments."; empty where that is not known.
[[nodiscard]] std::string reason_sentence(const Dataset& dataset, const AlwaysIn& why,
                                          Language language);

/// "Out of reach: measures 3, 9."; empty where all are reached.
[[nodiscard]] std::string unreached_sentence(const Dataset& dataset, const Cover& cover,
                                             Language language);

}  // namespace remit::drawing
