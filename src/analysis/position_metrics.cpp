#include "metric_parts.hpp"

#include <remit/analysis/broker_roles.hpp>
#include <remit/analysis/brokerage.hpp>
#include <remit/analysis/centrality.hpp>
#include <remit/analysis/clustering.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace remit::detail {
namespace {

constexpr Subject department = Subject::department;

WorkedValue worked_degree(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    return worked(
        number(graph.measures(of_whom.a).size()) + " / " + number(graph.measure_count()) + " = ",
        centralities(graph, {.measures = false}).departments[of_whom.a.value].degree);
}

template <double Centrality::*part>
WorkedValue worked_centrality(const Dataset&, const ResponsibilityGraph& graph,
                              const Case& of_whom) {
    return worked("", centralities(graph, {.measures = false}).departments[of_whom.a.value].*part);
}

WorkedValue worked_redundancy(const Dataset&, const ResponsibilityGraph& graph,
                              const Case& of_whom) {
    const auto redundancy = brokerage(graph).departments[of_whom.a.value].redundancy;
    const auto k = graph.measures(of_whom.a).size();
    const auto pairs = k * (k - (k > 0 ? 1 : 0)) / 2;
    return worked(number(redundancy.value_or(0.0) * static_cast<double>(pairs)) + " / " +
                      number(pairs) + " = ",
                  redundancy, of_whom, {"explain.too-few"});
}

template <std::optional<double> StructuralHoles::*part>
WorkedValue worked_holes(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    return worked("", brokerage(graph).among_departments[of_whom.a.value].*part, of_whom,
                  {"explain.shares-none"});
}

WorkedValue worked_articulation_point(const Dataset&, const ResponsibilityGraph& graph,
                                      const Case& of_whom) {
    return worked(std::size_t{brokerage(graph).departments[of_whom.a.value].articulation_point});
}

WorkedValue worked_local_clustering(const Dataset&, const ResponsibilityGraph& graph,
                                    const Case& of_whom) {
    const auto overlap = department_overlaps(graph)[of_whom.a.value];
    return worked("", overlap ? std::optional(overlap->dot) : std::nullopt, of_whom,
                  {"explain.shares-none"});
}

WorkedValue worked_closure(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto closure = two_mode_clustering(graph).departments[of_whom.a.value];
    return worked(number(closure.closed) + " / " + number(closure.four_paths) + " = ",
                  closure.coefficient, of_whom, {"explain.no-middle"});
}

WorkedValue worked_butterflies(const Dataset&, const ResponsibilityGraph& graph,
                               const Case& of_whom) {
    return worked(butterflies(graph).departments[of_whom.a.value]);
}

/// How often it is a broker, beside what is expected.
WorkedValue worked_broker(const std::string& arithmetic, std::size_t value, double expected,
                          const Case& of_whom) {
    constexpr Phrase beside{"explain.broker"};
    return {static_cast<double>(value),
            beside.fill(of_whom.language, {arithmetic + number(value), number(expected)})};
}

template <BrokerRole role>
WorkedValue worked_role(const Dataset& dataset, const ResponsibilityGraph&, const Case& of_whom) {
    const auto counts = broker_roles(dataset).departments[of_whom.a.value];
    if (!counts) return no_value(of_whom, {"explain.no-kind"});
    return worked_broker("", (*counts)[role], counts->expected[static_cast<std::size_t>(role)],
                         of_whom);
}

WorkedValue worked_brokered(const Dataset& dataset, const ResponsibilityGraph&,
                            const Case& of_whom) {
    const auto counts = broker_roles(dataset).departments[of_whom.a.value];
    if (!counts) return no_value(of_whom, {"explain.no-kind"});
    std::string sum;
    for (const auto each : counts->counts) sum += (sum.empty() ? "" : " + ") + number(each);
    return worked_broker(sum + " = ", counts->total(), counts->expected_total(), of_whom);
}

constexpr std::array catalogue{
    Metric{"degree",
           department,
           {"metric.degree"},
           {"metric.degree-definition"},
           "k(d) / M",
           "Borgatti & Everett 1997",
           "structure",
           worked_degree},
    Metric{"betweenness",
           department,
           {"metric.betweenness"},
           {"metric.betweenness-definition"},
           "sum over s, t of paths(s, t | d) / paths(s, t), over the bipartite maximum",
           "Borgatti & Everett 1997",
           "structure",
           worked_centrality<&Centrality::betweenness>},
    Metric{"closeness",
           department,
           {"metric.closeness"},
           {"metric.closeness-definition"},
           "(least / sum of distances) (reached / (D + M - 1))",
           "Borgatti & Everett 1997",
           "structure",
           worked_centrality<&Centrality::closeness>},
    Metric{"harmonic_closeness",
           department,
           {"metric.harmonic-closeness"},
           {"metric.harmonic-closeness-definition"},
           "sum over v of 1 / distance(d, v), over M + (D - 1) / 2",
           "after Marchiori & Latora 2000",
           "structure",
           worked_centrality<&Centrality::harmonic_closeness>},
    Metric{"eigenvector",
           department,
           {"metric.eigenvector"},
           {"metric.eigenvector-definition"},
           "A = U S V', |U(d, 1)|",
           "after Bonacich 1991",
           "structure",
           worked_centrality<&Centrality::eigenvector>},
    Metric{"pagerank",
           department,
           {"metric.pagerank"},
           {"metric.pagerank-definition"},
           "r = 0.15 / (D + M) + 0.85 sum over neighbors of r / degree",
           "",
           "structure",
           worked_centrality<&Centrality::pagerank>},
    Metric{"redundancy",
           department,
           {"metric.redundancy"},
           {"metric.redundancy-definition"},
           "pairs of m that share another d / pairs of m",
           "Latapy, Magnien & Del Vecchio 2008",
           "structure",
           worked_redundancy},
    Metric{"constraint",
           department,
           {"metric.constraint"},
           {"metric.constraint-definition"},
           "sum over partners j of (p(d, j) + sum over q of p(d, q) p(q, j))^2",
           "after Burt 1992",
           "structure",
           worked_holes<&StructuralHoles::constraint>},
    Metric{"effective_size",
           department,
           {"metric.effective-size"},
           {"metric.effective-size-definition"},
           "n - 2 t / n, t links among the n partners",
           "after Burt 1992",
           "structure",
           worked_holes<&StructuralHoles::effective_size>},
    Metric{"articulation_point",
           department,
           {"metric.articulation-point"},
           {"metric.articulation-point-definition"},
           "1 or 0",
           "after Tarjan 1972",
           "structure",
           worked_articulation_point},
    Metric{"local_clustering",
           department,
           {"metric.local-clustering"},
           {"metric.local-clustering-definition"},
           "mean over partners of |shared| / |either's|",
           "Latapy, Magnien & Del Vecchio 2008",
           "structure",
           worked_local_clustering},
    Metric{"closure",
           department,
           {"metric.closure"},
           {"metric.closure-definition"},
           "closed 4-paths / 4-paths, d in their middle",
           "Opsahl 2013, arXiv:1006.0887",
           "structure",
           worked_closure},
    Metric{"butterflies",
           department,
           {"metric.butterflies"},
           {"metric.butterflies-definition"},
           "sum over partners of c (c - 1) / 2",
           "Sanei-Mehri et al. 2018",
           "structure",
           worked_butterflies},
    Metric{"coordinator",
           department,
           {"metric.coordinator"},
           {"metric.coordinator-definition"},
           "i -> d -> j without i -> j, of kinds A, A, A",
           "the R package sna; after Gould & Fernandez 1989",
           "structure --show roles",
           worked_role<BrokerRole::coordinator>},
    Metric{"consultant",
           department,
           {"metric.consultant"},
           {"metric.consultant-definition"},
           "i -> d -> j without i -> j, of kinds B, A, B",
           "the R package sna; after Gould & Fernandez 1989",
           "structure --show roles",
           worked_role<BrokerRole::consultant>},
    Metric{"gatekeeper",
           department,
           {"metric.gatekeeper"},
           {"metric.gatekeeper-definition"},
           "i -> d -> j without i -> j, of kinds B, A, A",
           "the R package sna; after Gould & Fernandez 1989",
           "structure --show roles",
           worked_role<BrokerRole::gatekeeper>},
    Metric{"representative",
           department,
           {"metric.representative"},
           {"metric.representative-definition"},
           "i -> d -> j without i -> j, of kinds A, A, B",
           "the R package sna; after Gould & Fernandez 1989",
           "structure --show roles",
           worked_role<BrokerRole::representative>},
    Metric{"liaison",
           department,
           {"metric.liaison"},
           {"metric.liaison-definition"},
           "i -> d -> j without i -> j, of kinds B, A, C",
           "the R package sna; after Gould & Fernandez 1989",
           "structure --show roles",
           worked_role<BrokerRole::liaison>},
    Metric{"brokered",
           department,
           {"metric.brokered"},
           {"metric.brokered-definition"},
           "number of i -> d -> j without i -> j",
           "the R package sna; after Gould & Fernandez 1989",
           "structure --show roles",
           worked_brokered},
};

}  // namespace

std::span<const Metric> position_metrics() {
    return catalogue;
}

}  // namespace remit::detail
