#include <remit/diagram/page.hpp>

#include "captions.hpp"

#include <remit/diagram/palette.hpp>
#include <remit/diagram/picture.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

namespace remit {
namespace {

// All in points of paper.
constexpr double margin = 26.0;
constexpr std::array title_sizes{21.0, 18.0, 15.0};  // smaller ones for fewer lines
constexpr double smaller_title = 18.0;               // unless it still needs more than few lines
constexpr std::size_t few_lines = 2;
constexpr double subtitle_size = 11.0;
constexpr double legend_size = 9.0;
constexpr double source_size = 8.5;  // at least 7 rounded down, at a scale of at most 1.5
constexpr double second_title_size = 13.0;
constexpr double second_title_leading = 17.0;
constexpr double title_leading = 1.24;  // of its size
constexpr double subtitle_leading = 14.0;
constexpr double legend_leading = 17.0;
constexpr double source_leading = 11.0;
constexpr double least_sample_width = 24.0;
constexpr double least_chip_width = 16.0;
constexpr double chip_padding = 6.0;  // both sides
constexpr double chip_height = 15.0;
constexpr double legend_gap = 6.0;  // between a sample and its text
constexpr double dot_size = 9.0;
constexpr double legend_spacing = 16.0;  // between items
constexpr double header_gap = 10.0;      // below the header
constexpr double footer_gap = 8.0;       // above the rule
constexpr double largest_header = 0.5;   // and footer, of the height of the page
constexpr double widest_legend = 0.45;   // of the width of the page, beside the title
constexpr double narrowest_fit = 640.0;  // of a page as large as its content
constexpr double widow_share = 0.2;      // of the width, the least for the last line of the source

std::pair<double, double> page_size(PageFormat format) {
    switch (format) {
        case PageFormat::widescreen:
            return {960.0, 540.0};
        case PageFormat::a4_portrait:
            return {595.0, 842.0};
        case PageFormat::a4_landscape:
        case PageFormat::fit:
            break;
    }
    return {842.0, 595.0};
}

using drawing::separator;

constexpr Phrase page_of{"page.page-of"};

/// As wide as the sample number of a chip needs it: "2", "B.VIII".
double width_of_chip(const LegendItem& item, Language language) {
    return std::max(least_chip_width,
                    text_width(item.chip, {legend_size, true, language}) + chip_padding);
}

double sum_of(const std::vector<double>& lengths) {
    return std::accumulate(lengths.begin(), lengths.end(), 0.0);
}

double lines_of(const std::vector<std::string>& lines, double leading) {
    return static_cast<double>(lines.size()) * leading;
}

/// Rounded down, so that what was measured apart stays apart.
int whole(double length) {
    return static_cast<int>(length);
}

std::vector<std::string> split(std::string_view text, std::string_view between) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(between);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + between.size());
    }
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

/// As many parts a line as fit, for a text whose parts are joined by separators; a part that is
/// wider than a line is wrapped.
std::vector<std::string> wrap_parts(std::string_view text, double width,
                                    const TextMeasure& measure) {
    std::vector<std::string> lines;
    for (const auto& paragraph : split(text, "\n")) {
        std::string line;
        for (const auto& part : split(paragraph, separator)) {
            const auto longer = line.empty() ? part : line + separator + part;
            if (text_width(longer, measure) <= width) {
                line = longer;
                continue;
            }
            if (!line.empty()) lines.push_back(line);
            auto wrapped = wrap(part, width, measure);
            line = std::move(wrapped.back());
            wrapped.pop_back();
            lines.insert(lines.end(), wrapped.begin(), wrapped.end());
        }
        lines.push_back(line);
    }
    return lines;
}

/// The room on paper, in points, of a text whose size in layout units is not known yet: it is a
/// whole number, of which some sizes take more room than others.
double width_on_paper(const std::string& text, double size, Language language) {
    double widest = text_width(text, {size, false, language});
    for (int units = 6; units <= 12; ++units) {
        const TextMeasure measure{static_cast<double>(units), false, language};
        widest = std::max(widest, text_width(text, measure) * size / units);
    }
    return widest;
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

/// The lines are broken before the size that they are drawn at is known; where that one takes more
/// room than most, they take one size less, as long as it can be read.
void shrink_to_cells(Diagram& page) {
    const auto fits = [&](const BoxCell& cell) {
        return std::all_of(cell.lines.begin(), cell.lines.end(), [&](const TextLine& line) {
            const auto& style = line.style;
            const TextMeasure measure{static_cast<double>(style.size), style.bold, page.language};
            return text_width(line.text, measure) <= cell.width;
        });
    };
    for (auto& box : page.boxes) {
        for (auto& row : box.rows) {
            for (auto& cell : row) {
                while (!fits(cell) &&
                       (cell.lines.front().style.size - 1) * page.scale >= readable_text) {
                    for (auto& line : cell.lines) --line.style.size;
                }
            }
        }
    }
}

}  // namespace

