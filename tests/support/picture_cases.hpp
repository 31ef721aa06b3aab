/// \file
/// On which pages, in which languages and of which programmes must every picture be sound?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

#include <string>
#include <vector>

namespace remit::test {

/// Every page in every language, and in two at once.
[[nodiscard]] std::vector<PictureOptions> every_page();

/// The same, but of a large programme, which takes its time, only slides and pages that fit.
[[nodiscard]] std::vector<PictureOptions> pages_for(const Dataset& dataset);

/// For messages, such as "en of page 2".
[[nodiscard]] std::string shown(const PictureOptions& options);

/// A programme and what is odd about it.
struct OddProgramme {
    std::string what;
    Dataset dataset;
};

/// One department, no region to speak of, long names and titles, all withheld, declared leads, two
/// notices, and one of 200 measures and 60 departments.
[[nodiscard]] std::vector<OddProgramme> odd_programmes();

/// Departments d0, d1, … and measures 1, 2, …, of one to five departments, the first ones more
/// often.
[[nodiscard]] std::string large_programme(std::size_t measures, std::size_t departments,
                                          const std::string& notice = "n");

}  // namespace remit::test
