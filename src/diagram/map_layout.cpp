#include "map_layout.hpp"
#include "billionths.hpp"
#include "captions.hpp"
#include "map_metrics.hpp"
#include "wording.hpp"

#include <remit/diagram/placement.hpp>
#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace remit::drawing {
namespace {

// In layout units, but for the scale.
constexpr double largest_scale = 1.25;
constexpr double row_gap = 2.0;
constexpr double heading_gap = 3.0;
constexpr double stretch_limit = 18.0;  // a row gap grows by at most so much to fill a tall page
constexpr double department_gap = 4.0;
constexpr double scope_gap = 16.0;
constexpr double left_gap = 84.0;       // between departments and measures, at least
constexpr double right_gap = 60.0;      // between measures and scopes, at least
constexpr double widest_gap = 320.0;    // the same where no scope stands beside
constexpr double left_share = 0.55;     // of the space between the columns
constexpr double leading_weight = 3.0;  // of a thick line, for where a department stands
constexpr double joining_weight = 1.0;
constexpr double narrowest_title = 110.0;
constexpr double widest_title = 420.0;
constexpr double title_step = 10.0;
constexpr std::array name_widths{150.0, 100.0, 75.0};

double sum_heights(const auto& items, double gap) {
    double sum = items.empty() ? 0.0 : -gap;
    for (const auto& item : items) sum += item.height + gap;
    return sum;
}

}  // namespace

MapLayout::Size MapLayout::set_name_width(double width) {
    Size size;
    const TextMeasure measure{name_size, true, language_};
    double widest = 0.0;
    for (auto& each : departments_) {
        each.lines = wrap(name(languages_, dataset_[each.department].short_name), width, measure);
        for (const auto& text : each.lines) widest = std::max(widest, text_width(text, measure));
        const auto ends = static_cast<int>(each.leading + each.joining);
        each.height = std::max(lines_height(each.lines.size(), name_size), ends * 4 + 2);
    }
    name_width_ = static_cast<int>(std::ceil(widest)) + padding;
    for (const auto& each : departments_) size.lines += each.lines.size();
    size.width = name_width_ + 2.0 * chip_width;
    size.height = sum_heights(departments_, department_gap);
    return size;
}

MapLayout::Size MapLayout::set_title_width(double width) {
    const TextMeasure body{body_size, false, language_};
    const TextMeasure heading{name_size, true, language_};
    double widest = narrowest_title;
    Size size;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        auto& row = rows_[i];
        if (row.kind == MapRow::Kind::heading) {
            row.lines = wrap(row.text, width + number_width_ + tag_width_, heading);
            row.height = lines_height(row.lines.size(), name_size) - 2;
            for (const auto& text : row.lines) {
                widest = std::max(widest, text_width(text, heading) - number_width_ - tag_width_);
            }
        } else {
            row.lines = wrap(row.text, width, body);
            row.height = lines_height(row.lines.size(), body_size) + frame;
            size.lines += row.lines.size();
            if (row.kind == MapRow::Kind::measure) {
                for (const auto& text : row.lines) {
                    widest = std::max(widest, text_width(text, body));
                }
            }
        }
        if (i > 0) size.height += row.kind == MapRow::Kind::heading ? heading_gap : row_gap;
        size.height += row.height;
    }
    text_width_ = static_cast<int>(std::ceil(widest)) + padding;
    size.width = number_width_ + text_width_ + tag_width_ + frame;
    return size;
}

MapLayout::Size MapLayout::joined(const Size& names, const Size& titles) const {
    return {
        names.width + left_gap + titles.width + (scope_width_ > 0 ? right_gap + scope_width_ : 0),
        std::max({names.height, titles.height, sum_heights(scopes_, scope_gap)}),
        names.lines + titles.lines};
}

bool MapLayout::fits(const Rectangle& paper, double scale) {
    std::vector<Size> names;
    for (const auto width : name_widths) names.push_back(set_name_width(width));
    for (auto title = widest_title; title >= narrowest_title; title -= title_step) {
        const auto titles = set_title_width(title);
        if (titles.height * scale > paper.height) return false;  // narrower ones are no lower
        for (const auto& each : names) {
            const auto size = joined(each, titles);
            if (size.width * scale <= paper.width && size.height * scale <= paper.height) {
                return true;
            }
        }
    }
    return false;
}

