#include <remit/diagram/dot.hpp>

#include <gtest/gtest.h>

#include <array>
#include <locale>

namespace remit {
namespace {

Diagram one_box() {
    Diagram diagram;
    diagram.language = Language::en;
    diagram.width = 96;
    diagram.height = 54;
    Box box{"measure-1", "measure"};
    box.rows = {{{20, 10, {{"1", {9, true, "#005A8E"}}}},
                 {40, 10, {{"a < b", {}}}, Align::left, false, "#FFFFFF", "#1A1A1A"}},
                {{60, 12}}};
    box.center = {48, 27};
    box.frame = "#005A8E";
    box.fill = "#D6E8F4";
    diagram.boxes = {box};
    diagram.curves = {
        {"link-1", "link first", {4, 10.5}, {40, 20}, "#005A8E", 2.4, false, Tip::arrow}};
    return diagram;
}

TEST(EscapeLabel, ReplacesWhatMarkupAndGraphvizWouldTakeForTheirs) {
    EXPECT_EQ(escape_label("a & b < c > \"d\""), "a &amp; b &lt; c &gt; &quot;d&quot;");
    EXPECT_EQ(escape_label("\\N \\G \\n"), "\\\\N \\\\G \\\\n");
    EXPECT_EQ(escape_label("科技部 é"), "科技部 é");
}

TEST(EscapeLabel, LetsNothingThroughThatIsNoText) {
    EXPECT_EQ(escape_label(std::string("a\0b\tc\nd\x1B", 8)), "a b c d ");
    EXPECT_EQ(escape_label("a\xFF\xC3"), "a\uFFFD\uFFFD");
    EXPECT_EQ(escape_label("\uFFFE \u2028"), "\uFFFD  ");
}

TEST(FontSize, IsWholeAndNotBelowSix) {
    EXPECT_EQ(font_size(9.99), 9);
    EXPECT_EQ(font_size(9.0), 9);
    EXPECT_EQ(font_size(2.0), 6);
}

TEST(Box, IsAsLargeAsItsCellsAndFrame) {
    const auto box = one_box().boxes[0];

    EXPECT_EQ(box.width(), 62);
    EXPECT_EQ(box.height(), 24);
}

TEST(Curve, RunsLevelOrStraight) {
    const Curve level{"a", "k", {0, 0}, {107.5, 50}, "#1A1A1A", 1.0, false, Tip::arrow};
    EXPECT_EQ(control_points(level),
              (std::array<Point, 4>{Point{0, 0}, {50, 0}, {50, 50}, {100, 50}}));

    Curve straight{"b", "k", {0, 0}, {30, 40}};
    straight.course = Course::straight;
    const auto points = control_points(straight);
    EXPECT_NEAR(points[1].x, 10.0, 1e-9);
    EXPECT_NEAR(points[1].y, 40.0 / 3.0, 1e-9);
    EXPECT_EQ(points[3], (Point{30, 40}));

    // To the left of a way to the right is up.
    Curve bent{"c", "k", {0, 0}, {30, 0}};
    bent.course = Course::straight;
    bent.bend = 0.1;
    EXPECT_NEAR(control_points(bent)[1].y, -3.0, 1e-9);
    EXPECT_NEAR(control_points(bent)[2].y, -3.0, 1e-9);
}

TEST(Circle, IsAsWideAsItsDiameterAndFrame) {
    Box circle{"c", "k"};
    circle.diameter = 40;
    EXPECT_EQ(circle.width(), 40);
    circle.frame = "#1A1A1A";
    circle.frame_width = 1.5;
    EXPECT_EQ(circle.width(), 43);
    EXPECT_EQ(circle.height(), 43);
}

TEST(Dot, IsWrittenAsCheckedByHand) {
    EXPECT_EQ(
        to_dot(one_box()),
        "digraph remit {\n"
        "  graph [ bgcolor=\"#FFFFFF\" fontname=\"Noto Sans,Segoe UI,Arial,Noto Sans CJK "
        "SC,sans-serif\" margin=\"0\" outputorder=\"edgesfirst\" pad=\"0\" "
        "size=\"1.3333333333333333,0.75!\" ];\n"
        "  node [ fontname=\"Noto Sans,Segoe UI,Arial,Noto Sans CJK SC,sans-serif\" height=\"0\" "
        "margin=\"0\" shape=\"plain\" width=\"0\" ];\n"
        "  page [ fixedsize=\"true\" height=\"0.75\" label=\"\" pos=\"48,27\" shape=\"box\" "
        "style=\"invis\" width=\"1.3333333333333333\" ];\n"
        "  c0a [ label=\"\" pos=\"4,43.5\" shape=\"point\" style=\"invis\" ];\n"
        "  c0z [ label=\"\" pos=\"40,34\" shape=\"point\" style=\"invis\" ];\n"
        "  c0a -> c0z [ arrowhead=\"normal\" arrowsize=\"0.75\" class=\"link first\" "
        "color=\"#005A8E\" id=\"link-1\" penwidth=\"2.4\" "
        "pos=\"e,40,34 4,43.5 18.25,43.5 18.25,34 32.5,34\" ];\n"
        "  b0 [ class=\"measure\" id=\"measure-1\" label=<<TABLE BORDER=\"1\" CELLBORDER=\"0\" "
        "CELLSPACING=\"0\" CELLPADDING=\"0\" COLOR=\"#005A8E\" BGCOLOR=\"#D6E8F4\"><TR>"
        "<TD FIXEDSIZE=\"TRUE\" WIDTH=\"20\" HEIGHT=\"10\"><FONT POINT-SIZE=\"9\" "
        "COLOR=\"#005A8E\"><B>1</B></FONT></TD>"
        "<TD FIXEDSIZE=\"TRUE\" WIDTH=\"40\" HEIGHT=\"10\" BGCOLOR=\"#FFFFFF\" BORDER=\"1\" "
        "COLOR=\"#1A1A1A\" ALIGN=\"LEFT\" BALIGN=\"LEFT\"><FONT POINT-SIZE=\"9\" "
        "COLOR=\"#1A1A1A\">a &lt; b</FONT><BR ALIGN=\"LEFT\"/></TD></TR>"
        "<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"60\" HEIGHT=\"12\" COLSPAN=\"2\"></TD></TR>"
        "</TABLE>> pos=\"48,27\" ];\n"
        "}\n");
}

// An empty row above: a quarter of the size, 2 more for bold text, and no more than there is room.
TEST(Dot, LowersTextInCellsThatAreSeen) {
    auto diagram = one_box();
    diagram.boxes[0].rows = {{{20, 18, {{"1", {9, true, "#005A8E"}}}},
                              {40, 18, {{"a", {}}}, Align::right, false, "#FFFFFF", "#1A1A1A"}},
                             {{60, 12, {{"b", {9, true}}}}}};
    const std::string table =
        R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>)";

