#include "column_catalogue.hpp"
#include "metric_columns.hpp"

#include <algorithm>

namespace remit {
namespace {

using tables::ColumnKind;

const TableColumn* with_id(std::span<const TableColumn> columns, std::string_view id) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const TableColumn& column) { return column.id == id; });
    return found == columns.end() ? nullptr : &*found;
}

const TableColumn* of(ColumnKind kind) {
    return &column_kinds()[static_cast<std::size_t>(kind)];
}

/// What stands before an ending; empty if it does not end so.
std::string_view before(std::string_view id, std::string_view ending) {
    return id.ends_with(ending) ? id.substr(0, id.size() - ending.size()) : std::string_view();
}

/// Of what a column of each batch is made.
std::string_view batch_stem(std::string_view id) {
    for (const auto* const ending : {"_before", "_after"}) {
        if (const auto stem = before(id, ending); !stem.empty()) return stem;
    }
    const auto last = id.find_last_not_of("0123456789");
    const bool numbered = last != id.npos && last + 1 < id.size() && id[last] == '_';
    return numbered ? id.substr(0, last) : std::string_view();
}

/// Of what a column of names is made.
std::string_view names_stem(std::string_view id) {
    const auto stem = before(id, "_names");
    return stem.empty() ? before(id, "_name") : stem;
}

/// Whether a column of each batch, or of names, can be made of it.
bool is_plain(std::string_view id) {
    return !id.empty() && (find_metric(id) != nullptr || with_id(table_columns(), id) != nullptr);
}

}  // namespace

std::span<const TableColumn> table_columns() {
    return tables::column_catalogue();
}

std::span<const TableColumn> column_kinds() {
    return tables::column_kind_catalogue();
}

const TableColumn* find_column(std::string_view id) {
    if (id.empty() || find_metric(id) != nullptr) return nullptr;
    if (const auto* const column = with_id(table_columns(), id)) return column;
    if (const auto* const kind = with_id(column_kinds(), id)) return kind;
    if (id.starts_with("role:")) return of(ColumnKind::of_role);
    const auto named = names_stem(id);
    const auto base = named.empty() ? id : named;
    const bool batch = is_plain(batch_stem(base));
    const bool own_role = named.starts_with("role_") && names_stem(named).empty();
    if (!named.empty() && (batch || own_role || is_plain(named))) return of(ColumnKind::names);
    if (batch) return of(ColumnKind::of_batch);
    return id.starts_with("role_") ? of(ColumnKind::role) : nullptr;
}

const TableColumn* find_column(std::string_view id, const Dataset& dataset) {
    for (const auto& each : dataset.fields()) {
        if (each.id == id) return of(ColumnKind::field);
        if (id.starts_with(each.id + ':')) return of(ColumnKind::of_value);
        if (each.id == names_stem(id)) return of(ColumnKind::names);
    }
    for (const auto& each : dataset.categories()) {
        if (tables::category_id(dataset, each) == id) return of(ColumnKind::category);
    }
    return find_column(id);
}

std::string_view column_stem(std::string_view id) {
    const auto* const column = find_column(id);
    if (column == nullptr || column->id == id) return {};
    if (column == of(ColumnKind::of_batch)) return batch_stem(id);
    return column == of(ColumnKind::names) ? names_stem(id) : std::string_view();
}

const Phrase& column_label(std::string_view id) {
    const auto* const metric = find_metric(id);
    return metric != nullptr ? metric->name : with_id(table_columns(), id)->label;
}

}  // namespace remit
