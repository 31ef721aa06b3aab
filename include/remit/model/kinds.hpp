/// \file
/// What kinds of changes, steps and readings are there?
#pragma once

#include <cstdint>

namespace remit {

/// How one body passed into another.
enum class Change : std::uint8_t {
    merged_into,
    replaced_by,
    split_into,
    functions_to,
    administered_by,
    re_established
};

/// Which reading of a region with a named core holds: the whole of it, or the core.
enum class Extent : std::uint8_t { province, core };

/// What a step of a plan does with bodies.
enum class StepKind : std::uint8_t { merge, rename, move, split };

}  // namespace remit
