/// \file
/// What reaches one place, and who answers there: what the picture says.
#pragma once

#include "../scopes.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <vector>

namespace remit::drawing {

/// Measures that reach the place by a nation or by less, in whole or in part.
struct PlaceBlock {
    bool nation = false;
    bool partial = false;
    std::vector<MeasureIndex> measures = {};
    std::vector<ScopeTerm> scope = {};  ///< Of all of them; empty where they differ.
};

struct PlaceDepartment {
    DepartmentIndex department;
    std::size_t measures = 0;
};

struct PlaceFacts {
    PlaceIndex place;
    std::vector<PlaceBlock> blocks;            ///< Those that are not for a nation first.
    std::vector<PlaceDepartment> departments;  ///< Of those measures, most first.
    std::size_t reached = 0;                   ///< Measures.
    std::size_t limited = 0;                   ///< Of those: not for a nation.
    std::size_t partial = 0;                   ///< Of those: only a part of the place.
    std::vector<MeasureIndex> others;          ///< That do not reach it.
    std::vector<MeasureIndex> unknown;         ///< That may.
    std::vector<PlaceIndex> parts;             ///< That some reach only.
    std::vector<PlaceIndex> left_out;          ///< Or that some reach all but.
    std::vector<std::size_t> elsewhere;  ///< By measure: how many other named regions it reaches.
};

[[nodiscard]] PlaceFacts place_facts(const Dataset& dataset, PlaceIndex place);

}  // namespace remit::drawing
