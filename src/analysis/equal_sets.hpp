/// \file
/// Which sets of columns are as good as the best one?
#pragma once

#include "set_cover.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace remit {

/// What a set has to do with a column.
enum class Bind : std::uint8_t { free, in, out };

/// Whether a best set agrees with what columns are bound to.
struct EqualSet {
    std::optional<Columns> set;  ///< Ascending.
    bool decided = true;         ///< False if the effort ended: there may be one nevertheless.
};
using EqualSetOracle = std::function<EqualSet(const std::vector<Bind>& binds)>;

/// Is told once what columns are bound to in every best set, and so in every question from then on.
using EqualSetListener = std::function<void(const std::vector<Bind>& binds)>;

/// The best sets, which all cost the same.
struct EqualSets {
    std::vector<Columns> sets;  ///< In lexicographic order: the first ones if there are more.
    bool all = true;
    Columns in_every;     ///< Proved of each, ascending.
    bool decided = true;  ///< False if the effort ended on the way.
};

/// Finds the best sets: asks for one without each column, then with, then binds the columns in
/// their order. What an answer shows need not be asked again.
///
/// \param costs  by column, above 0, so that no best set contains another
/// \param known  a best set, ascending
/// \param limit  so many sets at most, at least 1
[[nodiscard]] EqualSets equal_sets(const std::vector<Cost>& costs, Columns known, std::size_t limit,
                                   const EqualSetOracle& oracle,
                                   const EqualSetListener& listener = {});

/// The unions of a set of one and a set of the other, whose columns differ: the first so many of
/// the lexicographic order.
[[nodiscard]] std::vector<Columns> unions(const std::vector<Columns>& a,
                                          const std::vector<Columns>& b, std::size_t limit);

}  // namespace remit
