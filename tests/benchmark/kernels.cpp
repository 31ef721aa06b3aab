// The analyses of a graph, one at a time, for comparison with other libraries'.
//
//   remit_kernels_benchmark WORK FILE
#include "graph_file.hpp"
#include "report.hpp"

#include <remit/analysis/brokerage.hpp>
#include <remit/analysis/centrality.hpp>
#include <remit/analysis/clustering.hpp>
#include <remit/analysis/components.hpp>
#include <remit/analysis/concepts.hpp>
#include <remit/analysis/cores.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/cover.hpp>
#include <remit/analysis/nestedness.hpp>
#include <remit/analysis/projection.hpp>
#include <remit/analysis/projection_communities.hpp>
#include <remit/analysis/workload.hpp>

#include "../../src/analysis/kernels/betweenness.hpp"
#include "../../src/analysis/kernels/reach.hpp"

#include <map>
#include <string>
#include <string_view>

namespace {

using namespace remit;
using benchmark::Found;
using benchmark::GraphFile;

double number(std::size_t n) {
    return static_cast<double>(n);
}

std::vector<Link> links_of(const GraphFile& file) {
    std::vector<Link> links;
    links.reserve(file.links.size());
    for (MeasureIndex m; m.value < file.measures; ++m.value) {
        for (auto i = file.begin[m.value]; i < file.begin[m.value + 1]; ++i) {
            links.push_back({m, {file.links[i]}});
        }
    }
    return links;
}

Found found_projection(const ResponsibilityGraph& graph) {
    const auto edges = projection(graph);
    double shared = 0.0;
    for (const auto& edge : edges) shared += edge.shared;
    return {{"pairs", number(edges.size())}, {"shared", shared}};
}

Found found_pairs(const ResponsibilityGraph& graph) {
    const auto pairs = coresponsibility(graph);
    double shared = 0.0;
    double newman = 0.0;
    for (const auto& pair : pairs) {
        shared += number(pair.shared());
        newman += pair.newman;
    }
    return {{"pairs", number(pairs.size())}, {"shared", shared}, {"newman", newman}};
}

Found found_workload(const ResponsibilityGraph& graph) {
    const auto all = workload(graph);
    double fractional = 0.0;
    double harmonic = 0.0;
    for (const auto& load : all.departments) {
        fractional += load.fractional;
        harmonic += load.harmonic;
    }
    return {{"links", number(all.links)}, {"fractional", fractional}};
}

Found found_betweenness(const ResponsibilityGraph& graph) {
    const auto all = detail::betweenness(graph, detail::MeasureKinds(graph));
    double sum = 0.0;
    for (const auto each : all.departments) sum += each;
    return {{"departments", sum}};
}

Found found_reach(const ResponsibilityGraph& graph) {
    const auto all = detail::reaches(graph, detail::MeasureKinds(graph), false);
    double sum = 0.0;
    for (const auto& each : all.departments) sum += each.count / each.distances;
    return {{"departments", sum}};
}

using Work = Found (*)(const ResponsibilityGraph&);
const std::map<std::string_view, Work> works{
    {"projection", found_projection},
    {"pairs", found_pairs},
    {"workload", found_workload},
    {"components",
     [](const auto& graph) {
         return Found{{"components", number(components(graph).size())}};
     }},
    {"betweenness", found_betweenness},
    {"closeness", found_reach},
    {"centralities",
     [](const auto& graph) {
         return Found{{"rank", centralities(graph).departments[0].pagerank}};
     }},
    {"butterflies",
     [](const auto& graph) {
         return Found{{"butterflies", number(butterflies(graph).total)}};
     }},
    {"overlap",
     [](const auto& graph) {
         return Found{{"mean", overlap_clustering(graph).department_mean->dot}};
     }},
    {"closure",
     [](const auto& graph) {
         const auto all = two_mode_clustering(graph).global;
         return Found{{"closed", number(all.closed)}, {"paths", number(all.four_paths)}};
     }},
    {"brokerage",
     [](const auto& graph) {
         return Found{{"bridges", number(brokerage(graph).bridges.size())}};
     }},
    {"nodf",
     [](const auto& graph) {
         return Found{{"nodf", *nodf(graph).total}};
     }},
    {"discrepancy",
     [](const auto& graph) {
         return Found{{"discrepancy", number(discrepancy(graph))}};
     }},
    {"louvain",
     [](const auto& graph) {
         return Found{{"modularity", projection_communities(graph).modularity}};
     }},
    {"bicliques",
     [](const auto& graph) {
         return Found{{"found", number(bicliques(graph).concepts.size())}};
     }},
    {"cores",
     [](const auto& graph) {
         return Found{{"cores", number(core_sizes(graph).size())}};
     }},
    {"cover",
     [](const auto& graph) {
         return Found{{"cost", to_double(cover(graph).cost)}};
     }},
};

}  // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (argc != 3 || (what != "build" && !works.contains(what))) {
        std::fprintf(stderr, "WORK FILE, where WORK is one of: build");
        for (const auto& [name, work] : works) std::fprintf(stderr, " %s", name.data());
        std::fprintf(stderr, "\n");
        return 2;
    }
    const auto file = GraphFile::read(argv[2]);
    auto links = links_of(file);
    if (what == "build") {
        benchmark::report([&] {
            const ResponsibilityGraph graph(file.measures, file.departments, links);
            return Found{{"links", number(graph.link_count())}};
        });
        return 0;
    }
    const ResponsibilityGraph graph(file.measures, file.departments, links);
    links = {};
    benchmark::report([&] { return works.at(what)(graph); });
}
