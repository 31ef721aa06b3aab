/// \file
/// Which pictures can be drawn of a programme?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

#include <functional>
#include <string>
#include <vector>

namespace remit::test {

struct Drawing {
    std::string what;  ///< Such as "matrix" or "department most".
    std::function<Picture(const PictureOptions&)> draw;
};

/// The kinds that show a whole programme.
[[nodiscard]] std::vector<Drawing> whole_pictures(const Dataset& dataset);

/// Every picture that the command can draw: those, one of each department and of each region and
/// group of the registry, of several notices the comparison of the first with the last and of
/// all, and of a plan the reorganization.
[[nodiscard]] std::vector<Drawing> all_pictures(const Dataset& dataset);

}  // namespace remit::test
