/// \file
/// Which groups of departments share several measures, and which group grows out of which?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>

namespace remit {

/// The maximal groups of at least 2 departments that share at least 2 measures, as `bicliques` has
/// them, in columns by their number of departments; at the left the departments alone, with their
/// numbers of measures.
///
/// A line joins a department or group with those larger groups that hold it, none of those drawn
/// being in between. A card has the members' names and a numbered chip for each measure: dark where
/// a member leads it or is named first, light where an outsider is; at most three rows of chips,
/// "…" behind them. Names that do not fit are shortened; the tooltip has all. The groups with most
/// links (departments times measures) are drawn first, as many as fit at `readable_text`: up to 12
/// on 16:9, else up to 30. The legend says how many are left out. \throws PictureRefusal if not
/// even one group fits Time: that of `bicliques`, and some 30 layouts of up to 30 groups.
[[nodiscard]] Picture groups_diagram(const Dataset& dataset, const PictureOptions& options = {});

}  // namespace remit
