#include "captions.hpp"
#include "wording.hpp"
#include "workload_chart.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double sum_bar_height = 15.0;
constexpr double tallest_bar = 26.0;
constexpr double bar_share = 0.76;  // of the height of its row
constexpr double fraction_bar_share = 0.42;
constexpr double end_height = 4.0;  // of a whisker's end, up and down
constexpr double least_tick_gap = 22.0;
constexpr double tick_height = 3.0;
constexpr double narrowest_framed = 4.0;  // a shorter bar has no frame

constexpr Phrase sum_name{"workload-drawing.sum-name"};
constexpr Phrase first_is_listed{"workload-drawing.first-is-listed"};
constexpr Phrase open_at_most{"workload-drawing.open-at-most"};
constexpr Phrase at_most_withheld{"workload-drawing.at-most-withheld"};

/// Of a row of that height.
double bar_height(double row) {
    return std::min(tallest_bar, std::max(bar_share * row, std::min(row - 2.0, 15.0)));
}

}  // namespace

void WorkloadChart::draw(RowRange range, const Rectangle& paper, Diagram& diagram) const {
    const auto scale = diagram.scale;
    const auto at =
        place(range, {paper.x / scale, paper.y / scale, paper.width / scale, paper.height / scale});
    auto top = at.rows_top;
    for (auto i = range.begin; i < range.end; ++i) {
        const auto height = rows_[i].height + at.extra;
        if ((i - range.begin) % 2 == 0) {
            const auto id = department_id(dataset_, rows_[i].load.department);
            diagram.curves.push_back(stripe_line(
                "stripe-" + id, {at.names, top, at.right - at.names, height}, palette::stripe));
        }
        top += height;
    }
    draw_axes(at, diagram);
    draw_headings(at, diagram);
    top = at.rows_top;
    for (auto i = range.begin; i < range.end; ++i) {
        const auto height = rows_[i].height + at.extra;
        draw_row(rows_[i], at, top, height, diagram);
        top += height;
    }
    if (range.end == rows_.size()) draw_sums(at, top, diagram);
}

void WorkloadChart::draw_axes(const Place& place, Diagram& diagram) const {
    const auto widest = text_width(std::to_string(static_cast<std::size_t>(most())),
                                   {static_cast<double>(body_size), false, language_});
    const auto step = round_step(std::max(least_tick_gap, widest + 8.0) / place.unit);
    const auto axis = [&](const std::string& id, double left, double longest, double bottom) {
        const auto number_id = id + "number-";
        for (std::size_t value = 0; static_cast<double>(value) <= longest + 1e-9; value += step) {
            const auto x = left + static_cast<double>(value) * place.unit;
            const auto number = std::to_string(value);
            diagram.curves.push_back(straight_line(id + number, "axis", {x, place.rows_top},
                                                   {x, value == 0 ? place.rows_bottom : bottom},
                                                   palette::hairline, value == 0 ? 1.2 : 0.8));
            const TextStyle style{body_size, false, palette::muted};
            const auto width = std::floor(widest) + 4.0;
            diagram.boxes.push_back(
                text_in(number_id + number, "axis", {{number, style}}, Align::center,
                        {x - width / 2.0, place.rows_top - axis_height, width, axis_height - 1.0}));
        }
    };
    axis("axis-", place.bars, most(), place.rows_bottom);
    // Longer lines would run through the numbers.
    axis("axis-fractional-", place.fractions, fractional(), place.rows_top + tick_height);
}

void WorkloadChart::draw_headings(const Place& place, Diagram& diagram) const {
    const auto heading = [&](const char* id, const TextBlock& block, Align align, double left,
                             double width) {
        if (block.lines.empty()) return;
        diagram.boxes.push_back(text_in(std::string("heading-") + id, "heading", block.lines, align,
                                        {left, place.top + heading_height_ - block.height, width,
                                         static_cast<double>(block.height)}));
    };
    heading("departments", names_heading_, Align::right, place.names, name_width_);
    heading("measures", bars_heading_, Align::left, place.bars,
            place.counts - place.bars - column_gap);
    heading("count", count_.heading, Align::center, place.counts,
            place.listed - place.counts - column_gap);
    heading("listed", listed_.heading, Align::center, place.listed, listed_.width);
    heading("announced", announced_.heading, Align::center, place.announced, announced_.width);
    heading("fractional", fractions_heading_, Align::left, place.fractions,
            place.right - place.fractions);
}

void WorkloadChart::draw_row(const WorkloadRow& row, const Place& place, double top, double height,
                             Diagram& diagram) const {
    const auto id = department_id(dataset_, row.load.department);
    const auto told = tooltip(row);
    const auto middle = top + height / 2.0;
    const auto add = [&](const std::string& what, std::vector<TextLine> lines, Align align,
                         double left, double width) {
        auto box =
            text_in(what + '-' + id, what, std::move(lines), align, {left, top, width, height});
        box.tooltip = told;
        diagram.boxes.push_back(std::move(box));
    };
    const TextStyle bold{name_size, true};
    const TextStyle plain{body_size, false};
    auto name = name_in("department-" + id, "department", row.name, names_, Align::right,
                        {place.names + name_width_ - names_.width(), top,
                         static_cast<double>(names_.width()), height});
    name.tooltip = told;
    diagram.boxes.push_back(std::move(name));
    draw_bar(row, place, {place.bars, middle, 0.0, std::floor(bar_height(height))}, diagram);
    const auto count = place.parts ? count_with_parts(row) : std::to_string(row.load.measures);
    add("count", {{count, bold}}, Align::center, place.counts,
        place.listed - place.counts - column_gap);
    add("listed-share", {{whole_percent(row.load.share.of_listed), plain}}, Align::center,
        place.listed, listed_.width);
    if (announced_.width > 0) {
        add("announced-share", {{bounds_text(row), plain}}, Align::center, place.announced,
            announced_.width);
    }
    const auto length = std::max(1.0, std::round(row.load.fractional * place.unit));
    const auto bar = std::floor(std::min(tallest_bar, fraction_bar_share * height));
    auto grey =
        plain_box("fraction-" + id, "fraction", {place.fractions, middle - bar / 2.0, length, bar},
                  palette::withheld.dark);
    grey.tooltip = told;
    diagram.boxes.push_back(std::move(grey));
    add("fraction-value", {{fixed(row.load.fractional, 2), plain}}, Align::left,
        place.fractions + length + value_gap, value_width_ + 1.0);
}

