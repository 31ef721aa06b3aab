/// \file
/// How is work done that may abort the process, leak or hang?
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace remit::drawing {

inline constexpr std::chrono::seconds isolated_limit{60};

/// Does the work in a child process, and returns what it returned. What it allocates and never
/// frees, and what it changes in memory, ends with the child.
///
/// `work` may throw: an Error comes back with its message, a lack of memory as std::bad_alloc.
/// \throws Error if there can be no child, or it is ended by a signal or at the limit
[[nodiscard]] std::string isolated(const std::function<std::string()>& work,
                                   std::chrono::milliseconds limit = isolated_limit);

}  // namespace remit::drawing
