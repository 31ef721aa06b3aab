#include <remit/analysis/assignment.hpp>

#include "lead_chains.hpp"
#include "lead_enumeration.hpp"
#include "lead_nearest.hpp"
#include "lead_optimum.hpp"
#include "sized_leads.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace remit {
namespace {

constexpr std::size_t count_steps = 50'000'000;

/// Whether the declared leads of a measure alone may lead it.
bool keeps_leads(const ResponsibilityGraph& graph, MeasureIndex m,
                 const AssignmentOptions& options) {
    const auto roles = graph.roles(m);
    return !options.reassign_leads &&
           std::find(roles.begin(), roles.end(), Role::lead) != roles.end();
}

/// All declared leads of each measure; where it has none, the first-named.
Choices leading(const ResponsibilityGraph& graph) {
    Choices result;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto departments = graph.departments(m);
        for (std::size_t i = 0; i < departments.size(); ++i) {
            if (standing(graph.roles(m), i) != Standing::other) result.add(departments[i].value);
        }
        result.end_measure();
    }
    return result;
}

Leads plain(const MeasureLeads& leads) {
    Leads result;
    result.reserve(leads.size());
    for (const auto& lead : leads) result.push_back(lead ? lead->value : nobody);
    return result;
}

MeasureLeads typed(const Leads& leads) {
    MeasureLeads result(leads.size());
    for (std::size_t m = 0; m < leads.size(); ++m) {
        if (leads[m] != nobody) result[m] = DepartmentIndex{leads[m]};
    }
    return result;
}

LeadProblem problem_of(const ResponsibilityGraph& graph, const AssignmentOptions& options) {
    LeadProblem problem;
    Leads kept(graph.measure_count(), nobody);
    for (const auto& [measure, department] : options.keep) kept[measure.value] = department.value;
    problem.choices.first.reserve(graph.measure_count() + 1);
    problem.choices.departments.reserve(graph.link_count());
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto keep = kept[m.value];
        const auto departments = graph.departments(m);
        const bool leads_alone = keep == nobody && keeps_leads(graph, m, options);
        for (std::size_t i = 0; i < departments.size(); ++i) {
            const bool may = leads_alone ? graph.roles(m)[i] == Role::lead
                                         : keep == nobody || keep == departments[i].value;
            if (may) problem.choices.add(departments[i].value);
        }
        problem.choices.end_measure();
    }
    const auto all = static_cast<std::uint32_t>(graph.measure_count());
    problem.weights.assign(graph.department_count(), 1000);
    for (std::size_t d = 0; d < options.weights.size(); ++d) {
        problem.weights[d] = options.weights[d].thousandths;
    }
    problem.caps.assign(graph.department_count(), all);
    for (const auto& [d, most] : options.caps) problem.caps[d.value] = std::min(most, all);
    return problem;
}

std::vector<std::uint64_t> sizes_of(const AssignmentOptions& options, std::size_t measures) {
    std::vector<std::uint64_t> sizes(measures, 1000);
    for (std::size_t m = 0; m < options.sizes.size(); ++m) sizes[m] = options.sizes[m].thousandths;
    return sizes;
}

bool all_alike(const std::vector<std::uint64_t>& sizes) {
    return std::all_of(sizes.begin(), sizes.end(),
                       [&](std::uint64_t size) { return size == sizes.front(); });
}

LeadShortage shortage(const LeadProblem& problem, const std::vector<std::uint32_t>& overfull) {
    LeadShortage result;
    std::vector<bool> within(problem.departments());
    for (const auto d : overfull) {
        within[d] = true;
        result.departments.push_back({d});
        result.most += problem.caps[d];
    }
    for (MeasureIndex m; m.value < problem.choices.size(); ++m.value) {
        const auto choices = problem.choices[m.value];
        const bool nobody_else =
            std::all_of(choices.begin(), choices.end(), [&](std::uint32_t d) { return within[d]; });
        if (!choices.empty() && nobody_else) result.measures.push_back(m);
    }
    return result;
}

/// (L^2 + the sum of s^2) / 2w over the departments, of which whole numbers are exact.
double cost_of(const LeadProblem& problem, const std::vector<std::uint64_t>& sizes,
               const MeasureLeads& leads) {
    std::vector<double> sums(problem.departments());
    std::vector<double> squares(problem.departments());
    for (std::size_t m = 0; m < leads.size(); ++m) {
        if (!leads[m]) continue;
        const auto size = static_cast<double>(sizes[m]) / 1000.0;
        sums[leads[m]->value] += size;
        squares[leads[m]->value] += size * size;
    }
    double cost = 0.0;
    for (std::size_t d = 0; d < sums.size(); ++d) {
        cost += (sums[d] * sums[d] + squares[d]) * 1000.0 /
                (2.0 * static_cast<double>(problem.weights[d]));
    }
    return cost;
}

