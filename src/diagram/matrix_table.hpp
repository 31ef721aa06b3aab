/// \file
/// What a matrix shows, before it has a place.
#pragma once

#include "programme_rows.hpp"

#include <remit/diagram/page.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace remit::drawing {

/// A column and its heading: Chinese characters below each other, Latin words as lines.
struct MatrixColumn {
    std::string id;
    std::vector<std::string> stack = {};
    std::vector<std::string> label = {};
    std::string tooltip = {};
    DepartmentIndex department = {};
};

/// What stands for where the measures apply.
enum class ScopeView : std::uint8_t {
    members,  ///< A column for each member of the groups, and one for all other regions.
    terms,    ///< A column for each term of the scopes.
    tags,     ///< One column with the scope's tag.
};

/// How a measure reaches what a column stands for.
enum class Reached : std::uint8_t { none, nation, region, part };

/// "nationwide", "only the regions named", "reaches a part only".
/// \pre how != Reached::none
[[nodiscard]] std::string reached_words(const Dataset& dataset, Reached how, Language language);

/// How often a department leads or is named first, and how often it joins in.
struct RoleCount {
    std::size_t leading = 0;
    std::size_t joining = 0;
};

/// A group of more members is a column itself.
inline constexpr std::size_t most_group_members = 12;
/// Of more columns than this, all scopes are tags.
inline constexpr std::size_t most_region_columns = 14;

struct MatrixTable {
    std::vector<ProgrammeRow> rows;
    std::vector<MatrixColumn> departments;  ///< Most measures first, ties in table order.
    std::vector<RoleCount> counts;          ///< By department, in table order.
    std::vector<std::size_t> column_of;     ///< The column of a department, in table order.
    ScopeView view = ScopeView::members;
    std::vector<MatrixColumn> regions;
    /// By measure, one per region column; with tags, empty.
    std::vector<std::vector<Reached>> reached;
};

/// \param widest  the first view that may be taken; it is not where there are no groups, or too
/// many
///                columns
[[nodiscard]] MatrixTable matrix_table(const Dataset& dataset, const Languages& languages,
                                       ScopeView widest = ScopeView::members);

}  // namespace remit::drawing
