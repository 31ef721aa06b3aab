/// \file
/// Which sets of departments share which sets of measures, and how are these sets nested?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// The Hasse diagram of the concept lattice, for analysts.
///
/// A box is a formal concept: a set of departments and all measures that they share, whose number
/// it says. Rows go down from no department (all measures) to many; a line leads from a concept to
/// the next one with more departments and fewer measures. Labels are reduced: a department stands
/// at the highest concept that has it, the number of a measure at the lowest. So a concept has all
/// departments that stand at it or above it along lines, and all measures at it or below it. The
/// concept of no measures is left out.
///
/// Where all concepts are too many to read, only those of at least k measures are drawn, for the
/// smallest k that fits, without the top and without those that no line would reach (an iceberg
/// lattice), and the page says so. Boxes of a row are ordered by
/// the barycenters of their neighbors; lines are straight, or bow around boxes.
/// \throws PictureRefusal if there are too many concepts to list or no k fits; its message names
///         other pictures
/// Time: that of `concept_lattice` for at most 5000 concepts, and the layout of a hundred boxes.
[[nodiscard]] Picture lattice_diagram(const Dataset& dataset, const PictureOptions& options = {});

}  // namespace remit
