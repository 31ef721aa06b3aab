/// \file
/// What reaches which regions: what the picture says.
#pragma once

#include "../region_kinds.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace remit::drawing {

/// Measures that reach the same kinds of regions, in whole or in part.
struct RegionList {
    std::vector<Reach> reach;  ///< By kind.
    std::vector<MeasureIndex> measures;
};

struct RegionsFacts {
    std::vector<PlaceIndex> places;
    std::vector<RegionKind> kinds;   ///< Of all places; those with most measures first.
    std::optional<RegionKind> rest;  ///< The rest of the nation, if all named places are shown.
    std::vector<MeasureIndex> everywhere;  ///< For a whole nation, and so in all of these places.
    std::vector<MeasureIndex> some;        ///< Others that reach one of them.
    std::vector<MeasureIndex> elsewhere;   ///< That reach none of them.
    std::vector<MeasureIndex> unknown;     ///< Of `elsewhere`: nobody knows where they apply.
    std::vector<RegionList> lists;         ///< Of `some`, those of most regions last.
    bool certain = true;                   ///< No listed measure may reach more than is said.

    /// Places by their measures, the most first; each with its kind.
    struct Row {
        PlaceIndex place;
        std::size_t kind = 0;
    };
    std::vector<Row> rows;

    /// Whether all measures reach the same, so that no region differs from another by them.
    [[nodiscard]] bool uniform() const {
        return certain && elsewhere.empty() && lists.size() + (everywhere.empty() ? 0 : 1) == 1;
    }
    [[nodiscard]] std::size_t measures(const Row& row) const { return kinds[row.kind].measures; }
};

/// \param all  whether these are all places that are named
[[nodiscard]] RegionsFacts regions_facts(const Dataset& dataset, std::vector<PlaceIndex> places,
                                         bool all);

}  // namespace remit::drawing
