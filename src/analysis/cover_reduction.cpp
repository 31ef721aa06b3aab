#include "cover_reduction.hpp"

#include <algorithm>
#include <numeric>

namespace remit {

CoverReduction::CoverReduction(const CoverRows& rows, const std::vector<Cost>& costs,
                               Effort& effort)
    : rows_(rows),
      costs_(costs),
      effort_(effort),
      met_(rows, costs.size()),
      needs_(rows.needs),
      settled_(costs.size()),
      row_is_open_(rows.size()),
      column_is_open_(costs.size()) {
    effort_.look(4 * rows.columns.size() + costs.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        widths_.push_back(static_cast<std::uint32_t>(rows[r].size()));
    }
    for (std::uint32_t c = 0; c < costs.size(); ++c) {
        counts_.push_back(static_cast<std::uint32_t>(met_[c].size()));
    }
}

void CoverReduction::settle(const Settled& settled) {
    for (const auto column : settled.dropped) drop(column);
    for (const auto column : settled.taken) take(column);
}

Cost CoverReduction::bound(Cost scale) const {
    std::vector<Cost> paid(costs_.size());
    Cost bound = 0;
    for (std::uint32_t r = 0; r < rows_.size(); ++r) {
        if (is_met(r)) continue;
        bound += needs_[r] * rows_.multipliers[r];
        for (const auto column : rows_[r]) paid[column] += rows_.multipliers[r];
    }
    for (std::size_t c = 0; c < costs_.size(); ++c) {
        if (!settled_[c]) bound -= std::max<Cost>(0, paid[c] - costs_[c] * scale);
    }
    return bound <= 0 ? 0 : (bound + scale - 1) / scale;
}

bool CoverReduction::run() {
    if (!rows_.reduced) {
        for (std::uint32_t r = 0; r < rows_.size(); ++r) {
            if (widths_[r] == needs_[r]) await_row(r);
        }
        for (std::uint32_t c = 0; c < costs_.size(); ++c) await_column(c);
    }
    while (!open_rows_.empty() || !open_columns_.empty()) {
        if (!open_rows_.empty()) {
            const auto row = open_rows_.back();
            open_rows_.pop_back();
            row_is_open_[row] = false;
            if (!is_met(row) && !settle_row(row)) return false;
            continue;
        }
        const auto column = open_columns_.back();
        open_columns_.pop_back();
        column_is_open_[column] = false;
        if (!settled_[column] && is_dominated(column)) drop(column);
    }
    return true;
}

void CoverReduction::drop_supersets() {
    for (std::uint32_t r = 0; r < rows_.size(); ++r) {
        if (!is_met(r)) drop_supersets_of(r);
    }
}

CoverRows CoverReduction::rest() const {
    CoverRows rest;
    for (std::uint32_t r = 0; r < rows_.size(); ++r) {
        if (is_met(r)) continue;
        for (const auto column : rows_[r]) {
            if (!settled_[column]) rest.add(column);
        }
        rest.end_row(needs_[r], rows_.multipliers[r]);
    }
    return rest;
}

void CoverReduction::take(std::uint32_t column) {
    if (settled_[column]) return;
    settled_[column] = true;
    taken_.push_back(column);
    for (const auto row : met_[column]) {
        if (is_met(row)) continue;
        if (needs_[row] == 1) {
            remove(row);
            continue;
        }
        --needs_[row];
        --widths_[row];
        await_row(row);
    }
}

void CoverReduction::drop(std::uint32_t column) {
    settled_[column] = true;
    for (const auto row : met_[column]) {
        if (is_met(row)) continue;
        --widths_[row];
        await_row(row);
    }
}

void CoverReduction::remove(std::uint32_t row) {
    needs_[row] = 0;
    for (const auto column : rows_[row]) {
        --counts_[column];
        await_column(column);
    }
}

void CoverReduction::await_row(std::uint32_t row) {
    if (!row_is_open_[row]) open_rows_.push_back(row);
    row_is_open_[row] = true;
}

void CoverReduction::await_column(std::uint32_t column) {
    if (settled_[column] || column_is_open_[column]) return;
    open_columns_.push_back(column);
    column_is_open_[column] = true;
}

bool CoverReduction::settle_row(std::uint32_t row) {
    if (widths_[row] < needs_[row]) return false;
    if (widths_[row] > needs_[row]) {
        drop_supersets_of(row);
        return true;
    }
    for (const auto column : rows_[row]) take(column);  // which of them are settled already
    return true;
}

/// Those are among the rows of any of its columns.
void CoverReduction::drop_supersets_of(std::uint32_t row) {
    if (effort_.looks_ended()) return;
    auto rarest = static_cast<std::uint32_t>(costs_.size());
    for (const auto column : rows_[row]) {
        if (settled_[column]) continue;
        if (rarest == costs_.size() || counts_[column] < counts_[rarest]) rarest = column;
    }
    effort_.look(met_[rarest].size());
    for (const auto other : met_[rarest]) {
        if (other == row || is_met(other) || needs_[other] > needs_[row]) continue;
        if (widths_[other] < widths_[row]) continue;
        effort_.look(widths_[row]);
        if (is_subset(row, other)) remove(other);
    }
}

bool CoverReduction::contains(std::uint32_t row, std::uint32_t column) const {
    const auto columns = rows_[row];
    return std::binary_search(columns.begin(), columns.end(), column);
}

bool CoverReduction::is_subset(std::uint32_t row, std::uint32_t other) const {
    const auto columns = rows_[row];
    return std::all_of(columns.begin(), columns.end(),
                       [&](auto column) { return settled_[column] || contains(other, column); });
}

/// By one of the shortest row that it meets: who is not there does not do as well.
bool CoverReduction::is_dominated(std::uint32_t column) const {
    if (counts_[column] == 0 || effort_.looks_ended()) return false;
    const auto met = met_[column];
    effort_.look(met.size());
    auto shortest = static_cast<std::uint32_t>(rows_.size());
    for (const auto row : met) {
        if (is_met(row)) continue;
        if (needs_[row] > 1) return false;  // another one may be there already
        if (shortest == rows_.size() || widths_[row] < widths_[shortest]) shortest = row;
    }
    const auto candidates = rows_[shortest];
    return std::any_of(candidates.begin(), candidates.end(),
                       [&](auto other) { return does_as_well(other, column); });
}

/// It meets all that the column meets, and does not cost more; of equals the first does.
bool CoverReduction::does_as_well(std::uint32_t other, std::uint32_t column) const {
    if (other == column || settled_[other] || costs_[other] > costs_[column]) return false;
    if (counts_[other] < counts_[column]) return false;
    const bool equal = counts_[other] == counts_[column] && costs_[other] == costs_[column];
    if (equal && other > column) return false;
    const auto met = met_[column];
    const auto lacks = std::find_if(
        met.begin(), met.end(), [&](auto row) { return !is_met(row) && !contains(row, other); });
    effort_.look(static_cast<std::size_t>(lacks - met.begin()));
    return lacks == met.end();
}

}  // namespace remit
