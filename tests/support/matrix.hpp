/// \file
/// Graphs from the rows of their biadjacency matrix.
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace remit::test {

/// Each row is a department: '1' where it takes part in a measure. \pre rows are equally long
inline ResponsibilityGraph from_rows(const std::vector<std::string>& rows) {
    std::vector<Link> links;
    const auto measures = rows.empty() ? 0 : rows[0].size();
    for (std::uint32_t m = 0; m < measures; ++m) {
        for (std::uint32_t d = 0; d < rows.size(); ++d) {
            if (rows[d][m] == '1') links.push_back({{m}, {d}});
        }
    }
    return ResponsibilityGraph(measures, rows.size(), links);
}

}  // namespace remit::test
