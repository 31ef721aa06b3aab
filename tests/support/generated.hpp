/// \file
/// Programmes of every size and with names of every length, for what must hold for all of them.
#pragma once

#include <remit/model/dataset.hpp>

#include <string>

namespace remit::test {

/// The text of a file, for `programme`: 0 to 200 measures, 1 to 60 departments with names of 1 to
/// 60 characters in up to three languages, titles to 200, 0 to 8 categories, some of them withheld,
/// regions, groups and a nation; some declare who leads; fields of every type, of which measures
/// have some; a fourth with weights in most measures; a fourth with roles of their own, collective
/// actors, lists that go on, measures that name nobody and scopes without a place, and some of
/// these without any scope. Of three departments or more, a plan merges two and renames one. The
/// first seeds are the extremes: nothing listed; all withheld; one measure, department and region;
/// 200 measures and 60 departments; the longest names and titles; one measure that all departments
/// share.
[[nodiscard]] std::string generated_text(unsigned seed);

[[nodiscard]] Dataset generated_programme(unsigned seed);

/// The seeds of the extremes are those below.
inline constexpr unsigned extreme_seeds = 6;

}  // namespace remit::test
