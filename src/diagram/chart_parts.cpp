#include "chart_parts.hpp"

#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double widest_name = 130.0;
constexpr double narrower_name = 112.0;  // beside that of a second language
constexpr double second_name = 56.0;
constexpr std::size_t most_name_lines = 3;
constexpr double rise = 0.14;  // of the size: how far text stands above the middle of its cell

/// \pre most > 0
void add_lines(TextBlock& block, std::string_view text, double width, std::size_t most,
               const TextStyle& style, Language language) {
    const TextMeasure measure{static_cast<double>(style.size), style.bold, language};
    for (auto& line : wrap_at_most(most, text, width, measure)) {
        const auto wide = static_cast<int>(std::ceil(text_width(line, measure)));
        block.width = std::max(block.width, wide);
        block.height += static_cast<int>(std::ceil(1.2 * style.size));
        block.lines.push_back({std::move(line), style});
    }
}

}  // namespace

NameBlock name_block(const Languages& languages, const LocalizedText& text, const char* color) {
    const auto all = name(languages, text);
    const auto first = text.in(languages.first);
    NameBlock block;
    block.first.height = 2;
    add_lines(block.first, first, languages.second ? narrower_name : widest_name, most_name_lines,
              {name_size, true, color}, languages.first);
    if (all.size() > first.size() + 1) {
        block.second.height = 2;
        add_lines(block.second, std::string_view(all).substr(first.size() + 1), second_name,
                  most_name_lines, {body_size, false, palette::secondary}, languages.first);
    }
    return block;
}

void NameColumn::add(const NameBlock& name) {
    first = std::max(first, name.first.width + padding);
    if (!name.second.lines.empty()) second = std::max(second, name.second.width + padding);
}

Box name_in(std::string id, std::string kind, const NameBlock& name, const NameColumn& column,
            Align align, const Rectangle& at) {
    const bool first_is_taller = name.first.height >= name.second.height;
    auto box = text_in(std::move(id), std::move(kind),
                       first_is_taller ? name.first.lines : name.second.lines, align, at);
    if (column.second == 0) return box;
    auto& row = box.rows.front();
    const auto height = row.front().height;
    row = {{column.first, height, name.first.lines, align},
           {column.second, height, name.second.lines, align}};
    return box;
}

TextBlock text_block(const Languages& languages, std::string_view text, double width,
                     const TextStyle& style) {
    TextBlock block;
    block.height = 2;
    add_lines(block, text, width, 1000, style, languages.first);
    return block;
}

Box text_in(std::string id, std::string kind, std::vector<TextLine> lines, Align align,
            const Rectangle& at) {
    double text = 0.0;
    int size = 0;
    for (const auto& line : lines) {
        text += 1.2 * line.style.size;
        size = std::max(size, line.style.size);
    }
    const auto room = std::floor(at.height + 1e-6);
    const auto lower = std::clamp((room - std::ceil(text - 1e-6)) / 2.0, 0.0, rise * size);
    Box box{std::move(id), std::move(kind)};
    BoxCell cell{std::max(1, static_cast<int>(at.width + 1e-6)),
                 std::max(1, static_cast<int>(at.height - 2.0 * lower + 1e-6)), std::move(lines),
                 align};
    const auto spare = at.width - cell.width;
    const auto left = align == Align::left ? 0.0 : align == Align::right ? spare : spare / 2.0;
    box.center = {at.x + left + cell.width / 2.0, at.y + at.height / 2.0 + lower};
    box.rows = {{std::move(cell)}};
    return box;
}

Box bar_box(std::string id, std::string kind, const Rectangle& at, const HexColor& fill,
            const HexColor& frame_color, std::vector<TextLine> number) {
    auto box = plain_box(std::move(id), std::move(kind), at, fill, frame_color);
    box.rows.front().front().lines = std::move(number);
    return box;
}

Curve straight_line(std::string id, std::string kind, Point begin, Point end, const HexColor& color,
                    double width) {
    Curve curve{std::move(id), std::move(kind), begin, end, color, width};
    curve.course = Course::straight;
    return curve;
}

Curve stripe_line(std::string id, const Rectangle& at, const HexColor& color) {
    const auto y = at.y + at.height / 2.0;
    return straight_line(std::move(id), "stripe", {at.x, y}, {at.x + at.width, y}, color,
                         at.height);
}

std::size_t round_step(double least) {
    for (std::size_t power = 1;; power *= 10) {
        for (const auto digit : {1U, 2U, 5U}) {
            const auto step = digit * power;
            if (static_cast<double>(step) >= least || power > 1'000'000'000) return step;
        }
    }
}

}  // namespace remit::drawing
