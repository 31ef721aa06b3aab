/// \file
/// What drops out of a covering problem before anything is tried?
#pragma once

#include "set_cover.hpp"

namespace remit {

/// Takes columns that a row cannot do without, drops columns for which another one does as well,
/// and rows that are met whenever another one is, until nothing changes: some cheapest cover is
/// left.
///
/// Only what a change concerns is looked at again. Where the looks of the effort have ended, less
/// drops out.
class CoverReduction {
 public:
    /// \param costs  by column, above 0
    CoverReduction(const CoverRows& rows, const std::vector<Cost>& costs, Effort& effort);

    void settle(const Settled& settled);

    /// What covers of the rows that are left cost at least, by the multipliers that they have.
    [[nodiscard]] Cost bound(Cost scale) const;

    /// \pre no row has all columns of another one
    /// \return false if some row has too few columns left
    [[nodiscard]] bool run();

    /// Drops no column.
    void drop_supersets();

    /// Those that were settled, and others.
    [[nodiscard]] const Columns& taken() const { return taken_; }
    [[nodiscard]] CoverRows rest() const;

 private:
    void take(std::uint32_t column);
    void drop(std::uint32_t column);
    void remove(std::uint32_t row);
    [[nodiscard]] bool is_met(std::uint32_t row) const { return needs_[row] == 0; }
    void await_row(std::uint32_t row);
    void await_column(std::uint32_t column);

    [[nodiscard]] bool settle_row(std::uint32_t row);
    void drop_supersets_of(std::uint32_t row);
    [[nodiscard]] bool contains(std::uint32_t row, std::uint32_t column) const;
    [[nodiscard]] bool is_subset(std::uint32_t row, std::uint32_t other) const;
    [[nodiscard]] bool is_dominated(std::uint32_t column) const;
    [[nodiscard]] bool does_as_well(std::uint32_t other, std::uint32_t column) const;

    const CoverRows& rows_;
    const std::vector<Cost>& costs_;
    Effort& effort_;
    RowsOfColumns met_;
    std::vector<std::uint32_t> widths_;  // by row, columns left
    std::vector<std::uint32_t> counts_;  // by column, rows left
    std::vector<std::uint32_t> needs_;   // by row, how many of them it needs; 0: it is met
    std::vector<bool> settled_;          // by column
    Columns taken_;
    std::vector<std::uint32_t> open_rows_;
    std::vector<bool> row_is_open_;
    Columns open_columns_;
    std::vector<bool> column_is_open_;
};

}  // namespace remit