std::optional<PageFormat> parse_page_format(std::string_view word) {
    if (word == "16x9") return PageFormat::widescreen;
    if (word == "a4-portrait") return PageFormat::a4_portrait;
    if (word == "a4-landscape") return PageFormat::a4_landscape;
    if (word == "fit") return PageFormat::fit;
    return std::nullopt;
}

bool Page::legend_beside_title() const {
    return format_ != PageFormat::a4_portrait;
}

/// What stands before an item's text in the legend, and the gap.
double Page::sample_room(const LegendItem& item) const {
    return item.sample == LegendItem::Sample::remark ? 0.0 : sample_width_ + legend_gap;
}

std::vector<double> Page::legend_columns() const {
    if (text_.legend.empty()) return {};
    const TextMeasure measure{legend_size, false, language_};
    const auto widths_in = [&](std::size_t count) {
        std::vector<double> widths(count);
        for (std::size_t i = 0; i < text_.legend.size(); ++i) {
            const auto& item = text_.legend[i];
            auto& width = widths[i % count];
            width = std::max(width,
                             sample_room(item) + legend_spacing + text_width(item.text, measure));
        }
        return widths;
    };
    const bool beside = legend_beside_title();
    const auto room = beside ? widest_legend * width_ : width_ - 2.0 * margin;
    const auto most = beside ? std::min<std::size_t>(2, text_.legend.size()) : text_.legend.size();
    for (auto count = most; count > 1; --count) {
        auto widths = widths_in(count);
        if (sum_of(widths) - legend_spacing <= room) return widths;
    }
    return widths_in(1);
}

void Page::wrap_header(double inner) {
    const TextMeasure legend{legend_size, false, language_};
    const auto room = (legend_beside_title() ? widest_legend : 1.0) * width_ - 2.0 * margin;
    sample_width_ = least_sample_width;
    for (const auto& item : text_.legend) {
        sample_width_ = std::max(sample_width_, width_of_chip(item, language_));
    }
    for (auto& item : text_.legend) {
        item.text = shortened(item.text, room - sample_room(item) - legend_spacing, legend);
    }
    legend_columns_ = legend_columns();
    title_width_ = legend_beside_title() ? inner - sum_of(legend_columns_) - legend_spacing : inner;
    for (const auto size : title_sizes) {
        auto lines = wrap(text_.title, title_width_, {size, true, language_});
        const bool better = title_lines_.empty() || lines.size() < title_lines_.size();
        if (better) {
            title_size_ = size;
            title_lines_ = std::move(lines);
        }
        if (size == smaller_title && title_lines_.size() <= few_lines) break;
    }
    if (!text_.second_title.empty()) {
        second_title_lines_ =
            wrap(text_.second_title, title_width_, {second_title_size, true, language_});
    }
    if (text_.subtitle.empty()) return;
    subtitle_lines_ = wrap_parts(text_.subtitle, title_width_, {subtitle_size, false, language_});
}

double Page::header_height() const {
    const auto titles = lines_of(title_lines_, title_leading * title_size_) +
                        lines_of(second_title_lines_, second_title_leading) +
                        lines_of(subtitle_lines_, subtitle_leading);
    const auto columns = legend_columns_.size();
    const auto rows = columns == 0 ? 0 : (text_.legend.size() + columns - 1) / columns;
    const auto legend = static_cast<double>(rows) * legend_leading;
    return legend_beside_title() ? std::max(titles, legend) : titles + 6.0 + legend;
}

void Page::wrap_footer(double inner) {
    const TextMeasure small{source_size, false, language_};
    if (!text_.date.empty()) remark_lines_.push_back(text_.date);
    if (text_.pages > 1) {
        remark_lines_.push_back(
            page_of.fill(language_, {std::to_string(text_.page), std::to_string(text_.pages)}));
    }
    for (const auto& line : remark_lines_) {
        remark_width_ = std::max(remark_width_, width_on_paper(line, source_size, language_) + 4.0);
    }
    source_lines_ = wrap_source(text_.source, inner - remark_width_ - 24.0, small);
    footer_height_ = 4.0 + std::max(lines_of(source_lines_, source_leading),
                                    lines_of(remark_lines_, source_leading));
}

