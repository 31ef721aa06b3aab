/// \file
/// How do departments' loads spread over groups of measures, and what do the measures' amounts come
/// to?
#pragma once

#include <remit/analysis/credit.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace remit {

/// The load of one department by group.
struct GroupedLoad {
    DepartmentIndex department;
    std::vector<double> loads;  ///< One per group.
    double without = 0.0;       ///< Of what is in no group.
    double total = 0.0;         ///< Of all.

    friend bool operator==(const GroupedLoad&, const GroupedLoad&) = default;
};

/// The group of a measure, or of a department's part in it, by the department's position in the
/// measure; none if it is in no group.
using GroupOf = std::function<std::optional<std::size_t>(MeasureIndex, std::size_t position)>;

/// One per department, in table order. Time: O(departments * groups + links).
/// Example: A{x}, B{x, y} with A in group 0 and B in 1 give, fractionally, x 1 and 1/2, y 0 and
/// 1/2.
[[nodiscard]] std::vector<GroupedLoad> load_by_group(const Dataset& dataset, std::size_t groups,
                                                     const GroupOf& group_of, Credit scheme);

/// A department's part of the measures' amounts.
struct AmountShare {
    DepartmentIndex department;
    double sum = 0.0;          ///< Of the amounts, each by the department's credit.
    std::size_t measures = 0;  ///< Measures that name it and have an amount.
    std::size_t without = 0;   ///< Measures that name it and have none.

    friend bool operator==(const AmountShare&, const AmountShare&) = default;
};

/// What a number field comes to.
struct AmountSums {
    std::vector<AmountShare> departments;  ///< One per department, in table order.
    double total = 0.0;                    ///< Of the measures, each once.
    double given = 0.0;                    ///< Sum over the departments.
    std::size_t measures = 0;              ///< Measures that have an amount.
    std::size_t without = 0;               ///< Measures that have none.

    friend bool operator==(const AmountSums&, const AmountSums&) = default;
};

/// The sums are of the decimal numbers that the files write, and each is the double nearest to the
/// exact one; with credit by place (harmonic, arithmetic, geometric) they are compensated sums. By
/// weights (`Credit::weighted`) a department has as much of an amount as of the measure.
///
/// Example: of A{x} with 0.1 and B{x, y} with 0.5 x has, fractionally, 0.35 and y 0.25; total and
/// given are 0.6. Counted fully x has 0.6, y 0.5, and given is 1.1.
/// \pre the field is a number
/// Time: O(links) sums of fractions.
[[nodiscard]] AmountSums sum_by_department(const Dataset& dataset, FieldIndex field, Credit scheme);

}  // namespace remit
