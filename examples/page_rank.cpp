// Which body is at the center? Any algorithm of the Boost Graph Library runs on the graph.
// Simpler: workload.cpp.
#include <remit/graph/bgl.hpp>
#include <remit/graph/responsibility_graph.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <iostream>
#include <vector>

int main(int argc, char** argv) try {
    const auto loaded = remit::load({argv + 1, argv + argc});
    write(std::cerr, loaded.diagnostics);
    if (!loaded.dataset) return 1;

    const auto& dataset = *loaded.dataset;
    const auto graph = responsibility_graph(dataset);
    std::vector<double> rank(num_vertices(graph.bgl()));
    boost::graph::page_rank(
        graph.bgl(),
        boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, graph.bgl())),
        boost::graph::n_iterations(100));

    std::vector<remit::DepartmentIndex> order;
    for (const auto d : remit::indices<remit::DepartmentIndex>(graph.department_count())) {
        order.push_back(d);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return rank[graph.vertex(a)] > rank[graph.vertex(b)]; });
    for (std::size_t i = 0; i < 3; ++i) {
        std::cout << i + 1 << ". " << dataset[order[i]].name.in(remit::Language::en) << '\n';
    }
} catch (const remit::Error& error) {  // such as a file that cannot be read
    std::cerr << error.what() << '\n';
    return 3;
}
