/// \file
/// How is a programme restricted to the measures that --where asks for?
#pragma once

#include <remit/model/dataset.hpp>

#include <span>
#include <string>
#include <vector>

namespace remit::cli {

/// Turns programmes into those of the measures that meet the conditions. A key or value that only
/// some of the programmes know leaves nothing of the others.
/// \throws UsageError for what is no condition, or no programme knows
void apply_where(std::span<Dataset> programmes, const std::vector<std::string>& conditions);

}  // namespace remit::cli
