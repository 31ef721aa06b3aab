// An analysis that remit does not have: if of each measure's departments the one that takes part in
// most measures speaks for it, who speaks for how many? The graph has what loops need.
#include <remit/graph/responsibility_graph.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <iostream>
#include <unordered_map>

int main(int argc, char** argv) try {
    const auto loaded = remit::load({argv + 1, argv + argc});
    write(std::cerr, loaded.diagnostics);
    if (!loaded.dataset) return 1;

    const auto& dataset = *loaded.dataset;
    const auto graph = responsibility_graph(dataset);
    // The busiest department of each measure, by name, and how many measures it speaks for.
    std::unordered_map<remit::DepartmentIndex, int> spoken;
    for (const auto m : remit::indices<remit::MeasureIndex>(graph.measure_count())) {
        const auto named = graph.departments(m);
        if (named.empty()) continue;
        auto busiest = named[0];
        for (const auto each : named) {
            if (graph.measures(each).size() > graph.measures(busiest).size()) busiest = each;
        }
        ++spoken[busiest];
    }
    for (const auto d : remit::indices<remit::DepartmentIndex>(graph.department_count())) {
        if (spoken.count(d) == 0) continue;
        std::cout << dataset[d].id << " speaks for " << spoken[d] << " of its "
                  << graph.measures(d).size() << '\n';
    }
} catch (const remit::Error& error) {
    std::cerr << error.what() << '\n';
    return 3;
}