void WorkloadChart::draw_bar(const WorkloadRow& row, const Place& place, const Rectangle& at,
                             Diagram& diagram) const {
    const auto id = department_id(dataset_, row.load.department);
    const auto end_of = [&](std::size_t count) {
        return std::round(at.x + static_cast<double>(count) * place.unit);
    };
    const auto segment = [&](const std::string& kind, std::size_t count, double left, double right,
                             const char* fill, const char* color, bool framed) {
        if (count == 0) return;
        std::vector<TextLine> number;
        if (!place.parts) number = {{std::to_string(count), {body_size, true, color}}};
        auto box = bar_box(kind + '-' + id, "bar " + kind,
                           {left, at.y - at.height / 2.0, right - left, at.height}, fill,
                           framed ? HexColor(palette::leading_bar) : HexColor(), std::move(number));
        box.tooltip = tooltip(row);
        diagram.boxes.push_back(std::move(box));
    };
    const auto middle = end_of(row.leading);
    const auto end = end_of(row.load.measures);
    segment("leading", row.leading, at.x, middle, palette::leading_bar, palette::white, false);
    segment("joining", row.joining(), middle, end, palette::joining_bar, palette::ink,
            end - middle >= narrowest_framed);
    if (!is_bounded()) return;
    const auto last = at.x + static_cast<double>(at_most(row)) * place.unit;
    auto whisker = straight_line("withheld-" + id, "withheld", {end, at.y}, {last, at.y},
                                 palette::withheld.dark, 1.0);
    whisker.dashed = true;
    whisker.tooltip =
        (workload_.open > 0 ? open_at_most : at_most_withheld)
            .fill(language_, {std::string(dataset_[row.load.department].name.in(language_)),
                              std::to_string(workload_.withheld), std::to_string(at_most(row))});
    diagram.curves.push_back(std::move(whisker));
    diagram.curves.push_back(straight_line("withheld-end-" + id, "withheld",
                                           {last, at.y - end_height}, {last, at.y + end_height},
                                           palette::withheld.dark, 1.2));
}

void WorkloadChart::draw_sums(const Place& place, double top, Diagram& diagram) const {
    const auto y = top + sums_gap;
    const auto height = sums_height();
    diagram.curves.push_back(straight_line("sums-rule", "rule", {place.names, top + 2.0},
                                           {place.right, top + 2.0}, palette::rule, 0.8));
    const auto add = [&](const char* id, std::vector<TextLine> lines, Align align, double left,
                         double width) {
        diagram.boxes.push_back(text_in(std::string("sum-") + id, "sum", std::move(lines), align,
                                        {left, y, width, height}));
    };
    const TextStyle bold{name_size, true};
    add("name", {{phrase(languages_, sum_name), bold}}, Align::right, place.names, name_width_);
    const auto count_width = place.listed - place.counts - column_gap;
    add("count", {{std::to_string(workload_.links), bold}}, Align::center, place.counts,
        count_width);
    add("fractional", checked_sum_.lines, Align::left, place.fractions,
        place.right - place.fractions);
    draw_sums_of_roles(place, y + height / 2.0, diagram);
}

/// Two chips, and the check where there is room for it.
void WorkloadChart::draw_sums_of_roles(const Place& place, double middle, Diagram& diagram) const {
    std::size_t leading = 0;
    for (const auto& row : rows_) leading += row.leading;
    const auto joining = workload_.links - leading;
    const TextStyle bold{body_size, true};
    auto left = place.bars;
    const auto chip = [&](const char* id, std::size_t count, const char* fill, const char* color) {
        const auto text = std::to_string(count);
        const double width = cell_width(text, bold, language_);
        diagram.boxes.push_back(
            bar_box(id, "sum", {left, middle - sum_bar_height / 2.0, width, sum_bar_height}, fill,
                    palette::leading_bar, {{text, {body_size, true, color}}}));
        left += width;
    };
    chip("sum-leading", leading, palette::leading_bar, palette::white);
    const auto plus = cell_width("+", bold, language_);
    diagram.boxes.push_back(
        text_in("sum-plus", "sum", {{"+", bold}}, Align::center,
                {left, middle - sum_bar_height / 2.0, static_cast<double>(plus), sum_bar_height}));
    left += plus;
    chip("sum-joining", joining, palette::joining_bar, palette::ink);
    if (leading != workload_.listed) return;
    const auto roles = role_words(dataset_);
    const auto check = said_in_line(languages_, [&](Language language) {
        return first_is_listed.fill(language, {std::string(roles.leading_count.in(language)),
                                               std::to_string(workload_.listed)});
    });
    const double width = cell_width(check, bold, language_);
    if (left + 2.0 * padding + width > place.counts) return;
    diagram.boxes.push_back(
        text_in("sum-check", "sum", {{check, {body_size, true, palette::ink}}}, Align::left,
                {left + 2.0 * padding, middle - sum_bar_height / 2.0, width, sum_bar_height}));
}

}  // namespace remit::drawing
