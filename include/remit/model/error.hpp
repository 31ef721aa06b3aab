/// \file
/// What did the world refuse?
#pragma once

#include <stdexcept>

namespace remit {

/// The world failed: a file, the disk, a font, the renderer. The message is a sentence for the
/// person at the keyboard: what could not be done with what, and what to do. Thrown as well of a
/// graph that cannot be, as `ResponsibilityGraph` says.
/// Bad data never throws; it is reported as `Diagnostic`s.
class Error : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace remit