    const auto dot = to_dot(diagram);

    for (const auto& part :
         {R"(<TD FIXEDSIZE="TRUE" WIDTH="20" HEIGHT="18">)" + table +
              R"(<TD FIXEDSIZE="TRUE" WIDTH="20" HEIGHT="4"></TD></TR><TR>)"
              R"(<TD FIXEDSIZE="TRUE" WIDTH="20" HEIGHT="14"><FONT)",
          R"(COLOR="#1A1A1A" ALIGN="RIGHT" BALIGN="RIGHT">)" + table +
              R"(<TD FIXEDSIZE="TRUE" WIDTH="38" HEIGHT="2"></TD></TR><TR>)"
              R"(<TD FIXEDSIZE="TRUE" WIDTH="38" HEIGHT="14" ALIGN="RIGHT" BALIGN="RIGHT"><FONT)",
          R"(HEIGHT="12" COLSPAN="2">)" + table +
              R"(<TD FIXEDSIZE="TRUE" WIDTH="60" HEIGHT="2"></TD></TR><TR>)"
              R"(<TD FIXEDSIZE="TRUE" WIDTH="60" HEIGHT="10"><FONT)"}) {
        EXPECT_NE(dot.find(part), std::string::npos) << part << '\n' << dot;
    }
}

// Two lines take 25 of 27 points: 15 for the empty one, whose size is that of Graphviz, and 10.
TEST(Dot, LeavesRoomForAnEmptyLine) {
    auto diagram = one_box();
    diagram.boxes[0].rows = {{{40, 27, {{"", {}}, {"b", {9, true}}}}}};

    EXPECT_NE(to_dot(diagram).find(R"(<TR><TD FIXEDSIZE="TRUE" WIDTH="40" HEIGHT="2"></TD></TR>)"),
              std::string::npos);
}

/// Groups digits, as many languages do.
class Grouping : public std::numpunct<char> {
    [[nodiscard]] char do_thousands_sep() const override { return ','; }
    [[nodiscard]] std::string do_grouping() const override { return "\3"; }
};

TEST(Dot, DoesNotDependOnTheGlobalLocale) {
    Diagram diagram;
    diagram.width = 12'345;
    diagram.height = 1'234;
    diagram.boxes.resize(1'001, Box{"b", "b"});
    const auto expected = to_dot(diagram);

    const auto before = std::locale::global(std::locale(std::locale::classic(), new Grouping));
    const auto dot = to_dot(diagram);
    std::locale::global(before);

    EXPECT_EQ(dot, expected);
    EXPECT_NE(dot.find("  b1000 ["), std::string::npos);
}

TEST(Dot, HasAResolutionOnlyForBitmaps) {
    EXPECT_EQ(to_dot(one_box()).find("dpi"), std::string::npos);
    EXPECT_NE(to_dot(one_box(), 144).find(" dpi=\"144\""), std::string::npos);
}

TEST(Dot, IsTheSameInALocaleWithADecimalComma) {
    struct Comma : std::numpunct<char> {
        char do_decimal_point() const override { return ','; }
        char do_thousands_sep() const override { return '.'; }
        std::string do_grouping() const override { return "\1"; }
    };
    const auto plain = to_dot(one_box(), 144);
    const auto before = std::locale::global(std::locale(std::locale::classic(), new Comma));
    const auto localized = to_dot(one_box(), 144);
    std::locale::global(before);

    EXPECT_EQ(localized, plain);
}

}  // namespace
}  // namespace remit
