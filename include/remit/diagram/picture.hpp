/// \file
/// What is a picture? Pages of shapes, as data, and what all kinds of picture are asked for.
///
/// All lengths are points of paper. The origin is the page's upper left corner, y points down.
#pragma once

#include <remit/model/date.hpp>
#include <remit/model/error.hpp>
#include <remit/model/localized_text.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

enum class Align : std::uint8_t { left, center, right };

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
    int width = 0;                          ///< Of the page, in points.
    int height = 0;
    std::string date = {};           ///< YYYY-MM-DD, for the file's own record of its making.
    std::vector<Shape> shapes = {};  ///< In the order of drawing.
    bool finds = false;              ///< Whether the title is what was found, not what is shown.

    /// The size of the smallest text, in points; none without text.
    [[nodiscard]] std::optional<double> smallest_text() const;
};

/// The pages of a picture, in order; at least one.
using Picture = std::vector<Diagram>;

/// A picture that cannot be drawn as asked for, though nothing failed. The message says what is too
/// much, and which page, picture or text to take instead.
class PictureRefusal : public Error {
    using Error::Error;
};

enum class PageFormat : std::uint8_t {
    widescreen,    ///< 960 × 540 points, a 16:9 slide.
    a4_portrait,   ///< 595 × 842 points.
    a4_landscape,  ///< 842 × 595 points.
    fit,           ///< As large as the content needs it, for the web.
};

/// "16x9", "a4-portrait", "a4-landscape" or "fit"; none for another word.
[[nodiscard]] std::optional<PageFormat> parse_page_format(std::string_view word);

/// The language of a picture, or two of which the second follows the first.
struct Languages {
    Language first = Language::zh_hans;
    std::optional<Language> second = {};

    Languages() = default;
    Languages(Language one) : first(one) {}  // NOLINT: one language is a case of languages
    Languages(Language one, Language other) : first(one), second(other) {}
};

/// No text of a picture is smaller on paper; in points.
inline constexpr double readable_text = 7.0;

/// A language as `parse_language` takes it, or two, such as "zh+en"; none for another word.
[[nodiscard]] std::optional<Languages> parse_languages(std::string_view word);

/// What the pages say that they leave out, such as departments of which there are too many, each
/// once; empty where they show everything.
[[nodiscard]] std::vector<std::string> left_out(const Picture& picture);

/// Says where the program `remit-draw` is that draws. What the environment variable REMIT_DRAW
/// names goes first, then one beside the running program or the library, or in libexec/remit of
/// where they are installed; then this one, and at last that of the build's option
/// REMIT_DRAW_FOLDER. Whoever links this library by CMake need not call it.
/// \return true
bool draw_with(const std::string& program);

#ifdef REMIT_DRAW_PROGRAM
/// Of the library that was linked.
inline const bool draws_with_its_own = draw_with(REMIT_DRAW_PROGRAM);
#endif

struct PictureOptions {
    Languages languages = {};
    PageFormat page = PageFormat::widescreen;
    std::string title = {};         ///< The finding if empty; of "neutral" what it shows.
    std::string subtitle = {};      ///< The counts if empty.
    std::optional<Date> date = {};  ///< Of drawing; the notice's own date if there is none.
};

}  // namespace remit
