/// \file
/// What the tables of comparisons share.
#pragma once

#include "metric_columns.hpp"

#include <remit/report/comparison_tables.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit::tables {

/// A number as the earlier and the later batch have it, or as each of several has.
[[nodiscard]] std::string batch_suffix(const ComparisonView& view, std::size_t batch);

/// What people call a batch: its date, or before and after.
[[nodiscard]] std::string batch_label(const ComparisonView& view, std::size_t batch);

/// A column for each batch.
void add_columns(Table& table, const ComparisonView& view, const std::string& id,
                 std::string_view label, NumberStyle style = NumberStyle::plain);

/// Whether a batch may name a department that it does not print: among what it withholds or lists
/// openly, or by a name that its registry does not have.
/// \param department  an id, or empty for any
[[nodiscard]] bool may_name(const ComparisonView& view, std::size_t batch,
                            std::string_view department);

/// A table with title, sources and what holds for every comparison.
[[nodiscard]] Table framed(const ComparisonView& view, const Phrase& batches,
                           const Phrase& before_and_after);

/// The words of a trend: of departments, or of what forms and dissolves.
enum class TrendWords : std::uint8_t { present, linked };
[[nodiscard]] Cell trend_cell(Trend trend, TrendWords words, Language language);

/// What rose and fell mean, and how many of the changes are certain.
void add_trend_notes(Table& table, const ComparisonView& view,
                     std::span<const Development> developments);

/// The short name of a department in the last batch that names it.
[[nodiscard]] std::string name_of(const ComparisonView& view, const ComparedDepartment& row);

/// Rows by trend, came first, in their order where it is the same.
template <class Row>
[[nodiscard]] std::vector<const Row*> by_trend(const std::vector<Row>& rows) {
    std::vector<const Row*> result;
    for (const auto trend :
         {Trend::came, Trend::went, Trend::rose, Trend::fell, Trend::unclear, Trend::same}) {
        for (const auto& row : rows) {
            if (row.development.trend == trend) result.push_back(&row);
        }
    }
    return result;
}

}  // namespace remit::tables
