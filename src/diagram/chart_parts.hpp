/// \file
/// Parts of charts: names beside rows, values in columns, lines and stripes below them. All lengths
/// are layout units.
#pragma once

#include "pieces.hpp"

#include <remit/diagram/page.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace remit::drawing {

/// The largest and the least scale of a chart: at the least one, or a little below it, text of
/// `body_size` is still readable.
inline constexpr double largest_chart_scale = 1.25;
inline constexpr double least_chart_scale = 0.83;

/// Lines of text, and the room that they take in a cell.
struct TextBlock {
    std::vector<TextLine> lines = {};
    int width = 0;   ///< Of the widest line, without padding.
    int height = 0;  ///< With a little space above and below.
};

/// A name in bold and, in pictures of two languages, that of the second one beside it.
struct NameBlock {
    TextBlock first = {};
    TextBlock second = {};  ///< May be empty.

    [[nodiscard]] int height() const { return std::max(first.height, second.height); }
};

/// A name that takes more than three lines of its width ends in "…".
[[nodiscard]] NameBlock name_block(const Languages& languages, const LocalizedText& text,
                                   const char* color = palette::ink);

/// A column of names.
struct NameColumn {
    int first = 0;  ///< The widths of both languages; the second one's is 0 without it.
    int second = 0;

    void add(const NameBlock& name);
    [[nodiscard]] int width() const { return first + second; }
};

/// A name within its column, set from the left or right.
[[nodiscard]] Box name_in(std::string id, std::string kind, const NameBlock& name,
                          const NameColumn& column, Align align, const Rectangle& at);

/// A text in one style, wrapped.
[[nodiscard]] TextBlock text_block(const Languages& languages, std::string_view text, double width,
                                   const TextStyle& style);

/// A box of one cell of text in a rectangle. Graphviz sets text a little above the middle of its
/// cell, so the cell is a little lower where there is room.
[[nodiscard]] Box text_in(std::string id, std::string kind, std::vector<TextLine> lines,
                          Align align, const Rectangle& at);

/// A bar, with its number or without, and a frame of its own width.
[[nodiscard]] Box bar_box(std::string id, std::string kind, const Rectangle& at,
                          const HexColor& fill, const HexColor& frame_color,
                          std::vector<TextLine> number = {});

/// A straight line.
[[nodiscard]] Curve straight_line(std::string id, std::string kind, Point begin, Point end,
                                  const HexColor& color, double width);

/// A filled rectangle below all boxes: a line as thick as it is high.
[[nodiscard]] Curve stripe_line(std::string id, const Rectangle& at, const HexColor& color);

/// The least of 1, 2, 5, 10, 20, 50, … that is not below `least`.
[[nodiscard]] std::size_t round_step(double least);

}  // namespace remit::drawing
