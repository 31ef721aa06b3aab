#include "frame.hpp"

#include "../text/text_layout.hpp"

#include <remit/model/phrase.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace remit::drawing {
namespace {

constexpr Phrase page_of{"page.page-of"};

/// Of a page, in points.
struct Measures {
    double width;
    double height;
    double margin;
    double kicker;
    std::array<double, 3> titles;  // smaller ones where the title needs more than two lines
    double subtitle;
    double source;
};

constexpr Measures widescreen{960.0, 540.0, 28.0, 10.5, {21.0, 18.0, 15.0}, 12.0, 8.5};
constexpr Measures portrait{595.0, 842.0, 28.0, 8.5, {17.0, 15.0, 13.0}, 10.0, 7.0};
constexpr Measures landscape{842.0, 595.0, 28.0, 9.0, {19.0, 16.0, 14.0}, 11.0, 7.5};
constexpr Measures fit{640.0, 0.0, 28.0, 10.5, {21.0, 18.0, 15.0}, 12.0, 8.5};

constexpr double page_number_width = 130.0;  // beside the kicker, with the date of drawing
constexpr double header_gap = 12.0;
constexpr double footer_gap = 9.0;
constexpr double rule_gap = 5.0;
constexpr double widest_fit = 2400.0;
constexpr double largest_furniture = 0.5;  // of the height of the page

const Measures& measures(PageFormat format) {
    switch (format) {
        case PageFormat::widescreen:
            return widescreen;
        case PageFormat::a4_portrait:
            return portrait;
        case PageFormat::a4_landscape:
            return landscape;
        case PageFormat::fit:
            break;
    }
    return fit;
}

}  // namespace

Frame::Sizes Frame::sizes(PageFormat format) {
    switch (format) {
        case PageFormat::widescreen:
            return {{13.0, 12.5, 12.0, 11.5, 11.0}, {10.5, 10.0, 9.5, 9.0}};
        case PageFormat::a4_portrait:
            return {{10.5, 10.0, 9.5, 9.0, 8.5, 8.0}, {7.5, 7.0}};
        case PageFormat::a4_landscape:
            return {{12.0, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0}, {7.5, 7.0}};
        case PageFormat::fit:
            break;
    }
    return {{12.0}, {}};
}

Frame::Frame(PageFormat format, const FrameText& words, Languages languages, double width)
    : format_(format), languages_(languages), drawn_(words.drawn), day_(words.day) {
    const auto& sizes = measures(format);
    width_ = sizes.width;
    height_ = sizes.height;
    source_size_ = sizes.source;
    if (format == PageFormat::fit) {
        width_ = std::ceil(std::clamp(width + 2.0 * sizes.margin, sizes.width, widest_fit));
    }
    const auto inner = width_ - 2.0 * sizes.margin;
    title_ = unmarked(words.title(languages.first));
    finds_ = words.found;
    description_ = words.description(languages.first);
    const auto add = [&](std::vector<Line>& lines, const char* id,
                         const std::function<std::string(Language)>& say, const Font& font,
                         double second, Filling filling, double room) {
        for (const auto& language : {std::optional(languages.first), languages.second}) {
            if (!say || !language || say(*language).empty()) continue;
            const bool other = language != languages.first;
            if (other && say(*language) == say(languages.first)) continue;
            TextOptions options;
            options.filling = filling;
            options.mark = {other ? "second-" + std::string(id) : std::string(id), "furniture"};
            auto set = font;
            if (other) {
                set = {std::max(readable_text, second * font.size), font.bold, palette::secondary};
            }
            const auto block =
                std::make_shared<Text>(languages.first, *language, say(*language), set, options);
            lines.push_back({block, block->height(room), room});
        }
    };
    // Both languages on one line, where it has room.
    const auto kicker = [&](Language language) -> std::string {
        if (language != languages.first) return {};
        return languages.second
                   ? joined(words.kicker(language), words.kicker(*languages.second), "\u2003")
                   : words.kicker(language);
    };
    add(header_, "kicker", kicker, {sizes.kicker, false, palette::secondary}, 1.0, Filling::full,
        inner - page_number_width);
    for (const auto size : sizes.titles) {
        std::vector<Line> title;
        add(title, "title", words.title, {size, true, palette::ink}, 0.62, Filling::even, inner);
        const bool last = size == sizes.titles.back();
        if (!last && title.front().height > 2.0 * 1.3 * size) continue;
        header_.insert(header_.end(), title.begin(), title.end());
        break;
    }
    add(header_, "subtitle", words.subtitle, {sizes.subtitle, false, palette::secondary}, 0.85,
        Filling::even, inner);
    const Font small{sizes.source, false, palette::secondary};
    add(footer_, "source", words.source, small, 0.95, Filling::full, inner);
    add(footer_, "notes", words.notes, small, 0.95, Filling::full, inner);
    double top = sizes.margin - 6.0;
    for (const auto& line : header_) top += line.height;
    top += header_gap;
    footer_height_ = rule_gap + sizes.margin - 8.0;
    for (const auto& line : footer_) footer_height_ += line.height;
    const auto bottom = footer_height_ + footer_gap;
    if (format != PageFormat::fit && top + bottom > largest_furniture * height_) {
        throw PictureRefusal(
            "the title, subtitle and source leave too little of the page; shorten them, with "
            "--title and --subtitle or in the notice's 'short'");
    }
    content_ = {sizes.margin, top, inner, height_ - top - bottom};
}

Diagram Frame::furnish(std::size_t number, std::size_t pages, double content_height) const {
    Diagram page;
    page.title = title_;
    page.finds = finds_;
    page.description = description_;
    page.language = languages_.first;
    page.second = languages_.second;
    page.date = day_;
    const auto height = format_ == PageFormat::fit
                            ? content_.y + content_height + footer_gap + footer_height_
                            : height_;
    page.width = static_cast<int>(std::lround(width_));
    page.height = static_cast<int>(std::ceil(height));
    auto y = content_.y - header_gap;
    for (const auto& line : header_) y -= line.height;
    for (const auto& line : header_) {
        line.block->draw({content_.x, y, line.width, line.height}, page);
        y += line.height;
    }
    y = page.height - footer_height_;
    add_line(page, {"footer-rule", "rule"}, {content_.x, y}, {content_.right(), y}, palette::rule,
             0.8);
    y += rule_gap;
    std::string right = drawn_;
    if (pages > 1) {
        const auto of =
            page_of.fill(languages_.first, {std::to_string(number), std::to_string(pages)});
        right += (right.empty() ? "" : " \u00B7 ") + of;
    }
    if (!right.empty()) {
        // At the top, beside the kicker: the source may need the whole line at the foot.
        const auto middle = measures(format_).margin - 6.0 + 0.7 * source_size_;
        page.shapes.emplace_back(Label{{"page-number", "furniture"},
                                       {content_.right(), middle},
                                       Align::right,
                                       right,
                                       source_size_,
                                       false,
                                       palette::secondary,
                                       languages_.first});
    }
    for (const auto& line : footer_) {
        line.block->draw({content_.x, y, line.width, line.height}, page);
        y += line.height;
    }
    return page;
}

}  // namespace remit::drawing
