/// \file
/// How wide is a text, and where do its lines break?
///
/// Widths are those of the fonts that the pictures ask for first (Noto Sans CJK for Chinese, Noto
/// Sans for English), kept in a table so that a picture's layout does not depend on the machine.
#pragma once

#include <remit/model/localized_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace remit::drawing {

struct TextMeasure {
    double size = 9.0;  ///< Of the font, in layout units.
    bool bold = false;
    Language language = Language::zh_hans;
};

/// The width of a text on one line, in the unit of the size; a little more than the fonts' own.
[[nodiscard]] double text_width(std::string_view text, const TextMeasure& measure);
[[nodiscard]] double text_width(std::u32string_view text, const TextMeasure& measure);

/// The same as the fonts have it, without reserve: where a text goes on behind another.
[[nodiscard]] double natural_width(std::string_view text, const TextMeasure& measure);

/// Graphviz sets letters at whole pixels of 96 an inch. For images of it, all is drawn so many
/// times larger and scaled down, so that the spaces between words stay as wide as they are.
/// Not more often, as its dashes are so many times shorter.
inline constexpr double fine_units = 4.0;

/// The width that the letters of a text take as Graphviz draws them so, or `natural_width`,
/// whichever is more: where the text goes on in other letters, these do not overlap.
[[nodiscard]] double drawn_width(std::u32string_view text, const TextMeasure& measure);
[[nodiscard]] double drawn_width(std::string_view text, const TextMeasure& measure);
[[nodiscard]] double natural_width(std::u32string_view text, const TextMeasure& measure);

/// How lines share out a text.
enum class Filling : std::uint8_t {
    even,  ///< As even as possible: titles, names, headings.
    full,  ///< All but the last as full as possible: running text.
};

/// Breaks a text into lines of at most `width`: few, and as even as possible.
///
/// A line breaks where Unicode's line breaking allows it (never before "，" or after "（", Latin
/// words stay whole); inside a Chinese word (by ICU's dictionary) or a short quotation only where
/// that saves more than a line. A word that is wider than a line is cut. Spaces at a break are
/// dropped. Line ends in the text are kept. At least one line, which may be empty. Time: O(length *
/// breaks a line).
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, double width,
                                            const TextMeasure& measure,
                                            Filling filling = Filling::even);

/// The text, or as much of its begin as there is room for, with "…" behind it.
[[nodiscard]] std::string shortened(std::string_view text, double width,
                                    const TextMeasure& measure);

/// `wrap`, but for at most so many lines, the last one `shortened`.
/// \pre most > 0
[[nodiscard]] std::vector<std::string> wrap_at_most(std::size_t most, std::string_view text,
                                                    double width, const TextMeasure& measure);

}  // namespace remit::drawing
