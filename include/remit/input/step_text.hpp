/// \file
/// Which step of a plan does one line of text say?
#pragma once

#include <remit/model/diagnostic.hpp>
#include <remit/model/draft.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace remit {

/// A step as the command line has it:
///
/// - merge: A+B=C
/// - rename: A=C
/// - move: MEASURE=C, from the first-named, or MEASURE/A=C, from A
/// - split: A=C:1,2;D:rest
///
/// C and D may be bodies that nobody knows; they are then new.
struct StepText {
    StepKind kind = StepKind::merge;
    std::string name;  ///< For messages, where a file's name would stand.
    std::string text;
};

/// Reads a step; one that is not of its form is reported.
///
/// \param file  its position in `diagnostics.files`
[[nodiscard]] std::optional<DraftStep> read_step(const StepText& step, std::uint32_t file,
                                                 Diagnostics& diagnostics);

}  // namespace remit
