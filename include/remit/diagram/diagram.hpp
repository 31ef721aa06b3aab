/// \file
/// What does a picture consist of? A page of boxes with text and curves between them, as data.
///
/// All lengths are layout units; the page as a whole is scaled to its size on paper. The origin is
/// the page's upper left corner, y points down.
#pragma once

#include <remit/model/localized_text.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace remit {

/// "#RRGGBB".
using HexColor = std::string;

struct Point {
    double x = 0.0;
    double y = 0.0;

    friend bool operator==(const Point&, const Point&) = default;
};

struct TextStyle {
    int size = 9;  ///< Whole, as Graphviz takes no other; 9, 12, 15, 18, 21, 24 are measured best.
    bool bold = false;
    HexColor color = "#1A1A1A";
};

/// The largest font size that is not above `size`, and at least 6.
[[nodiscard]] int font_size(double size);

struct TextLine {
    std::string text;
    TextStyle style;
};

enum class Align : std::uint8_t { left, center, right };

/// A rectangle of a box: text, fill and frame. Never holds boxes of its own.
struct BoxCell {
    int width = 0;
    int height = 0;
    std::vector<TextLine> lines = {};
    Align align = Align::center;
    bool top = false;     ///< Whether the text stands at the top instead of the middle.
    HexColor fill = {};   ///< None if empty.
    HexColor frame = {};  ///< None if empty.
};

/// Rows of cells with a common frame and fill. The last cell of a row that has fewer cells than
/// the longest one spans the columns that are left. With a diameter it is a circle around them.
struct Box {
    std::string id;    ///< ASCII letters, digits, '-' and '_'; unique in the diagram.
    std::string kind;  ///< For style sheets, made like `id`; may be several words.
    Point center = {};
    std::vector<std::vector<BoxCell>> rows = {};
    HexColor fill = {};
    HexColor frame = {};
    bool dashed = false;
    std::string tooltip = {};  ///< What it means, for those who point at it or have it read out.
    int diameter = 0;          ///< Of a circle, without its frame; 0 for a rectangle.
    double frame_width = 1.0;  ///< Of a circle's frame; that of a rectangle is 1.

    [[nodiscard]] int width() const;   ///< That of the widest row, with the frame; of a circle too.
    [[nodiscard]] int height() const;  ///< Of all rows, with the frame; of a circle its width.
};

enum class Tip : std::uint8_t { none, arrow, dot };

/// How far from its end the line stops to leave room for the tip.
[[nodiscard]] double tip_length(Tip tip);

/// Where a curve runs: `level` leaves and arrives horizontally, `straight` takes the shortest way.
enum class Course : std::uint8_t { level, straight };

/// One cubic Bézier curve. Curves are drawn in their order, below all boxes.
struct Curve {
    std::string id;
    std::string kind;
    Point begin = {};
    Point end = {};  ///< The point of the tip.
    HexColor color = "#1A1A1A";
    double width = 1.0;
    bool dashed = false;
    Tip tip = Tip::none;
    std::string tooltip = {};
    Course course = Course::level;
    /// How far a straight curve bows to the left of its way, as a share of its length.
    double bend = 0.0;
};

/// The points of a curve that Bézier's formula takes: where it begins, two that pull, and where it
/// ends before its tip.
[[nodiscard]] std::array<Point, 4> control_points(const Curve& curve);

struct Rectangle {
    double x = 0.0;
    double y = 0.0;
    double width = 0.0;
    double height = 0.0;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] Point middle() const { return {x + width / 2.0, y + height / 2.0}; }

    friend bool operator==(const Rectangle&, const Rectangle&) = default;
};

/// What a shape stands for.
struct Mark {
    std::string id;            ///< ASCII letters, digits, '-' and '_'; unique on its page.
    std::string kind;          ///< For style sheets, made like `id`; may be several words.
    std::string tooltip = {};  ///< For those who point at it or have it read out.
};

/// A rectangle: a bar, a stripe, a tag.
struct Area {
    Mark mark;
    Rectangle at = {};
    HexColor fill = {};   ///< None if empty.
    HexColor frame = {};  ///< None if empty; within the rectangle.
    double frame_width = 1.0;
    bool dashed = false;
};

struct Disc {
    Mark mark;
    Point center = {};
    double diameter = 0.0;  ///< With its frame.
    HexColor fill = {};     ///< White if empty.
    HexColor frame = {};    ///< None if empty.
    double frame_width = 1.5;
    bool dashed = false;
};

/// A cubic Bézier curve, its two ends and between them the points that pull.
struct Stroke {
    Mark mark;
    std::array<Point, 4> points = {};
    HexColor color = {};
    double width = 1.0;
    bool dashed = false;
};

/// A line of text, of which the anchor is what stays where it is in whatever font.
struct Label {
    Mark mark;
    Point at = {};  ///< The left end, the middle or the right end, by `align`; half way up.
    Align align = Align::left;
    std::string text;
    double size = 9.0;
    bool bold = false;
    HexColor color = "#1A1A1A";
    Language language = Language::en;  ///< That it is in; its fonts are the page's.
};

using Shape = std::variant<Area, Disc, Stroke, Label>;

[[nodiscard]] inline const Mark& mark(const Shape& shape) {
    return std::visit([](const auto& each) -> const Mark& { return each.mark; }, shape);
}

/// One page of a picture.
struct Diagram {
    std::string title;
    std::string description = {};           ///< What it shows, in a sentence or a few.
    Language language = Language::zh_hans;  ///< Whose fonts it takes.
    std::optional<Language> second = {};    ///< In which some texts are said again.
    int width = 0;                          ///< Of the page, in layout units.
    int height = 0;
    double scale = 1.0;  ///< Points of paper for one layout unit.
    std::string date;    ///< YYYY-MM-DD, for the file's own record of its making.
    std::vector<Box> boxes;
    std::vector<Curve> curves;
    std::vector<Shape> shapes = {};  ///< In the order of drawing.

    /// The smallest text on paper, in points; none without text.
    [[nodiscard]] std::optional<double> smallest_text() const;
};

/// The pages of a picture, in order; at least one.
using Picture = std::vector<Diagram>;

}  // namespace remit
