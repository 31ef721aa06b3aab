/// \file
/// How are the smallest coordinating groups shown as tables?
#pragma once

#include <remit/analysis/cover.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/report/table.hpp>

#include <optional>

namespace remit {

/// What groups are looked for.
struct CoverQuestion {
    CoverOptions options = {};
    /// Those within it that reach most measures; without it, those that reach every measure.
    std::optional<Weight> budget = {};
};

/// One row a group: `group,size`, with weights `total_weight`, with a budget `reached`,
/// `departments`. Notes say what is proved, whether there are other groups, who is in every one,
/// and which measures none can reach.
///
/// Time: that of the search, here and below.
[[nodiscard]] Table cover_table(const CoverQuestion& question, const Dataset& dataset,
                                Language language);

/// One row a group and member: `group,department,name,measure_numbers,only`: the measures that it
/// reaches, and those that nobody else of the group does.
[[nodiscard]] Table cover_member_table(const CoverQuestion& question, const Dataset& dataset,
                                       Language language);

/// One row a category: `category,name,measures,size`, with weights `total_weight`, with a budget
/// `reached`, `groups,departments,in_every,status`. `departments` is the first group; `status` is
/// `all`, `first` where there are more groups than are counted, `unproved`, or `withheld` where
/// nothing is printed. Each category is searched with the whole effort.
[[nodiscard]] Table category_cover_table(const CoverQuestion& question, const Dataset& dataset,
                                         Language language);

/// The same, one row a place, `region` in place of `category`: of the measures that reach it, in
/// whole or in part. `status` is `none` where no measure does.
///
/// \param only  the places of this level alone; of all but nations if it is empty
[[nodiscard]] Table region_cover_table(const CoverQuestion& question, const Dataset& dataset,
                                       Language language, std::string_view only = {});

}  // namespace remit
