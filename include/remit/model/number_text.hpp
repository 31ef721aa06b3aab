/// \file
/// How is a number written? The same in every locale, and by one rule of rounding.
#pragma once

#include <string>

namespace remit {

/// So many decimals, halves away from 0, as people round: 0.3125 to three places is "0.313".
/// Never "-0". \pre 0 <= decimals <= 15
[[nodiscard]] std::string fixed(double value, int decimals);

/// At most so many decimals, by the rule of `fixed`, without zeros at the end: "2", "2.5", "2.08".
[[nodiscard]] std::string at_most(double value, int decimals);

/// So many significant digits, without zeros at the end; tiny and huge numbers with an exponent.
[[nodiscard]] std::string significant(double value, int digits);

/// The shortest text that reads back as the same number.
[[nodiscard]] std::string exact(double value);

/// A sum of fractions for people: "16" for 15.999999999999998, else two decimals.
[[nodiscard]] std::string amount(double value);

/// A share as percent with one decimal, as tables have it: "37.5%".
[[nodiscard]] std::string percent(double share);

/// A share as a whole percent, as pictures have it: "38%", but "0.4%" and "99.6%" where a whole
/// number would say none or all.
[[nodiscard]] std::string whole_percent(double share);

}  // namespace remit
