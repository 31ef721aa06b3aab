/// \file
/// How much may a file hold?
#pragma once

#include <cstddef>
#include <cstdint>

namespace remit {

/// What protects from a file that is no programme but would fill the memory. The shipped files have
/// 57 KB and 141 records together; a measure of a
/// list of 100,000 takes some 800 bytes of memory, its text included (tests/benchmark/RESULTS.md).
struct Limits {
    std::uintmax_t file_bytes = std::uintmax_t{32} << 20U;  ///< Of one file.
    /// Items of all lists of one file, which may have 50 values each on average.
    std::size_t records = 100'000;
};

}  // namespace remit
