#include "support/shuffled.hpp"

#include <random>
#include <utility>

namespace remit::test {

Shuffled shuffled(const ResponsibilityGraph& graph, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::uint32_t> measures(graph.measure_count());
    std::vector<std::uint32_t> departments(graph.department_count());
    for (auto* order : {&measures, &departments}) {
        for (std::uint32_t i = 0; i < order->size(); ++i) {
            const auto other = static_cast<std::uint32_t>(random() % (i + 1));
            (*order)[i] = (*order)[other];
            (*order)[other] = i;
        }
    }
    std::vector<Link> links;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) {
            links.push_back({{measures[m.value]}, {departments[d.value]}});
        }
    }
    return {ResponsibilityGraph(graph.measure_count(), graph.department_count(), links),
            std::move(departments)};
}

}  // namespace remit::test
