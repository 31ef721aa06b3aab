/// \file
/// Which bodies would merge, split or move?
#pragma once

#include <remit/model/index.hpp>
#include <remit/model/kinds.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/model/place.hpp>

#include <string>
#include <vector>

namespace remit {

/// What one body takes of another that is split.
struct Part {
    BodyIndex to;
    std::vector<MeasureIndex> measures;
    bool rest = false;  ///< Also all measures that no part names.

    friend bool operator==(const Part&, const Part&) = default;
};

/// One change of a plan, with every name resolved.
struct Step {
    StepKind kind = StepKind::merge;
    /// Merge: the bodies whose place `to` takes. Rename and split: the one body. Move: the body
    /// that gives the measure away; none for the first-named.
    std::vector<BodyIndex> bodies;
    BodyIndex to;             ///< Not of a split.
    MeasureIndex measure;     ///< Of a move.
    std::vector<Part> parts;  ///< Of a split.
    Place where;

    friend bool operator==(const Step&, const Step&) = default;
};

/// A reorganization of bodies: what a file's `plan` says.
struct Plan {
    LocalizedText title;  ///< May be empty.
    std::string source;   ///< May be empty.
    std::vector<Step> steps;
};

}  // namespace remit
