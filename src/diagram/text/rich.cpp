#include "rich.hpp"

#include "../shapes/palette.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <utility>

namespace remit::drawing {
namespace {

constexpr double reserve = 1.025;  // that `text_width` has, and a little more

constexpr char32_t first_mark = U'\uE000';  // of Ink::plain, which ends the others
constexpr char32_t last_mark = first_mark + static_cast<char32_t>(Ink::quiet);

bool is_mark(char32_t c) {
    return c >= first_mark && c <= last_mark;
}

bool is_bold(Ink ink, const Font& font) {
    return font.bold || ink == Ink::strong;
}

HexColor color_of(Ink ink, const Font& font) {
    switch (ink) {
        case Ink::accent:
            return palette::nationwide;
        case Ink::limited:
            return palette::pilot;
        case Ink::quiet:
            return palette::secondary;
        case Ink::plain:
        case Ink::strong:
            break;
    }
    return font.color;
}

/// As a line goes on behind it: the reserve stands at the end of the line.
double width_of(const Span& span, const Font& font, Language page) {
    return drawn_width(span.text, {font.size, is_bold(span.ink, font), page});
}

void append(std::vector<Span>& spans, char32_t c, Ink ink) {
    if (spans.empty() || spans.back().ink != ink) spans.push_back({"", ink});
    spans.back().text += utf8(std::u32string(1, c));
}

/// The characters of a text, each with how it is set.
std::vector<std::pair<char32_t, Ink>> characters(std::string_view text) {
    std::vector<std::pair<char32_t, Ink>> all;
    all.reserve(text.size());
    auto ink = Ink::plain;
    for (const auto c : code_points(text)) {
        if (is_mark(c)) {
            ink = static_cast<Ink>(c - first_mark);
        } else {
            all.emplace_back(c, ink);
        }
    }
    return all;
}

}  // namespace

std::string marked(std::string_view text, Ink ink) {
    std::u32string result(1, first_mark + static_cast<char32_t>(ink));
    for (const auto c : code_points(text)) {
        if (!is_mark(c)) result += c;
    }
    return utf8(result + first_mark);
}

std::string unmarked(std::string_view text) {
    std::u32string result;
    for (const auto c : code_points(text)) {
        if (!is_mark(c)) result += c;
    }
    return utf8(result);
}

std::vector<RichLine> wrap_rich(std::string_view text, double width, const Font& font,
                                Language page, std::size_t most, Filling filling) {
    const auto all = characters(text);
    const bool bold = std::any_of(all.begin(), all.end(),
                                  [&](const auto& each) { return is_bold(each.second, font); });
    const TextMeasure measure{font.size, bold, page};
    const auto plain = unmarked(text);
    const auto lines = most == 0 ? wrap(plain, width, measure, filling)
                                 : wrap_at_most(most, plain, width, measure);
    std::vector<RichLine> result;
    std::size_t at = 0;
    for (const auto& line : lines) {
        auto& rich = result.emplace_back();
        for (const auto c : code_points(line)) {
            // Breaks drop spaces, and "…" stands for what is cut.
            while (at < all.size() && all[at].first != c &&
                   (all[at].first == U' ' || all[at].first == U'\n')) {
                ++at;
            }
            const auto ink = at < all.size() ? all[at].second : Ink::plain;
            append(rich.spans, c, ink);
            if (at < all.size() && all[at].first == c) ++at;
        }
        for (const auto& span : rich.spans) rich.width += width_of(span, font, page);
    }
    return result;
}

double rich_width(std::string_view text, const Font& font, Language page) {
    double widest = 0.0;
    std::u32string line;
    std::u32string span;  // its end, as far as it is set alike
    auto ink = Ink::plain;
    bool bold = font.bold;
    double sum = 0.0;
    const auto end_span = [&] {
        sum += drawn_width(span, {font.size, is_bold(ink, font), page});
        span.clear();
    };
    const auto end_line = [&] {
        end_span();
        // As much as `wrap` asks for.
        widest = std::max({widest, reserve * sum, text_width(line, {font.size, bold, page})});
        line.clear();
        bold = font.bold;
        sum = 0.0;
    };
    for (const auto& [c, own] : characters(text)) {
        if (c == U'\n') {
            end_line();
            continue;
        }
        if (own != ink) end_span();
        ink = own;
        bold = bold || is_bold(ink, font);
        line += c;
        span += c;
    }
    end_line();
    return widest;
}

double widest_word(std::string_view text, const Font& font, Language page) {
    double widest = 0.0;
    std::u32string word;
    bool bold = font.bold;
    const auto take = [&] {
        widest = std::max(widest, text_width(word, {font.size, bold, page}));
        word.clear();
        bold = font.bold;
    };
    for (const auto& [c, ink] : characters(text)) {
        const bool alone = columns(c) == 2;
        if (c == U' ' || c == U'\n' || alone) take();
        if (c == U' ' || c == U'\n') continue;
        word += c;
        bold = bold || is_bold(ink, font);
        if (alone || c == U'-' || c == U'/') take();
    }
    take();
    return widest;
}

void draw_line(const RichLine& line, const Mark& mark, Point at, Align align, const Font& font,
               Language language, Diagram& page) {
    const auto add = [&](const Span& span, Point where, Align anchor, std::string id) {
        page.shapes.emplace_back(Label{{std::move(id), mark.kind, mark.tooltip},
                                       where,
                                       anchor,
                                       span.text,
                                       font.size,
                                       is_bold(span.ink, font),
                                       color_of(span.ink, font),
                                       language});
    };
    if (line.spans.size() == 1) {
        add(line.spans.front(), at, align, mark.id);
        return;
    }
    auto x = at.x;
    if (align == Align::center) x -= line.width / 2.0;
    if (align == Align::right) x -= line.width;
    for (std::size_t i = 0; i < line.spans.size(); ++i) {
        const auto& span = line.spans[i];
        // A span of spaces alone is a distance.
        if (span.text.find_first_not_of(' ') != std::string::npos) {
            add(span, {x, at.y}, Align::left, i == 0 ? mark.id : mark.id + '_' + std::to_string(i));
        }
        x += width_of(span, font, page.language);
    }
}

}  // namespace remit::drawing
