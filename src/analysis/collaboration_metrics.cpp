#include "metric_parts.hpp"

#include <remit/analysis/components.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/direction.hpp>

#include <array>
#include <map>
#include <string>

namespace remit::detail {
namespace {

constexpr Subject programme = Subject::programme;

/// How many measures name so many departments.
std::map<std::size_t, std::size_t> sizes_of(const ResponsibilityGraph& graph) {
    std::map<std::size_t, std::size_t> sizes;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto n = graph.departments(m).size();
        if (n > 0) ++sizes[n];
    }
    return sizes;
}

std::size_t named(const std::map<std::size_t, std::size_t>& sizes) {
    std::size_t count = 0;
    for (const auto& each : sizes) count += each.second;
    return count;
}

WorkedValue worked_components(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    return worked(components(graph).size());
}

WorkedValue worked_collaboration_index(const Dataset&, const ResponsibilityGraph& graph,
                                       const Case& of_whom) {
    const auto measures = named(sizes_of(graph));
    if (measures == 0) return no_value(of_whom, {"explain.no-links"});
    return worked(number(graph.link_count()) + " / " + number(measures) + " = ",
                  static_cast<double>(graph.link_count()) / static_cast<double>(measures));
}

WorkedValue worked_degree_of_collaboration(const Dataset&, const ResponsibilityGraph& graph,
                                           const Case& of_whom) {
    const auto sizes = sizes_of(graph);
    const auto measures = named(sizes);
    if (measures == 0) return no_value(of_whom, {"explain.no-links"});
    const auto sole = sizes.count(1) > 0 ? sizes.at(1) : 0;
    return worked(number(measures - sole) + " / " + number(measures) + " = ",
                  static_cast<double>(measures - sole) / static_cast<double>(measures));
}

WorkedValue worked_collaborative_coefficient(const Dataset&, const ResponsibilityGraph& graph,
                                             const Case& of_whom) {
    const auto sizes = sizes_of(graph);
    const auto measures = named(sizes);
    if (measures == 0) return no_value(of_whom, {"explain.no-links"});
    std::string terms;
    double sum = 0.0;
    for (const auto& [n, count] : sizes) {
        terms += (terms.empty() ? "" : " + ") + number(count) + "/" + number(n);
        sum += static_cast<double>(count) / static_cast<double>(n);
    }
    return worked("1 - (" + terms + ") / " + number(measures) + " = ",
                  1.0 - sum / static_cast<double>(measures));
}

WorkedValue worked_ei_index(const Dataset& dataset, const ResponsibilityGraph& graph,
                            const Case& of_whom) {
    std::size_t inside = 0;
    std::size_t across = 0;
    for (const auto& pair : coresponsibility(graph)) {
        const auto& a = dataset[pair.a].kind;
        const auto& b = dataset[pair.b].kind;
        if (a.empty() || b.empty()) continue;
        ++(a == b ? inside : across);
    }
    if (inside + across == 0) return no_value(of_whom, {"explain.no-kinds"});
    return worked("(" + number(across) + " - " + number(inside) + ") / (" + number(across) + " + " +
                      number(inside) + ") = ",
                  (static_cast<double>(across) - static_cast<double>(inside)) /
                      static_cast<double>(across + inside));
}

WorkedValue worked_reciprocity(const Dataset& dataset, const ResponsibilityGraph&,
                               const Case& of_whom) {
    const auto all = directions(dataset);
    const auto mutual = static_cast<std::size_t>(std::count_if(
        all.ties.begin(), all.ties.end(), [](const Direction& tie) { return tie.back > 0; }));
    return worked(number(mutual) + " / " + number(all.ties.size()) + " = ", all.reciprocity,
                  of_whom,
                  all.led > 0 ? Phrase{"explain.no-partners"} : Phrase{"explain.nobody-leads"});
}

constexpr std::array catalogue{
    Metric{"components",
           programme,
           {"metric.components"},
           {"metric.components-definition"},
           "maximal connected parts of departments and measures",
           "",
           "structure --show whole",
           worked_components},
    Metric{"collaboration_index",
           programme,
           {"metric.collaboration-index"},
           {"metric.collaboration-index-definition"},
           "E / measures that name a department",
           "Lawani 1980, as rosenberglab.net tells it",
           "structure --show whole",
           worked_collaboration_index},
    Metric{"degree_of_collaboration",
           programme,
           {"metric.degree-of-collaboration"},
           {"metric.degree-of-collaboration-definition"},
           "measures of at least 2 departments / measures that name one",
           "",
           "structure --show whole",
           worked_degree_of_collaboration},
    Metric{"collaborative_coefficient",
           programme,
           {"metric.collaborative-coefficient"},
           {"metric.collaborative-coefficient-definition"},
           "1 - mean over measures of 1 / n(m)",
           "Ajiferuke, Burrell & Tague 1988, as rosenberglab.net tells it",
           "structure --show whole",
           worked_collaborative_coefficient},
    Metric{"ei_index",
           programme,
           {"metric.ei-index"},
           {"metric.ei-index-definition"},
           "(across - inside) / (across + inside), of pairs that share a measure",
           "Krackhardt & Stern 1988, as the R package netseg has it",
           "structure --show whole",
           worked_ei_index},
    Metric{"reciprocity",
           programme,
           {"metric.reciprocity"},
           {"metric.reciprocity-definition"},
           "ties from a lead to a partner that there are in both directions / such ties",
           "",
           "structure --show direction",
           worked_reciprocity},
};

}  // namespace

std::span<const Metric> collaboration_metrics() {
    return catalogue;
}

}  // namespace remit::detail
