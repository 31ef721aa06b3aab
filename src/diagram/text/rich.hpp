/// \file
/// How is a text set of which some words stand out?
#pragma once

#include "../shapes/palette.hpp"
#include "text_layout.hpp"

#include <remit/diagram/picture.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace remit::drawing {

/// How words stand out. They are marked within a text by characters of the private use area, which
/// pass through phrases and lists unseen.
enum class Ink : std::uint8_t {
    plain,
    accent,   ///< What the title speaks of.
    limited,  ///< What is limited to some places.
    strong,
    quiet,
};

/// The text, marked; without marks of its own.
[[nodiscard]] std::string marked(std::string_view text, Ink ink);
[[nodiscard]] inline std::string accent(std::string_view text) {
    return marked(text, Ink::accent);
}
[[nodiscard]] inline std::string strong(std::string_view text) {
    return marked(text, Ink::strong);
}

/// The text without marks.
[[nodiscard]] std::string unmarked(std::string_view text);

struct Font {
    double size = 11.0;
    bool bold = false;
    HexColor color = "#1A1A1A";
};

/// Of the second language, below the first.
[[nodiscard]] inline Font second_font(const Font& font) {
    return {std::max(readable_text, 0.85 * font.size), font.bold, palette::secondary};
}

struct Span {
    std::string text;
    Ink ink = Ink::plain;

    friend bool operator==(const Span&, const Span&) = default;
};

/// A line and how wide it is.
struct RichLine {
    std::vector<Span> spans;
    double width = 0.0;
};

/// The lines of a marked text, as `wrap` breaks them; of more than `most` the last one that is kept
/// ends in "…". Lines without bound where `most` is 0.
[[nodiscard]] std::vector<RichLine> wrap_rich(std::string_view text, double width, const Font& font,
                                              Language page, std::size_t most = 0,
                                              Filling filling = Filling::even);

/// The width on one line.
[[nodiscard]] double rich_width(std::string_view text, const Font& font, Language page);

/// The width of its widest part that no line may break.
[[nodiscard]] double widest_word(std::string_view text, const Font& font, Language page);

/// Draws a line: `at` is the anchor by `align`, half way up.
/// \param language  that the text is in
/// \param page      whose fonts it has
void draw_line(const RichLine& line, const Mark& mark, Point at, Align align, const Font& font,
               Language language, Diagram& page);

}  // namespace remit::drawing
