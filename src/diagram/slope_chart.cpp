#include "slope_chart.hpp"

#include "wording.hpp"

#include <remit/diagram/placement.hpp>
#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <cmath>

namespace remit::detail {
namespace {

// In layout units.
constexpr int least_row = 16;
constexpr double row_gap = 1.0;
constexpr double heading_gap = 6.0;
constexpr double usual_lines = 120.0;  // between the columns
constexpr double least_lines = 80.0;
constexpr double widest_trend = 46.0;
constexpr double widest_lines = 320.0;
constexpr double line_gap = 4.0;  // between a line and its numbers
constexpr double stub = 24.0;     // of a line that comes from or goes to nowhere
constexpr double remark_height = 16.0;

constexpr std::array<Phrase, 6> trend_words{{{"新增", "新增", "came"},
                                             {"退出", "退出", "went"},
                                             {"上升", "上升", "rose"},
                                             {"下降", "下降", "fell"},
                                             {"不明", "不明", "unclear"},
                                             {"不变", "不變", "same"}}};
constexpr std::array<Phrase, 6> link_words{{{"新结", "新結", "formed"},
                                            {"解散", "解散", "dissolved"},
                                            {"加强", "加強", "tightened"},
                                            {"减弱", "減弱", "loosened"},
                                            {"不明", "不明", "unclear"},
                                            {"不变", "不變", "same"}}};
constexpr std::array<TrendLook, 6> looks{{{palette::growth, 2.4, true, Tip::arrow},
                                          {palette::decline, 1.4, true, Tip::dot},
                                          {palette::growth, 2.4, false, Tip::arrow},
                                          {palette::decline, 1.4, false, Tip::dot},
                                          {palette::muted, 0.9, true, Tip::none},
                                          {palette::muted, 0.9, false, Tip::none}}};

constexpr Phrase certain{"{0}（确定）", "{0}（確定）", "{0} (certain)"};
constexpr Phrase listed{"刊出{0}项", "刊出{0}項", "{0} measures listed"};
constexpr Phrase listed_and_withheld{"刊出{0}项，另{1}项未公开", "刊出{0}項，另{1}項未公開",
                                     "{0} measures listed, {1} withheld"};
constexpr Phrase not_drawn{"另有{0}个占比更小的部门未画", "另有{0}個占比更小的部門未畫",
                           "{0} more departments of smaller shares are not drawn"};
constexpr Phrase told{"{0}：{1} → {2}，{3}", "{0}：{1} → {2}，{3}", "{0}: {1} → {2}, {3}"};

Date last_day(const Dataset& batch) {
    Date day;
    for (const auto& notice : batch.notices()) day = std::max(day, notice.issued);
    return day;
}

}  // namespace

bool ComparedBatches::withholds() const {
    return std::any_of(batches.begin(), batches.end(),
                       [](const Dataset& batch) { return batch.withheld() > 0; });
}

const LocalizedText& ComparedBatches::name(const ComparedDepartment& department) const {
    const auto last = department.loads.back() ? batches.size() - 1 : 0;
    return batches[last][department.loads[last]->department].short_name;
}

const TrendLook& trend_look(Trend trend) {
    return looks[static_cast<std::size_t>(trend)];
}

const Phrase& trend_word(Trend trend) {
    return trend_words[static_cast<std::size_t>(trend)];
}

const Phrase& link_word(Trend trend) {
    return link_words[static_cast<std::size_t>(trend)];
}

std::string of_listed(std::size_t count, const Dataset& batch) {
    return std::to_string(count) + '/' + std::to_string(batch.measures().size());
}

SlopeChart::SlopeChart(const ComparedBatches& compared)
    : compared_(compared), lines_width_(usual_lines) {
    collect_rows();
    measure_headings();
}

SlopeChart::Row SlopeChart::row_of(const ComparedDepartment& department) const {
    Row row{&department};
    row.name = name_block(compared_.languages, compared_.name(department));
    row.height = std::max(least_row, row.name.height());
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& load = department.loads[i];
        if (!load) continue;
        row.counts[i] = of_listed(load->measures, compared_.batches[i]);
        row.shares[i] = percent(load->share.of_listed);
        row.share[i] = load->share.of_listed;
    }
    const auto& [trend, holds] = department.development;
    const auto word = said(compared_.languages, [&](Language language) {
        const std::string text(trend_word(trend).in(language));
        return holds && compared_.withholds() ? certain.fill(language, {text}) : text;
    });
    row.trend = text_block(compared_.languages, word, widest_trend,
                           {body_size, true, trend_look(trend).color});
    row.height = std::max(row.height, row.trend.height);
    return row;
}

