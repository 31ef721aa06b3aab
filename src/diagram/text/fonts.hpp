/// \file
/// Are the fonts there that a diagram needs?
#pragma once

#include <remit/diagram/picture.hpp>

namespace remit::drawing {

/// Makes sure that a diagram can be drawn as meant: Graphviz would silently draw empty frames for
/// characters that no font has, and take any font for one that is not there.
/// \throws Error that names the font or the characters that are missing, and the Debian package
void check_fonts(const Diagram& diagram);

}  // namespace remit::drawing
