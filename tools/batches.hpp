/// \file
/// Which batches does the user want set against each other?
#pragma once

#include "cli.hpp"

#include <string>
#include <vector>

namespace remit::cli {

/// In the bodies of which batch's day.
enum class Bodies : std::uint8_t { first, last };

/// Two or more batches in their order: one a path, or, of one path, one a notice by its date; all
/// in the bodies of one day.
///
/// \param command  what is asked for, for the message
/// \param bodies   where the view names no day
/// \throws UsageError if there is but one notice, and as `load_programme`
[[nodiscard]] std::vector<Dataset> load_batches(const std::string& command,
                                                const InputOptions& input, ViewOptions view,
                                                Bodies bodies = Bodies::last);

}  // namespace remit::cli