void SlopeChart::collect_rows() {
    for (const auto& each : compared_.comparison.departments) rows_.push_back(row_of(each));
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
        return std::max(a.share[0], a.share[1]) > std::max(b.share[0], b.share[1]) + 1e-9;
    });
    shown_ = rows_.size();
    const TextStyle bold{body_size, true};
    const TextStyle plain{body_size, false};
    const auto language = compared_.language();
    for (const auto& row : rows_) {
        names_.add(row.name);
        trend_width_ = std::max(trend_width_, row.trend.width + 2 * padding);
        for (std::size_t i = 0; i < 2; ++i) {
            count_width_ = std::max(count_width_, cell_width(row.counts[i], bold, language));
            share_width_ = std::max(share_width_, cell_width(row.shares[i], plain, language));
        }
    }
}

void SlopeChart::measure_headings() {
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& batch = compared_.batches[i];
        const auto counts = said(compared_.languages, [&](Language language) {
            const auto& form = batch.withheld() > 0 ? listed_and_withheld : listed;
            return form.fill(language, {std::to_string(batch.measures().size()),
                                        std::to_string(batch.withheld())});
        });
        auto& heading = headings_[i];
        heading = text_block(compared_.languages, to_string(last_day(batch)), side_width(),
                             {name_size, true});
        const auto below = text_block(compared_.languages, counts, side_width(),
                                      {body_size, false, palette::secondary});
        heading.lines.insert(heading.lines.end(), below.lines.begin(), below.lines.end());
        heading.height += below.height;
    }
}

double SlopeChart::side_width() const {
    return names_.width() + count_width_ + share_width_;
}

void SlopeChart::narrow() {
    lines_width_ = least_lines;
}

double SlopeChart::rows_height() const {
    std::array<double, 2> heights{};
    for (std::size_t r = 0; r < shown_; ++r) {
        for (std::size_t i = 0; i < 2; ++i) {
            if (!rows_[r].counts[i].empty()) heights[i] += rows_[r].height + row_gap;
        }
    }
    return std::max(heights[0], heights[1]);
}

ContentSize SlopeChart::size() const {
    const auto headings = std::max(headings_[0].height, headings_[1].height) + heading_gap;
    return {2.0 * side_width() + lines_width_ + trend_width_,
            headings + rows_height() + (shown_ < rows_.size() ? remark_height : 0.0)};
}

void SlopeChart::limit(double height) {
    while (shown_ > 1 && size().height > height) --shown_;
}

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

/// Ordered by share; of equal shares by that in the other batch, so that lines cross less.
SlopeChart::Side SlopeChart::side(std::size_t batch, double top, double bottom) const {
    Side side;
    for (std::size_t r = 0; r < shown_; ++r) {
        if (!rows_[r].counts[batch].empty()) side.rows.push_back(r);
    }
    std::stable_sort(side.rows.begin(), side.rows.end(), [&](std::size_t a, std::size_t b) {
        const auto& one = rows_[a].share;
        const auto& other = rows_[b].share;
        if (std::abs(one[batch] - other[batch]) > 1e-9) return one[batch] > other[batch];
        return one[1 - batch] > other[1 - batch] + 1e-9;
    });
    const auto greatest = rows_.empty() ? 1.0 : std::max(rows_[0].share[0], rows_[0].share[1]);
    std::vector<ColumnItem> items;
    for (const auto r : side.rows) {
        const auto share = rows_[r].share[batch] / greatest;
        const auto half = rows_[r].height / 2.0;
        items.push_back({bottom - half - share * (bottom - top - 2.0 * half), 1.0,
                         static_cast<double>(rows_[r].height)});
    }
    side.y = place_column(items, row_gap, top, bottom);
    return side;
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
    const auto top = area.y + heading + heading_gap;
    const auto bottom = area.y + area.height - (remark.empty() ? 0.0 : remark_height);
    const std::array sides{side(0, top, bottom), side(1, top, bottom)};
    draw_lines(sides, left, right, diagram);
    draw_side(sides[0], 0, left, diagram);
    draw_side(sides[1], 1, right, diagram);
    if (remark.empty()) return;
    const TextStyle style{body_size, false, palette::secondary};
    const auto room = right - left + 2.0 * width + trend_width_;
    const auto text = shortened(remark, room, {body_size, false, compared_.language()});
    diagram.boxes.push_back(text_in("departments-left-out", "remark", {{text, style}}, Align::left,
                                    {left - width, bottom + 1.0, room, remark_height - 1.0}));
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
        const std::string prefix = before ? "before-" : "after-";
        add(text_in(prefix + "count-" + id, "count",
                    {{row.counts[batch], {body_size, true, palette::ink}}}, Align::center,
                    next(count_width_)));
        add(text_in(prefix + "share-" + id, "share",
                    {{row.shares[batch], {body_size, false, palette::secondary}}}, Align::center,
                    next(share_width_)));
        add(name_in(prefix + id, "department", row.name, names_, align, next(names_.width())));
        if (!before) {
            add(text_in("trend-" + id, "trend", row.trend.lines, Align::center,
                        next(trend_width_)));
        } else if (row.department->development.trend == Trend::went) {
            draw_word_of_who_went(row, {edge + line_gap + stub, side.y[i]}, diagram);
        }
    }
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
        auto line =
            straight_line("change-" + department.id, "change " + std::string(trend_word(trend).en),
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

}  // namespace remit::detail
