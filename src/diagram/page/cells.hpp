/// \file
/// What stands in the cells of a grid: dots, tags, bars, and what explains them?
#pragma once

#include "block.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace remit::drawing {

/// A cell with a dot: filled, hollow, or a mark that there is none.
enum class DotForm : std::uint8_t { filled, hollow, none };
[[nodiscard]] BlockPtr dot(Mark mark, DotForm form, double diameter, const HexColor& color);

/// A text with a frame around it, on one line, or on three at most where it is wider than that.
[[nodiscard]] BlockPtr tag(const Theme& theme, const std::function<std::string(Language)>& text,
                           const Font& font, Mark mark,
                           double widest = std::numeric_limits<double>::infinity());

/// A part of a bar.
struct BarPart {
    double value = 0.0;
    HexColor fill;
    std::string number = {};  ///< Within it, where there is room.
    HexColor number_color = "#FFFFFF";
    Mark mark = {};
};

/// Values of a column are measured against the same largest one.
struct BarStyle {
    double most = 1.0;    ///< The largest value.
    double room = 0.0;    ///< Behind it, for the number.
    double width = 60.0;  ///< The least for the largest value.
    double height = 10.0;
    double band_height = 0.45;  ///< Of the height, of what stands for what may come.

    [[nodiscard]] double unit(double column) const { return (column - room) / most; }
};

/// A bar with a number behind it, and a pale band as far as the number may rise.
[[nodiscard]] BlockPtr bar(const Theme& theme, const BarStyle& style, std::vector<BarPart> parts,
                           double at_most = 0.0, const std::string& number = {},
                           const Mark& number_mark = {});

/// A bar that stands upright, with its number on top.
/// \param most    the largest value of its kind
/// \param height  of that
[[nodiscard]] BlockPtr upright_bar(const Theme& theme, double value, double most, double height,
                                   const HexColor& fill, const Font& font, const Mark& mark);

/// The least of 1, 2, 5, 10, 20, 50, … that is not below `least`.
[[nodiscard]] std::size_t axis_step(double least);

/// The numbers of an axis, for the head of a column of bars, and its lines, for what is
/// behind them.
/// \param size  of the numbers: `theme.small().size`
[[nodiscard]] BlockPtr axis_head(const Theme& theme, const std::string& id, const BarStyle& style);
[[nodiscard]] std::function<void(const Rectangle&, Diagram&)> axis_lines(const std::string& id,
                                                                         const BarStyle& style,
                                                                         double size);

/// A sample and what it means.
struct Sample {
    enum class Form : std::uint8_t {
        square,
        hollow_square,
        filled_dot,
        hollow_dot,
        thick_line,
        thin_line
    };
    Form form = Form::square;
    HexColor color;
    std::function<std::string(Language)> text;
    HexColor quiet = {};  ///< Of a square: its color in rows that the title does not speak of.
};

/// Samples beside each other, or below each other where there is no room.
[[nodiscard]] BlockPtr legend(const Theme& theme, const std::vector<Sample>& samples);

}  // namespace remit::drawing
