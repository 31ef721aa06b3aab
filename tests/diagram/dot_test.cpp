#include "../../src/diagram/output/dot.hpp"
#include "../../src/drawing/graph.hpp"

#include <gtest/gtest.h>

#include <array>
#include <locale>

namespace remit::drawing {
namespace {

Diagram one_of_each() {
    Diagram page;
    page.language = Language::en;
    page.width = 96;
    page.height = 54;
    page.shapes = {Area{{"bar-1", "bar"}, {10, 20, 40, 8}, "#005A8E"},
                   Area{{"tag-1", "tag", "a \"tip\""}, {10, 30, 20, 10}, "", "#B34700", 1.0, true},
                   Stroke{{"link-1", "link first"},
                          {Point{4, 10.5}, Point{22, 10.5}, Point{22, 20}, Point{40, 20}},
                          "#1A1A1A",
                          2.4},
                   Disc{{"dot-1", "dot"}, {60, 20}, 8.0, "#FFFFFF", "#1A1A1A", 1.5},
                   Label{{"title", "title"}, {10, 6}, Align::left, "a < b", 9.5, true, "#005A8E"},
                   Label{{"sum", "sum"}, {90, 45}, Align::right, "16", 9.0},
                   Label{{"mid", "text"}, {48, 45}, Align::center, "c", 9.0}};
    return page;
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

TEST(Dot, IsWrittenAsCheckedByHand) {
    const std::string fonts = "Noto Sans,Segoe UI,Arial,Noto Sans CJK SC,sans-serif";
    // A frame's middle lies on the outline; a text stands at an edge of a node that is a tenth
    // wider than it, and 0.11 of its size lower.
    EXPECT_EQ(
        to_dot(one_of_each()),
        R"(digraph remit {
  graph [ bgcolor="#FFFFFF" margin="0" pad="0" size="1.3333333333333333,0.75!" ];
  node [ fixedsize="shape" fontname=")" +
            fonts + R"(" height="0.01" label="" margin="0" shape="none" width="0.01" ];
  edge [ arrowhead="none" ];
  page [ height="0.75" pos="48,27" shape="box" width="1.3333333333333333" style="invis" ];
  s0 [ class="bar" id="bar-1" height="0.1111111111111111" pos="30,30" shape="box" width="0.5555555555555556" color="#005A8E" fillcolor="#005A8E" penwidth="0" style="filled" ];
  s1 [ class="tag" id="tag-1" height="0.125" pos="20,19" shape="box" width="0.2638888888888889" color="#B34700" fillcolor="transparent" penwidth="1" style="filled,dashed" tooltip="a &quot;tip&quot;" ];
  s2a [ pos="4,43.5" shape="point" style="invis" ];
  s2z [ pos="40,34" shape="point" style="invis" ];
  s2a -> s2z [ class="link first" color="#1A1A1A" id="link-1" penwidth="2.4" pos="4,43.5 22,43.5 22,34 40,34" ];
  s3 [ class="dot" id="dot-1" height="0.09027777777777778" pos="60,34" shape="circle" width="0.09027777777777778" color="#1A1A1A" fillcolor="#FFFFFF" penwidth="1.5" style="filled" ];
  s4 [ class="title" id="title" fontcolor="#005A8E" fontname=")" +
            fonts +
            R"( bold" fontsize="9.5" label="a &lt; b\l" pos="24.5,46.96" width="0.4027777777777778" ];
  s5 [ class="sum" id="sum" fontcolor="#1A1A1A" fontsize="9" label="16\r" pos="82,8.01" width="0.2222222222222222" ];
  s6 [ class="text" id="mid" fontcolor="#1A1A1A" fontsize="9" label="c" pos="48,8.01" ];
}
)");
}

/// All attributes of a part of a graph.
std::string attributes(Agraph_t* graph, int kind, void* part) {
    std::string text;
    for (auto* each = agnxtattr(graph, kind, nullptr); each != nullptr;
         each = agnxtattr(graph, kind, each)) {
        text += std::string(" ") + each->name + '=' + agxget(part, each);
    }
    return text + '\n';
}

/// The parts of a graph in their order.
std::string listed(const Graph& owner) {
    auto* const graph = owner.get();
    auto text = attributes(graph, AGRAPH, graph);
    for (auto* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
        text += agnameof(node) + attributes(graph, AGNODE, node);
        for (auto* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
            text += std::string("-> ") + agnameof(aghead(edge)) + attributes(graph, AGEDGE, edge);
        }
    }
    return text;
}

TEST(Dot, IsTheGraphThatIsMadeWithoutIt) {
    const auto made = listed(to_graph(one_of_each(), Texts::drawn, 144));

    EXPECT_NE(made.find(" label=a &lt; b\\l"), std::string::npos) << made;
    EXPECT_EQ(made, listed(parse(to_dot(one_of_each(), 144, true))));
}

// What Graphviz itself sets in letters is four times larger, and scaled down by the page's size.
TEST(Dot, HasFineUnitsForBitmaps) {
    const auto plain = to_dot(one_of_each());
    const auto fine = to_dot(one_of_each(), 144, true);

    EXPECT_NE(plain.find("fontsize=\"9.5\""), std::string::npos);
    EXPECT_NE(fine.find("fontsize=\"38\""), std::string::npos);
    EXPECT_NE(plain.find("size=\"1.3333333333333333,0.75!\""), std::string::npos);
    EXPECT_NE(fine.find("size=\"1.3333333333333333,0.75!\""), std::string::npos);
    EXPECT_NE(fine.find("penwidth=\"9.6\""), std::string::npos);
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
    diagram.shapes.resize(1'001, Area{{"b", "b"}});
    const auto expected = to_dot(diagram);

    const auto before = std::locale::global(std::locale(std::locale::classic(), new Grouping));
    const auto dot = to_dot(diagram);
    std::locale::global(before);

    EXPECT_EQ(dot, expected);
    EXPECT_NE(dot.find("  s1000 ["), std::string::npos);
}

TEST(Dot, HasAResolutionOnlyForBitmaps) {
    EXPECT_EQ(to_dot(one_of_each()).find("dpi"), std::string::npos);
    EXPECT_NE(to_dot(one_of_each(), 144).find(" dpi=\"144\""), std::string::npos);
}

TEST(Dot, IsTheSameInALocaleWithADecimalComma) {
    struct Comma : std::numpunct<char> {
        char do_decimal_point() const override { return ','; }
        char do_thousands_sep() const override { return '.'; }
        std::string do_grouping() const override { return "\1"; }
    };
    const auto plain = to_dot(one_of_each(), 144);
    const auto before = std::locale::global(std::locale(std::locale::classic(), new Comma));
    const auto localized = to_dot(one_of_each(), 144);
    std::locale::global(before);

    EXPECT_EQ(localized, plain);
}

}  // namespace
}  // namespace remit::drawing
