/// \file
/// How does a file appear whole or not at all?
#pragma once

#include <string>
#include <string_view>

namespace remit {

/// Writes a file: a temporary file beside the target is written, synced and renamed onto it, and
/// the folder is synced. It has the permissions of the file that it replaces, or those of every new
/// file of the process. A file that nobody may write is not replaced. A symbolic link is followed.
/// What is no regular file, such as a pipe or a device, is written directly. Safe in a process of
/// several threads; SIGINT, SIGTERM, SIGHUP and SIGQUIT wait for the calling one until the file is
/// there, so that none of them leaves the temporary one.
/// \throws Error that names the file; the old file, if any, is then as it was, unless the folder
///         could not be synced
void write_file(const std::string& name, std::string_view bytes);

}  // namespace remit
