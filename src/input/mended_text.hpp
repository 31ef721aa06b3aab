/// \file
/// What does a file say once its slips of typing are mended, and where did each of it stand?
#pragma once

#include <remit/model/diagnostic.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace remit::detail {

/// A text to be parsed: the original, or, where something in it was mended, a copy.
struct MendedText {
    /// One that moves what stands behind it in its line.
    struct Edit {
        std::uint32_t line;
        std::uint32_t column;  ///< The first one behind it, in the copy.
        std::int64_t shift;    ///< How many bytes the original has more.
    };

    std::string_view original;
    std::string copy = {};
    std::vector<Edit> edits = {};  ///< By line and column.

    [[nodiscard]] std::string_view view() const { return copy.empty() ? original : copy; }

    /// The place in the original of a place in what is parsed. Time: O(log(edits) + those of the
    /// line).
    [[nodiscard]] Place original_place(Place where) const;
};

/// Mends lines from the first to the last.
class LineMender {
 public:
    explicit LineMender(std::string_view text) : mended_{text} {}

    /// Puts other bytes in the place of some of the line; edits of one line do not overlap.
    void replace(std::size_t begin, std::size_t size, std::string bytes);

    /// Ends a line.
    ///
    /// \param number  counted from 1
    /// \param begin   its first byte in the original
    /// \param line    with its line end
    void end_line(std::uint32_t number, std::size_t begin, std::string_view line);

    [[nodiscard]] MendedText take() { return std::move(mended_); }

 private:
    struct Replacement {
        std::size_t begin;
        std::size_t size;
        std::string bytes;
    };

    MendedText mended_;
    std::vector<Replacement> replacements_;  // of the line at hand
};

}  // namespace remit::detail