double MapLayout::fit(const Rectangle& paper) {
    struct Best {
        double scale = 0.0;
        double title = widest_title;
        std::size_t name = 0;
        std::size_t lines = 0;
    };
    std::vector<Size> names;
    for (const auto width : name_widths) names.push_back(set_name_width(width));
    Best best;
    for (auto title = widest_title; title >= narrowest_title; title -= title_step) {
        const auto titles = set_title_width(title);
        for (std::size_t name = 0; name < names.size(); ++name) {
            const auto size = joined(names[name], titles);
            const auto scale =
                std::min({largest_scale, paper.width / size.width, paper.height / size.height});
            const bool better = scale > best.scale * 1.001 ||
                                (scale > best.scale * 0.999 && size.lines < best.lines);
            if (better) best = {scale, title, name, size.lines};
        }
    }
    const auto size =
        joined(set_name_width(name_widths.at(best.name)), set_title_width(best.title));
    size_ = {size.width, size.height};
    scale_ = best.scale;
    return scale_;
}

void MapLayout::place(const Rectangle& area) {
    const auto department_width = name_width_ + 2.0 * chip_width;
    const auto measure_width = number_width_ + text_width_ + tag_width_ + frame;
    const auto gaps = std::max(0.0, area.width - department_width - measure_width - scope_width_);
    // Without scopes nothing is right of the measures, so that the rest stands in the middle.
    const auto gap = scope_width_ > 0 ? left_share * gaps : std::min(gaps, widest_gap);
    const auto margin = scope_width_ > 0 ? 0.0 : (gaps - gap) / 2.0;
    departments_right_ = area.x + margin + department_width;
    measures_left_ = departments_right_ + gap;
    measures_right_ = measures_left_ + measure_width;
    scopes_left_ = area.x + area.width - scope_width_;
    place_rows(area);
    place_departments(area);
    place_scopes(area);
}

void MapLayout::place_rows(const Rectangle& area) {
    double natural = 0.0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (i > 0) natural += rows_[i].kind == MapRow::Kind::heading ? heading_gap : row_gap;
        natural += rows_[i].height;
    }
    const auto gaps = std::max(1.0, static_cast<double>(rows_.size()) - 1.0);
    const auto stretch = std::clamp((area.height - natural) / gaps, 0.0, stretch_limit);
    auto y = area.y + std::max(0.0, (area.height - natural - stretch * gaps) / 2.0);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        auto& row = rows_[i];
        if (i > 0) y += stretch + (row.kind == MapRow::Kind::heading ? heading_gap : row_gap);
        row.y = y + row.height / 2.0;
        y += row.height;
    }
}

void MapLayout::place_departments(const Rectangle& area) {
    struct Pull {
        double sum = 0.0;
        double weight = 0.0;
    };
    std::map<DepartmentIndex, Pull> pulls;
    for (const auto& link : links_) {
        const auto strength = link.leading ? leading_weight : joining_weight;
        auto& pull = pulls[link.department];
        pull.sum += strength * rows_[link.row].y;
        pull.weight += strength;
    }
    std::stable_sort(departments_.begin(), departments_.end(), [&](const auto& a, const auto& b) {
        const auto& one = pulls.at(a.department);
        const auto& other = pulls.at(b.department);
        return billionths(one.sum / one.weight) < billionths(other.sum / other.weight);
    });
    std::vector<ColumnItem> items;
    for (const auto& each : departments_) {
        const auto& pull = pulls.at(each.department);
        items.push_back({pull.sum / pull.weight, pull.weight, static_cast<double>(each.height)});
    }
    const auto centers = place_column(items, department_gap, area.y, area.y + area.height);
    for (std::size_t i = 0; i < departments_.size(); ++i) departments_[i].y = centers[i];
}

void MapLayout::place_scopes(const Rectangle& area) {
    const auto target = [&](const MapScope& scope) {
        double sum = 0.0;
        for (const auto row : scope.rows) sum += rows_[row].y;
        return sum / static_cast<double>(scope.rows.size());
    };
    std::stable_sort(scopes_.begin(), scopes_.end(), [&](const auto& a, const auto& b) {
        if (a.nation != b.nation) return a.nation;
        return target(a) < target(b);
    });
    std::vector<ColumnItem> items;
    for (const auto& scope : scopes_) {
        items.push_back({target(scope), static_cast<double>(scope.rows.size()),
                         static_cast<double>(scope.height)});
    }
    const auto centers = place_column(items, scope_gap, area.y, area.y + area.height);
    for (std::size_t i = 0; i < scopes_.size(); ++i) scopes_[i].y = centers[i];
}

}  // namespace remit::drawing
