/// \file
/// Which lines do words make that stand at places?
#pragma once

#include <cstdint>
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

}  // namespace remit::reading
