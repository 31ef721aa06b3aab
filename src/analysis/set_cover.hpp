/// \file
/// Which columns of least cost meet every row?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace remit {

using Columns = std::vector<std::uint32_t>;
using Cost = std::int64_t;

/// The nodes that searches may still visit, shared by all of them.
struct Effort {
    std::size_t limit = 0;
    std::size_t spent = 0;

    [[nodiscard]] bool ended() const { return spent >= limit; }
};

/// A row and its multiplier, which carries over from a problem to its parts.
struct CoverRow {
    Columns columns;      ///< Ascending.
    Cost multiplier = 0;  ///< Scaled; any number that is not negative gives a bound.
};
using CoverRows = std::vector<CoverRow>;

/// Whether the best is wanted, or any within the limit: for who knows that none is better than
/// just within it.
enum class Wanted : std::uint8_t { best, any };

/// What is known of the covers of some rows that cost less than a limit.
struct CoverAnswer {
    std::optional<Columns> cover;  ///< One that does, if one was found; the best found.
    Cost cost = 0;                 ///< Of it.
    Cost bound = 0;  ///< No cover costs less than this; at least the limit: none does.
};

/// Drops every row that has all columns of another one. This changes no cover.
void drop_supersets(CoverRows& rows);

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

    /// A cover below a limit, or, if the effort ends, the best that was found and a bound.
    [[nodiscard]] CoverAnswer solve(CoverRows rows, Cost limit, Wanted wanted = Wanted::best);

 private:
    /// One connected component that cannot be reduced.
    [[nodiscard]] CoverAnswer solve_part(CoverRows rows, Cost limit, Wanted wanted);
    /// What is left when reduced costs bind columns, as far as they do; else branches.
    [[nodiscard]] CoverAnswer narrow(CoverRows rows, const CoverBound& known, Cost limit,
                                     Wanted wanted);
    [[nodiscard]] CoverAnswer branch(const CoverRows& rows, const std::vector<Cost>& reduced,
                                     Cost limit, Wanted wanted);

    const std::vector<Cost>& costs_;
    Cost scale_;
    Effort& effort_;
};

/// Rows without those that a column meets.
[[nodiscard]] CoverRows without_met(const CoverRows& rows, const std::vector<bool>& taken);

/// Rows without some of their columns; a row may become empty.
[[nodiscard]] CoverRows without_columns(CoverRows rows, const std::vector<bool>& dropped);

/// The largest scale that keeps all sums of a problem far within 64 bits.
[[nodiscard]] Cost scale_for(const std::vector<Cost>& costs, std::size_t rows);

}  // namespace remit
