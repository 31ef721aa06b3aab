#include "support/boost_leads.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>

namespace remit::test {
namespace {

// Weights are doubles: Boost adds up distances of what it does not reach, where integers overflow.
using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Network = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<
        boost::edge_capacity_t, long,
        boost::property<boost::edge_residual_capacity_t, long,
                        boost::property<boost::edge_reverse_t, Traits::edge_descriptor,
                                        boost::property<boost::edge_weight_t, double>>>>>;

void add_arc(Network& network, std::size_t from, std::size_t to, double cost) {
    const auto there = boost::add_edge(from, to, network).first;
    const auto back = boost::add_edge(to, from, network).first;
    boost::put(boost::edge_capacity, network, there, 1);
    boost::put(boost::edge_weight, network, there, cost);
    boost::put(boost::edge_weight, network, back, -cost);
    boost::put(boost::edge_reverse, network, there, back);
    boost::put(boost::edge_reverse, network, back, there);
}

}  // namespace

double least_lead_cost_by_boost(const ResponsibilityGraph& graph) {
    const auto measures = graph.measure_count();
    const auto source = measures + graph.department_count();
    Network network(source + 2);
    for (MeasureIndex m; m.value < measures; ++m.value) {
        if (!graph.departments(m).empty()) add_arc(network, source, m.value, 0);
        for (const auto d : graph.departments(m)) {
            add_arc(network, m.value, measures + d.value, 0);
        }
    }
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        for (std::size_t l = 1; l <= graph.measures(d).size(); ++l) {
            add_arc(network, measures + d.value, source + 1, static_cast<double>(l));
        }
    }
    boost::successive_shortest_path_nonnegative_weights(network, source, source + 1);
    double sum = 0.0;
    for (auto [arc, end] = boost::edges(network); arc != end; ++arc) {
        if (boost::get(boost::edge_capacity, network, *arc) == 0) continue;
        const bool used = boost::get(boost::edge_residual_capacity, network, *arc) == 0;
        if (used) sum += boost::get(boost::edge_weight, network, *arc);
    }
    return sum;
}

}  // namespace remit::test
