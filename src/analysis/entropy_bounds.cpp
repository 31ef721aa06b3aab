#include "entropy_bounds.hpp"

#include <algorithm>
#include <cmath>

namespace remit::detail {

namespace {

struct Cell {
    std::size_t row = 0;
    std::size_t column = 0;
};

/// Fills a matrix of expected counts, rounded down, up to its margins.
class Evening {
 public:
    explicit Evening(const Margins& margins)
        : margins_(margins), row_rests_(margins.rows), column_rests_(margins.columns) {
        for (std::size_t i = 0; i < margins.rows.size(); ++i) {
            counts_.emplace_back(margins.columns.size());
            for (std::size_t j = 0; j < margins.columns.size(); ++j) {
                add({i, j}, margins.expected_floor(i, j));
            }
        }
        while (placed_ < margins.total) add(next(), 1);
    }

    /// Takes one from the cell that is furthest above its expectation to where most is lacking in
    /// its row or column, and balances the sums by two more cells.
    void exchange() {
        const auto from = furthest_above();
        if (lack(from) >= 0) return;
        const auto in_row = most_lacking_in_row(from.row);
        const auto in_column = most_lacking_in_column(from.column);
        if (lack(in_row) >= lack(in_column)) {
            const auto other = least_lacking_in_column(in_row.column).row;
            rotate(from, {other, in_row.column});
        } else {
            const auto other = least_lacking_in_row(in_column.row).column;
            rotate(from, {in_column.row, other});
        }
    }

    [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
    void add(Cell cell, std::uint64_t count) {
        counts_[cell.row][cell.column] += count;
        row_rests_[cell.row] -= count;
        column_rests_[cell.column] -= count;
        placed_ += count;
    }

    /// The smallest cell that can take one; of equals the most lacking.
    [[nodiscard]] Cell next() const {
        return best([&](Cell a, Cell b) {
            const bool a_open = is_open(a);
            const bool b_open = is_open(b);
            if (!a_open || !b_open) return a_open && !b_open;
            const auto a_count = counts_[a.row][a.column];
            const auto b_count = counts_[b.row][b.column];
            if (a_count != b_count) return a_count < b_count;
            return lack(a) > lack(b);
        });
    }

    [[nodiscard]] bool is_open(Cell cell) const {
        return row_rests_[cell.row] > 0 && column_rests_[cell.column] > 0;
    }

    /// Of equals the one with the greatest count.
    [[nodiscard]] Cell furthest_above() const {
        return best([&](Cell a, Cell b) {
            const auto a_lack = lack(a);
            const auto b_lack = lack(b);
            if (a_lack != b_lack) return a_lack < b_lack;
            return counts_[a.row][a.column] > counts_[b.row][b.column];
        });
    }

    [[nodiscard]] Cell most_lacking_in_row(std::size_t row) const {
        Cell found{row, 0};
        for (std::size_t j = 0; j < margins_.columns.size(); ++j) {
            if (lack({row, j}) > lack(found)) found.column = j;
        }
        return found;
    }

    [[nodiscard]] Cell most_lacking_in_column(std::size_t column) const {
        Cell found{0, column};
        for (std::size_t i = 0; i < margins_.rows.size(); ++i) {
            if (lack({i, column}) > lack(found)) found.row = i;
        }
        return found;
    }

    [[nodiscard]] Cell least_lacking_in_row(std::size_t row) const {
        Cell found{row, 0};
        for (std::size_t j = 0; j < margins_.columns.size(); ++j) {
            if (lack({row, j}) < lack(found)) found.column = j;
        }
        return found;
    }

    [[nodiscard]] Cell least_lacking_in_column(std::size_t column) const {
        Cell found{0, column};
        for (std::size_t i = 0; i < margins_.rows.size(); ++i) {
            if (lack({i, column}) < lack(found)) found.row = i;
        }
        return found;
    }

    /// How far a count is below its expectation, times the total: exact.
    [[nodiscard]] std::int64_t lack(Cell cell) const {
        return static_cast<std::int64_t>(margins_.rows[cell.row] * margins_.columns[cell.column]) -
               static_cast<std::int64_t>(counts_[cell.row][cell.column] * margins_.total);
    }

    /// The first cell, by row, then column, that none is better than.
    template <class Better>
    [[nodiscard]] Cell best(Better better) const {
        Cell found;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            for (std::size_t j = 0; j < counts_[i].size(); ++j) {
                if (better(Cell{i, j}, found)) found = {i, j};
            }
        }
        return found;
    }

    /// Takes one from both and gives it to the other corners of their rectangle.
    void rotate(Cell a, Cell b) {
        --counts_[a.row][a.column];
        --counts_[b.row][b.column];
        ++counts_[a.row][b.column];
        ++counts_[b.row][a.column];
    }

    const Margins& margins_;
    Counts counts_;
    std::vector<std::uint64_t> row_rests_;
    std::vector<std::uint64_t> column_rests_;
    std::uint64_t placed_ = 0;
};

}  // namespace

Margins margins(const Counts& counts) {
    Margins result;
    if (!counts.empty()) result.columns.resize(counts.front().size());
    for (const auto& row : counts) {
        std::uint64_t sum = 0;
        for (std::size_t j = 0; j < row.size(); ++j) {
            sum += row[j];
            result.columns[j] += row[j];
        }
        result.rows.push_back(sum);
        result.total += sum;
    }
    return result;
}

double entropy(const Counts& counts, std::uint64_t total) {
    double sum = 0.0;
    for (const auto& row : counts) {
        for (const auto count : row) {
            if (count == 0) continue;
            const auto share = static_cast<double>(count) / static_cast<double>(total);
            sum -= share * std::log(share);
        }
    }
    return sum;
}

double least_entropy(const Margins& margins) {
    auto rows = margins.rows;
    auto columns = margins.columns;
    Counts result(rows.size(), std::vector<std::uint64_t>(columns.size()));
    for (auto rest = margins.total; rest > 0;) {
        const auto row = std::max_element(rows.begin(), rows.end());
        const auto column = std::max_element(columns.begin(), columns.end());
        const auto taken = std::min(*row, *column);
        auto& counts = result[static_cast<std::size_t>(row - rows.begin())];
        counts[static_cast<std::size_t>(column - columns.begin())] = taken;
        *row -= taken;
        *column -= taken;
        rest -= taken;
    }
    return entropy(result, margins.total);
}

double greatest_entropy(const Margins& margins) {
    Evening evening(margins);
    const auto row = *std::max_element(margins.rows.begin(), margins.rows.end());
    const auto column = *std::max_element(margins.columns.begin(), margins.columns.end());
    const auto total = static_cast<double>(margins.total);
    const auto expected = static_cast<double>(row) * static_cast<double>(column) / total;
    if (expected > 0.3679 * total) evening.exchange();
    return entropy(evening.counts(), margins.total);
}

}  // namespace remit::detail
