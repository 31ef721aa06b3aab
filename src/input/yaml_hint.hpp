/// \file
/// What slip does a syntax error usually come from?
#pragma once

#include "yaml_node.hpp"

#include <string>
#include <string_view>

namespace remit::detail {

/// What was probably meant, as a question or an advice.
///
/// \param line  the line of the error
[[nodiscard]] std::string syntax_hint(const SyntaxError& error, std::string_view line,
                                      const Diagnostics& words);

/// What the parser says of it, in the language of the messages.
[[nodiscard]] std::string parser_message(const SyntaxError& error, const Diagnostics& words);

}  // namespace remit::detail
