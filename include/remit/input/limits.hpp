/// \file
/// How much may a file hold?
#pragma once

#include <cstddef>
#include <cstdint>

namespace remit {

/// What protects from a file that is no programme but would fill the memory. The shipped files have
/// 57 KB and 141 records together; a record takes about half a kilobyte of memory.
struct Limits {
    std::uintmax_t file_bytes = std::uintmax_t{32} << 20U;  ///< Of one file.
    /// Items of all lists of one file, which may have 50 values each on average.
    std::size_t records = 100'000;
};

}  // namespace remit
