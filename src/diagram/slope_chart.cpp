#include "slope_chart.hpp"

#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/number_text.hpp>
#include "order/placement.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace remit::drawing {
namespace {

// In layout units.
constexpr int least_row = 16;
constexpr double row_gap = 1.0;
constexpr double usual_lines = 120.0;  // between the columns
constexpr double least_lines = 80.0;
constexpr double widest_trend = 46.0;

constexpr std::array<Phrase, 6> trend_words{{{"slope-chart.came"},
                                             {"slope-chart.went"},
                                             {"slope-chart.rose"},
                                             {"slope-chart.fell"},
                                             {"slope-chart.unclear"},
                                             {"slope-chart.same"}}};
constexpr std::array<Phrase, 6> link_words{{{"slope-chart.formed"},
                                            {"slope-chart.dissolved"},
                                            {"slope-chart.tightened"},
                                            {"slope-chart.loosened"},
                                            {"slope-chart.unclear"},
                                            {"slope-chart.same"}}};
constexpr std::array<TrendLook, 6> looks{{{palette::growth, 2.4, true, Tip::arrow},
                                          {palette::decline, 1.4, true, Tip::dot},
                                          {palette::growth, 2.4, false, Tip::arrow},
                                          {palette::decline, 1.4, false, Tip::dot},
                                          {palette::muted, 0.9, true, Tip::none},
                                          {palette::muted, 0.9, false, Tip::none}}};

constexpr Phrase certain{"slope-chart.certain"};
constexpr Phrase listed{"slope-chart.listed"};
constexpr Phrase listed_and_withheld{"slope-chart.listed-and-withheld"};

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
        row.shares[i] = whole_percent(load->share.of_listed);
        row.share[i] = load->share.of_listed;
    }
    const auto trend = department.development.trend;
    const bool holds = department.development.certain;
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
        return std::max(a.share[0], a.share[1]) > std::max(b.share[0], b.share[1]);
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
        const auto when = said(compared_.languages, [&](Language language) {
            return in_words(last_issued(batch), language);
        });
        auto& heading = headings_[i];
        heading = text_block(compared_.languages, when, side_width(), {name_size, true});
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
    const auto headings = std::max(headings_[0].height, headings_[1].height) + slope_heading_gap;
    return {2.0 * side_width() + lines_width_ + trend_width_,
            headings + rows_height() + (shown_ < rows_.size() ? slope_remark_height : 0.0)};
}

void SlopeChart::limit(double height) {
    while (shown_ > 1 && size().height > height) --shown_;
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
        return std::tuple(one[batch], one[1 - batch]) > std::tuple(other[batch], other[1 - batch]);
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

}  // namespace remit::drawing
