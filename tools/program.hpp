/// \file
/// How does a program of commands begin and end?
#pragma once

#include "cli.hpp"

#include <span>
#include <string>
#include <vector>

namespace remit::cli {

using AddCommand = void (*)(Program&);

/// Where the program is looked for that `remit import` goes on as: beside this one, as it is built,
/// and where it is installed.
[[nodiscard]] std::vector<std::string> import_programs();

/// \return the exit status
int run_program(int argc, char** argv, std::span<const AddCommand> commands);

/// What the command does that a program of its own has.
inline constexpr const char* import_does =
    "Make a programme of a published notice, a web page or a table";

}  // namespace remit::cli
