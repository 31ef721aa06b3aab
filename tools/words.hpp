/// \file
/// Which words does one say for what, in the command and in Python?
#pragma once

#include <remit/analysis/backbone.hpp>
#include <remit/analysis/credit.hpp>
#include <remit/report/assignment_tables.hpp>
#include <remit/report/comparison_tables.hpp>
#include <remit/report/department_order.hpp>
#include <remit/report/metric_tables.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace remit::cli {

/// Words and what they stand for, in the order in which people are told of them.
template <class Value>
using Words = std::vector<std::pair<std::string_view, Value>>;

/// None for another word.
template <class Value>
[[nodiscard]] const Value* meaning(const Words<Value>& words, std::string_view word) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const auto& each) { return each.first == word; });
    return found == words.end() ? nullptr : &found->second;
}

template <class Value>
[[nodiscard]] std::string joined(const Words<Value>& words, std::string_view between) {
    std::string text;
    for (const auto& [word, value] : words) text.append(text.empty() ? "" : between).append(word);
    return text;
}

/// A counting scheme; none is all of them, side by side.
extern const Words<std::optional<Credit>> countings;
extern const Words<DepartmentOrder> orders;
/// The ids of the metrics of pairs.
extern const Words<std::string_view> pair_weights;
extern const Words<NullModel> null_models;
extern const Words<Correction> corrections;

/// What is set against chance.
enum class ShowBackbone : std::uint8_t { more, fewer, structure };
extern const Words<ShowBackbone> backbone_kinds;

using ShowGroups = Table (*)(const Dataset& dataset, const BicliqueOptions& options,
                             Language language);
extern const Words<ShowGroups> group_kinds;

using ShowStructure = Table (*)(const Dataset& dataset, Language language);
extern const Words<ShowStructure> structures;       ///< By what is shown.
extern const Words<ShowStructure> structure_sides;  ///< By whose positions.

using ShowLeads = Table (*)(const Assignment& assignment, const AssignmentOptions& options,
                            const Dataset& dataset, Language language);
extern const Words<ShowLeads> lead_tables;

using ShowComparison = Table (*)(const ComparisonView& view);
extern const Words<ShowComparison> comparisons;
extern const Words<ShowComparison> reorganizations;

}  // namespace remit::cli
