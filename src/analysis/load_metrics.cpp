#include "metric_parts.hpp"

#include <remit/analysis/category_load.hpp>
#include <remit/analysis/concentration.hpp>
#include <remit/analysis/specialization.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/model/citation.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <variant>
#include <vector>

namespace remit::detail {
namespace {

constexpr Subject department = Subject::department;
constexpr Subject programme = Subject::programme;

DepartmentLoad load_of(const Dataset& dataset, const ResponsibilityGraph& graph, const Case& whom) {
    return workload(graph, dataset.withheld()).departments[whom.a.value];
}

/// What a measure with n departments adds for the one in that position.
std::string term(Credit scheme, std::size_t position, std::size_t n) {
    switch (scheme) {
        case Credit::fractional:
            return "1/" + number(n);
        case Credit::harmonic:
            return "(1/" + number(position) + ")/H(" + number(n) + ")";
        case Credit::arithmetic:
            return number(n + 1 - position) + "/" + number(n * (n + 1) / 2);
        case Credit::geometric:
            return "2^" + number(n - position) + "/(2^" + number(n) + "-1)";
        case Credit::first_named:
            return position == 1 ? "1" : "0";
        case Credit::lead:      // by role, not position: worked_lead
        case Credit::weighted:  // by weight: worked_weighted
        case Credit::full:
            break;
    }
    return "1";
}

template <Credit scheme>
WorkedValue worked_credit(const Dataset& dataset, const ResponsibilityGraph& graph,
                          const Case& of_whom) {
    std::string sum;
    for (const auto m : graph.measures(of_whom.a)) {
        const auto departments = graph.departments(m);
        std::size_t position = 1;
        while (departments[position - 1] != of_whom.a) ++position;
        sum += (sum.empty() ? "" : " + ") + term(scheme, position, departments.size());
    }
    if (sum.empty()) sum = "0";
    return worked(sum + " = ", load_by(scheme, load_of(dataset, graph, of_whom)));
}

WorkedValue worked_weighted(const Dataset& dataset, const ResponsibilityGraph& graph,
                            const Case& of_whom) {
    const auto weights = link_weights(dataset);
    std::string sum;
    for (const auto m : graph.measures(of_whom.a)) {
        const auto departments = graph.departments(m);
        std::size_t position = 0;
        while (departments[position] != of_whom.a) ++position;
        sum += sum.empty() ? "" : " + ";
        if (!weights.gives(m)) {
            sum += "1/" + number(departments.size());
            continue;
        }
        const auto own = weights.of(m);
        sum += number(own[position]) + "/" + number(std::accumulate(own.begin(), own.end(), 0.0));
    }
    if (sum.empty()) sum = "0";
    const auto load = workload(graph, 0, weights).departments[of_whom.a.value];
    return worked(sum + " = ", load_by(Credit::weighted, load));
}

WorkedValue worked_d_prime(const Dataset& dataset, const ResponsibilityGraph& graph,
                           const Case& of_whom) {
    const auto result = specialization(graph, link_weights(dataset));
    const auto* const all = std::get_if<Specialization>(&result);
    if (all == nullptr) return no_value(of_whom, {"explain.no-weights"});
    return worked("", all->rows[of_whom.a.value], of_whom, {"explain.weights-leave-no-choice"});
}

WorkedValue worked_measures(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    return worked(graph.measures(of_whom.a).size());
}

WorkedValue worked_sole(const Dataset& dataset, const ResponsibilityGraph& graph,
                        const Case& of_whom) {
    return worked(load_of(dataset, graph, of_whom).sole);
}

WorkedValue worked_lead(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto all = workload(graph);
    if (!all.declares_leads) return no_value(of_whom, {"explain.nobody-leads"});
    return worked(all.departments[of_whom.a.value].standings.lead);
}

WorkedValue worked_dominance(const Dataset& dataset, const ResponsibilityGraph& graph,
                             const Case& of_whom) {
    const auto load = load_of(dataset, graph, of_whom);
    const auto own = graph.measures(of_whom.a);
    const auto shared = static_cast<std::size_t>(std::count_if(
        own.begin(), own.end(), [&](auto m) { return graph.departments(m).size() > 1; }));
    const auto first = load.dominance.value_or(0.0) * static_cast<double>(shared);
    return worked(number(first) + " / " + number(shared) + " = ", load.dominance, of_whom,
                  {"explain.shares-none"});
}

WorkedValue worked_share(const Dataset& dataset, const ResponsibilityGraph& graph,
                         const Case& of_whom) {
    const auto load = load_of(dataset, graph, of_whom);
    const auto withheld = dataset.withheld();
    const auto listed = graph.measure_count();
    const auto announced = number(listed + withheld);
    const auto k = number(load.measures);
    const auto language = of_whom.language;
    const auto share = k + " / " + number(listed) + " = " + number(load.share.of_listed);
    if (!dataset.knows_withheld()) {
        constexpr Phrase unknown{"explain.share-unknown"};
        return {load.share.of_listed,
                unknown.fill(language, {share, unknown_total(dataset, language)})};
    }
    constexpr Phrase bounds{"explain.share-bounds"};
    const auto open = load.possible > 0 ? " + " + number(load.possible) : "";
    return {load.share.of_listed,
            bounds.fill(language, {share, k + " / " + announced + " = " + number(load.share.low),
                                   '(' + k + open + " + " + number(withheld) + ") / " + announced +
                                       " = " + number(load.share.high)})};
}

WorkedValue worked_participation(const Dataset& dataset, const ResponsibilityGraph&,
                                 const Case& of_whom) {
    const auto load = load_by_category(dataset)[of_whom.a.value];
    double all = 0.0;
    for (const auto each : load.loads) all += each;
    std::string sum;
    for (const auto each : load.loads) {
        if (each > 0.0) sum += " - (" + number(each) + "/" + number(all) + ")^2";
    }
    const auto left_out = load.without_category;
    auto result = worked("1" + sum + " = ", load.participation, of_whom, {"explain.no-category"});
    constexpr Phrase without{"explain.without-category"};
    if (left_out > 0.0) {
        result.text = without.fill(of_whom.language, {result.text, number(left_out)});
    }
    return result;
}

template <double Concentration::*part>
WorkedValue worked_concentration(const Dataset&, const ResponsibilityGraph& graph,
                                 const Case& of_whom) {
    std::vector<double> loads;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        loads.push_back(static_cast<double>(graph.measures(d).size()));
    }
    const auto result = concentration(loads);
    if (!result) return no_value(of_whom, {"explain.nobody-has"});
    std::sort(loads.begin(), loads.end());
    std::string list;
    for (const auto load : loads) list += (list.empty() ? "" : ", ") + number(load);
    constexpr Phrase of_counts{"explain.full-counts"};
    const auto value = (*result).*part;
    return {value, of_counts.fill(of_whom.language, {list, number(loads.size()), number(value)})};
}

constexpr std::array catalogue{
    Metric{"measures",
           department,
           {"metric.measures"},
           {"metric.measures-definition"},
           "k(d) = number of m that name d",
           "",
           "workload",
           worked_measures},
    Metric{"first_named",
           department,
           {"metric.first-named"},
           {"metric.first-named-definition"},
           "number of m with p(d, m) = 1",
           "Lindsey 1980",
           "workload",
           worked_credit<Credit::first_named>},
    Metric{"fractional",
           department,
           {"metric.fractional"},
           {"metric.fractional-definition"},
           "sum over m of 1 / n(m)",
           "Price 1981; Lindsey 1980",
           "workload",
           worked_credit<Credit::fractional>},
    Metric{"harmonic",
           department,
           {"metric.harmonic"},
           {"metric.harmonic-definition"},
           "sum over m of (1 / p) / (1 + 1/2 + ... + 1/n)",
           "Hodge & Greenberg 1981; Hagen 2010, Scientometrics 84, 785",
           "workload",
           worked_credit<Credit::harmonic>},
    Metric{"arithmetic",
           department,
           {"metric.arithmetic"},
           {"metric.arithmetic-definition"},
           "sum over m of (n + 1 - p) / (n (n + 1) / 2)",
           "Van Hooydonk 1997",
           "workload",
           worked_credit<Credit::arithmetic>},
    Metric{"geometric",
           department,
           {"metric.geometric"},
           {"metric.geometric-definition"},
           "sum over m of 2^(n - p) / (2^n - 1)",
           "Egghe, Rousseau & Van Hooydonk 2000",
           "workload",
           worked_credit<Credit::geometric>},
    Metric{"lead",
           department,
           {"metric.lead"},
           {"metric.lead-definition"},
           "number of m that declare d as lead",
           "",
           "workload",
           worked_lead},
    Metric{"weighted",
           department,
           {"metric.weighted"},
           {"metric.weighted-definition"},
           "sum over m of w(d, m) / W(m)",
           "",
           "workload",
           worked_weighted},
    Metric{"sole",
           department,
           {"metric.sole"},
           {"metric.sole-definition"},
           "number of m with n(m) = 1 that name d",
           "",
           "workload",
           worked_sole},
    Metric{"dominance",
           department,
           {"metric.dominance"},
           {"metric.dominance-definition"},
           "shared m with p(d, m) = 1 / shared m that name d",
           "Kumar & Kumar 2008",
           "workload",
           worked_dominance},
    Metric{"share",
           department,
           {"metric.share"},
           {"metric.share-definition"},
           "k / listed; low k / announced, high (k + withheld) / announced",
           "",
           "workload",
           worked_share},
    Metric{"participation",
           department,
           {"metric.participation"},
           {"metric.participation-definition"},
           "1 - sum over categories s of (k(d, s) / K(d))^2, K(d) the sum over s of k(d, s)",
           "after Guimera & Amaral 2005",
           "workload",
           worked_participation},
    Metric{"d_prime",
           department,
           {"metric.d-prime"},
           {"metric.d-prime-definition"},
           "d / ln (W / W(d)), d = sum over m of p ln (p / q), p = w(d, m) / W(d), q = W(m) / W",
           "after Bluthgen et al. 2006, BMC Ecology 6, 9",
           "workload --count weighted",
           worked_d_prime},
    Metric{"gini",
           programme,
           {"metric.gini"},
           {"metric.gini-definition"},
           "sum over i of (2 i - D - 1) x(i) / (D X), x ascending, X their sum",
           "after Gini 1912",
           "workload",
           worked_concentration<&Concentration::gini>},
    Metric{"herfindahl",
           programme,
           {"metric.herfindahl"},
           {"metric.herfindahl-definition"},
           "sum over d of (x / X)^2",
           "after Hirschman 1945 and Herfindahl 1950",
           "workload",
           worked_concentration<&Concentration::herfindahl>},
    Metric{"effective_number",
           programme,
           {"metric.effective-number"},
           {"metric.effective-number-definition"},
           "exp(- sum over d of (x / X) ln (x / X))",
           "",
           "workload",
           worked_concentration<&Concentration::effective_number>},
};

}  // namespace

std::span<const Metric> load_metrics() {
    return catalogue;
}

}  // namespace remit::detail
