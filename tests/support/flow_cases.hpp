/// \file
/// Programmes that try a picture's layout: long names, much of everything, nothing of it.
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

#include <string>
#include <vector>

namespace remit::test {

struct FlowCase {
    std::string name;
    Dataset dataset;
};

/// Nothing listed, all withheld, one department, no region but a nation, names of 60 and titles of
/// 200 characters, declared leads, two notices, and 60 departments with 200 measures.
[[nodiscard]] std::vector<FlowCase> odd_programmes();

/// So many measures of a number of departments, each with up to ten, in twelve regions.
[[nodiscard]] Dataset large_programme(unsigned measures, unsigned departments);

/// Every page format, in each language and in two.
[[nodiscard]] std::vector<PictureOptions> every_page();
/// The same, but of a large programme, which some formats refuse, only slides and pages that fit.
[[nodiscard]] std::vector<PictureOptions> pages_for(const Dataset& dataset);
[[nodiscard]] std::string to_string(const PictureOptions& options);

}  // namespace remit::test
