/// \file
/// What would the programme be if bodies merged, split or moved?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/diagnostic.hpp>
#include <remit/model/plan.hpp>

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace remit {

/// A dataset after its plans, or what keeps them from being carried out.
struct Reorganized {
    std::optional<Dataset> dataset;    ///< None if there are errors.
    std::vector<Diagnostic> problems;  ///< Errors, and warnings of steps that change nothing.
    /// Departments that go on under another body, which takes the place of nobody else; by the
    /// first.
    std::vector<std::pair<BodyIndex, BodyIndex>> renamed;
};

/// The programme after plans, whose steps are taken in their order, each on what the one before
/// left.
///
/// - Merge, rename: each measure that named one of the bodies names the other, once, at the place
///   of the first of them, with a lead if one of them was one. So do the leads of a notice.
/// - Split: a measure that named the body names those whose part it is, in the order of the parts.
///   Every measure that named it must be in a part. Leads of a notice stay, for nobody can say who
///   of the parts is meant.
/// - Move: the measure names the other body in the place of the one that gives it away; if it named
///   both, the one that gives it away drops out.
///
/// A merger of bodies changes a programme as `as_of` does. Time: O(steps * links).
///
/// \param language  of the messages, see `message_language`
[[nodiscard]] Reorganized reorganize(const Dataset& dataset, std::span<const Plan> plans,
                                     Language language = Language::en);

}  // namespace remit
