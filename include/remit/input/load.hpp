/// \file
/// What programme do these files make together?
#pragma once

#include <remit/input/limits.hpp>
#include <remit/input/step_text.hpp>
#include <remit/model/build_dataset.hpp>

#include <concepts>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace remit {

/// Reads files, and the files that they include, as one programme. Several files, those of folders
/// too, are read side by side on as many threads as there are cores; what comes of it, and of
/// problems, is the same as of one after the other.
///
/// \param paths  Files, folders (all their *.yaml and *.yml, by name) or "-" for standard input.
/// A file that is named twice, or included by several, is read once. An include that cannot be
/// read is a problem of the data.
/// \param steps  A plan that stands in no file; it comes after those of the files.
/// \param language  of the messages, if there are words for them in it: see `message_language`.
/// \throws Error if a path of `paths` cannot be read, or is larger than the limit.
[[nodiscard]] LoadResult load(const std::vector<std::string>& paths, const Limits& limits = {},
                              std::span<const StepText> steps = {},
                              Language language = Language::en);

/// The same of one path.
template <std::convertible_to<std::filesystem::path> Path>
[[nodiscard]] LoadResult load(const Path& path, const Limits& limits = {},
                              std::span<const StepText> steps = {},
                              Language language = Language::en) {
    return load(std::vector{std::filesystem::path(path).string()}, limits, steps, language);
}

/// The bytes of a file, or of standard input for "-".
/// \throws Error if it cannot be read, or is larger than the limit
[[nodiscard]] std::string read_bytes(const std::string& name, const Limits& limits = {},
                                     Language language = Language::en);

/// Reads one file from memory; what it includes is looked up from the current folder.
[[nodiscard]] LoadResult load_text(const std::string& name, std::string text,
                                   const Limits& limits = {}, Language language = Language::en);

}  // namespace remit
