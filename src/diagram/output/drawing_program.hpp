/// \file
/// How is the program reached that draws?
#pragma once

#include "messages.hpp"

namespace remit::drawing {

/// Asks the drawing program, which starts with the first question and ends with this process; all
/// that is drawn meanwhile it draws, so that it loads its libraries and fonts once. Threads wait
/// for each other. A process that was forked since has a program of its own. \throws Error if there
/// is no such program, or it fails, with what it says; std::bad_alloc if it
///         lacks memory
[[nodiscard]] Answer ask(const Request& request);

}  // namespace remit::drawing
