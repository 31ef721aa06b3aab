#include "cells.hpp"

#include <remit/model/number_text.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {

BlockPtr dot(Mark mark, DotForm form, double diameter, const HexColor& color) {
    return drawn({diameter, diameter}, diameter, [=](const Rectangle& at, Diagram& page) {
        if (form == DotForm::none) {
            page.shapes.emplace_back(Disc{mark, at.middle(), 2.2, palette::rule});
            return;
        }
        const bool filled = form == DotForm::filled;
        page.shapes.emplace_back(Disc{mark, at.middle(), diameter,
                                      filled ? color : HexColor(palette::white), color,
                                      std::max(1.0, 0.16 * diameter)});
    });
}

BlockPtr tag(const Theme& theme, const std::function<std::string(Language)>& text, const Font& font,
             Mark mark, double widest) {
    TextOptions options;
    options.align = Align::center;
    options.most_lines = 3;
    const auto stands_for = mark.kind.find(" m-");
    options.mark = {"text-of-" + mark.id,
                    "text" + (stands_for == std::string::npos ? "" : mark.kind.substr(stands_for))};
    const auto label = drawing::text(theme, text, font, options);
    const auto padding = 0.45 * font.size;
    const auto width = std::min(label->widths().natural, widest) + 2.0 * padding;
    const auto height = label->height(width - 2.0 * padding) + 1.0;
    return drawn({width, width}, height, [=](const Rectangle& at, Diagram& page) {
        const Rectangle box{at.middle().x - width / 2.0, at.middle().y - height / 2.0, width,
                            height};
        page.shapes.emplace_back(Area{mark, box, palette::white, font.color, 1.0});
        label->draw({box.x + padding, box.y, box.width - 2.0 * padding, box.height}, page);
    });
}

BlockPtr bar(const Theme& theme, const BarStyle& style, std::vector<BarPart> parts, double at_most,
             const std::string& number, const Mark& number_mark) {
    const auto language = theme.languages.first;
    const Font inner{theme.small().size, true, palette::white};
    const Font behind{theme.size, true, palette::ink};
    const auto draw = [=](const Rectangle& at, Diagram& page) {
        const auto unit = style.unit(at.width);
        const auto height = std::min(style.height, at.height);
        auto x = at.x;
        for (const auto& part : parts) x += unit * part.value;
        const auto end = x;
        if (unit * at_most > end - at.x) {
            const auto thin = style.band_height * height;
            const auto from = std::max(at.x, end);
            page.shapes.emplace_back(
                Area{{number_mark.id + "-band", "band"},
                     {from, at.middle().y - thin / 2.0, at.x + unit * at_most - from, thin},
                     palette::band});
        }
        x = at.x;
        for (const auto& part : parts) {
            if (part.value <= 0.0) continue;
            const Rectangle box{x, at.middle().y - height / 2.0, unit * part.value, height};
            page.shapes.emplace_back(Area{part.mark, box, part.fill});
            x = box.right();
            if (rich_width(part.number, inner, language) + 3.0 > box.width) continue;
            if (part.number.empty()) continue;
            page.shapes.emplace_back(Label{{part.mark.id + "-number", "number"},
                                           box.middle(),
                                           Align::center,
                                           part.number,
                                           inner.size,
                                           true,
                                           part.number_color,
                                           language});
        }
        if (number.empty()) return;
        page.shapes.emplace_back(Label{number_mark,
                                       {end + 4.0, at.middle().y},
                                       Align::left,
                                       number,
                                       behind.size,
                                       true,
                                       palette::ink,
                                       language});
    };
    return drawn({style.width + style.room, style.width + style.room}, style.height, draw);
}

BlockPtr upright_bar(const Theme& theme, double value, double most, double height,
                     const HexColor& fill, const Font& font, const Mark& mark) {
    const auto language = theme.languages.first;
    const auto number = at_most(value, 2);
    const auto line = 1.2 * font.size;
    const auto width = rich_width(number, font, language);
    const auto draw = [=](const Rectangle& at, Diagram& page) {
        const auto high = most > 0.0 ? height * value / most : 0.0;
        const auto wide = std::min(at.width - 2.0, 1.7 * font.size);
        if (high > 0.0) {
            page.shapes.emplace_back(
                Area{mark, {at.middle().x - wide / 2.0, at.bottom() - high, wide, high}, fill});
        }
        page.shapes.emplace_back(Label{{mark.id + "-number", "number"},
                                       {at.middle().x, at.bottom() - high - line / 2.0 - 1.0},
                                       Align::center,
                                       number,
                                       font.size,
                                       font.bold,
                                       font.color,
                                       language});
    };
    return drawn({width, width}, height + line + 1.0, draw);
}

