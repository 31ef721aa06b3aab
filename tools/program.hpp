/// \file
/// How does a program of commands begin and end?
#pragma once

#include "cli.hpp"

#include <span>

namespace remit::cli {

using AddCommand = void (*)(Program&);

/// \return the exit status
int run_program(int argc, char** argv, std::span<const AddCommand> commands);

/// What the commands do that only the larger program has.
inline constexpr const char* import_does =
    "Make a programme of a published notice, a web page or a table";
inline constexpr const char* diagram_does = "Draw a picture for a briefing";
inline constexpr const char* doctor_does =
    "Say whether all that remit needs is here, and what to install";

}  // namespace remit::cli
