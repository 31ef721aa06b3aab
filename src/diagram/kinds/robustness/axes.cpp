#include "axes.hpp"

#include "../../page/cells.hpp"
#include "../captions.hpp"
#include "../headline.hpp"

#include <algorithm>

namespace remit::drawing {
namespace {

constexpr Phrase still_have_one{"robustness-picture.still-have-one"};
constexpr Phrase dropped_out{"robustness-picture.dropped-out"};

constexpr double narrowest = 20.0;  // in sizes of text, as is what follows
constexpr double gap_of_names =
    1.9;                     // above the plot, for the name of a curve that lies at its top
constexpr double gap = 8.0;  // points

BlockPtr title(const Theme& theme, const Phrase& phrase, const char* id, Align align) {
    TextOptions options;
    options.align = align;
    options.mark = {id, "axis"};
    return text(theme, in_every(phrase), theme.small(), options);
}

void add_number(const Theme& theme, Diagram& page, const std::string& id, Point at, Align align,
                const std::string& number, bool strong = false) {
    const auto font = theme.small();
    const HexColor color = strong ? HexColor(palette::nationwide) : font.color;
    page.shapes.emplace_back(
        Label{{id, "axis"}, at, align, number, font.size, strong, color, theme.languages.first});
}

/// Which numbers of an axis are written: those that are wanted, the first ones before others, and
/// then round ones, as far as there is room for them.
/// \param unit   from a number to the next
/// \param space  from one that is written to the next
std::vector<std::size_t> written(std::size_t most, double unit, double space,
                                 std::vector<std::size_t> wanted) {
    std::vector<std::size_t> all;
    const auto step = axis_step(space / unit);
    for (std::size_t value = 0; value <= most; value += step) wanted.push_back(value);
    for (const auto value : wanted) {
        const bool free = std::none_of(all.begin(), all.end(), [&](std::size_t other) {
            const auto apart = value > other ? value - other : other - value;
            return unit * static_cast<double>(apart) < space;
        });
        if (free) all.push_back(value);
    }
    return all;
}

}  // namespace

double Axes::above() const {
    const auto head = title(theme_, still_have_one, "", Align::left);
    return head->height(narrowest * theme_.size) + gap_of_names * theme_.size;
}

double Axes::below() const {
    const auto foot = title(theme_, dropped_out, "", Align::left);
    return foot->height(narrowest * theme_.size) + 1.7 * theme_.small().size;
}

Rectangle Axes::plot(const Rectangle& at) const {
    const auto room = [&](const std::string& number) {
        return rich_width(number, theme_.small(), theme_.languages.first) + gap + 2.0;
    };
    const auto left = room(count(facts_.counted));
    return {at.x + left, at.y + above(), at.width - left - room("100%"),
            at.height - above() - below()};
}

Rectangle Axes::head(const Rectangle& at) const {
    const auto head = title(theme_, still_have_one, "", Align::left);
    return {at.x, at.y, head->widths().natural + theme_.size, head->height(at.width)};
}

void Axes::draw(const Rectangle& at, Diagram& page) const {
    const auto room = plot(at);
    const auto top = title(theme_, still_have_one, "measures-left", Align::left);
    top->draw({at.x, at.y, at.width, top->height(at.width)}, page);
    const auto bottom = title(theme_, dropped_out, "departments-gone", Align::center);
    const auto height = bottom->height(room.width);
    bottom->draw({room.x, at.bottom() - height, room.width, height}, page);
    draw_measures(room, page);
    draw_shares(room, page);
    draw_departments(room, page);
}

void Axes::draw_measures(const Rectangle& plot, Diagram& page) const {
    const auto unit = plot.height / static_cast<double>(facts_.counted);
    const auto space = 2.0 * theme_.small().size;
    for (const auto value : written(facts_.counted, unit, space, {facts_.counted, 0})) {
        const auto y = plot.bottom() - unit * static_cast<double>(value);
        add_number(theme_, page, "measures-" + count(value), {plot.x - gap, y}, Align::right,
                   count(value));
    }
}

void Axes::draw_shares(const Rectangle& plot, Diagram& page) const {
    for (std::size_t quarter = 0; quarter <= 4; ++quarter) {
        const auto y = plot.bottom() - plot.height * static_cast<double>(quarter) / 4.0;
        const auto percent = count(25 * quarter);
        const Mark line{"share-" + percent, "axis"};
        if (quarter == 2) {
            add_line(page, line, {plot.x, y}, {plot.right(), y}, palette::muted, 0.8, true);
        } else {
            add_line(page, line, {plot.x, y}, {plot.right(), y},
                     quarter == 0 ? palette::rule : palette::hairline, quarter == 0 ? 1.0 : 0.7);
        }
        add_number(theme_, page, "percent-" + percent, {plot.right() + gap, y}, Align::left,
                   percent + '%');
    }
}

void Axes::draw_departments(const Rectangle& plot, Diagram& page) const {
    const auto unit = plot.width / static_cast<double>(facts_.departments);
    const auto widest =
        rich_width(count(facts_.departments), theme_.small(), theme_.languages.first);
    const auto y = plot.bottom() + 0.9 * theme_.small().size;
    for (const auto value : written(facts_.departments, unit, 1.3 * widest + 4.0,
                                    {facts_.marked, facts_.departments, 0})) {
        add_number(theme_, page, "gone-" + count(value),
                   {plot.x + unit * static_cast<double>(value), y}, Align::center, count(value),
                   value > 0 && value == facts_.marked);
    }
}

}  // namespace remit::drawing