std::size_t axis_step(double least) {
    for (std::size_t power = 1;; power *= 10) {
        for (const auto factor : {1U, 2U, 5U}) {
            const auto step = power * factor;
            if (static_cast<double>(step) >= least) return step;
        }
    }
}

BlockPtr axis_head(const Theme& theme, const std::string& id, const BarStyle& style) {
    const auto font = theme.small();
    const auto language = theme.languages.first;
    const auto draw = [=](const Rectangle& at, Diagram& page) {
        const auto unit = style.unit(at.width);
        const auto step = axis_step(2.4 * font.size / unit);
        for (std::size_t value = 0; static_cast<double>(value) <= style.most + 1e-9;
             value += step) {
            page.shapes.emplace_back(
                Label{{id + "-axis-number-" + std::to_string(value), "axis"},
                      {at.x + unit * static_cast<double>(value), at.middle().y},
                      Align::center,
                      std::to_string(value),
                      font.size,
                      false,
                      font.color,
                      language});
        }
    };
    return drawn({style.width + style.room, style.width + style.room}, 1.3 * font.size, draw);
}

std::function<void(const Rectangle&, Diagram&)> axis_lines(const std::string& id,
                                                           const BarStyle& style, double size) {
    return [=](const Rectangle& rows, Diagram& page) {
        const auto unit = style.unit(rows.width);
        const auto step = axis_step(2.4 * size / unit);
        for (std::size_t value = 0; static_cast<double>(value) <= style.most + 1e-9;
             value += step) {
            const auto x = rows.x + unit * static_cast<double>(value);
            add_line(page, {numbered(id + "-axis", page), "axis"}, {x, rows.y}, {x, rows.bottom()},
                     value == 0 ? palette::rule : palette::hairline, value == 0 ? 1.0 : 0.7);
        }
    };
}

namespace {

void draw_sample(const Sample& sample, const Rectangle& at, Diagram& page) {
    const auto id = numbered("sample", page);
    const auto side = std::min(at.width, at.height);
    switch (sample.form) {
        case Sample::Form::square:
        case Sample::Form::hollow_square: {
            const bool hollow = sample.form == Sample::Form::hollow_square;
            page.shapes.emplace_back(Area{{id, "sample"},
                                          {at.x, at.middle().y - side / 2.0, side, side},
                                          hollow ? HexColor() : sample.color,
                                          hollow ? sample.color : HexColor(),
                                          1.3});
            if (sample.quiet.empty()) return;
            page.shapes.emplace_back(
                Area{{numbered("sample", page), "sample"},
                     {at.right() - side, at.middle().y - side / 2.0, side, side},
                     sample.quiet});
            return;
        }
        case Sample::Form::filled_dot:
        case Sample::Form::hollow_dot:
            dot({id, "sample"},
                sample.form == Sample::Form::filled_dot ? DotForm::filled : DotForm::hollow, side,
                sample.color)
                ->draw({at.x, at.y, side, at.height}, page);
            return;
        case Sample::Form::thick_line:
        case Sample::Form::thin_line:
            break;
    }
    add_line(page, {id, "sample"}, {at.x, at.middle().y}, {at.right(), at.middle().y}, sample.color,
             sample.form == Sample::Form::thick_line ? 2.4 : 0.9);
}

}  // namespace

BlockPtr legend(const Theme& theme, const std::vector<Sample>& samples) {
    const Font font{std::max(readable_text, 0.92 * theme.size), false, palette::secondary};
    std::vector<Row::Item> items;
    for (const auto& sample : samples) {
        const bool line =
            sample.form == Sample::Form::thick_line || sample.form == Sample::Form::thin_line;
        const auto size = 0.8 * font.size;
        const auto room = line ? 2.2 * font.size : sample.quiet.empty() ? size : 2.0 * size + 1.5;
        items.push_back({row({{drawn({room, room}, font.size,
                                     [=](const Rectangle& at, Diagram& page) {
                                         const auto top = at.middle().y - size / 2.0;
                                         draw_sample(sample, {at.x, top, at.width, size}, page);
                                     })},
                              {text(theme, sample.text, font)}},
                             0.4 * font.size)});
    }
    items.push_back({nullptr, 1.0});
    return row(std::move(items), 1.3 * font.size);
}

}  // namespace remit::drawing
