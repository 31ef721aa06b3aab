/// \file
/// Which place gets which measures, and by what?
#pragma once

#include <remit/model/dataset.hpp>

#include <cstdint>
#include <string>
#include <string_view>
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
    /// What lies within the place and is not addressed, where a measure reaches the rest;
    /// ascending.
    std::vector<PlaceIndex> left_out;
    /// How many of them are extended to a whole nation.
    std::size_t nationwide = 0;
    /// Other measures that may reach it: their scope names no place, or nothing.
    std::size_t possible = 0;
    /// `none` without a measure, `full` if every one of them reaches all of the place, else
    /// `partial`.
    Reach reach = Reach::none;
};

/// Whether a measure is extended to a whole nation, with whatever else.
[[nodiscard]] bool is_nationwide(const Dataset& dataset, MeasureIndex measure);

/// Which places stand together in a table, by the kinds of the registry, whatever they are called:
/// "nation"; "pilot" for places of kind `pilot-region` and those that comprise others; "province"
/// for provincial divisions, which are of kind `province`, `municipality`, `autonomous-region` or
/// `special-administrative-region`; else the place's own kind, "region" where it has none.
[[nodiscard]] std::string level(const Registry& registry, PlaceIndex place);

/// Whether a place is of a level, or of a kind of that name.
[[nodiscard]] bool is_at(const Registry& registry, PlaceIndex place, std::string_view level);

/// The levels of the places that a registry has: nations, pilot regions, then the others from the
/// outermost, as `within` has it, to the innermost, ties in the order of the registry.
/// Time: O(places * depth).
[[nodiscard]] std::vector<std::string> levels(const Registry& registry);

/// The places of a level, or, if none is named, of all levels but the nation where there are
/// others: level by level, as `levels` has them, each in the order of the registry. Time: O(levels
/// * places).
[[nodiscard]] std::vector<PlaceIndex> places_at(const Registry& registry,
                                                std::string_view level = {});

/// The level of the outermost places within the nation, "province" or another; that of the pilot
/// regions or of the nation where there is no other; empty without a place.
[[nodiscard]] std::string outermost_level(const Registry& registry);

/// A category and the places that none of its listed measures reaches.
struct Gap {
    CategoryIndex category;
    std::vector<PlaceIndex> places;  ///< In the order of the registry; may be empty.

    friend bool operator==(const Gap&, const Gap&) = default;
};

/// The gaps of every category that lists a measure, at one level. Of a category of which nothing is
/// printed nobody can say where it applies.
/// Time: that of `coverage`.
[[nodiscard]] std::vector<Gap> coverage_gaps(const Dataset& dataset,
                                             const std::vector<PlaceCoverage>& coverage,
                                             std::string_view level);

/// Where a measure applies: the same turned round.
struct MeasureReach {
    MeasureIndex measure;
    std::vector<PlaceIndex> full;     ///< Places that it reaches whole, in the registry's order.
    std::vector<PlaceIndex> partial;  ///< Places that it reaches in part.

    friend bool operator==(const MeasureReach&, const MeasureReach&) = default;
};

/// One for each measure, ascending, with the places of one level.
[[nodiscard]] std::vector<MeasureReach> measure_reach(const Dataset& dataset,
                                                      const std::vector<PlaceCoverage>& coverage,
                                                      std::string_view level);

/// The coverage of every place of the registry, in registry order.
///
/// A place stands for itself, or, where the registry says what it comprises, for those places; of
/// one with a named core, the registry's `extent` says whether the whole or the core is meant. A
/// measure reaches a place in full if each part of the place lies within a part of its scope, and
/// in part if some part of the one lies within some part of the other. A scope that is a nation
/// does not reach divisions that the registry says are not addressed, nor what lies within them,
/// and reaches a place around one of them in part. A nation reaches itself in full.
/// Several parts that together make up a larger place are not recognised as that place: the
/// registry does not claim to list all parts of any.
/// Time: O(places * distinct scopes * parts + size of the result).
[[nodiscard]] std::vector<PlaceCoverage> coverage(const Dataset& dataset);

}  // namespace remit
