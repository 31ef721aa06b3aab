#include "metric_parts.hpp"

#include <remit/analysis/category_load.hpp>
#include <remit/analysis/concentration.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/model/citation.hpp>

#include <algorithm>
#include <array>
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
        case Credit::lead:  // by role, not position: worked_lead
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

WorkedValue worked_measures(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    return worked(graph.measures(of_whom.a).size());
}

WorkedValue worked_sole(const Dataset& dataset, const ResponsibilityGraph& graph,
                        const Case& of_whom) {
    return worked(load_of(dataset, graph, of_whom).sole);
}

WorkedValue worked_lead(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto all = workload(graph);
    if (!all.declares_leads) return no_value("no measure says who leads");
    return worked(all.departments[of_whom.a.value].standings.lead);
}

WorkedValue worked_dominance(const Dataset& dataset, const ResponsibilityGraph& graph,
                             const Case& of_whom) {
    const auto load = load_of(dataset, graph, of_whom);
    const auto own = graph.measures(of_whom.a);
    const auto shared = static_cast<std::size_t>(std::count_if(
        own.begin(), own.end(), [&](auto m) { return graph.departments(m).size() > 1; }));
    const auto first = load.dominance.value_or(0.0) * static_cast<double>(shared);
    return worked(number(first) + " / " + number(shared) + " = ", load.dominance,
                  "it shares no measure");
}

WorkedValue worked_share(const Dataset& dataset, const ResponsibilityGraph& graph,
                         const Case& of_whom) {
    const auto load = load_of(dataset, graph, of_whom);
    const auto withheld = dataset.withheld();
    const auto listed = graph.measure_count();
    const auto announced = number(listed + withheld);
    const auto k = number(load.measures);
    const auto share = k + " / " + number(listed) + " = " + number(load.share.of_listed);
    if (!dataset.knows_withheld()) {
        return {load.share.of_listed,
                share + "; low and high are not known: " + unknown_total(dataset, Language::en)};
    }
    const auto open = load.possible > 0 ? " + " + number(load.possible) : "";
    return {load.share.of_listed, share + "; low " + k + " / " + announced + " = " +
                                      number(load.share.low) + ", high (" + k + open + " + " +
                                      number(withheld) + ") / " + announced + " = " +
                                      number(load.share.high)};
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
    auto result =
        worked("1" + sum + " = ", load.participation, "none of its measures has a category");
    if (left_out > 0.0) result.text += "; without a category: " + number(left_out);
    return result;
}

template <double Concentration::*part>
WorkedValue worked_concentration(const Dataset&, const ResponsibilityGraph& graph, const Case&) {
    std::vector<double> loads;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        loads.push_back(static_cast<double>(graph.measures(d).size()));
    }
    const auto result = concentration(loads);
    if (!result) return no_value("nobody has a measure");
    std::sort(loads.begin(), loads.end());
    std::string list;
    for (const auto load : loads) list += (list.empty() ? "" : ", ") + number(load);
    return worked("of the full counts " + list + " (D = " + number(loads.size()) + "): ",
                  (*result).*part);
}

constexpr std::array catalogue{
    Metric{"measures",
           department,
           {"metric.measures"},
           "Full counting: how many listed measures name the department; a shared one counts 1 for "
           "each of its departments.",
           "k(d) = number of m that name d",
           "",
           "workload",
           worked_measures},
    Metric{"first_named",
           department,
           {"metric.first-named"},
           "Straight counting: how many listed measures print the department first. First is not "
           "leading unless the notice says so.",
           "number of m with p(d, m) = 1",
           "Lindsey 1980",
           "workload",
           worked_credit<Credit::first_named>},
    Metric{"fractional",
           department,
           {"metric.fractional"},
           "Fractional counting: each of a measure's n departments has 1/n of it. Sums to the "
           "measures that have a department.",
           "sum over m of 1 / n(m)",
           "Price 1981; Lindsey 1980",
           "workload",
           worked_credit<Credit::fractional>},
    Metric{"harmonic",
           department,
           {"metric.harmonic"},
           "Harmonic counting: credit falls as 1, 1/2, 1/3 with the place in the printed order. It "
           "reads that order as a rank, which the notice need not mean.",
           "sum over m of (1 / p) / (1 + 1/2 + ... + 1/n)",
           "Hodge & Greenberg 1981; Hagen 2010, Scientometrics 84, 785",
           "workload",
           worked_credit<Credit::harmonic>},
    Metric{"arithmetic",
           department,
           {"metric.arithmetic"},
           "Arithmetic counting: credit falls by equal steps with the place in the printed order.",
           "sum over m of (n + 1 - p) / (n (n + 1) / 2)",
           "Van Hooydonk 1997",
           "workload",
           worked_credit<Credit::arithmetic>},
    Metric{"geometric",
           department,
           {"metric.geometric"},
           "Geometric counting: credit halves with each place in the printed order.",
           "sum over m of 2^(n - p) / (2^n - 1)",
           "Egghe, Rousseau & Van Hooydonk 2000",
           "workload",
           worked_credit<Credit::geometric>},
    Metric{"lead",
           department,
           {"metric.lead"},
           "How many listed measures declare that the department leads, or adopt the convention "
           "that the first-named does. Empty where none declares anybody.",
           "number of m that declare d as lead",
           "",
           "workload",
           worked_lead},
    Metric{
        "sole",
        department,
        {"metric.sole"},
        "How many listed measures name nobody else, neither a collective actor nor an open list.",
        "number of m with n(m) = 1 that name d",
        "",
        "workload",
        worked_sole},
    Metric{"dominance",
           department,
           {"metric.dominance"},
           "Dominance factor: of the department's shared measures, those that print it first. "
           "Undefined for one that shares none.",
           "shared m with p(d, m) = 1 / shared m that name d",
           "Kumar & Kumar 2008",
           "workload",
           worked_dominance},
    Metric{"share",
           department,
           {"metric.share"},
           "The department's measures of all listed ones. Withheld measures bound the share of all "
           "announced ones: low if none of them is the department's, high if all are.",
           "k / listed; low k / announced, high (k + withheld) / announced",
           "",
           "workload",
           worked_share},
    Metric{"participation",
           department,
           {"metric.participation"},
           "How evenly those of the department's measures that have a category lie in the "
           "categories: 0 if all are in one, towards 1 the more evenly over more of them. Measures "
           "without a category are left out; undefined if all are.",
           "1 - sum over categories s of (k(d, s) / K(d))^2, K(d) the sum over s of k(d, s)",
           "after Guimera & Amaral 2005",
           "workload",
           worked_participation},
    Metric{"gini",
           programme,
           {"metric.gini"},
           "How unequally the loads are spread over the D departments that some listed measure "
           "names; one whose load is 0, as of one never named first, counts. 0 if all are alike, 1 "
           "- 1/D if one has all.",
           "sum over i of (2 i - D - 1) x(i) / (D X), x ascending, X their sum",
           "after Gini 1912",
           "workload",
           worked_concentration<&Concentration::gini>},
    Metric{"herfindahl",
           programme,
           {"metric.herfindahl"},
           "Herfindahl-Hirschman index of the loads of the D departments that some listed measure "
           "names: 1/D if all are alike, 1 if one has all.",
           "sum over d of (x / X)^2",
           "after Hirschman 1945 and Herfindahl 1950",
           "workload",
           worked_concentration<&Concentration::herfindahl>},
    Metric{"effective_number",
           programme,
           {"metric.effective-number"},
           "The number of equally loaded departments that would be as diverse, by Shannon's "
           "entropy: 1 to D, the departments that some listed measure names.",
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
