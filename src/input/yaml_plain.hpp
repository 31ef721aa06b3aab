/// \file
/// What does a text say that is written the way people and programs mostly write YAML?
#pragma once

#include <yaml-cpp/eventhandler.h>

#include <string_view>

namespace remit::detail {

/// Tells of a text what yaml-cpp would, event for event and place for place, and sooner, if the
/// text is in the plain style: maps and lists by indentation, of which lists and maps in brackets
/// on one line, texts with or without quotes, text folded ('>') or kept ('|') without empty lines,
/// comments. Whatever else YAML has, an error too, is not in that style, and nothing is told of
/// such a text: yaml-cpp is the authority on it.
///
/// \return whether the text is in the plain style
/// Time: linear in the size of the text.
[[nodiscard]] bool tell_plain(std::string_view text, YAML::EventHandler& listener);

}  // namespace remit::detail
