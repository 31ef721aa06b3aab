#include "metric_parts.hpp"

#include <remit/analysis/assignment.hpp>
#include <remit/analysis/clustering.hpp>
#include <remit/analysis/communities.hpp>
#include <remit/analysis/components.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/cover.hpp>
#include <remit/analysis/direction.hpp>
#include <remit/analysis/nestedness.hpp>
#include <remit/analysis/robustness.hpp>
#include <remit/analysis/specialization.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <variant>
#include <vector>

namespace remit::detail {
namespace {

constexpr Subject programme = Subject::programme;

WorkedValue worked_density(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto cells = graph.department_count() * graph.measure_count();
    if (cells == 0) return no_value(of_whom, {"explain.no-cells"});
    return worked(number(graph.link_count()) + " / (" + number(graph.department_count()) + " * " +
                      number(graph.measure_count()) + ") = ",
                  static_cast<double>(graph.link_count()) / static_cast<double>(cells));
}

WorkedValue worked_reinforcement(const Dataset&, const ResponsibilityGraph& graph,
                                 const Case& of_whom) {
    const auto result = reinforcement(graph);
    return worked("4 * " + number(result.four_cycles) + " / " + number(result.three_paths) + " = ",
                  result.coefficient, of_whom, {"explain.no-three-paths"});
}

WorkedValue worked_global_closure(const Dataset&, const ResponsibilityGraph& graph,
                                  const Case& of_whom) {
    const auto result = two_mode_clustering(graph).global;
    return worked(number(result.closed) + " / " + number(result.four_paths) + " = ",
                  result.coefficient, of_whom, {"explain.no-four-paths"});
}

WorkedValue worked_nodf(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    return worked("", nodf(graph).total, of_whom, {"explain.no-pair"});
}

WorkedValue worked_robustness(const Dataset&, const ResponsibilityGraph& graph,
                              const Case& of_whom) {
    return worked("", mean_extinction_curve(graph).robustness, of_whom, {"explain.nobody-has"});
}

WorkedValue worked_modularity(const Dataset& dataset, const ResponsibilityGraph& graph,
                              const Case& of_whom) {
    const auto weights = link_weights(dataset);
    const auto result = communities(graph, {}, weights);
    if (graph.link_count() == 0) return no_value(of_whom, {"explain.no-links"});
    constexpr Phrase modules{"explain.modules"};
    constexpr Phrase proved{"explain.proved-highest"};
    constexpr Phrase found{"explain.highest-found"};
    constexpr Phrase weighted{"explain.of-weights"};
    const auto language = of_whom.language;
    auto text = modules.fill(language, {number(result.modularity), number(result.count),
                                        std::string((result.exact ? proved : found).in(language))});
    if (!weights.empty()) text = weighted.fill(language, {text});
    return {result.modularity, std::move(text)};
}

WorkedValue worked_cover_size(const Dataset& dataset, const ResponsibilityGraph& graph,
                              const Case& of_whom) {
    const auto result = cover(graph);
    const auto& group = result.optimal.groups.front();
    constexpr Phrase fewest{"explain.fewest"};
    constexpr Phrase fewest_of_none{"explain.fewest-of-none"};
    constexpr Phrase at_least{"explain.at-least"};
    const auto language = of_whom.language;
    ListWriter names(language);
    for (const auto d : group) names.add(dataset[d].short_name.in(language));
    const auto& form = !result.proved ? at_least : group.empty() ? fewest_of_none : fewest;
    return {static_cast<double>(group.size()),
            form.fill(language, {number(group.size()), names.text(), to_string(result.bound)})};
}

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
                  of_whom, {"explain.nobody-leads"});
}

WorkedValue worked_discrepancy(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    return worked(discrepancy(graph));
}