void add_loads(Assignment& result, const std::vector<std::uint64_t>& sizes,
               std::size_t departments) {
    for (DepartmentIndex d; d.value < departments; ++d.value) result.loads.push_back({d});
    std::vector<std::pair<std::uint64_t, std::uint64_t>> sums(departments);  // in thousandths
    for (std::size_t m = 0; m < sizes.size(); ++m) {
        if (!result.printed[m]) continue;
        const auto before = result.printed[m]->value;
        const auto after = result.fairest[m]->value;
        ++result.loads[before].printed;
        ++result.loads[after].fairest;
        sums[before].first += sizes[m];
        sums[after].second += sizes[m];
    }
    for (std::size_t d = 0; d < departments; ++d) {
        result.loads[d].printed_size = static_cast<double>(sums[d].first) / 1000.0;
        result.loads[d].fairest_size = static_cast<double>(sums[d].second) / 1000.0;
    }
}

/// Counts the leads of the least cost, and lists those of the fewest changes.
/// \param small  whether there are few enough links to count
void count(Assignment& result, const AllFairest& all, const AllFairest& nearest, const Leads& leads,
           const AssignmentOptions& options, bool small) {
    result.optima.unique = are_unique(all, leads);
    result.nearest.unique = are_unique(nearest, leads);
    const auto limit = small ? options.optima_counted : 0;
    if (limit > 0) {
        const auto found = visit_leads(all, leads, limit, count_steps, [](const Leads&) {});
        result.optima.count = found.count;
        result.optima.complete = found.complete;
    }
    if (limit == 0 && options.nearest_listed == 0) return;
    const auto most = std::max(limit, options.nearest_listed);
    const auto list = [&](const Leads& each) {
        if (result.nearest_changes.size() >= options.nearest_listed) return;
        result.nearest_changes.push_back(changes_to(result.printed, typed(each)));
    };
    if (!small) {
        list(leads);
        return;
    }
    const auto found = visit_leads(nearest, leads, most, count_steps, list);
    result.nearest.count = found.count;
    result.nearest.complete = found.complete;
}

}  // namespace

MeasureLeads printed_leads(const ResponsibilityGraph& graph) {
    const auto all = leading(graph);
    MeasureLeads leads(graph.measure_count());
    for (std::size_t m = 0; m < leads.size(); ++m) {
        if (!all[m].empty()) leads[m] = DepartmentIndex{all[m].front()};
    }
    return leads;
}

Assignment fair_leads(const ResponsibilityGraph& graph, const AssignmentOptions& options) {
    assert(options.weights.empty() || options.weights.size() == graph.department_count());
    assert(options.sizes.empty() || options.sizes.size() == graph.measure_count());
    const auto problem = problem_of(graph, options);
    const auto sizes = sizes_of(options, graph.measure_count());
    auto fairest = fairest_leads(problem);
    Assignment result;
    if (!fairest.overfull.empty()) {
        result.shortage = shortage(problem, fairest.overfull);
        return result;
    }
    result.printed = printed_leads(graph);
    const auto wanted = leading(graph);
    const auto prices = lead_prices(problem, fairest.leads);
    const auto all = all_fairest(problem, prices);
    auto nearest = nearest_leads(all, wanted);
    std::optional<SizedLeads> sized;
    if (!all_alike(sizes)) {
        sized = sized_leads(problem, sizes, wanted, nearest.leads, options.nodes);
    }
    result.fairest = typed(sized ? sized->leads : nearest.leads);
    add_loads(result, sizes, graph.department_count());
    result.printed_cost = cost_of(problem, sizes, result.printed);
    result.cost = cost_of(problem, sizes, result.fairest);
    explain_changes(result, graph, options);
    if (sized) {
        result.proved = sized->proved;
        result.nearest_proved = sized->nearest_proved;
        if (options.nearest_listed > 0) result.nearest_changes.push_back(result.changes);
        result.bound = sized->proved ? result.cost : std::min(sized->bound, result.cost);
        return result;
    }
    result.proved = prices_prove(problem, nearest.leads, prices);
    result.nearest_proved = potentials_prove(all, wanted, nearest);
    result.bound = result.proved ? result.cost : 0.0;
    count(result, all, all_nearest(all, wanted, nearest), nearest.leads, options,
          graph.link_count() <= counted_link_limit);
    return result;
}

bool are_fairest(const ResponsibilityGraph& graph, const MeasureLeads& leads,
                 const AssignmentOptions& options) {
    const auto problem = problem_of(graph, options);
    const auto chosen = plain(leads);
    return prices_prove(problem, chosen, lead_prices(problem, chosen));
}

}  // namespace remit
