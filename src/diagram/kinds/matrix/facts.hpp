/// \file
/// Who does which measure, and where: what the picture says.
#pragma once

#include "../programme_rows.hpp"
#include "../region_kinds.hpp"
#include "../scopes.hpp"

#include <remit/model/dataset.hpp>

#include <cstddef>
#include <vector>

namespace remit::drawing {

struct MatrixDepartment {
    DepartmentIndex department;
    std::size_t measures = 0;
};

struct MatrixFacts {
    std::vector<ProgrammeRow> rows;
    std::vector<MatrixDepartment> departments;  ///< Most measures first.
    std::size_t links = 0;
    Scopes scopes;
    /// A column each; empty where every measure reaches the same, or nothing has a scope.
    std::vector<RegionKind> regions;
    std::size_t places = 0;  ///< That are named, by themselves or as members of a group.
    /// How many departments have most measures, where these are at most three and not all; else 0.
    std::size_t ahead = 0;

    /// Whether the title is about departments: where the measures apply makes no difference.
    [[nodiscard]] bool about_departments(const Dataset& dataset) const {
        return !dataset.has_scope() || (scopes.limited == 0 && scopes.others == 0);
    }
};

[[nodiscard]] MatrixFacts matrix_facts(const Dataset& dataset);

}  // namespace remit::drawing
