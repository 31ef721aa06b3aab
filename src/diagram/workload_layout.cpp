#include "workload_chart.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double name_gap = 8.0;
constexpr double fractions_gap = 26.0;
constexpr double least_sums_height = 20.0;
constexpr double widest_unit = 90.0;  // of the scale, for one measure
constexpr double tallest_row = 42.0;

}  // namespace

double WorkloadChart::sums_height() const {
    return std::max(least_sums_height, static_cast<double>(checked_sum_.height));
}

ContentSize WorkloadChart::size_of(RowRange range) const {
    ContentSize size;
    const auto columns = parts_width_ + listed_.width + announced_.width;
    size.width = name_width_ + name_gap + least_bars + columns + 3.0 * column_gap + fractions_gap +
                 least_fractions;
    size.height = heading_height_ + axis_height + sums_gap + sums_height();
    for (auto i = range.begin; i < range.end; ++i) size.height += rows_[i].height;
    return size;
}

std::vector<RowRange> WorkloadChart::pages(double height) const {
    const auto fill = [&](double most) {
        std::vector<RowRange> pages;
        RowRange range;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (i > range.begin && size_of({range.begin, i + 1}).height > most) {
                pages.push_back({range.begin, i});
                range.begin = i;
            }
        }
        pages.push_back({range.begin, rows_.size()});
        return pages;
    };
    // As few pages as can be, and of these as even ones as can be.
    auto best = fill(height);
    for (int i = 19; i > 0 && best.size() > 1; --i) {
        auto even = fill(height * i / 20.0);
        if (even.size() > best.size()) break;
        best = std::move(even);
    }
    return best;
}

bool WorkloadChart::parts_fit(double unit) const {
    const TextMeasure bold{body_size, true, language_};
    const auto fits = [&](std::size_t count) {
        return count == 0 ||
               text_width(std::to_string(count), bold) + 2.0 <= static_cast<double>(count) * unit;
    };
    return std::all_of(rows_.begin(), rows_.end(),
                       [&](const auto& row) { return fits(row.leading) && fits(row.joining()); });
}

void WorkloadChart::place_columns(const Rectangle& area, Place& place) const {
    const auto count_width = place.parts ? parts_width_ : count_.width;
    const auto shares = announced_.width > 0 ? announced_.width + column_gap : 0.0;
    const auto columns = count_width + column_gap + listed_.width + column_gap + shares;
    const auto room = area.width - name_width_ - name_gap - columns - fractions_gap;
    const auto behind = value_gap + value_width_ + 1.0;
    auto unit = std::min(widest_unit, (room - behind) / (most() + fractional()));
    if (unit * fractional() + behind < least_fractions) {
        unit = std::min(widest_unit, (room - least_fractions) / most());
    }
    place.unit = unit > 4.0 ? std::floor(unit) : unit;
    const auto fractions = std::max(least_fractions, std::ceil(place.unit * fractional()) + behind);
    const auto bars = std::max(least_bars, std::ceil(place.unit * most()));
    const auto spare = std::max(0.0, room - bars - fractions);
    place.names = area.x;
    place.bars = std::round(area.x + name_width_ + name_gap);
    place.counts = place.bars + bars + column_gap;
    place.listed = place.counts + count_width + column_gap;
    place.announced = place.listed + listed_.width + column_gap;
    place.fractions = std::round(place.listed + listed_.width + shares + fractions_gap +
                                 std::min(spare, fractions_gap));
    place.right = area.x + area.width;
}

WorkloadChart::Place WorkloadChart::place(RowRange range, const Rectangle& area) const {
    Place place;
    place_columns(area, place);
    if (!parts_fit(place.unit)) {
        place.parts = true;
        place_columns(area, place);
    }
    const auto natural = size_of(range).height;
    double heights = 0.0;
    double tallest = 0.0;
    for (auto i = range.begin; i < range.end; ++i) {
        heights += rows_[i].height;
        tallest = std::max(tallest, static_cast<double>(rows_[i].height));
    }
    const auto count = static_cast<double>(range.end - range.begin);
    const auto limit = std::max(12.0, tallest_row - heights / count);
    place.extra = std::clamp((area.height - natural) / count, 0.0, limit);
    place.top = area.y;
    place.rows_top = area.y + heading_height_ + axis_height;
    place.rows_bottom = place.rows_top + heights + count * place.extra;
    return place;
}

}  // namespace remit::drawing
