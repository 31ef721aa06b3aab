/// \file
/// In which fields does each department work?
#pragma once

#include <remit/analysis/credit.hpp>
#include <remit/model/dataset.hpp>

#include <optional>
#include <vector>

namespace remit {

/// The load of one department by category.
struct CategoryLoad {
    DepartmentIndex department;
    std::vector<double> loads;      ///< One per category of the dataset, in its order.
    double without_category = 0.0;  ///< Of measures that have none.

    /// 1 - sum of (load in the category / load in all categories)², in [0, 1): 0 where all is in
    /// one category. None where the department has no measure with a category. Participation
    /// coefficient, after Guimerà & Amaral (2005).
    std::optional<double> participation;

    friend bool operator==(const CategoryLoad&, const CategoryLoad&) = default;
};

/// One per department, in table order. Categories of several notices are different categories.
///
/// Example: 3 measures in one category and 1 in another give, counted fully, participation
/// 1 - (9 + 1) / 16 = 0.375.
///
/// Time: O(departments x categories + links).
[[nodiscard]] std::vector<CategoryLoad> load_by_category(const Dataset& dataset,
                                                         Credit scheme = Credit::full);

}  // namespace remit
