/// \file
/// Which columns of least cost meet every row, or some rows more than once?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace remit {

using Columns = std::vector<std::uint32_t>;
using Cost = std::int64_t;

/// What searches may still do, shared by all of them. Counted, so that it ends at the same place
/// every time.
struct Effort {
    static constexpr std::size_t looks_per_node = 25'000;  ///< On average, at most.

    std::size_t limit = 0;  ///< Nodes to visit.
    std::size_t spent = 0;
    std::size_t looks = 0;  ///< Columns of rows that were looked at, some nanoseconds each.

    void look(std::size_t columns) { looks += columns; }
    /// A node of a large problem may have no end of its own, so that this holds within one, too.
    [[nodiscard]] bool looks_ended() const { return looks / looks_per_node >= limit; }
    [[nodiscard]] bool ended() const { return spent >= limit || looks_ended(); }
};

/// Rows one behind the other: each needs so many of its columns, and has a multiplier, which
/// carries over from a problem to its parts.
struct CoverRows {
    std::vector<std::uint32_t> first = {0};  ///< One more than there are rows.
    Columns columns = {};                    ///< Of each row ascending.
    std::vector<std::uint32_t> needs = {};   ///< At least 1, at most as many as it has columns.
    std::vector<Cost> multipliers = {};      ///< Scaled; any that are not negative give a bound.
    bool reduced = false;                    ///< What can drop out has done so.

    [[nodiscard]] std::size_t size() const { return multipliers.size(); }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t row) const {
        return {columns.data() + first[row], columns.data() + first[row + 1]};
    }
    void add(std::uint32_t column) { columns.push_back(column); }
    void end_row(std::uint32_t need, Cost multiplier) {
        first.push_back(static_cast<std::uint32_t>(columns.size()));
        needs.push_back(need);
        multipliers.push_back(multiplier);
    }
};

/// The other way round: the rows that each column meets, ascending.
class RowsOfColumns {
 public:
    RowsOfColumns(const CoverRows& rows, std::size_t columns);

    [[nodiscard]] std::span<const std::uint32_t> operator[](std::uint32_t column) const {
        return {rows_.data() + first_[column], rows_.data() + first_[column + 1]};
    }

 private:
    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> rows_;
};

/// Whether the best is wanted, or any within the limit: for who knows that none is better than
/// just within it.
enum class Wanted : std::uint8_t { best, any };

/// What is known of the covers of some rows that cost less than a limit.
struct CoverAnswer {
    std::optional<Columns> cover;  ///< One that does, if one was found; the best found.
    Cost cost = 0;                 ///< Of it.
    Cost bound = 0;  ///< No cover costs less than this; at least the limit: none does.
};

/// Columns that are settled before a search.
struct Settled {
    Columns taken = {};
    Columns dropped = {};
};

/// The rows without those that have all columns of another one. They have the same covers.
[[nodiscard]] CoverRows without_supersets(const CoverRows& rows, std::size_t columns,
                                          Effort& effort);

/// The rows of each connected component, in the order of their first rows.
[[nodiscard]] std::vector<CoverRows> components(CoverRows rows, std::size_t columns);

struct CoverBound;

/// Searches for covers by branch and bound.
class CoverSearch {
 public:
    /// \param costs   by column, above 0
    /// \param scale   multipliers are whole numbers of so many parts of a unit of cost
    CoverSearch(const std::vector<Cost>& costs, Cost scale, Effort& effort)
        : costs_(costs), scale_(scale), effort_(effort) {}

    /// A cover below a limit with the columns that are taken, which count, and none of those that
    /// are dropped; or, if the effort ends, the best that was found and a bound.
    [[nodiscard]] CoverAnswer solve(const CoverRows& rows, const Settled& settled, Cost limit,
                                    Wanted wanted = Wanted::best);

 private:
    /// One connected component that cannot be reduced.
    [[nodiscard]] CoverAnswer solve_part(CoverRows rows, Cost limit, Wanted wanted);
    /// What is left when reduced costs bind columns, as far as they do; else branches.
    [[nodiscard]] CoverAnswer narrow(const CoverRows& rows, const CoverBound& known, Cost limit,
                                     Wanted wanted);
    [[nodiscard]] CoverAnswer branch(const CoverRows& rows, const std::vector<Cost>& reduced,
                                     Cost limit, Wanted wanted);

    const std::vector<Cost>& costs_;
    Cost scale_;
    Effort& effort_;
};

/// The largest scale that keeps all sums of a problem far within 64 bits.
[[nodiscard]] Cost scale_for(const std::vector<Cost>& costs, std::size_t rows);

}  // namespace remit
