#include "metric_parts.hpp"

#include <remit/analysis/assignment.hpp>
#include <remit/analysis/clustering.hpp>
#include <remit/analysis/communities.hpp>
#include <remit/analysis/cover.hpp>
#include <remit/analysis/nestedness.hpp>
#include <remit/analysis/robustness.hpp>

#include <algorithm>
#include <array>
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

WorkedValue worked_modularity(const Dataset&, const ResponsibilityGraph& graph,
                              const Case& of_whom) {
    const auto result = communities(graph);
    if (graph.link_count() == 0) return no_value(of_whom, {"explain.no-links"});
    constexpr Phrase modules{"explain.modules"};
    constexpr Phrase proved{"explain.proved-highest"};
    constexpr Phrase found{"explain.highest-found"};
    const auto language = of_whom.language;
    return {result.modularity,
            modules.fill(language, {number(result.modularity), number(result.count),
                                    std::string((result.exact ? proved : found).in(language))})};
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

WorkedValue worked_discrepancy(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    return worked(discrepancy(graph));
}

WorkedValue worked_specialization(const Dataset&, const ResponsibilityGraph&, const Case& of_whom) {
    return no_value(of_whom, {"explain.no-counts"});
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
    Metric{"density",
           programme,
           {"metric.density"},
           {"metric.density-definition"},
           "E / (D M)",
           "Borgatti & Everett 1997",
           "structure",
           worked_density},
    Metric{"reinforcement",
           programme,
           {"metric.reinforcement"},
           {"metric.reinforcement-definition"},
           "4 C4 / L3",
           "Robins & Alexander 2004",
           "structure",
           worked_reinforcement},
    Metric{"global_closure",
           programme,
           {"metric.global-closure"},
           {"metric.global-closure-definition"},
           "closed 4-paths / 4-paths",
           "Opsahl 2013, arXiv:1006.0887",
           "structure",
           worked_global_closure},
    Metric{"nodf",
           programme,
           {"metric.nodf"},
           {"metric.nodf-definition"},
           "100 x mean over pairs with falling degrees of shared / the smaller's",
           "Almeida-Neto et al. 2008",
           "structure",
           worked_nodf},
    Metric{"robustness",
           programme,
           {"metric.robustness"},
           {"metric.robustness-definition"},
           "area under measures left over departments gone",
           "Memmott et al. 2004; Burgos et al. 2007",
           "structure",
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
           "structure",
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
