#include "graph_layout.hpp"

#include "../output/graphviz.hpp"
#include "../output/isolated.hpp"

#include <remit/model/number_text.hpp>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <sstream>
#include <string>
#include <string_view>

namespace remit::drawing {
namespace {

constexpr const char* settings =
    "graph [epsilon=0.00001, maxiter=2000, mode=major, overlap=true, splines=false, start=7];\n"
    "node [height=0.05, label=\"\", shape=point, width=0.05];\n";

std::string to_dot(std::size_t vertices, const std::vector<Spring>& springs) {
    std::string dot = "graph {\n";
    dot += settings;
    for (std::size_t v = 0; v < vertices; ++v) dot += 'v' + std::to_string(v) + ";\n";
    for (const auto& spring : springs) {
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

std::vector<Point> spring_layout(std::size_t vertices, const std::vector<Spring>& springs) {
    if (vertices < 2) return std::vector<Point>(vertices);
    Graphviz graphviz;
    auto* context = graphviz.start(Texts::placed);
    const auto positions = isolated([&] {
        const auto graph = graphviz.parse(to_dot(vertices, springs));
        const GraphvizLayout layout(context, graph.get(), "neato");
        if (!layout.ok() || !graphviz.quiet()) graphviz.fail("layout");
        std::string text;
        for (std::size_t v = 0; v < vertices; ++v) {
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

std::vector<std::vector<std::size_t>> connected_parts(std::size_t vertices,
                                                      const std::vector<Spring>& springs) {
    std::vector<std::size_t> leader(vertices);
    std::iota(leader.begin(), leader.end(), std::size_t{0});
    const auto find = [&](std::size_t v) {
        while (leader[v] != v) v = leader[v];
        return v;
    };
    for (const auto& spring : springs) {
        const auto [low, high] = std::minmax({find(spring.a), find(spring.b)});
        leader[high] = low;
    }
    std::vector<std::vector<std::size_t>> parts;
    std::vector<std::size_t> part_of(vertices);
    for (std::size_t v = 0; v < vertices; ++v) {
        if (leader[v] == v) {
            part_of[v] = parts.size();
            parts.emplace_back();
        } else {
            part_of[v] = part_of[find(v)];
        }
        parts[part_of[v]].push_back(v);
    }
    return parts;
}

}  // namespace remit::drawing