WorkedValue worked_specialization(const Dataset& dataset, const ResponsibilityGraph& graph,
                                  const Case& of_whom) {
    const auto result = specialization(graph, link_weights(dataset));
    const auto* const all = std::get_if<Specialization>(&result);
    if (all == nullptr) return no_value(of_whom, {"explain.no-counts"});
    auto value =
        worked("(" + number(all->greatest_entropy) + " - " + number(all->entropy) + ") / (" +
                   number(all->greatest_entropy) + " - " + number(all->least_entropy) + ") = ",
               all->network, of_whom, {"explain.weights-leave-no-choice"});
    constexpr Phrase weighted{"explain.of-weights"};
    if (value.value) value.text = weighted.fill(of_whom.language, {value.text});
    return value;
}

WorkedValue worked_lead_cost(const Dataset&, const ResponsibilityGraph& graph,
                             const Case& of_whom) {
    const auto result = fair_leads(graph, {.optima_counted = 0, .nearest_listed = 0});
    std::string sum;
    for (const auto& load : result.loads) {
        if (load.printed == 0) continue;
        sum += (sum.empty() ? "" : " + ") + number(load.printed) + "*" + number(load.printed + 1) +
               "/2";
    }
    constexpr Phrase leads{"explain.leads"};
    return {result.printed_cost,
            leads.fill(of_whom.language, {sum.empty() ? "0" : sum, number(result.printed_cost),
                                          number(result.cost)})};
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
    Metric{"density",
           programme,
           {"metric.density"},
           {"metric.density-definition"},
           "E / (D M)",
           "Borgatti & Everett 1997",
           "structure --show whole",
           worked_density},
    Metric{"reinforcement",
           programme,
           {"metric.reinforcement"},
           {"metric.reinforcement-definition"},
           "4 C4 / L3",
           "Robins & Alexander 2004",
           "structure --show whole",
           worked_reinforcement},
    Metric{"global_closure",
           programme,
           {"metric.global-closure"},
           {"metric.global-closure-definition"},
           "closed 4-paths / 4-paths",
           "Opsahl 2013, arXiv:1006.0887",
           "structure --show whole",
           worked_global_closure},
    Metric{"nodf",
           programme,
           {"metric.nodf"},
           {"metric.nodf-definition"},
           "100 x mean over pairs with falling degrees of shared / the smaller's",
           "Almeida-Neto et al. 2008",
           "structure --show whole",
           worked_nodf},
    Metric{"robustness",
           programme,
           {"metric.robustness"},
           {"metric.robustness-definition"},
           "area under measures left over departments gone",
           "Memmott et al. 2004; Burgos et al. 2007",
           "structure --show whole",
           worked_robustness},
    Metric{"modularity",
           programme,
           {"metric.modularity"},
           {"metric.modularity-definition"},
           "sum over modules of L / E - k d / E^2",
           "after Barber 2007",
           "groups --show modules",
           worked_modularity},
    Metric{"cover_size",
           programme,
           {"metric.cover-size"},
           {"metric.cover-size-definition"},
           "least number of d such that every m names one of them",
           "after Karp 1972",
           "cover",
           worked_cover_size},
    Metric{"discrepancy",
           programme,
           {"metric.discrepancy"},
           {"metric.discrepancy-definition"},
           "sum over d of links beyond the first k(d) measures by falling degree, the least over "
           "orders of ties",
           "Brualdi & Sanderson 1999",
           "structure --show whole",
           worked_discrepancy},
    Metric{"specialization",
           programme,
           {"metric.specialization"},
           {"metric.specialization-definition"},
           "(H2max - H2) / (H2max - H2min)",
           "Bluthgen et al. 2006, BMC Ecology 6, 9",
           "",
           worked_specialization},
    Metric{"lead_cost",
           programme,
           {"metric.lead-cost"},
           {"metric.lead-cost-definition"},
           "sum over d of l(d) (l(d) + 1) / 2",
           "Harvey, Ladner, Lovasz & Tamir 2006, J. Algorithms 59, 53",
           "assign",
           worked_lead_cost},
};

}  // namespace

std::span<const Metric> programme_metrics() {
    return catalogue;
}

}  // namespace remit::detail
