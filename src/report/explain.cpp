#include <remit/report/explain.hpp>

#include <remit/analysis/assignment.hpp>
#include <remit/analysis/backbone.hpp>
#include <remit/analysis/brokerage.hpp>
#include <remit/analysis/category_load.hpp>
#include <remit/analysis/centrality.hpp>
#include <remit/analysis/clustering.hpp>
#include <remit/analysis/communities.hpp>
#include <remit/analysis/comparison.hpp>
#include <remit/analysis/concentration.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/cover.hpp>
#include <remit/analysis/nestedness.hpp>
#include <remit/analysis/robustness.hpp>
#include <remit/analysis/similarity.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/model/number_text.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace remit {
namespace {

/// Six significant digits, without zeros behind them.
std::string number(double value) {
    return significant(value, 6);
}

std::string number(std::size_t value) {
    return std::to_string(value);
}

std::string name(const Dataset& dataset, DepartmentIndex department) {
    return std::string(dataset[department].short_name.in(Language::en));
}

/// Whether the credit depends on the place in the printed order.
std::string term(std::string_view metric, std::size_t position, std::size_t n) {
    const auto p = number(position);
    if (metric == "fractional") return "1/" + number(n);
    if (metric == "harmonic") {
        return "(1/" + p + ")/H(" + number(n) + ")";
    }
    if (metric == "arithmetic") return number(n + 1 - position) + "/" + number(n * (n + 1) / 2);
    if (metric == "geometric") {
        return "2^" + number(n - position) + "/(2^" + number(n) + "-1)";
    }
    if (metric == "first_named") return position == 1 ? "1" : "0";
    return "1";
}

/// What each measure of the department adds, by measure.
std::string terms(std::string_view metric, const ResponsibilityGraph& graph, DepartmentIndex d) {
    std::string sum;
    for (const auto m : graph.measures(d)) {
        const auto departments = graph.departments(m);
        std::size_t position = 1;
        while (departments[position - 1] != d) ++position;
        sum += (sum.empty() ? "" : " + ") + term(metric, position, departments.size());
    }
    return sum.empty() ? "0" : sum;
}

/// "no value: …" for what is undefined.
std::string value_or(const std::optional<double>& value, const std::string& arithmetic,
                     const std::string& otherwise) {
    return value ? arithmetic + number(*value) : "no value: " + otherwise;
}

std::string load_value(std::string_view id, const Dataset& dataset,
                       const ResponsibilityGraph& graph, DepartmentIndex d) {
    const auto all = workload(graph, dataset.withheld());
    const auto& load = all.departments[d.value];
    if (id == "measures") return number(load.measures);
    if (id == "first_named") return terms(id, graph, d) + " = " + number(load.first_named);
    if (id == "fractional") return terms(id, graph, d) + " = " + number(load.fractional);
    if (id == "harmonic") return terms(id, graph, d) + " = " + number(load.harmonic);
    if (id == "arithmetic") return terms(id, graph, d) + " = " + number(load.arithmetic);
    if (id == "geometric") return terms(id, graph, d) + " = " + number(load.geometric);
    if (id == "sole") return number(load.sole);
    if (id == "lead") {
        return all.declares_leads ? number(load.standings.lead)
                                  : "no value: no measure says who leads";
    }
    if (id == "share") {
        const auto listed = number(all.listed);
        const auto announced = number(all.listed + all.withheld);
        return number(load.measures) + " / " + listed + " = " + number(load.share.of_listed) +
               "; low " + number(load.measures) + " / " + announced + " = " +
               number(load.share.low) + ", high (" + number(load.measures) + " + " +
               number(all.withheld) + ") / " + announced + " = " + number(load.share.high);
    }
    const auto shared = load.measures - load.sole;  // dominance
    return value_or(load.dominance,
                    number(load.dominance.value_or(0.0) * static_cast<double>(shared)) + " / " +
                        number(shared) + " = ",
                    "it shares no measure");
}

std::string participation_value(const Dataset& dataset, DepartmentIndex d) {
    const auto load = load_by_category(dataset)[d.value];
    double all = 0.0;
    for (const auto each : load.loads) all += each;
    std::string sum;
    for (const auto each : load.loads) {
        if (each > 0.0) sum += " - (" + number(each) + "/" + number(all) + ")^2";
    }
    return value_or(load.participation, "1" + sum + " = ", "none of its measures has a category");
}

std::string programme_value(std::string_view id, const ResponsibilityGraph& graph) {
    std::vector<double> loads;
    for (const auto& load : workload(graph).departments) {
        loads.push_back(static_cast<double>(load.measures));
    }
    const auto result = concentration(loads);
    if (!result) return "no value: nobody has a measure";
    std::sort(loads.begin(), loads.end());
    std::string list;
    for (const auto load : loads) list += (list.empty() ? "" : ", ") + number(load);
    const auto value = id == "gini"         ? result->gini
                       : id == "herfindahl" ? result->herfindahl
                                            : result->effective_number;
    return "of the full counts " + list + " (D = " + number(loads.size()) + "): " + number(value);
}

std::string cover_value(const Dataset& dataset, const ResponsibilityGraph& graph) {
    const auto result = cover(graph);
    const auto& group = result.optimal.groups.front();
    std::string names;
    for (const auto d : group) names += (names.empty() ? "" : ", ") + name(dataset, d);
    return number(group.size()) + ": " + names +
           (result.proved ? "; proved the fewest"
                          : "; proved necessary are " + to_string(result.bound));
}

std::string network_value(std::string_view id, const ResponsibilityGraph& graph) {
    if (id == "density") {
        const auto cells = graph.department_count() * graph.measure_count();
        if (cells == 0) return "no value: there is no department or no measure";
        return number(graph.link_count()) + " / (" + number(graph.department_count()) + " * " +
               number(graph.measure_count()) + ") = " +
               number(static_cast<double>(graph.link_count()) / static_cast<double>(cells));
    }
    if (id == "reinforcement") {
        const auto result = reinforcement(graph);
        return value_or(
            result.coefficient,
            "4 * " + number(result.four_cycles) + " / " + number(result.three_paths) + " = ",
            "there is no path of three links");
    }
    if (id == "global_closure") {
        const auto result = two_mode_clustering(graph).global;
        return value_or(result.coefficient,
                        number(result.closed) + " / " + number(result.four_paths) + " = ",
                        "there is no path of four links");
    }
    if (id == "discrepancy") return number(discrepancy(graph));
    if (id == "specialization") {
        return "no value: links are not counts, and of links alone H2' is 0 or undefined";
    }
    if (id == "nodf") return value_or(nodf(graph).total, "", "there is no pair");
    if (id == "robustness") {
        return value_or(mean_extinction_curve(graph).robustness, "", "nobody has a measure");
    }
    const auto result = communities(graph);
    return number(result.modularity) + " in " + number(result.count) + " modules, " +
           (result.exact ? "proved the highest" : "the highest that was found");
}

/// From the first notice of a programme to the next, of pairs, by Jaccard.
std::string turnover_value(std::string_view id, const Dataset& dataset) {
    if (dataset.notices().size() < 2)
        return "no value: there is nothing to compare one notice with";
    const std::array batches{only(dataset, {0}), only(dataset, {1})};
    const auto pairs = compare(batches).steps.front().pairs;
    const auto common =
        turnover_parts(pairs, Dissimilarity::jaccard, TurnoverPartition::common_denominator);
    const auto poisot = turnover_parts(pairs, Dissimilarity::jaccard, TurnoverPartition::poisot);
    const auto ratio = [](std::size_t part, std::size_t all, std::optional<double> value) {
        return value_or(value, number(part) + " / " + number(all) + " = ", "there is no pair");
    };
    const auto changed = pairs.links_gone + pairs.links_new;
    const auto all = pairs.links_kept + changed;
    const auto rewired = pairs.rewired_gone + pairs.rewired_new;
    const auto of = "pairs of departments, " + dataset[NoticeIndex{0}].id + " to " +
                    dataset[NoticeIndex{1}].id + ", Jaccard: ";
    if (id == "beta_s") {
        const auto nodes = pairs.nodes_gone + pairs.nodes_new;
        return of + ratio(nodes, pairs.nodes_kept + nodes, common.nodes);
    }
    if (id == "beta_wn") return of + ratio(changed, all, common.whole);
    if (id == "beta_os") {
        return of + ratio(rewired, pairs.links_kept + rewired, poisot.rewiring) +
               " after Poisot, " + ratio(rewired, all, common.rewiring) +
               " with the common denominator";
    }
    return of + value_or(poisot.turnover, "", "there is no pair of kept departments") +
           " after Poisot, " + ratio(changed - rewired, all, common.turnover) +
           " with the common denominator";
}

std::string lead_value(const ResponsibilityGraph& graph) {
    const auto result = fair_leads(graph, {.optima_counted = 0, .nearest_listed = 0});
    std::string sum;
    for (const auto& load : result.loads) {
        if (load.printed == 0) continue;
        sum += (sum.empty() ? "" : " + ") + number(load.printed) + "*" + number(load.printed + 1) +
               "/2";
    }
    return "of the printed leads " + (sum.empty() ? "0" : sum) + " = " +
           number(result.printed_cost) + "; of the fairest " + number(result.cost);
}

std::string pair_value(std::string_view id, const Dataset& dataset,
                       const ResponsibilityGraph& graph, DepartmentIndex a, DepartmentIndex b) {
    const auto pairs = coresponsibility(graph);
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) {
        return pair.a == std::min(a, b) && pair.b == std::max(a, b);
    });
    if (found == pairs.end()) return "0: they share no measure";
    const auto similarities = similarity(graph, pairs);
    const auto& of_pair = similarities[static_cast<std::size_t>(found - pairs.begin())];
    const auto c = number(found->shared());
    const auto ka = number(graph.measures(a).size());
    const auto kb = number(graph.measures(b).size());
    if (id == "shared") {
        std::string list;
        for (const auto m : found->measures) {
            list += (list.empty() ? "" : ", ") + number(std::size_t{dataset[m].number});
        }
        return "measures " + list + ": " + c;
    }
    if (id == "newman") {
        std::string sum;
        for (const auto m : found->measures) {
            sum += (sum.empty() ? "1/" : " + 1/") + number(graph.departments(m).size() - 1);
        }
        return sum + " = " + number(found->newman);
    }
    if (id == "jaccard") {
        return c + " / (" + ka + " + " + kb + " - " + c + ") = " + number(of_pair.jaccard);
    }
    if (id == "overlap") {
        return c + " / min(" + ka + ", " + kb + ") = " + number(of_pair.overlap);
    }
    if (id == "cosine") {
        return c + " / sqrt(" + ka + " * " + kb + ") = " + number(of_pair.cosine);
    }
    if (id == "dice") return "2 * " + c + " / (" + ka + " + " + kb + ") = " + number(of_pair.dice);
    if (id == "association_strength") {
        return c + " / (" + ka + " * " + kb + ") = " + number(of_pair.association_strength);
    }
    if (id == "lift") {
        return number(graph.measure_count()) + " * " + c + " / (" + ka + " * " + kb +
               ") = " + number(of_pair.lift);
    }
    std::array<std::size_t, 3> strength{};  // of a, b and all pairs
    for (const auto& pair : pairs) {
        if (pair.a == a || pair.b == a) strength[0] += pair.shared();
        if (pair.a == b || pair.b == b) strength[1] += pair.shared();
        strength[2] += pair.shared();
    }
    return "2 * " + number(strength[2]) + " * " + c + " / (" + number(strength[0]) + " * " +
           number(strength[1]) + ") = " + number(of_pair.association_strength_links);
}

