// Reads graphs, one a line: measures, departments, and their links as measure:department:weight, in
// printed order, with 0 for those of measures without weights. Writes for each one line of JSON
// with every metric that a peer has too.
#include <remit/analysis/brokerage.hpp>
#include <remit/analysis/centrality.hpp>
#include <remit/analysis/clustering.hpp>
#include <remit/analysis/communities.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/projection_communities.hpp>
#include <remit/analysis/shared_parts.hpp>
#include <remit/analysis/similarity.hpp>
#include <remit/analysis/specialization.hpp>
#include <remit/analysis/workload.hpp>

#include <nlohmann/json.hpp>

#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace {

using nlohmann::json;
using remit::ResponsibilityGraph;

struct WeightedGraph {
    ResponsibilityGraph graph;
    remit::LinkWeights weights;
};

WeightedGraph read_graph(const std::string& line) {
    std::istringstream in(line);
    std::size_t measures = 0;
    std::size_t departments = 0;
    in >> measures >> departments;
    std::vector<remit::Link> links;
    std::uint32_t measure = 0;
    std::uint32_t department = 0;
    std::vector<double> weights;
    double weight = 0.0;
    for (char colon = 0; in >> measure >> colon >> department >> colon >> weight;) {
        links.push_back({{measure}, {department}});
        weights.push_back(weight);
    }
    const ResponsibilityGraph graph(measures, departments, links);
    return {graph, remit::LinkWeights(graph, std::move(weights))};
}

template <class Value>
json value_of(const std::optional<Value>& value) {
    return value ? json(*value) : json(nullptr);
}

/// Departments first, then measures.
json both_sides(const remit::Centralities& all, double remit::Centrality::*member) {
    auto values = json::array();
    for (const auto* side : {&all.departments, &all.measures}) {
        for (const auto& each : *side) values.push_back(each.*member);
    }
    return values;
}

void add_weighted(json& result, const ResponsibilityGraph& graph,
                  const remit::LinkWeights& weights) {
    result["weighted"] = loads_by(remit::Credit::weighted, workload(graph, 0, weights));
    result["parts"] = shared_parts(graph, coresponsibility(graph), weights);
    const auto modules = communities(graph, {.rounds = 20, .steps = 0}, weights);
    result["modules"] = {modules.modules.departments, modules.modules.measures};
    result["modularity"] = modules.modularity;
    const auto special = specialization(graph, weights);
    const auto* const found = std::get_if<remit::Specialization>(&special);
    result["d_prime"] = json::array();
    if (found == nullptr) return;
    result["entropies"] = {found->greatest_entropy, found->entropy, found->least_entropy};
    result["network"] = value_of(found->network);
    for (const auto* side : {&found->rows, &found->columns}) {
        for (const auto& each : *side) result["d_prime"].push_back(value_of(each));
    }
}

json metrics_of(const WeightedGraph& of) {
    const auto& graph = of.graph;
    json result;
    add_weighted(result, graph, of.weights);
    const auto central = centralities(graph);
    result["degree"] = both_sides(central, &remit::Centrality::degree);
    result["betweenness"] = both_sides(central, &remit::Centrality::betweenness);
    result["closeness"] = both_sides(central, &remit::Centrality::closeness);
    result["harmonic"] = both_sides(central, &remit::Centrality::harmonic_closeness);
    result["eigenvector"] = both_sides(central, &remit::Centrality::eigenvector);
    result["pagerank"] = both_sides(central, &remit::Centrality::pagerank);
    result["singular_value"] = central.singular_value;
    result["eigenvector_converged"] = central.eigenvector_converged;

    const auto broker = brokerage(graph);
    result["redundancy"] = json::array();
    result["articulation"] = json::array();
    for (const auto* side : {&broker.departments, &broker.measures}) {
        for (const auto& each : *side) {
            result["redundancy"].push_back(value_of(each.redundancy));
            result["articulation"].push_back(each.articulation_point);
        }
    }
    result["bridges"] = json::array();
    for (const auto& link : broker.bridges) {
        result["bridges"].push_back({link.department.value, link.measure.value});
    }
    result["components"] = broker.components;
    for (const auto* name : {"constraint", "constraint_unweighted", "effective_size"}) {
        result[name] = json::array();
    }
    for (const auto& holes : broker.among_departments) {
        result["constraint"].push_back(value_of(holes.constraint));
        result["constraint_unweighted"].push_back(value_of(holes.constraint_unweighted));
        result["effective_size"].push_back(value_of(holes.effective_size));
    }

    const auto overlap = overlap_clustering(graph);
    for (const auto* name : {"clustering_dot", "clustering_min", "clustering_max"}) {
        result[name] = json::array();
    }
    for (const auto* side : {&overlap.departments, &overlap.measures}) {
        for (const auto& each : *side) {
            const auto values = each.value_or(remit::Overlap{});  // networkx has 0 for none
            result["clustering_dot"].push_back(values.dot);
            result["clustering_min"].push_back(values.min);
            result["clustering_max"].push_back(values.max);
        }
    }
    result["robins_alexander"] = reinforcement(graph).coefficient.value_or(0.0);

    const auto pairs = coresponsibility(graph);
    const auto similarities = similarity(graph, pairs);
    result["projection_modularity"] = projection_communities(graph).modularity;
    result["pairs"] = json::array();
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        result["pairs"].push_back({pairs[i].a.value, pairs[i].b.value, pairs[i].shared(),
                                   pairs[i].newman, similarities[i].jaccard,
                                   similarities[i].overlap});
    }
    return result;
}

}  // namespace

int main() {
    for (std::string line; std::getline(std::cin, line);) {
        std::cout << metrics_of(read_graph(line)).dump() << '\n';
    }
}
