/// \file
/// How does a file appear whole or not at all?
#pragma once

#include <string>
#include <string_view>

namespace remit {

/// Writes a file: a temporary file beside the target is written, synced and renamed onto it, with
/// the permissions of the file that it replaces. A symbolic link is followed. What is no regular
/// file, such as a pipe or a device, is written directly.
/// \throws Error that names the file; the old file, if any, is then as it was
void write_file(const std::string& name, std::string_view bytes);

}  // namespace remit
