#include "block.hpp"

#include <algorithm>
#include <numeric>

namespace remit::drawing {
namespace {

constexpr double leading = 1.28;  // of lines, as a multiple of their size
constexpr double rule_width = 0.8;
constexpr double longest_word = 14.0;  // that is not cut, in sizes of its font

double sum_of(std::span<const double> lengths) {
    return std::accumulate(lengths.begin(), lengths.end(), 0.0);
}

/// A text in the fonts of a page.
std::string set_in(Language page, Language language, std::string text) {
    const bool full_width = page.sets_ideographs() && !language.sets_ideographs();
    return full_width ? with_straight_quotes(text) : std::move(text);
}

}  // namespace

Parts Block::split(double width, double height) const {
    if (this->height(width) <= height + 1e-6) return {self(), nullptr};
    return {nullptr, self()};
}

std::vector<BlockPtr> Block::side_by_side(double) const {
    return {self()};
}

std::vector<double> distribute(std::span<const Widths> widths, std::span<const double> shares,
                               double width) {
    std::vector<double> result;
    double least = 0.0;
    double wanted = 0.0;
    for (const auto& each : widths) {
        result.push_back(each.least);
        least += each.least;
        wanted += each.natural - each.least;
    }
    const auto spare = width - least;
    if (spare <= 0.0) return result;
    const auto part = wanted <= spare ? 1.0 : spare / wanted;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        result[i] += part * (widths[i].natural - widths[i].least);
    }
    const auto all = sum_of(shares);
    if (all <= 0.0 || wanted >= spare) return result;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        result[i] += (spare - wanted) * shares[i] / all;
    }
    return result;
}

Text::Text(const Theme& theme, const std::function<std::string(Language)>& text, const Font& font,
           TextOptions options)
    : page_(theme.languages.first), options_(std::move(options)) {
    parts_.push_back({text(page_), page_, font});
    if (theme.languages.second) {
        auto second = text(*theme.languages.second);
        if (second != parts_.front().text && !second.empty()) {
            second = set_in(page_, *theme.languages.second, std::move(second));
            parts_.push_back({std::move(second), *theme.languages.second, second_font(font)});
        }
    }
    measure();
}

Text::Text(Language page, Language language, std::string text, const Font& font,
           TextOptions options)
    : parts_{{set_in(page, language, std::move(text)), language, font}},
      page_(page),
      options_(std::move(options)) {
    measure();
}

void Text::measure() {
    for (const auto& part : parts_) {
        widths_.natural = std::max(widths_.natural, rich_width(part.text, part.font, page_));
    }
    widths_.natural += 0.01;
    const auto whole = widths_.natural;
    if (options_.widest > 0.0) widths_.natural = std::min(whole, options_.widest);
    widths_.least = widths_.natural;
    if (options_.least <= 0.0) return;
    // No narrower than a word, unless that is very long.
    auto least = options_.least;
    for (const auto& part : parts_) {
        const auto word = widest_word(part.text, part.font, page_);
        least = std::max(least, std::min(word + 0.01, longest_word * part.font.size));
    }
    widths_.least = std::min(least, whole);
    widths_.natural = std::max(widths_.natural, widths_.least);
}

Text::Text(const Theme& theme, const std::string& text, const Font& font, TextOptions options)
    : Text(
          theme, [&](Language) { return text; }, font, std::move(options)) {}

const std::vector<std::vector<RichLine>>& Text::lines(double width) const {
    if (lines_width_ != width) {
        lines_width_ = width;
        lines_.clear();
        for (const auto& part : parts_) {
            lines_.push_back(wrap_rich(part.text, std::max(1.0, width), part.font, page_,
                                       options_.most_lines, options_.filling));
        }
    }
    return lines_;
}

double Text::height(double width) const {
    const auto& all = lines(width);
    double height = 0.0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        height += static_cast<double>(all[i].size()) * leading * parts_[i].font.size;
    }
    return height;
}

