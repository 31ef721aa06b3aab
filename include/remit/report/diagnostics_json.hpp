/// \file
/// How do machines read what is wrong?
#pragma once

#include <remit/model/diagnostic.hpp>

#include <iosfwd>

namespace remit {

/// Writes all problems as one JSON object: `problems` (each with severity, file, line, column,
/// code, message, the number of times it is there, and notes, which have file, line, column and
/// message), and the numbers of `errors` and `warnings`, with those that are only counted. Bytes
/// that are not UTF-8 are replaced by U+FFFD.
void write_json(std::ostream& out, const Diagnostics& diagnostics);

}  // namespace remit
