/// \file
/// How does the command have another program do something?
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace remit::cli {

/// Those that print a page of HTML; Debian's first.
inline const std::vector<std::string> browsers{"chromium", "chromium-browser", "google-chrome",
                                               "google-chrome-stable"};

/// The first of some programs that is found in PATH; empty if none is.
[[nodiscard]] std::string program_in_path(const std::vector<std::string>& names);

/// Runs a program to its end, with nothing to read and its words kept. It has 120 seconds.
/// \throws Error if it cannot be started, fails or takes longer; with the last line that it said
void run(const std::string& program, const std::vector<std::string>& arguments);

/// A folder for files of the moment, which goes with its owner.
class ShortLivedFolder {
 public:
    /// \throws Error if there cannot be one
    ShortLivedFolder();
    ~ShortLivedFolder();
    ShortLivedFolder(const ShortLivedFolder&) = delete;
    ShortLivedFolder& operator=(const ShortLivedFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
    std::filesystem::path path_;
};

}  // namespace remit::cli
