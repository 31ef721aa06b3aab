/// \file
/// What is the terminal that one works at?
#pragma once

#include <unistd.h>

#include <cstddef>
#include <optional>
#include <string_view>

namespace remit::cli {

inline constexpr std::size_t usual_columns = 80;      ///< Where there is no terminal.
inline constexpr std::size_t readable_columns = 100;  ///< Of prose.

/// How wide the terminal is; none where the descriptor is no terminal, or it does not say.
[[nodiscard]] std::optional<std::size_t> terminal_columns(int descriptor);

/// Whether a terminal at the descriptor shows colors, and its user wants them: not with NO_COLOR
/// set, nor TERM=dumb.
[[nodiscard]] bool shows_color(int descriptor);

/// Shows a text in $PAGER, which this process becomes; does nothing where standard output is no
/// terminal or $PAGER is empty. The words of $PAGER are a program and its arguments, as they are:
/// no shell reads them.
/// \throws Error if the pager cannot be started
void page(std::string_view text);

}  // namespace remit::cli
