/// \file
/// Which fonts draw a language, and are they there?
#pragma once

#include <remit/diagram/diagram.hpp>
#include <remit/model/localized_text.hpp>

#include <string>

namespace remit {

/// The font families for a language, the preferred one first, separated by commas.
[[nodiscard]] std::string font_list(Language language);

/// Makes sure that a diagram can be drawn as meant: Graphviz would silently draw empty frames for
/// characters that no font has, and take any font for one that is not there.
/// \throws Error that names the font or the characters that are missing, and the Debian package
void check_fonts(const Diagram& diagram);

}  // namespace remit
