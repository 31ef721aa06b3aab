#include "arrangement.hpp"

#include "graphviz.hpp"
#include "isolated.hpp"

#include <remit/model/number_text.hpp>

#include <charconv>
#include <sstream>
#include <string>
#include <string_view>

namespace remit::drawing {
namespace {

constexpr const char* settings =
    "graph [epsilon=0.00001, maxiter=2000, mode=major, overlap=true, splines=false, start=7];\n"
    "node [height=0.05, label=\"\", shape=point, width=0.05];\n";

std::string to_dot(const Springs& graph) {
    std::string dot = "graph {\n";
    dot += settings;
    for (std::size_t v = 0; v < graph.vertices; ++v) dot += 'v' + std::to_string(v) + ";\n";
    for (const auto& spring : graph.springs) {
        dot += 'v' + std::to_string(spring.a) + " -- v" + std::to_string(spring.b) +
               " [len=" + fixed(spring.length, 4) + ", weight=" + fixed(spring.weight, 4) + "];\n";
    }
    return dot + "}\n";
}

/// "12.5,7"
Point to_point(std::string_view text) {
    Point point;
    const auto* end = text.data() + text.size();
    const auto* comma = std::from_chars(text.data(), end, point.x).ptr;
    if (comma != end) std::from_chars(comma + 1, end, point.y);
    return {point.x, -point.y};
}

}  // namespace

std::vector<Point> arranged(const Springs& springs) {
    auto* context = start_graphviz(Texts::placed);
    const auto positions = isolated([&] {
        const auto graph = parse(to_dot(springs));
        const GraphvizLayout layout(context, graph.get(), "neato");
        expect_silence(layout.ok(), "layout");
        std::string text;
        for (std::size_t v = 0; v < springs.vertices; ++v) {
            auto name = 'v' + std::to_string(v);
            auto* node = agnode(graph.get(), name.data(), 0);
            const auto& at = ND_coord(node);
            // Five digits: more of them differ from machine to machine.
            text += significant(at.x, 5) + ',' + significant(at.y, 5) + '\n';
        }
        return text;
    });
    std::vector<Point> points;
    std::istringstream lines(positions);
    for (std::string line; std::getline(lines, line);) points.push_back(to_point(line));
    return points;
}

}  // namespace remit::drawing