std::string chance_value(const ResponsibilityGraph& graph, DepartmentIndex a, DepartmentIndex b) {
    for (const auto& pair : backbone(graph).pairs) {
        if (pair.a != std::min(a, b) || pair.b != std::max(a, b)) continue;
        return "hypergeometric, P(X >= " + number(pair.shared) + ") with " +
               number(graph.measures(a).size()) + " and " + number(graph.measures(b).size()) +
               " of " + number(graph.measure_count()) + " measures = " + number(pair.p) +
               "; after Holm's correction " + number(pair.adjusted);
    }
    return "no value";
}

std::string structure_value(std::string_view id, const ResponsibilityGraph& graph,
                            DepartmentIndex d) {
    const auto central = centralities(graph).departments[d.value];
    if (id == "degree") {
        return number(graph.measures(d).size()) + " / " + number(graph.measure_count()) + " = " +
               number(central.degree);
    }
    if (id == "betweenness") return number(central.betweenness);
    if (id == "closeness") return number(central.closeness);
    if (id == "harmonic_closeness") return number(central.harmonic_closeness);
    if (id == "eigenvector") return number(central.eigenvector);
    if (id == "pagerank") return number(central.pagerank);
    const auto result = brokerage(graph);
    const auto& holes = result.among_departments[d.value];
    if (id == "constraint") return value_or(holes.constraint, "", "it shares no measure");
    if (id == "effective_size") return value_or(holes.effective_size, "", "it shares no measure");
    const auto& broker = result.departments[d.value];
    if (id == "butterflies") return number(butterflies(graph).departments[d.value]);
    if (id == "closure") {
        const auto closure = two_mode_clustering(graph).departments[d.value];
        return value_or(closure.coefficient,
                        number(closure.closed) + " / " + number(closure.four_paths) + " = ",
                        "it is in the middle of no path of four links");
    }
    if (id == "local_clustering") {
        const auto overlap = overlap_clustering(graph).departments[d.value];
        return value_or(overlap ? std::optional(overlap->dot) : std::nullopt, "",
                        "it shares no measure");
    }
    if (id == "articulation_point") return broker.articulation_point ? "1" : "0";
    const auto k = graph.measures(d).size();
    const auto pairs = k * (k - (k > 0 ? 1 : 0)) / 2;
    return value_or(broker.redundancy,
                    number(broker.redundancy.value_or(0.0) * static_cast<double>(pairs)) + " / " +
                        number(pairs) + " = ",
                    "it has fewer than two measures");
}

}  // namespace

