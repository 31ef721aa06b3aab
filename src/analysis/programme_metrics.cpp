#include "metric_parts.hpp"

#include <remit/analysis/assignment.hpp>
#include <remit/analysis/clustering.hpp>
#include <remit/analysis/communities.hpp>
#include <remit/analysis/core_periphery.hpp>
#include <remit/analysis/cover.hpp>
#include <remit/analysis/matching.hpp>
#include <remit/analysis/nestedness.hpp>
#include <remit/analysis/robustness.hpp>
#include <remit/analysis/specialization.hpp>

#include <algorithm>
#include <array>
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

WorkedValue worked_core_size(const Dataset& dataset, const ResponsibilityGraph& graph,
                             const Case& of_whom) {
    const auto result = core_periphery(graph);
    if (!result.fit) return no_value(of_whom, {"explain.nobody-shares"});
    constexpr Phrase core{"explain.core"};
    constexpr Phrase one_of_several{"explain.core-of-several"};
    const auto language = of_whom.language;
    ListWriter names(language);
    for (const auto d : result.core) names.add(dataset[d].short_name.in(language));
    return {static_cast<double>(result.core.size()),
            (result.interchangeable.empty() ? core : one_of_several)
                .fill(language, {number(result.core.size()), names.text()})};
}

WorkedValue worked_core_fit(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto result = core_periphery(graph);
    return worked("1 - " + number(result.errors) + " / " + number(result.pairs) + " = ", result.fit,
                  of_whom, {"explain.nobody-shares"});
}

WorkedValue worked_matching(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    const auto result = matching(graph);
    if (result.contending.empty()) return worked(result.size);
    return worked(number(graph.measure_count()) + " - (" + number(result.contending.size()) +
                      " - " + number(result.contended.size()) + ") = ",
                  static_cast<double>(result.size));
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
    Metric{"core_size",
           programme,
           {"metric.core-size"},
           {"metric.core-size-definition"},
           "greatest k such that k departments have at least k partners each",
           "Lip 2011, arXiv:1102.5511; after Borgatti & Everett 2000",
           "structure --show core-periphery",
           worked_core_size},
    Metric{
        "core_fit",
        programme,
        {"metric.core-fit"},
        {"metric.core-fit-definition"},
        "1 - (pairs of the core that share nothing + others outside that share) / (D (D - 1) / 2)",
        "after Borgatti & Everett 2000; Hammer & Simeone 1981",
        "structure --show core-periphery",
        worked_core_fit},
    Metric{"matching",
           programme,
           {"metric.matching"},
           {"metric.matching-definition"},
           "M - most over sets of m of (how many they are - how many d they name)",
           "after Hall 1935",
           "structure --show whole",
           worked_matching},
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
