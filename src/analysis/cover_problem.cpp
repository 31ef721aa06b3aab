#include "cover_problem.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace remit {

namespace {

/// Weights in units that they have in common, which makes bounds as sharp as they can be.
void weigh(CoverProblem& problem, std::span<const Weight> weights) {
    std::uint64_t unit = weights.empty() ? Weight{}.thousandths : 0;
    for (const auto weight : weights) unit = std::gcd(unit, weight.thousandths);
    problem.unit = static_cast<Cost>(std::max<std::uint64_t>(1, unit));
    for (std::size_t d = 0; d < weights.size(); ++d) {
        assert(weights[d].thousandths > 0);
        problem.costs[d] = static_cast<Cost>(weights[d].thousandths / unit);
    }
}

}  // namespace

CoverProblem cover_problem(const ResponsibilityGraph& graph, std::span<const MeasureIndex> measures,
                           const CoverOptions& options) {
    assert(options.weights.empty() || options.weights.size() == graph.department_count());
    CoverProblem problem;
    problem.costs.assign(graph.department_count(), 1);
    weigh(problem, options.weights);
    std::vector<bool> in(graph.department_count());
    std::vector<bool> out(graph.department_count());
    for (const auto department : options.excluded) out[department.value] = true;
    for (const auto department : options.must) {
        assert(!out[department.value]);
        if (in[department.value]) continue;
        in[department.value] = true;
        problem.must.push_back(department.value);
        problem.spent += problem.costs[department.value];
    }
    std::sort(problem.must.begin(), problem.must.end());
    for (const auto measure : measures) {
        Columns row;
        bool met = false;
        for (const auto department : graph.departments(measure)) {
            met = met || in[department.value];
            if (!out[department.value]) row.push_back(department.value);
        }
        if (row.empty()) {
            problem.unreachable.push_back(measure);
            continue;
        }
        ++problem.measures;
        if (met) continue;
        std::sort(row.begin(), row.end());
        problem.rows.push_back(std::move(row));
    }
    std::sort(problem.unreachable.begin(), problem.unreachable.end());
    return problem;
}

EqualGroups unproved(const CoverProblem& problem, const Columns& group) {
    EqualGroups result;
    result.groups.push_back(to_departments(group));
    result.all = result.in_every_complete = false;
    result.in_every = to_departments(problem.must);
    result.effort_ended = true;
    return result;
}

std::vector<MeasureIndex> all_measures(const ResponsibilityGraph& graph) {
    std::vector<MeasureIndex> measures;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) measures.push_back(m);
    return measures;
}

std::vector<DepartmentIndex> to_departments(const Columns& columns) {
    std::vector<DepartmentIndex> departments;
    for (const auto column : columns) departments.push_back({column});
    return departments;
}

}  // namespace remit
