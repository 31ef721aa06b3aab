/// \file
/// The entries of the catalogue of columns.
#pragma once

#include <remit/report/columns.hpp>

#include <span>

namespace remit::tables {

[[nodiscard]] std::span<const TableColumn> column_catalogue();

/// By `ColumnKind`.
[[nodiscard]] std::span<const TableColumn> column_kind_catalogue();

enum class ColumnKind : std::uint8_t { category, field, of_value, of_role, role, of_batch, names };

}  // namespace remit::tables
