#include "graph_layout.hpp"

#include "../output/drawing_program.hpp"

#include <algorithm>
#include <numeric>

namespace remit::drawing {

std::vector<Point> spring_layout(const Springs& springs) {
    if (springs.vertices < 2) return std::vector<Point>(springs.vertices);
    return std::get<std::vector<Point>>(ask(springs));
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
