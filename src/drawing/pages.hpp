/// \file
/// How does Graphviz draw pages?
#pragma once

#include "../diagram/output/messages.hpp"

#include <string>
#include <vector>

namespace remit::drawing {

/// The files of a picture, as `render` gives them. All pages are drawn in one child process.
/// \throws Error as `render`
[[nodiscard]] std::vector<std::string> draw(const Pages& pages);

}  // namespace remit::drawing
