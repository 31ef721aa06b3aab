#include <remit/diagram/page.hpp>

#include <remit/diagram/palette.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace remit {
namespace {

// All in points of paper.
constexpr double margin = 26.0;
constexpr double title_size = 21.0;
constexpr double subtitle_size = 11.0;
constexpr double legend_size = 9.0;
constexpr double source_size = 8.0;
constexpr double title_leading = 26.0;
constexpr double subtitle_leading = 14.0;
constexpr double legend_leading = 17.0;
constexpr double source_leading = 11.0;
constexpr double sample_width = 24.0;
constexpr double chip_width = 16.0;
constexpr double chip_height = 13.0;
constexpr double legend_gap = 6.0;       // between a sample and its text
constexpr double legend_spacing = 16.0;  // between items
constexpr double header_gap = 10.0;      // below the header
constexpr double footer_gap = 8.0;       // above the rule
constexpr double largest_header = 0.4;   // of the height of the page
constexpr double widow_share = 0.2;      // of the width, the least for the last line of the source

std::pair<double, double> page_size(PageFormat format) {
    switch (format) {
        case PageFormat::widescreen:
            return {960.0, 540.0};
        case PageFormat::a4_portrait:
            return {595.0, 842.0};
        case PageFormat::a4_landscape:
            break;
    }
    return {842.0, 595.0};
}

/// Rounded down, so that what was measured apart stays apart.
int whole(double length) {
    return static_cast<int>(length);
}

/// Wraps so that the last line is no widow, where a narrower column can help that.
std::vector<std::string> wrap_source(const std::string& text, double width,
                                     const TextMeasure& measure) {
    auto lines = wrap(text, width, measure);
    if (lines.size() > 1 && text_width(lines.back(), measure) < widow_share * width) {
        const auto narrower = wrap(text, 0.85 * width, measure);
        if (narrower.size() == lines.size()) lines = narrower;
    }
    return lines;
}

/// One cell of lines, set from its left or right edge. Position and size are points of paper.
Box text_box(std::string id, const std::vector<std::string>& lines, const TextStyle& style,
             Align align, const Rectangle& at, double scale, bool top = false) {
    Box box{std::move(id), "furniture"};
    BoxCell cell{whole(at.width / scale), whole(at.height / scale), {}, align, top};
    for (const auto& line : lines) cell.lines.push_back({line, style});
    box.rows = {{cell}};
    const auto x = at.x / scale;
    box.center = {
        align == Align::right ? x + at.width / scale - cell.width / 2.0 : x + cell.width / 2.0,
        (at.y + at.height / 2.0) / scale};
    return box;
}

}  // namespace

std::optional<PageFormat> parse_page_format(std::string_view word) {
    if (word == "16x9") return PageFormat::widescreen;
    if (word == "a4-portrait") return PageFormat::a4_portrait;
    if (word == "a4-landscape") return PageFormat::a4_landscape;
    return std::nullopt;
}

bool Page::legend_beside_title() const {
    return format_ != PageFormat::a4_portrait;
}

std::vector<double> Page::legend_columns() const {
    if (text_.legend.empty()) return {};
    const TextMeasure measure{legend_size, false, language_};
    const auto widths_in = [&](std::size_t count) {
        std::vector<double> widths(count);
        for (std::size_t i = 0; i < text_.legend.size(); ++i) {
            auto& width = widths[i % count];
            width = std::max(width, sample_width + legend_gap + legend_spacing +
                                        text_width(text_.legend[i].text, measure));
        }
        return widths;
    };
    if (legend_beside_title()) return widths_in(std::min<std::size_t>(2, text_.legend.size()));
    for (auto count = text_.legend.size(); count > 1; --count) {
        auto widths = widths_in(count);
        double sum = 0.0;
        for (const auto width : widths) sum += width;
        if (sum - legend_spacing <= width_ - 2.0 * margin) return widths;
    }
    return widths_in(1);
}

Page::Page(PageFormat format, PageText text, Language language)
    : format_(format), text_(std::move(text)), language_(language) {
    std::tie(width_, height_) = page_size(format);
    const auto inner = width_ - 2.0 * margin;

    legend_columns_ = legend_columns();
    double legend_width = 0.0;
    for (const auto width : legend_columns_) legend_width += width;
    const auto legend_rows = legend_columns_.empty()
                                 ? 0.0
                                 : std::ceil(static_cast<double>(text_.legend.size()) /
                                             static_cast<double>(legend_columns_.size()));
    title_width_ = legend_beside_title() ? inner - legend_width - legend_spacing : inner;

    title_lines_ = wrap(text_.title, title_width_, {title_size, true, language_});
    subtitle_lines_ = wrap(text_.subtitle, title_width_, {subtitle_size, false, language_});
    for (auto& line : subtitle_lines_) {
        constexpr std::string_view dot = "\u00A0·";  // joins two parts; at an end it joins nothing
        if (line.ends_with(dot)) line.resize(line.size() - dot.size());
    }
    auto header = static_cast<double>(title_lines_.size()) * title_leading +
                  static_cast<double>(subtitle_lines_.size()) * subtitle_leading;
    legend_top_ = legend_beside_title() ? margin : margin + header + 6.0;
    header = legend_beside_title() ? std::max(header, legend_rows * legend_leading)
                                   : header + 6.0 + legend_rows * legend_leading;

    const TextMeasure small{source_size, false, language_};
    date_width_ = text_width(text_.date, small) + 4.0;
    source_lines_ = wrap_source(text_.source, inner - date_width_ - 24.0, small);
    footer_height_ = 4.0 + static_cast<double>(source_lines_.size()) * source_leading;

    const auto top = margin + header + header_gap;
    if (top > largest_header * height_) {
        throw Error(
            "the title, subtitle and legend leave too little of the page; shorten them, with "
            "--title and --subtitle or in the notice's 'short'");
    }
    content_ = {margin, top, inner, height_ - margin - footer_height_ - footer_gap - top};
}

