/// \file
/// Where in the files does something stand?
#pragma once

#include <compare>
#include <cstdint>

namespace remit {

/// A place in one of the files that were read.
struct Place {
    std::uint32_t file = 0;    ///< Which file, in the order in which they were read.
    std::uint32_t line = 0;    ///< Counted from 1; 0 if the place is the file as a whole.
    std::uint32_t column = 0;  ///< Counted from 1, in bytes; 0 if the place is the file as a whole.

    friend auto operator<=>(const Place&, const Place&) = default;
};

}  // namespace remit
