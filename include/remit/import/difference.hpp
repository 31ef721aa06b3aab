/// \file
/// What does a document say otherwise than a file that is there?
#pragma once

#include <remit/model/dataset.hpp>

#include <string>
#include <vector>

namespace remit {

struct Difference {
    std::string measure;   ///< Its number or code; empty for the notice as a whole.
    std::string what;      ///< "title", "departments", "scope", …; "measure" for one of one side.
    std::string existing;  ///< Empty where it does not say.
    std::string imported;  ///< Empty for a measure that is not there.
};

/// What the document says nothing of is no difference.
///
/// First of the notice, then of the measures of the existing programme, in its order, then of those
/// that it has not. Measures are matched by number or code, bodies and regions by id or full name;
/// texts of the language are compared, without regard to quotation marks of another kind.
/// Time: O((m + links) log m).
[[nodiscard]] std::vector<Difference> differences(const Dataset& existing, const Dataset& imported,
                                                  Language language);

}  // namespace remit
