/// \file
/// Are the fonts there that a diagram needs?
#pragma once

#include <remit/diagram/picture.hpp>

#include <cstdint>

namespace remit::drawing {

/// What it takes to draw a page's texts.
enum class Fonts : std::uint8_t {
    own,  ///< Those that are named for its language.
    all,  ///< All of this machine, for characters that those lack.
};

/// Makes sure that a diagram can be drawn as meant: Graphviz would silently draw empty frames for
/// characters that no font has, and take any font for one that is not there.
/// \throws Error that names the font or the characters that are missing, and the Debian package
[[nodiscard]] Fonts check_fonts(const Diagram& diagram);

/// Leaves the process no other fonts than those of a language. For each size of text all that are
/// left are compared and sorted, which takes longer than to draw a page.
/// \pre `check_fonts` has found that they do for all that the process still draws
void keep_fonts_of(Language language);

}  // namespace remit::drawing
