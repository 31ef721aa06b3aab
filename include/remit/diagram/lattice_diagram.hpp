/// \file
/// Which sets of departments share which sets of measures, and how are these sets nested?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// The Hasse diagram of the concept lattice, for analysts.
///
/// A box is a formal concept: a set of departments and all measures that they share, whose number
/// it says. Rows go down from no department (all measures) to many; a straight line leads from a
/// concept to the next one with more departments and fewer measures. Labels are reduced: a department
/// stands at the highest concept that has it, the number of a measure at the lowest. So a concept has
/// all departments that stand at it or above it along lines, and all measures at it or below it. The
/// concept of no measures is left out. The title says how many departments are listed only together
/// with another, always the same; these are blue.
///
/// \throws PictureRefusal if there are more than 40 concepts to draw, or they have no room; its
///         message names other pictures
/// Time: that of `concept_lattice` for at most 5000 concepts, and some layouts of 40 boxes.
[[nodiscard]] Picture lattice_diagram(const Dataset& dataset, const PictureOptions& options = {});

}  // namespace remit
