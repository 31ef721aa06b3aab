/// \file
/// What does a plan change: what the picture says.
#pragma once

#include <remit/analysis/profile.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/reorganization.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace remit::drawing {

/// A department before the plans, or after them.
struct PlannedBody {
    BodyIndex body;
    DepartmentIndex department;  ///< In the dataset of its side.
    std::vector<MeasureIndex> measures = {};
};

/// Measures that name the same of the departments before.
struct HeldMeasures {
    std::vector<std::size_t> holders;  ///< Positions in `Change::before`, or in `Change::after`.
    std::vector<MeasureIndex> measures;
};

/// Who shares measures with them, before and after.
struct PlannedPartner {
    BodyIndex body;
    std::vector<std::size_t> before;  ///< Measures shared with each of `Change::before`.
    std::vector<std::size_t> after;
};

/// Departments whose measures go into each other.
struct Change {
    std::vector<PlannedBody> before;
    std::vector<PlannedBody> after;
    bool grouped_by_after = false;     ///< Of one department before: its groups are who takes them.
    std::vector<HeldMeasures> groups;  ///< Those of most departments first.
    std::vector<PlannedPartner> partners;  ///< Those that share most after first.

    [[nodiscard]] bool merges() const { return before.size() > 1 && after.size() == 1; }
    [[nodiscard]] bool splits() const { return before.size() == 1 && after.size() > 1; }
    /// Of the departments before, all together.
    [[nodiscard]] std::size_t responsibilities() const;
    /// Measures that several of them have.
    [[nodiscard]] std::size_t shared() const;
};

struct ReorganizationFacts {
    std::vector<Change> changes;                   ///< Those of most measures first.
    std::vector<DepartmentIndex> unchanged;        ///< Before: most measures first.
    std::map<DepartmentIndex, std::size_t> loads;  ///< Of these.
    Profile before;
    Profile after;
};

/// \pre after.dataset
[[nodiscard]] ReorganizationFacts reorganization_facts(const Dataset& before, const Dataset& after);

}  // namespace remit::drawing
