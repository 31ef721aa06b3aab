#include "support/zipf.hpp"

#include <algorithm>
#include <random>
#include <vector>

namespace remit::test {

ResponsibilityGraph zipf_graph(std::size_t measures, std::size_t departments, unsigned seed) {
    std::mt19937_64 random(seed);
    std::vector<double> until;  // cumulative
    for (std::size_t i = 1; i <= departments; ++i) {
        until.push_back((until.empty() ? 0.0 : until.back()) + 1.0 / static_cast<double>(i));
    }
    const auto draw = [&] {
        const auto at = static_cast<double>(random() >> 11) * 0x1p-53 * until.back();
        const auto found = std::upper_bound(until.begin(), until.end() - 1, at);
        return DepartmentIndex{static_cast<std::uint32_t>(found - until.begin())};
    };
    std::vector<Link> links;
    for (MeasureIndex m; m.value < measures; ++m.value) {
        const auto first = links.size();
        const auto count = 1 + random() % 6;
        while (links.size() < first + count) {
            const auto d = draw();
            const bool fresh =
                std::none_of(links.begin() + static_cast<std::ptrdiff_t>(first), links.end(),
                             [&](const Link& link) { return link.department == d; });
            if (fresh) links.push_back({m, d});
        }
    }
    return ResponsibilityGraph(measures, departments, links);
}

}  // namespace remit::test