void Text::draw(const Rectangle& at, Diagram& page) const {
    const auto x = options_.align == Align::left    ? at.x
                   : options_.align == Align::right ? at.right()
                                                    : at.x + at.width / 2.0;
    auto y = at.y + (options_.top ? 0.0 : (at.height - height(at.width)) / 2.0);
    std::size_t count = 0;
    const auto& all = lines(at.width);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const auto& part = parts_[i];
        for (const auto& line : all[i]) {
            auto mark = options_.mark;
            if (mark.id.empty()) mark.id = "t" + std::to_string(page.shapes.size());
            if (mark.kind.empty()) mark.kind = "text";
            if (count++ > 0) mark.id += "-line-" + std::to_string(count);
            const auto height = leading * part.font.size;
            draw_line(line, mark, {x, y + height / 2.0}, options_.align, part.font, part.language,
                      page);
            y += height;
        }
    }
}

BlockPtr in_line(const Theme& theme, const std::function<std::string(Language)>& text,
                 const Font& font, TextOptions options) {
    const auto& [first, second] = theme.languages;
    auto words = text(first);
    if (second && text(*second) != words) {
        words = joined(std::move(words), marked(text(*second), Ink::quiet), "\u2003");
    }
    return std::make_shared<Text>(first, first, std::move(words), font, std::move(options));
}

Widths Stack::widths() const {
    Widths all;
    for (const auto& item : items_) {
        const auto one = item.block->widths();
        all = {std::max(all.least, one.least), std::max(all.natural, one.natural)};
    }
    return all;
}

double Stack::height(double width) const {
    double height = 0.0;
    for (const auto& item : items_) {
        height += item.block->height(width) + (&item == items_.data() ? 0.0 : item.gap);
    }
    return height;
}

double Stack::largest(double width) const {
    double largest = 0.0;
    for (const auto& item : items_) {
        largest += item.grows ? item.block->largest(width) : item.block->height(width);
        if (&item != items_.data()) largest += item.gap;
    }
    return largest;
}

void Stack::draw(const Rectangle& at, Diagram& page) const {
    const auto growing =
        std::count_if(items_.begin(), items_.end(), [](const Item& item) { return item.grows; });
    const auto more =
        growing == 0 ? 0.0
                     : std::max(0.0, at.height - height(at.width)) / static_cast<double>(growing);
    auto y = at.y;
    for (const auto& item : items_) {
        if (&item != items_.data()) y += item.gap;
        auto height = item.block->height(at.width);
        if (item.grows) {
            height = std::min(height + more, std::max(height, item.block->largest(at.width)));
        }
        item.block->draw({at.x, y, at.width, height}, page);
        y += height;
    }
}

Parts Stack::split(double width, double height) const {
    std::vector<Item> first;
    std::vector<Item> rest;
    for (const auto& item : items_) {
        if (item.repeats) height -= item.gap + item.block->height(width);
    }
    for (const auto& item : items_) {
        if (item.repeats) {
            if (!first.empty()) first.push_back(item);
            if (!rest.empty()) rest.push_back(item);
            continue;
        }
        if (!rest.empty()) {
            rest.push_back(item);
            continue;
        }
        const auto gap = first.empty() ? 0.0 : item.gap;
        const auto parts = item.block->split(width, height - gap);
        if (parts.first) {
            first.push_back({parts.first, item.gap, item.grows});
            height -= gap + parts.first->height(width);
        }
        if (parts.rest) rest.push_back({parts.rest, item.gap, item.grows});
    }
    return {first.empty() ? nullptr : stack(std::move(first)),
            rest.empty() ? nullptr : stack(std::move(rest))};
}

std::vector<BlockPtr> Stack::side_by_side(double width) const {
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const auto parts = items_[i].block->side_by_side(width);
        if (parts.size() == 1) continue;
        std::vector<BlockPtr> all;
        for (const auto& part : parts) {
            auto items = items_;
            items[i].block = part;
            all.push_back(stack(std::move(items)));
        }
        return all;
    }
    return {self()};
}

