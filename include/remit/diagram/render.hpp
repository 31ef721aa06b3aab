/// \file
/// How does a diagram become an image?
#pragma once

#include <remit/diagram/picture.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

enum class ImageFormat : std::uint8_t {
    svg,
    pdf,
    png,
    dot,
    svg_paths,  ///< SVG whose letters are shapes: the same where its fonts are not installed, but
                ///< nobody can select or search its text.
    svg_part,   ///< An element for a page of HTML, which has the fonts: without ids, as large as
                ///< there is room. What its groups stand for (`word_of`) is their `data-of`, with
                ///< the class "of"; those that are names have `data-name` too.
};

/// "svg", "pdf", "png" or "dot"; none for another word.
[[nodiscard]] std::optional<ImageFormat> parse_image_format(std::string_view word);

/// Draws a diagram with Graphviz. Same diagram and fonts, same bytes.
///
/// A program of its own draws (see `draw_with`), which this process starts with its first picture
/// and which ends with it: so Graphviz and what it needs are not loaded here, and can neither end
/// this process nor use up its memory. May be called from several threads; calls wait for each
/// other. SVG has a title, a description and tooltips, and refers to nothing outside the file; PNG
/// has 144 dots an inch, which the file says; the PDF's date is the diagram's.
/// \throws Error if a font or character is missing, if a plugin of Graphviz or the program is, or
///         if Graphviz says anything at all: its warnings are visible faults; PictureRefusal if the
///         picture is too large for PNG
[[nodiscard]] std::string render(const Diagram& diagram, ImageFormat format);

/// Draws all pages: the contents of one file, or for SVG and PNG of one file a page.
/// \throws Error as for one page
[[nodiscard]] std::vector<std::string> render(const Picture& picture, ImageFormat format);

}  // namespace remit
