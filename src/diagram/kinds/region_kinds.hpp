/// \file
/// Which regions get the same measures?
#pragma once

#include <remit/analysis/coverage.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit::drawing {

/// Regions that the same measures reach, in whole or in part.
struct RegionKind {
    std::vector<PlaceIndex> places;   ///< In the order given; none for the rest of a nation.
    std::optional<GroupIndex> group;  ///< Of which they are all the members.
    std::vector<Reach> reach;         ///< By measure.
    std::size_t measures = 0;         ///< That reach them, in whole or in part.
};

/// In the order of the first place of each.
[[nodiscard]] std::vector<RegionKind> region_kinds(const Dataset& dataset,
                                                   const std::vector<PlaceIndex>& places);

/// The places that measures are extended to, by name or as members of a group.
struct NamedPlaces {
    std::vector<PlaceIndex> nations;
    std::vector<PlaceIndex> others;
};

[[nodiscard]] NamedPlaces named_places(const Dataset& dataset);

/// Whether a place is another one or lies in it, with all that it comprises.
[[nodiscard]] bool lies_in(const Registry& registry, PlaceIndex place, PlaceIndex whole);

/// What reaches all of a nation that is not named itself; none unless one nation is named.
[[nodiscard]] std::optional<RegionKind> rest_of_nation(const Dataset& dataset,
                                                       const NamedPlaces& named);

/// Whether the registry has a place that the notices are addressed to, neither in nor around a
/// named one.
[[nodiscard]] bool has_others(const Registry& registry, const NamedPlaces& named);

/// What regions are called together: by their group, by name where they are few, "Alpha + 4 more".
/// \param brief  by the group's short name, or the first one's
[[nodiscard]] std::string kind_name(const Dataset& dataset, const RegionKind& kind,
                                    Language language, bool brief = false);
/// Who is not among the places that the notices are addressed to, which a measure for the nation
/// therefore does not reach; in the words of `remit coverage`. Empty without such a measure.
[[nodiscard]] std::string not_addressed_remark(const Dataset& dataset, Language language);

/// What a nation is read as: the places that the notices are addressed to, where the registry says
/// which are not, or else each region.
[[nodiscard]] std::string nation_remark(const Dataset& dataset, Language language);

/// Whether the registry has a place that the notices are not addressed to.
[[nodiscard]] bool leaves_out(const Registry& registry);

/// Whether measures for the nation leave the place out for that reason.
[[nodiscard]] bool is_left_out(const Dataset& dataset, PlaceIndex place);

/// The rule of a picture of regions, and behind it what a nation is read as, that withheld
/// measures are not counted, and how regions with a core are read.
[[nodiscard]] std::string region_rule(const Dataset& dataset, std::string_view own, bool nation,
                                      Language language);

/// For ids.
[[nodiscard]] std::string kind_id(const Dataset& dataset, const RegionKind& kind);

/// Short names as a list.
[[nodiscard]] std::string places_list(const Dataset& dataset, const std::vector<PlaceIndex>& places,
                                      Language language);

/// A name without what it says in brackets.
[[nodiscard]] std::string without_brackets(std::string_view name);

}  // namespace remit::drawing
