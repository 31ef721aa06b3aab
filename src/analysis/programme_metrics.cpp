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

std::string name(const Dataset& dataset, DepartmentIndex department) {
    return std::string(dataset[department].short_name.in(Language::en));
}

WorkedValue worked_density(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    const auto cells = graph.department_count() * graph.measure_count();
    if (cells == 0) return no_value("there is no department or no measure");
    return worked(number(graph.link_count()) + " / (" + number(graph.department_count()) + " * " +
                      number(graph.measure_count()) + ") = ",
                  static_cast<double>(graph.link_count()) / static_cast<double>(cells));
}

WorkedValue worked_reinforcement(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    const auto result = reinforcement(graph);
    return worked("4 * " + number(result.four_cycles) + " / " + number(result.three_paths) + " = ",
                  result.coefficient, "there is no path of three links");
}

WorkedValue worked_global_closure(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    const auto result = two_mode_clustering(graph).global;
    return worked(number(result.closed) + " / " + number(result.four_paths) + " = ",
                  result.coefficient, "there is no path of four links");
}

WorkedValue worked_nodf(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    return worked("", nodf(graph).total, "there is no pair");
}

WorkedValue worked_robustness(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    return worked("", mean_extinction_curve(graph).robustness, "nobody has a measure");
}

WorkedValue worked_modularity(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    const auto result = communities(graph);
    if (graph.link_count() == 0) return no_value("there is no link");
    return {result.modularity,
            number(result.modularity) + " in " + counted(result.count, "module") + ", " +
                (result.exact ? "proved the highest" : "the highest that was found")};
}

WorkedValue worked_cover_size(const Dataset& dataset, const ResponsibilityGraph& graph,
                              const Case&) {
    const auto result = cover(graph);
    const auto& group = result.optimal.groups.front();
    std::string names;
    for (const auto d : group) names += (names.empty() ? "" : ", ") + name(dataset, d);
    const auto size = static_cast<double>(group.size());
    return {size, number(group.size()) + (names.empty() ? "" : ": " + names) +
                      (result.proved ? "; proved the fewest"
                                     : "; proved necessary are " + to_string(result.bound))};
}

WorkedValue worked_discrepancy(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    return worked(discrepancy(graph));
}

WorkedValue worked_specialization(const Dataset&, const ResponsibilityGraph&, const Case&) {
    return no_value("links are not counts, and of links alone H2' is 0 or undefined");
}

WorkedValue worked_lead_cost(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    const auto result = fair_leads(graph, {.optima_counted = 0, .nearest_listed = 0});
    std::string sum;
    for (const auto& load : result.loads) {
        if (load.printed == 0) continue;
        sum += (sum.empty() ? "" : " + ") + number(load.printed) + "*" + number(load.printed + 1) +
               "/2";
    }
    return {result.printed_cost, "of the printed leads " + (sum.empty() ? "0" : sum) + " = " +
                                     number(result.printed_cost) + "; of the fairest " +
                                     number(result.cost)};
}

constexpr std::array catalogue{
    Metric{"density",
           programme,
           {"metric.density"},
           "The links of all that there could be between departments and measures.",
           "E / (D M)",
           "Borgatti & Everett 1997",
           "structure",
           worked_density},
    Metric{"reinforcement",
           programme,
           {"metric.reinforcement"},
           "How many paths of three links close to a cycle of four: whether departments that share "
           "one measure share another.",
           "4 C4 / L3",
           "Robins & Alexander 2004",
           "structure",
           worked_reinforcement},
    Metric{"global_closure",
           programme,
           {"metric.global-closure"},
           "Of all paths of four links between departments, those whose ends share yet another "
           "measure.",
           "closed 4-paths / 4-paths",
           "Opsahl 2013, arXiv:1006.0887",
           "structure",
           worked_global_closure},
    Metric{"nodf",
           programme,
           {"metric.nodf"},
           "How far the measures of departments with few are among those of departments with more, "
           "and likewise for measures, ordered by degree: 0 to 100.",
           "100 x mean over pairs with falling degrees of shared / the smaller's",
           "Almeida-Neto et al. 2008",
           "structure",
           worked_nodf},
    Metric{"robustness",
           programme,
           {"metric.robustness"},
           "The mean share of measures that still have a department while departments leave one "
           "after the other, those with most measures first: the area under that curve, averaged "
           "over all orders of departments with as many measures.",
           "area under measures left over departments gone",
           "Memmott et al. 2004; Burgos et al. 2007",
           "structure",
           worked_robustness},
    Metric{"modularity",
           programme,
           {"metric.modularity"},
           "How much more of the links lie within the modules found than if they were drawn anew "
           "between the same degrees.",
           "sum over modules of L / E - k d / E^2",
           "after Barber 2007",
           "groups --show modules",
           worked_modularity},
    Metric{"cover_size",
           programme,
           {"metric.cover-size"},
           "The fewest departments such that every listed measure names one of them: the size of a "
           "minimum hitting set.",
           "least number of d such that every m names one of them",
           "after Karp 1972",
           "cover",
           worked_cover_size},
    Metric{"discrepancy",
           programme,
           {"metric.discrepancy"},
           "How many links would have to move within their department for a perfectly nested "
           "matrix, in which the measures stand by degree, the greatest first, and those of one "
           "degree in the best order: 0 if perfectly nested.",
           "sum over d of links beyond the first k(d) measures by falling degree, the least over "
           "orders of ties",
           "Brualdi & Sanderson 1999",
           "structure",
           worked_discrepancy},
    Metric{"specialization",
           programme,
           {"metric.specialization"},
           "How exclusively departments and measures go with each other, from counts of how often. "
           "A programme has only links or none, of which it is not defined; the library offers it "
           "for counts of your own.",
           "(H2max - H2) / (H2max - H2min)",
           "Bluthgen et al. 2006, BMC Ecology 6, 9",
           "",
           worked_specialization},
    Metric{"lead_cost",
           programme,
           {"metric.lead-cost"},
           "How unevenly leads are spread: a department's l-th lead costs l. Where it is the least "
           "that choosing among each measure's departments allows, the spread is the fairest, from "
           "the largest load down.",
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