double Page::fitting_scale(double largest) const {
    // Of the layout widths near the wanted one, the one whose height is nearest to a whole number.
    const auto least = static_cast<int>(std::ceil(width_ / largest));
    int best = least;
    double best_error = 1.0;
    for (int width = least; width < least + 40; ++width) {
        const auto height = width * height_ / width_;
        const auto error = std::abs(height - std::round(height)) / height;
        if (error >= best_error - 1e-12) continue;
        best = width;
        best_error = error;
        if (error < 1e-9) break;
    }
    return width_ / best;
}

Diagram Page::furnish(double scale) const {
    Diagram diagram;
    diagram.title = text_.title;
    diagram.language = language_;
    diagram.scale = scale;
    diagram.width = static_cast<int>(std::lround(width_ / scale));
    diagram.height = static_cast<int>(std::lround(height_ / scale));
    add_header(diagram);
    add_legend(diagram);
    add_footer(diagram);
    return diagram;
}

void Page::add_header(Diagram& diagram) const {
    const auto scale = diagram.scale;
    const auto titles = static_cast<double>(title_lines_.size()) * title_leading;
    const auto subtitles = static_cast<double>(subtitle_lines_.size()) * subtitle_leading;
    diagram.boxes.push_back(text_box("title", title_lines_,
                                     {font_size(title_size / scale), true, palette::ink},
                                     Align::left, {margin, margin, title_width_, titles}, scale));
    if (text_.subtitle.empty()) return;
    diagram.boxes.push_back(text_box(
        "subtitle", subtitle_lines_, {font_size(subtitle_size / scale), false, palette::secondary},
        Align::left, {margin, margin + titles, title_width_, subtitles}, scale));
}

void Page::add_legend(Diagram& diagram) const {
    const auto scale = diagram.scale;
    double sum = 0.0;
    for (const auto width : legend_columns_) sum += width;
    const auto left = legend_beside_title() ? width_ - margin - sum + legend_spacing : margin;
    const TextStyle style{font_size(legend_size / scale), false, palette::secondary};

    double x = left;
    for (std::size_t i = 0; i < text_.legend.size(); ++i) {
        const auto column = i % legend_columns_.size();
        if (column == 0) x = left;
        const auto& item = text_.legend[i];
        const auto row_number = i / legend_columns_.size();
        const auto row = static_cast<double>(row_number);
        const auto middle = legend_top_ + (row + 0.5) * legend_leading;
        const auto id = "legend-" + std::to_string(i);
        if (item.sample == LegendItem::Sample::line) {
            diagram.curves.push_back({id + "-sample",
                                      "furniture",
                                      {x / scale, middle / scale},
                                      {(x + sample_width) / scale, middle / scale},
                                      item.color,
                                      item.width,
                                      item.dashed,
                                      item.tip});
        } else {
            Box chip{id + "-sample", "furniture"};
            chip.rows = {{{whole(chip_width / scale),
                           whole(chip_height / scale),
                           {{item.chip, {style.size, true, item.chip_text}}},
                           Align::center,
                           false,
                           item.fill,
                           item.color}}};
            chip.center = {(x + sample_width / 2.0) / scale, middle / scale};
            diagram.boxes.push_back(std::move(chip));
        }
        const auto text_left = x + sample_width + legend_gap;
        diagram.boxes.push_back(
            text_box(id, {item.text}, style, Align::left,
                     {text_left, middle - legend_leading / 2.0,
                      legend_columns_[column] - sample_width - legend_gap - legend_spacing + 3.0,
                      legend_leading},
                     scale));
        x += legend_columns_[column];
    }
}

void Page::add_footer(Diagram& diagram) const {
    const auto scale = diagram.scale;
    const auto top = height_ - margin - footer_height_;
    Box rule{"rule", "furniture"};
    rule.rows = {
        {{whole((width_ - 2.0 * margin) / scale), 1, {}, Align::center, false, palette::rule}}};
    rule.center = {width_ / 2.0 / scale, top / scale};
    diagram.boxes.push_back(std::move(rule));

    const TextStyle style{font_size(source_size / scale), false, palette::secondary};
    const auto inner = width_ - 2.0 * margin;
    const auto height = footer_height_ - 4.0;
    diagram.boxes.push_back(text_box("source", source_lines_, style, Align::left,
                                     {margin, top + 4.0, inner - date_width_ - 12.0, height}, scale,
                                     true));
    if (text_.date.empty()) return;
    diagram.boxes.push_back(
        text_box("date", {text_.date}, style, Align::right,
                 {width_ - margin - date_width_, top + 4.0, date_width_, height}, scale, true));
}

}  // namespace remit