Row::Row(std::vector<Item> items, double gap, bool ruled)
    : items_(std::move(items)), gap_(gap), ruled_(ruled) {}

Widths Row::widths() const {
    Widths all{gap_ * static_cast<double>(items_.size() - 1),
               gap_ * static_cast<double>(items_.size() - 1)};
    for (const auto& item : items_) {
        if (!item.block) continue;
        const auto one = item.block->widths();
        all = {all.least + one.least, all.natural + one.natural};
    }
    return all;
}

std::vector<double> Row::columns(double width) const {
    if (!frozen_.empty()) return frozen_;
    std::vector<Widths> widths;
    std::vector<double> shares;
    for (const auto& item : items_) {
        widths.push_back(item.block ? item.block->widths() : Widths{});
        shares.push_back(item.share);
    }
    return distribute(widths, shares, width - gap_ * static_cast<double>(items_.size() - 1));
}

double Row::height(double width) const {
    const auto widths = columns(width);
    double height = 0.0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (items_[i].block) height = std::max(height, items_[i].block->height(widths[i]));
    }
    return height;
}

double Row::largest(double width) const {
    const auto widths = columns(width);
    double largest = 0.0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (items_[i].block) largest = std::max(largest, items_[i].block->largest(widths[i]));
    }
    return largest;
}

void Row::draw(const Rectangle& at, Diagram& page) const {
    const auto widths = columns(at.width);
    auto x = at.x;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (i > 0 && ruled_) {
            const auto middle = x - gap_ / 2.0;
            add_line(page, {"rule-" + std::to_string(page.shapes.size()), "rule"}, {middle, at.y},
                     {middle, at.bottom()}, palette::rule, rule_width);
        }
        if (items_[i].block) items_[i].block->draw({x, at.y, widths[i], at.height}, page);
        x += widths[i] + gap_;
    }
}

Parts Row::split(double width, double height) const {
    const auto widths = columns(width);
    auto first = *this;
    auto rest = *this;
    first.frozen_ = rest.frozen_ = widths;
    bool any_first = false;
    bool any_rest = false;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (!items_[i].block) continue;
        if (items_[i].repeats && items_[i].block->height(widths[i]) <= height + 1e-6) continue;
        const auto parts = items_[i].block->split(widths[i], height);
        first.items_[i].block = parts.first;
        rest.items_[i].block = parts.rest;
        any_first = any_first || parts.first;
        any_rest = any_rest || parts.rest;
    }
    return {any_first ? std::make_shared<Row>(first) : nullptr,
            any_rest ? std::make_shared<Row>(rest) : nullptr};
}

std::vector<BlockPtr> Row::side_by_side(double width) const {
    double others = gap_ * static_cast<double>(items_.size() - 1);
    for (const auto& item : items_) others += item.block ? item.block->widths().least : 0.0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (!items_[i].block) continue;
        const auto room = width - others + items_[i].block->widths().least;
        const auto parts = items_[i].block->side_by_side(room);
        if (parts.size() == 1) continue;
        std::vector<BlockPtr> all;
        for (const auto& part : parts) {
            auto items = items_;
            items[i].block = part;
            all.push_back(row(std::move(items), gap_, ruled_));
        }
        return all;
    }
    return {self()};
}

void add_line(Diagram& page, Mark mark, Point begin, Point end, const HexColor& color, double width,
              bool dashed) {
    const Point first{begin.x + (end.x - begin.x) / 3.0, begin.y + (end.y - begin.y) / 3.0};
    const Point second{end.x - (end.x - begin.x) / 3.0, end.y - (end.y - begin.y) / 3.0};
    page.shapes.emplace_back(
        Stroke{std::move(mark), {begin, first, second, end}, color, width, dashed});
}

}  // namespace remit::drawing
