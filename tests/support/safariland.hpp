/// \file
/// A network of counts that the field tests its metrics on.
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstdint>
#include <vector>

namespace remit::test {

/// Visits of 27 kinds of insects (columns) to 9 kinds of plants (rows) in the reserve Safariland;
/// Vazquez & Simberloff (2003), as in the data set of that name in R's bipartite 2.24.
inline std::vector<std::vector<std::uint64_t>> safariland() {
    return {{673, 0, 110, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1},
            {0, 154, 0, 0, 5, 7, 1, 3, 8, 1, 1, 0, 0, 4, 0, 0, 0, 4, 0, 1, 6, 1, 1, 3, 4, 4, 0},
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {0, 67, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {0, 0, 6, 0, 4, 0, 2, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 1, 0, 0, 2, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0},
            {0, 0, 0, 2, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}};
}

/// The same without the counts: plants as departments, insects as measures, 39 links.
inline ResponsibilityGraph safariland_graph() {
    const auto visits = safariland();
    std::vector<Link> links;
    for (std::uint32_t m = 0; m < visits.front().size(); ++m) {
        for (std::uint32_t d = 0; d < visits.size(); ++d) {
            if (visits[d][m] > 0) links.push_back({{m}, {d}});
        }
    }
    return {visits.front().size(), visits.size(), links};
}

}  // namespace remit::test