Page::Page(PageFormat format, PageText text, Languages languages, const ContentSize& content)
    : format_(format),
      text_(std::move(text)),
      language_(languages.first),
      second_(languages.second) {
    std::tie(width_, height_) = page_size(format);
    const bool fits = format == PageFormat::fit;
    if (fits) width_ = std::ceil(std::max(narrowest_fit, content.width + 2.0 * margin));
    const auto inner = width_ - 2.0 * margin;
    wrap_header(inner);
    wrap_footer(inner);

    const auto top = margin + header_height() + header_gap;
    const auto bottom = margin + footer_height_ + footer_gap;
    if (fits) height_ = std::ceil(top + content.height + bottom);
    if (!fits && top + bottom - margin > largest_header * height_) {
        throw PictureRefusal(
            "the title, subtitle, legend and source leave too little of the page; shorten them, "
            "with --title and --subtitle or in the notice's 'short'");
    }
    content_ = {margin, top, inner, height_ - top - bottom};
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

double Page::scale_of_at_least(double least) const {
    // A scale that `fitting_scale` returns is rounded to itself.
    for (auto largest = least; largest < 2.0 * least; largest *= 1.002) {
        const auto scale = fitting_scale(largest);
        if (scale >= least) return scale;
    }
    return 2.0 * least;
}

double Page::scale_for(const ContentSize& content, double largest) const {
    if (format_ == PageFormat::fit) return 1.0;
    return fitting_scale(
        std::min({largest, content_.width / content.width, content_.height / content.height}));
}

Diagram Page::furnish(double scale) const {
    Diagram diagram;
    diagram.title = text_.title;
    diagram.description = text_.description;
    diagram.language = language_;
    diagram.second = second_;
    diagram.date = text_.day;
    diagram.scale = scale;
    diagram.width = static_cast<int>(std::lround(width_ / scale));
    diagram.height = static_cast<int>(std::lround(height_ / scale));
    add_header(diagram);
    add_legend(diagram);
    add_footer(diagram);
    shrink_to_cells(diagram);
    return diagram;
}

void Page::add_header(Diagram& diagram) const {
    const auto scale = diagram.scale;
    double top = margin;
    const auto add = [&](const char* id, const std::vector<std::string>& lines, double size,
                         double leading, const char* color, bool bold) {
        if (lines.empty()) return;
        const auto height = lines_of(lines, leading);
        diagram.boxes.push_back(text_box(id, lines, {font_size(size / scale), bold, color},
                                         Align::left, {margin, top, title_width_ + 3.0, height},
                                         scale));
        top += height;
    };
    add("title", title_lines_, title_size_, title_leading * title_size_, palette::ink, true);
    add("second-title", second_title_lines_, second_title_size, second_title_leading,
        palette::secondary, true);
    add("subtitle", subtitle_lines_, subtitle_size, subtitle_leading, palette::secondary, false);
}

void Page::add_legend(Diagram& diagram) const {
    const auto beside = legend_beside_title();
    const auto left = beside ? width_ - margin - sum_of(legend_columns_) + legend_spacing : margin;
    const auto rows_above = lines_of(title_lines_, title_leading * title_size_) +
                            lines_of(second_title_lines_, second_title_leading) +
                            lines_of(subtitle_lines_, subtitle_leading) + 6.0;
    const auto top = beside ? margin : margin + rows_above;
    double x = left;
    for (std::size_t i = 0; i < text_.legend.size(); ++i) {
        const auto column = i % legend_columns_.size();
        if (column == 0) x = left;
        const auto row = static_cast<double>(i / legend_columns_.size());
        add_legend_item(i, x, top + (row + 0.5) * legend_leading, diagram);
        x += legend_columns_[column];
    }
}

void Page::add_legend_item(std::size_t index, double left, double middle, Diagram& diagram) const {
    using Sample = LegendItem::Sample;
    const auto scale = diagram.scale;
    const auto& item = text_.legend[index];
    const auto id = "legend-" + std::to_string(index);
    const TextStyle style{font_size(legend_size / scale), false, palette::secondary};
    const Point center{(left + sample_width_ / 2.0) / scale, middle / scale};
    Box sample{id + "-sample", "furniture"};
    sample.center = center;
    switch (item.sample) {
        case Sample::remark:
            break;
        case Sample::line:
            diagram.curves.push_back({sample.id,
                                      "furniture",
                                      {left / scale, center.y},
                                      {(left + sample_width_) / scale, center.y},
                                      item.color,
                                      item.width,
                                      item.dashed,
                                      item.tip});
            break;
        case Sample::chip: {
            BoxCell cell{whole(width_of_chip(item, language_) / scale), whole(chip_height / scale)};
            if (!item.chip.empty()) cell.lines = {{item.chip, {style.size, true, item.chip_text}}};
            if (item.dashed) {
                sample.frame = item.color;
                sample.dashed = true;
            } else {
                cell.frame = item.color;
            }
            cell.fill = item.fill;
            sample.rows = {{cell}};
            diagram.boxes.push_back(std::move(sample));
            break;
        }
        case Sample::dot:
            sample.diameter = whole(dot_size / scale);
            sample.fill = item.fill;
            sample.frame = item.color;
            sample.frame_width = item.width;
            sample.dashed = item.dashed;
            diagram.boxes.push_back(std::move(sample));
            break;
    }
    const auto column = index % legend_columns_.size();
    diagram.boxes.push_back(text_box(
        id, {item.text}, style, Align::left,
        {left + sample_room(item), middle - legend_leading / 2.0,
         legend_columns_[column] - sample_room(item) - legend_spacing + 3.0, legend_leading},
        scale));
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
                                     {margin, top + 4.0, inner - remark_width_ - 12.0, height},
                                     scale, true));
    if (remark_lines_.empty()) return;
    diagram.boxes.push_back(
        text_box("date", remark_lines_, style, Align::right,
                 {width_ - margin - remark_width_, top + 4.0, remark_width_, height}, scale, true));
}

}  // namespace remit
