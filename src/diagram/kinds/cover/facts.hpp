/// \file
/// Who is in the smallest coordinating groups: what the picture says.
#pragma once

#include <remit/analysis/cover.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <vector>

namespace remit::drawing {

/// Of the first group.
struct CoverMember {
    DepartmentIndex department;
    std::vector<MeasureIndex> alone = {};   ///< That nobody else of the group reaches.
    std::vector<MeasureIndex> shared = {};  ///< That another member reaches too.
    bool in_every = false;                  ///< Of all least groups.

    [[nodiscard]] std::size_t reached() const { return alone.size() + shared.size(); }
};

/// Why a department is in every group.
struct AlwaysIn {
    DepartmentIndex department;
    std::vector<MeasureIndex> sole = {};        ///< That name nobody else.
    std::size_t needed = 0;                     ///< So many at least without it; 0 if not known.
    std::vector<DepartmentIndex> instead = {};  ///< In every group without it, and not with it.
};

struct CoverFacts {
    std::size_t size = 0;  ///< Of the first group.
    /// In every group first, then by what they alone bring, then by what they reach.
    std::vector<CoverMember> members;
    std::vector<DepartmentIndex> changing;  ///< In some listed groups, not in every: most first.
    std::vector<std::size_t> groups_of;     ///< How many listed groups each of those is in.
    std::vector<DepartmentIndex> in_none;   ///< In no listed group.
    std::vector<AlwaysIn> always;           ///< Where there are several groups, and few of these.
    bool only = false;                      ///< There is no other group, which is proved.
    std::size_t open = 0;                   ///< Measures that name more than they print.
};

/// \pre there is a group
[[nodiscard]] CoverFacts cover_facts(const Dataset& dataset, const Cover& cover);

}  // namespace remit::drawing
