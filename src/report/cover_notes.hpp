/// \file
/// What do the tables of coordinating groups say alike?
#pragma once

#include "table_parts.hpp"

#include <remit/report/cover_tables.hpp>

#include <span>
#include <string>
#include <vector>

namespace remit::tables {

/// A cover, or what reaches most within a budget, as far as tables tell them alike.
struct ShownGroups {
    EqualGroups optimal;
    Weight cost;
    Weight cost_bound;  ///< Without a budget.
    std::size_t reached = 0;
    std::size_t reach_bound = 0;
    std::size_t measures = 0;  ///< That an allowed department has.
    std::vector<MeasureIndex> unreachable;
    bool proved = true;
};

[[nodiscard]] ShownGroups find_groups(const ResponsibilityGraph& graph,
                                      std::span<const MeasureIndex> measures,
                                      const CoverQuestion& question);

[[nodiscard]] std::string cover_title(const CoverQuestion& question, Language language);

/// `size`, with weights `total_weight`, with a budget `reached`.
void add_size_columns(Table& table, const CoverQuestion& question, Language language);
void add_size_cells(std::vector<Cell>& row, std::size_t size, const ShownGroups& groups,
                    const CoverQuestion& question);

/// "3 departments", or with weights "4.5".
[[nodiscard]] std::string size_text(Weight cost, const CoverQuestion& question, Language language);

[[nodiscard]] std::string name_list(const Dataset& dataset,
                                    std::span<const DepartmentIndex> departments,
                                    Language language);

/// Who is in every group or none because that is asked for, and what departments weigh.
void add_condition_notes(Table& table, const CoverQuestion& question, const Dataset& dataset,
                         Language language);

/// What is proved, which groups are listed, and who is in every one.
void add_group_notes(Table& table, const ShownGroups& groups, const CoverQuestion& question,
                     const Dataset& dataset, Language language);

/// Which measures nobody who is allowed reaches.
void add_unreachable_note(Table& table, std::span<const MeasureIndex> measures,
                          const Dataset& dataset, Language language);

/// Which measures are counted, and that the others may need other departments.
void add_cover_base(Table& table, const Dataset& dataset, Language language);

}  // namespace remit::tables
