#include "pair_lists.hpp"

#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double line_height = 12.5;
constexpr double widest_stretch = 1.3;  // of the lines, to fill a page
constexpr double column_gap = 14.0;
constexpr int widest_text = 240;

constexpr Phrase formed{"pair-lists.formed"};
constexpr Phrase dissolved{"pair-lists.dissolved"};
constexpr Phrase lasting{"pair-lists.lasting"};
constexpr Phrase not_listed{"pair-lists.not-listed"};
constexpr Phrase told{"pair-lists.told"};

}  // namespace

PairLists::PairLists(const ComparedBatches& compared) : compared_(compared) {
    collect();
    lay_out();
}

void PairLists::collect() {
    sections_ = {{"formed", formed, palette::growth},
                 {"dissolved", dissolved, palette::decline},
                 {"stayed", lasting, palette::ink}};
    auto pairs = compared_.comparison.pairs;
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
        const auto strength = [](const ComparedPair& pair) {
            return std::max(pair.shared.front(), pair.shared.back());
        };
        return strength(a) > strength(b);
    });
    // Of those that stay, the ones that changed come first.
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
        return a.development.trend < b.development.trend;
    });
    Names names;
    for (const auto& each : compared_.comparison.departments) {
        names[each.id] = &compared_.name(each);
    }
    for (const auto& pair : pairs) add(pair, names);
    for (auto& section : sections_) section.shown = section.pairs.size();
}

void PairLists::add(const ComparedPair& pair, const Names& names) {
    const auto language = compared_.language();
    const auto trend = pair.development.trend;
    const bool stays = trend != Trend::came && trend != Trend::went;
    const auto before = std::to_string(pair.shared.front());
    const auto after = std::to_string(pair.shared.back());
    Line line{Line::Kind::pair, "pair-" + pair.a + '-' + pair.b};
    line.text = said_in_line(compared_.languages, [&](Language each) {
        return std::string(names.at(pair.a)->in(each)) + "–" +
               std::string(names.at(pair.b)->in(each));
    });
    line.value = stays ? before + "→" + after : (trend == Trend::came ? after : before);
    if (stays) {
        line.value += ' ' + phrase(compared_.languages, link_word(trend));
        line.color = trend == Trend::rose || trend == Trend::fell ? trend_look(trend).color
                                                                  : palette::secondary;
    }
    line.tooltip = told.fill(language, {std::string(names.at(pair.a)->in(language)),
                                        std::string(names.at(pair.b)->in(language)), before, after,
                                        std::string(link_word(trend).in(language))});
    auto& section = sections_[trend == Trend::came ? 0 : trend == Trend::went ? 1 : 2];
    if (!stays) line.color = section.color;
    const TextStyle plain{body_size, false};
    text_width_ =
        std::min(widest_text, std::max(text_width_, cell_width(line.text, plain, language)));
    value_width_ = std::max(value_width_, cell_width(line.value, plain, language));
    section.pairs.push_back(std::move(line));
}

void PairLists::lay_out() {
    lines_.clear();
    for (const auto& section : sections_) {
        if (section.pairs.empty()) continue;
        lines_.push_back(
            {Line::Kind::heading, "heading-" + section.id,
             phrase(compared_.languages, section.heading, {std::to_string(section.pairs.size())}),
             "", section.color});
        lines_.insert(lines_.end(), section.pairs.begin(),
                      section.pairs.begin() + static_cast<std::ptrdiff_t>(section.shown));
        if (section.shown == section.pairs.size()) continue;
        lines_.push_back({Line::Kind::remark, "left-out-" + section.id,
                          phrase(compared_.languages, not_listed,
                                 {std::to_string(section.pairs.size() - section.shown)}),
                          "", palette::secondary});
    }
}

std::vector<std::size_t> PairLists::begins(std::size_t rows) const {
    std::vector<std::size_t> result{0};
    double used = 0.0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const bool heading = lines_[i].kind == Line::Kind::heading;
        const auto needs = heading ? 3.0 : 1.0;  // a heading never ends a column
        const auto free = static_cast<double>(rows) - used;
        if (used > 0.0 && (free < needs - (heading ? 0.5 : 0.0))) {
            result.push_back(i);
            used = 0.0;
        }
        used += heading && used > 0.0 ? 2.0 : heading ? 1.5 : 1.0;
    }
    return result;
}

std::size_t PairLists::rows_of(std::size_t columns) const {
    auto rows = std::max<std::size_t>(4, lines_.size() / columns);
    while (begins(rows).size() > columns) ++rows;
    return rows;
}

ContentSize PairLists::size_of(std::size_t columns) const {
    const auto count = static_cast<double>(columns);
    return {count * (text_width_ + value_width_) + (count - 1.0) * column_gap,
            static_cast<double>(rows_of(columns)) * line_height};
}

std::size_t PairLists::columns_in(double width) const {
    const auto column = text_width_ + value_width_ + column_gap;
    return std::max<std::size_t>(1, static_cast<std::size_t>((width + column_gap) / column));
}

void PairLists::limit(std::size_t columns, double height) {
    while (size_of(columns).height > height) {
        auto longest = sections_.begin();
        for (auto each = sections_.begin(); each != sections_.end(); ++each) {
            if (each->shown > longest->shown) longest = each;
        }
        if (longest->shown < 2) return;
        longest->shown -= 1 + longest->shown / 64;  // many at once where there are very many
        lay_out();
    }
}

void PairLists::draw(std::size_t columns, const Rectangle& area, Diagram& diagram) const {
    const auto rows = rows_of(columns);
    const auto pitch = std::clamp(area.height / static_cast<double>(rows), line_height,
                                  widest_stretch * line_height);
    const auto starts = begins(rows);
    const double width = text_width_ + value_width_;
    const auto count = static_cast<double>(columns);
    const auto gap = columns < 2
                         ? 0.0
                         : std::min(3.0 * column_gap, (area.width - count * width) / (count - 1.0));
    for (std::size_t c = 0; c < starts.size(); ++c) {
        const auto end = c + 1 < starts.size() ? starts[c + 1] : lines_.size();
        const auto x = area.x + static_cast<double>(c) * (width + gap);
        double used = 0.0;
        for (auto i = starts[c]; i < end; ++i) {
            const bool heading = lines_[i].kind == Line::Kind::heading;
            const auto height = heading ? 1.5 * pitch : pitch;
            if (heading && used > 0.0) used += 0.5 * pitch;
            draw_line(lines_[i], {x, area.y + used, width, height}, diagram);
            used += height;
        }
    }
}

void PairLists::draw_line(const Line& line, const Rectangle& at, Diagram& diagram) const {
    const bool heading = line.kind == Line::Kind::heading;
    const auto size = heading ? name_size : body_size;
    const bool pair = line.kind == Line::Kind::pair;
    const auto width = pair ? at.width - value_width_ : at.width;
    const TextMeasure measure{static_cast<double>(size), heading, compared_.language()};
    const TextStyle style{size, heading, pair ? palette::ink : line.color};
    auto text = text_in(line.id,
                        heading ? "heading"
                        : pair  ? "pair"
                                : "remark",
                        {{shortened(line.text, width, measure), style}}, Align::left,
                        {at.x, at.y, width, at.height});
    text.tooltip = line.tooltip;
    diagram.boxes.push_back(std::move(text));
    if (!pair) return;
    auto value =
        text_in(line.id + "-shared", "shared", {{line.value, {body_size, false, line.color}}},
                Align::right, {at.x + width, at.y, at.width - width, at.height});
    value.tooltip = line.tooltip;
    diagram.boxes.push_back(std::move(value));
}

}  // namespace remit::drawing
