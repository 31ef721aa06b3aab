/// \file
/// How is a comparison of batches, or of before and after, shown as tables?
#pragma once

#include <remit/analysis/comparison.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/report/table.hpp>

#include <span>

namespace remit {

/// What is compared: batches that were published, or one programme before and after a plan.
enum class Compared : std::uint8_t { batches, before_and_after };

/// A comparison and what it is of.
///
/// In the tables, a column of each batch ends in `_before` and `_after` where there are two, else
/// in `_1`, `_2`, …; people see the date of the batch's last notice, or before and after.
struct ComparisonView {
    std::span<const Dataset> batches;
    const Comparison& comparison;
    Compared compared = Compared::batches;
    Language language = Language::zh_hans;
};

/// One row a number of `Profile`, and of two batches the difference: `metric,name`, a column
/// `value` a batch, `difference`. Notes name who came and went.
[[nodiscard]] Table summary_table(const ComparisonView& view);

/// One row a department, by trend: `department,name`, of each batch `measures`, `share` (of
/// batches), `lead` (where a batch declares leads), `first_named`, `fractional`, `sole`; `trend`,
/// `certain` (of batches). Of more than two batches only `measures` and `share`.
[[nodiscard]] Table compared_departments(const ComparisonView& view);

/// One row a pair, by trend: `department_a,department_b`, `shared` of each batch, `trend`,
/// `both_stay`, `certain` (of batches).
[[nodiscard]] Table compared_pairs(const ComparisonView& view);

/// One row a category: `category,name`, of each batch `announced`, `listed`, `withheld`; `trend`.
[[nodiscard]] Table compared_categories(const ComparisonView& view);

/// One row a place or group that scopes name: `scope_term,name`, of each batch `measures`, `share`;
/// `trend`, `certain`.
[[nodiscard]] Table compared_scopes(const ComparisonView& view);

/// One row a place that some batch reaches, but for nations: `region,name`, of each batch
/// `measures`, `share`; `trend`, `certain`.
[[nodiscard]] Table compared_regions(const ComparisonView& view);

/// One row a measure of the last batch and each that it continues of the first, then those that
/// none continues: `before,after` (numbers or labels), `title`, `state` (kept, new, ended; none
/// where no measure continues another), `joined`,
/// `left` (departments); `lead_departments_before,lead_departments_after` where both declare
/// leads and they differ, `scope_before,scope_after` where they differ.
[[nodiscard]] Table compared_measures(const ComparisonView& view);

/// In long form, for statistics: one row for each batch and department that some batch names:
/// `batch` (from 1), `issued`, `department,name,measures,measures_high,share,share_low,share_high,
/// first_named,first_named_high,fractional,fractional_low,fractional_high,sole`, with the bounds of
/// `load_bounds`, which are empty where it is not known how much is withheld; `state` (enters,
/// stays, left, absent, beside the batch before; none for the first) and `certain`: whether it
/// enters or left whatever the batch that does not name it withholds, or lists openly.
[[nodiscard]] Table compared_series(const ComparisonView& view);

/// How many departments, and pairs that share a measure, of one batch are still there in a later
/// one: two rows for every two batches: `what` (departments, pairs), `from,to`, `there` (in the
/// earlier), `kept`, `survival` (kept of there) with `survival_high`, `gone` and at least
/// `gone_low` of them, `entered` (in the later alone) and at least `entered_low`. What a later
/// batch withholds or lists openly may name whoever is gone, what an earlier one does whoever
/// entered. Example: a, b, then a, c, all printed: there 2, kept 1, lost 1, entered 1; survival 50
/// %.
[[nodiscard]] Table survival_table(const ComparisonView& view);

/// One row a step, network, dissimilarity and division of it: `from,to,network,dissimilarity,
/// partition,beta_s,beta_wn,beta_os,beta_st,links_kept,links_gone,links_new`.
[[nodiscard]] Table turnover_table(const ComparisonView& view);

/// One row a measure that names one department alone after the plan, but not before:
/// `number,title,departments_before,departments_after`.
/// \pre there are two batches of the same measures
[[nodiscard]] Table new_sole_table(const ComparisonView& view);

}  // namespace remit
