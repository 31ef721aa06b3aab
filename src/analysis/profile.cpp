#include <remit/analysis/profile.hpp>

#include <remit/analysis/components.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/cover.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <algorithm>

namespace remit {
namespace {

constexpr std::size_t proof_effort = 2000;  // a second or so, for data that is not as usual

}  // namespace

Profile profile(const Dataset& dataset) {
    const auto graph = responsibility_graph(dataset);
    const auto loads = workload(graph);
    Profile result;
    result.listed = dataset.measures().size();
    result.withheld = dataset.withheld();
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        if (is_nationwide(dataset, m)) ++result.nationwide;
        if (dataset[m].open) ++result.open;
        if (!dataset.responsibilities(m).empty()) continue;
        ++(dataset.names_collective(m) ? result.collective : result.unassigned);
    }
    result.departments = dataset.departments().size();
    result.links = graph.link_count();
    result.components = components(graph).size();
    const auto groups = cover(graph, {.groups = 1, .effort = proof_effort});
    if (groups.proved) result.cover = groups.cost.thousandths / 1000;
    for (const auto& pair : coresponsibility(graph)) {
        ++result.pairs;
        result.shared += pair.shared();
        result.newman += pair.newman;
    }
    std::vector<double> full;
    std::vector<double> fractional;
    for (const auto& load : loads.departments) {
        result.sole += load.sole;
        full.push_back(static_cast<double>(load.measures));
        fractional.push_back(load.fractional);
        if (load.measures > result.largest) result.most_loaded.clear();
        result.largest = std::max(result.largest, load.measures);
        if (load.measures == result.largest) result.most_loaded.push_back(load.department);
    }
    result.full = concentration(full);
    result.fractional = concentration(fractional);
    return result;
}

}  // namespace remit
