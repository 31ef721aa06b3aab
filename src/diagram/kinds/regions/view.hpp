/// \file
/// How are regions drawn, all or the members of a group?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

#include <vector>

namespace remit::drawing {

/// \param all  whether these are all places that measures are extended to
[[nodiscard]] Picture picture_of_regions(const Dataset& dataset, std::vector<PlaceIndex> places,
                                         bool all, const PictureOptions& options);

}  // namespace remit::drawing
