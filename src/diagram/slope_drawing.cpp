#include "slope_chart.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double widest_lines = 320.0;
constexpr double line_gap = 4.0;  // between a line and its numbers
constexpr double stub = 24.0;     // of a line that comes from or goes to nowhere

constexpr Phrase not_drawn{"slope-drawing.not-drawn"};
constexpr Phrase told{"slope-drawing.told"};

}  // namespace

std::string SlopeChart::left_out() const {
    if (shown_ == rows_.size()) return {};
    return phrase(compared_.languages, not_drawn, {std::to_string(rows_.size() - shown_)});
}

std::string SlopeChart::tooltip(const Row& row) const {
    const auto part = [&](std::size_t i) {
        return row.counts[i].empty() ? "–" : row.counts[i] + " (" + row.shares[i] + ')';
    };
    return told.fill(
        compared_.language(),
        {std::string(compared_.name(*row.department).in(compared_.language())), part(0), part(1),
         std::string(trend_word(row.department->development.trend).in(compared_.language()))});
}

void SlopeChart::draw(const Rectangle& area, Diagram& diagram) const {
    const auto width = side_width();
    const auto fixed = 2.0 * width + trend_width_;
    const auto lines = std::min(widest_lines, area.width - fixed);
    const auto left = area.x + width + (area.width - fixed - lines) / 2.0;
    const auto right = left + lines;
    const auto heading = std::max(headings_[0].height, headings_[1].height);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto x = i == 0 ? left - width : right;
        diagram.boxes.push_back(text_in(i == 0 ? "heading-before" : "heading-after", "heading",
                                        headings_[i].lines, i == 0 ? Align::right : Align::left,
                                        {x, area.y, width, static_cast<double>(heading)}));
    }
    const auto remark = left_out();
    const auto top = area.y + heading + slope_heading_gap;
    const auto bottom = area.y + area.height - (remark.empty() ? 0.0 : slope_remark_height);
    const std::array sides{side(0, top, bottom), side(1, top, bottom)};
    draw_lines(sides, left, right, diagram);
    draw_side(sides[0], 0, left, diagram);
    draw_side(sides[1], 1, right, diagram);
    if (remark.empty()) return;
    const TextStyle style{body_size, false, palette::secondary};
    const auto room = right - left + 2.0 * width + trend_width_;
    const auto text = shortened(remark, room, {body_size, false, compared_.language()});
    diagram.boxes.push_back(text_in("departments-left-out", "remark", {{text, style}}, Align::left,
                                    {left - width, bottom + 1.0, room, slope_remark_height - 1.0}));
}

/// Beside the end of its line, on white, for lines of others may pass.
void SlopeChart::draw_word_of_who_went(const Row& row, const Point& from, Diagram& diagram) const {
    const Rectangle at{from.x + 2.0, from.y - row.trend.height / 2.0,
                       static_cast<double>(row.trend.width + padding),
                       static_cast<double>(row.trend.height)};
    auto box = text_in("trend-" + row.department->id, "trend", row.trend.lines, Align::center, at);
    box.fill = palette::white;
    box.tooltip = tooltip(row);
    diagram.boxes.push_back(std::move(box));
}

void SlopeChart::draw_side(const Side& side, std::size_t batch, double edge,
                           Diagram& diagram) const {
    const bool before = batch == 0;
    const auto align = before ? Align::right : Align::left;
    for (std::size_t i = 0; i < side.rows.size(); ++i) {
        const auto& row = rows_[side.rows[i]];
        const auto& id = row.department->id;
        const double height = row.height;
        auto x = edge;
        // From the lines outward.
        const auto next = [&](double width) {
            const Rectangle at{before ? x - width : x, side.y[i] - height / 2.0, width, height};
            x += before ? -width : width;
            return at;
        };
        const auto add = [&](Box box) {
            box.tooltip = tooltip(row);
            diagram.boxes.push_back(std::move(box));
        };
        const auto name_of = [&](const char* what) {
            std::string name(before ? "before-" : "after-");
            name += what;
            return name += id;
        };
        add(text_in(name_of("count-"), "count",
                    {{row.counts[batch], {body_size, true, palette::ink}}}, Align::center,
                    next(count_width_)));
        add(text_in(name_of("share-"), "share",
                    {{row.shares[batch], {body_size, false, palette::secondary}}}, Align::center,
                    next(share_width_)));
        add(name_in(name_of(""), "department", row.name, names_, align, next(names_.width())));
        if (!before) {
            add(text_in("trend-" + id, "trend", row.trend.lines, Align::center,
                        next(trend_width_)));
        } else if (row.department->development.trend == Trend::went) {
            draw_word_of_who_went(row, {edge + line_gap + stub, side.y[i]}, diagram);
        }
    }
}

void SlopeChart::draw_lines(const std::array<Side, 2>& sides, double left, double right,
                            Diagram& diagram) const {
    std::array<std::vector<double>, 2> y;
    for (std::size_t b = 0; b < 2; ++b) {
        y[b].resize(rows_.size());
        for (std::size_t i = 0; i < sides[b].rows.size(); ++i) {
            y[b][sides[b].rows[i]] = sides[b].y[i];
        }
    }
    const auto from = left + line_gap;
    const auto to = right - line_gap;
    std::vector<Curve> lines;
    for (std::size_t r = 0; r < shown_; ++r) {
        const auto& department = *rows_[r].department;
        const auto trend = department.development.trend;
        const auto& look = trend_look(trend);
        Point begin{from, y[0][r]};
        Point end{to, y[1][r]};
        if (trend == Trend::came) begin = {to - stub, end.y};
        if (trend == Trend::went) end = {from + stub, begin.y};
        auto line = straight_line("change-" + department.id,
                                  "change " + std::string(trend_word(trend).in(Language::en)),
                                  begin, end, look.color, look.width);
        line.dashed = look.dashed;
        line.tip = look.tip;
        line.tooltip = tooltip(rows_[r]);
        lines.push_back(std::move(line));
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Curve& a, const Curve& b) { return a.width < b.width; });
    for (auto& line : lines) diagram.curves.push_back(std::move(line));
}

}  // namespace remit::drawing