std::string explain(const Metric& metric) {
    std::string text = std::string(metric.id) + ": " + std::string(metric.name.zh_hans) + " / " +
                       std::string(metric.name.zh_hant) + " / " + std::string(metric.name.en) +
                       "\n" + std::string(metric.definition) + "\n" +
                       "Formula: " + std::string(metric.formula) + "\n";
    if (!metric.source.empty()) text += "Source: " + std::string(metric.source) + "\n";
    return text + "Shown by: remit " + std::string(metric.command) + "\n";
}

std::optional<Case> telling_case(const Metric& metric, const Dataset& dataset) {
    const auto graph = responsibility_graph(dataset);
    if (metric.subject == Subject::pair) {
        const auto pairs = coresponsibility(graph);
        const auto most =
            std::max_element(pairs.begin(), pairs.end(),
                             [](const auto& a, const auto& b) { return a.shared() < b.shared(); });
        if (most == pairs.end()) return std::nullopt;
        return Case{most->a, most->b};
    }
    std::optional<Case> result;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        if (!result || graph.measures(d).size() > graph.measures(result->a).size()) {
            result = Case{d, std::nullopt};
        }
    }
    return result;
}

std::string worked_value(const Metric& metric, const Dataset& dataset, const Case& of_whom) {
    const auto graph = responsibility_graph(dataset);
    const auto id = metric.id;
    if (metric.command == "compare") return turnover_value(id, dataset);
    if (id == "cover_size") return cover_value(dataset, graph);
    if (id == "lead_cost") return lead_value(graph);
    if (metric.subject == Subject::programme) {
        return metric.command == "workload" ? programme_value(id, graph) : network_value(id, graph);
    }
    if (metric.subject == Subject::pair) {
        const auto b = of_whom.b.value();
        return name(dataset, of_whom.a) + " and " + name(dataset, b) + ": " +
               (id == "p" ? chance_value(graph, of_whom.a, b)
                          : pair_value(id, dataset, graph, of_whom.a, b));
    }
    const auto value = metric.command == "structure" ? structure_value(id, graph, of_whom.a)
                       : id == "participation"       ? participation_value(dataset, of_whom.a)
                                                     : load_value(id, dataset, graph, of_whom.a);
    return name(dataset, of_whom.a) + ": " + value;
}

}  // namespace remit
