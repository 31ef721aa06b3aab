/// \file
/// What reaches which places: the content of the pictures of regions.
#pragma once

#include "flow_rows.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/diagram/page.hpp>
#include <remit/model/dataset.hpp>

#include <memory>
#include <string>
#include <vector>

namespace remit::drawing {

/// Measures that reach their places by the same.
struct ReachBlock {
    std::vector<ScopeTerm> by = {};  // the scope, or what of it reaches the one place
    bool nation = false;
    bool partial = false;  // they reach the one place only in part
    bool mixed = false;    // different scopes
    bool others = false;   // which name more than what reaches the one place
    std::vector<MeasureIndex> measures = {};
};

/// Places that the same measures reach.
struct ReachPanel {
    std::vector<PlaceIndex> places;
    std::vector<MeasureIndex> full;
    std::vector<MeasureIndex> partial;
    /// How much of each block reaches them.
    std::vector<Reach> blocks;
};

struct Contact {
    DepartmentIndex department;
    std::size_t leading = 0;
    std::size_t joining = 0;
};

struct ReachFacts {
    bool one_place = false;
    std::vector<ReachBlock> blocks;      // those for some places before those for nations
    std::vector<ReachPanel> panels;      // in the order of the registry
    std::vector<MeasureIndex> measures;  // of all blocks, in their order
    std::vector<MeasureIndex> others;    // that reach none of the places
    std::vector<PlaceIndex> parts;       // of the one place, where some reach only those
    std::vector<Contact> contacts;       // who has most measures first
    std::shared_ptr<WrappedTitles> titles;
};

[[nodiscard]] ReachFacts facts_of_place(const Dataset& dataset, const Languages& languages,
                                        PlaceIndex place);
[[nodiscard]] ReachFacts facts_of_places(const Dataset& dataset, const Languages& languages,
                                         const std::vector<PlaceIndex>& places);

/// "全国推广", "仅限8个改革试验区域（部分覆盖）".
[[nodiscard]] std::string block_name(const Dataset& dataset, const ReachBlock& block,
                                     Language language);

/// Names of places as a list.
[[nodiscard]] std::string place_list(const Dataset& dataset, const std::vector<PlaceIndex>& places,
                                     Language language);

/// Numbers of measures as a list.
[[nodiscard]] std::string number_list(const Dataset& dataset,
                                      const std::vector<MeasureIndex>& measures, Language language);

}  // namespace remit::drawing
