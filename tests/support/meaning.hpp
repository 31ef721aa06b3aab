/// \file
/// Does a picture say what is so? What must hold of every kind, whatever the programme.
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace remit::test {

/// What is wrong with what a picture says, a line for each fault; none if it is sound: it has no
/// more pages than max(6, measures / 8); departments whose names differ are called differently on a
/// page; of the kinds that show a whole programme, every department is on a page or named; of
/// `workload` and `responsibility-map`, the numbers are those of the programme.
[[nodiscard]] std::vector<std::string> meaning_faults(const Dataset& dataset, std::string_view kind,
                                                      const Picture& picture);

}  // namespace remit::test
