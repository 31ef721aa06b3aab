/// \file
/// Which place gets which measures, and by what?
#pragma once

#include <remit/model/dataset.hpp>

#include <cstdint>
#include <vector>

namespace remit {

/// How much of a place a measure reaches.
enum class Reach : std::uint8_t { none, partial, full };

/// One measure that reaches a place.
struct Covering {
    MeasureIndex measure;
    ScopeTerm by;  ///< The term of its scope that reaches most of the place; the first of equals.
    Reach reach = Reach::full;  ///< `partial` or `full`, by all terms of the scope together.

    friend bool operator==(const Covering&, const Covering&) = default;
};

struct PlaceCoverage {
    PlaceIndex place;
    std::vector<Covering> measures;  ///< By measure, ascending.

    /// The parts of the place that a measure reaches which does not reach all of it; ascending.
    std::vector<PlaceIndex> parts;
    /// How many of them are extended to a whole nation.
    std::size_t nationwide = 0;
    /// `none` without a measure, `full` if every one of them reaches all of the place, else
    /// `partial`.
    Reach reach = Reach::none;
};

/// The coverage of every place of the registry, in registry order.
///
/// A place stands for itself, or, where the registry says what it comprises, for those places; of
/// one with a named core, the registry's `extent` says whether the whole or the core is meant. A
/// measure reaches a place in full if each part of the place lies within a part of its scope, and
/// in part if some part of the one lies within some part of the other. A scope that is a nation
/// does not reach divisions that the registry says are not addressed, nor what lies within them.
/// Several parts that together make up a larger place are not recognised as that place: the
/// registry does not claim to list all parts of any.
/// Time: O(places * distinct scopes * parts + size of the result).
[[nodiscard]] std::vector<PlaceCoverage> coverage(const Dataset& dataset);

}  // namespace remit
