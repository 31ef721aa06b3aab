/// \file
/// Which row of which table? Typed positions, so that a region cannot be passed for a department.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <ranges>

namespace remit {

/// The position of a row in its table, counted from 0.
template <class Tag>
struct Index {
    std::uint32_t value = 0;

    friend auto operator<=>(Index, Index) = default;
};

using NoticeIndex = Index<struct NoticeTag>;
using CategoryIndex = Index<struct CategoryTag>;
using MeasureIndex = Index<struct MeasureTag>;
/// A column that a file declares.
using FieldIndex = Index<struct FieldTag>;
/// One of the values that a field lists.
using ChoiceIndex = Index<struct ChoiceTag>;

/// A department that a measure of the programme names; a row of `Dataset::departments()`.
using DepartmentIndex = Index<struct DepartmentTag>;
/// A region that a measure of the programme is extended to; a row of `Dataset::regions()`.
using RegionIndex = Index<struct RegionTag>;

/// A role in the files' own words; a row of `Dataset::roles()`.
using RoleIndex = Index<struct RoleTag>;

/// A body that the registry knows, whether or not a measure names it.
using BodyIndex = Index<struct BodyTag>;
/// A place that the registry knows, whether or not a measure is extended to it.
using PlaceIndex = Index<struct PlaceTag>;
/// A named group of places, such as the eight pilot regions.
using GroupIndex = Index<struct GroupTag>;

/// All positions of a table of so many rows, in order:
/// `for (auto d : remit::indices<remit::DepartmentIndex>(graph.department_count()))`.
template <class Position>
[[nodiscard]] auto indices(std::size_t count) {
    return std::views::iota(std::uint32_t{0}, static_cast<std::uint32_t>(count)) |
           std::views::transform([](std::uint32_t value) { return Position{value}; });
}

}  // namespace remit

template <class Tag>
struct std::hash<remit::Index<Tag>> {
    std::size_t operator()(remit::Index<Tag> index) const noexcept {
        return std::hash<std::uint32_t>{}(index.value);
    }
};
