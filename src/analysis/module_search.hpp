/// \file
/// Which modules of a weighted bipartite graph have the highest score?
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace remit {

struct WebArc {
    std::uint32_t to = 0;  ///< A vertex of the other side.
    std::int64_t weight = 0;
};

struct WebSide {
    std::vector<std::vector<WebArc>> arcs;  ///< By vertex; at least one of each.
    std::vector<std::int64_t> strength;     ///< By vertex: the sum of its arcs' weights.
};

/// A connected component of a graph.
struct Web {
    WebSide rows;
    WebSide columns;
    std::int64_t links = 0;  ///< Of the whole graph, at least those of this component.
};

/// Numbers below the number of rows and columns.
struct Modules {
    std::vector<std::uint32_t> rows;
    std::vector<std::uint32_t> columns;
    /// Sum over modules of links * (weight inside) - (strength of rows) * (strength of columns).
    std::int64_t score = 0;
};

/// By a heuristic: from rows that each have a module of their own, then, once per round, from other
/// modules. Every vertex has a neighbor in its module.
[[nodiscard]] Modules find_modules(const Web& web, std::size_t rounds);

/// Modules with the highest score, if that is proved within the steps.
/// \param modules  what is returned unless a better one is found
/// \param steps    the limit; those used are taken off, all where it did not suffice
[[nodiscard]] Modules best_modules(const Web& web, Modules modules, std::size_t& steps);

}  // namespace remit
