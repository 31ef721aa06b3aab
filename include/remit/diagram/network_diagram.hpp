/// \file
/// Which departments guide measures together?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// The one-mode projection of departments: a circle for each, a line for each pair that shares a
/// measure, and beside them the pairs that share most and the groups that work together.
///
/// The area of a circle grows with its measures; "3+6" says how often it is named first (or leads)
/// and how often also, its frame is the thicker the more often first. The width of a line grows
/// with the measures that the pair shares, which a number on it says; the thinnest ones have the
/// fewest and no number. Groups, by `projection_communities`, have a letter and a color; the page
/// says that they are a reading aid. Departments that share no measure stand below in a strip,
/// dashed.
///
/// Positions are Graphviz's (neato, one run per connected part), stretched to the page and improved
/// until lines run clear of circles. Where there are more than 40 departments or 95 pairs, or where
/// numbers and names get in each other's way, only the pairs with the most shared measures are
/// drawn, with the departments that they join, and the page says what was left out.
/// \throws PictureRefusal if no choice of pairs is legible; its message names other pictures
/// Time: O(pairs * departments), below a second for 200 departments.
[[nodiscard]] Picture network_diagram(const Dataset& dataset, const PictureOptions& options = {});

}  // namespace remit
