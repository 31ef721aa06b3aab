/// \file
/// How uneven and how even can counts be that have given sums?
#pragma once

#include <remit/analysis/specialization.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace remit::detail {

/// Row and column sums, and what they let expect.
struct Margins {
    std::vector<std::uint64_t> rows;
    std::vector<std::uint64_t> columns;
    std::uint64_t total = 0;

    [[nodiscard]] std::uint64_t expected_floor(std::size_t row, std::size_t column) const {
        return rows[row] * columns[column] / total;
    }
};

[[nodiscard]] Margins margins(const Counts& counts);

/// Of the shares of all cells, in nats.
[[nodiscard]] double entropy(const Counts& counts, std::uint64_t total);

/// That of the most uneven matrix that a greedy search finds.
[[nodiscard]] double least_entropy(const Margins& margins);

/// That of the most even matrix that a greedy search finds.
[[nodiscard]] double greatest_entropy(const Margins& margins);

}  // namespace remit::detail
