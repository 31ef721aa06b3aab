/// \file
/// What do words mean that stand at places? Lines, paragraphs, and the cells of tables.
#pragma once

#include "page.hpp"
#include "patterns.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace remit::reading {

/// Words that stand beside each other, in any unit of length.
struct Chunk {
    double left;
    double right;
    double y;     ///< Of its middle.
    double size;  ///< Of its letters, about.
    std::string text;
};

struct Line {
    double y;
    std::uint32_t number;       ///< Of its page, or of itself in a text.
    std::vector<Chunk> chunks;  ///< From left to right.

    [[nodiscard]] double left() const { return chunks.front().left; }
    [[nodiscard]] double right() const { return chunks.back().right; }
};

struct Sheet {
    double height;
    std::vector<Line> lines;  ///< From the top.
};

/// Words put together to lines: those at about one height, near ones joined.
[[nodiscard]] Sheet sheet_of(std::vector<Chunk> words, double height, std::uint32_t number);

/// A letter's width: of an ideograph, or twice that of others.
[[nodiscard]] double letter_size(const std::string& text, double width);

/// Tables are what stands below heads that are known; lines that go on to the right edge are one
/// paragraph with those below them.
[[nodiscard]] Page read_layout(const std::vector<Sheet>& sheets, const Patterns& patterns,
                               const std::map<std::string, std::string>& columns);

/// The same of a text whose table has its cells below each other, with two spaces or more between
/// them; none if there is no such table.
[[nodiscard]] std::optional<Page> read_aligned(std::string_view text, const Patterns& patterns,
                                               const std::map<std::string, std::string>& columns);

}  // namespace remit::reading
