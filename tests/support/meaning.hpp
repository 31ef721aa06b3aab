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
/// page, and those by an abbreviation or a cut name are in its key; of the kinds that show a whole
/// programme, every department is on a page or named; of `workload` and `responsibility-map`, the
/// numbers are those of the programme; what the title of the map or matrix says that applies "only
/// in" some places does; of `comparison`, what rose ends at the right of where it began; of
/// `regions`, every region is there and its sum that of `coverage`; of `department`, here of body
/// 0, all its partners and measures are, and of `region`, here place 1, all measures that reach it.
[[nodiscard]] std::vector<std::string> meaning_faults(const Dataset& dataset, std::string_view kind,
                                                      const Picture& picture);

}  // namespace remit::test
