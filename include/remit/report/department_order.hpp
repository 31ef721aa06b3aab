/// \file
/// In which order does a table list departments?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace remit {

enum class DepartmentOrder : std::uint8_t {
    measures,  ///< The most loaded first; those that carry as much by name.
    name,      ///< As a dictionary of the language has the short names; equal ones by id.
    registry   ///< As the files list them.
};

/// The departments in an order. By load and by name it is the same in whatever order the files are
/// given; loads are compared to nine decimal places, for the last digits of a sum of fractions
/// depend on that order. Time: O(V log V).
///
/// \param loads  one per department
[[nodiscard]] std::vector<DepartmentIndex> department_order(const Dataset& dataset,
                                                            DepartmentOrder order,
                                                            std::span<const double> loads,
                                                            Language language);

}  // namespace remit
