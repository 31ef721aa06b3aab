#include <remit/analysis/workload.hpp>

#include "compensated_sum.hpp"

#include <remit/analysis/fraction_sum.hpp>

namespace remit {

Share share(std::size_t count, std::size_t listed, std::size_t withheld) {
    if (listed == 0) return {};
    const auto announced = static_cast<double>(listed + withheld);
    return {static_cast<double>(count) / static_cast<double>(listed),
            static_cast<double>(count) / announced,
            static_cast<double>(count + withheld) / announced};
}

double load_by(Credit scheme, const DepartmentLoad& load) {
    switch (scheme) {
        case Credit::full:
            return static_cast<double>(load.measures);
        case Credit::first_named:
            return static_cast<double>(load.first_named);
        case Credit::fractional:
            return load.fractional;
        case Credit::harmonic:
            return load.harmonic;
        case Credit::arithmetic:
            return load.arithmetic;
        case Credit::geometric:
            break;
    }
    return load.geometric;
}

std::vector<double> loads_by(Credit scheme, const Workload& workload) {
    std::vector<double> loads;
    for (const auto& load : workload.departments) loads.push_back(load_by(scheme, load));
    return loads;
}

namespace {

/// The loads by place in the printed order, measure by measure.
struct RankedLoads {
    std::vector<detail::CompensatedSum> harmonic;
    std::vector<detail::CompensatedSum> arithmetic;
    std::vector<detail::CompensatedSum> geometric;

    explicit RankedLoads(const ResponsibilityGraph& graph)
        : harmonic(graph.department_count()),
          arithmetic(graph.department_count()),
          geometric(graph.department_count()) {
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            const auto departments = graph.departments(m);
            const auto n = departments.size();
            const auto first = n > 0 ? credit(Credit::harmonic, 1, n) : 0.0;
            for (std::size_t i = 0; i < n; ++i) {
                const auto d = departments[i].value;
                harmonic[d].add(first / static_cast<double>(i + 1));
                arithmetic[d].add(credit(Credit::arithmetic, i + 1, n));
                geometric[d].add(credit(Credit::geometric, i + 1, n));
            }
        }
    }
};

std::size_t count_leads(const ResponsibilityGraph& graph, std::vector<std::size_t>& leads) {
    std::size_t all = 0;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto roles = graph.roles(m);
        for (std::size_t i = 0; i < roles.size(); ++i) {
            if (roles[i] != Role::lead) continue;
            ++leads[graph.departments(m)[i].value];
            ++all;
        }
    }
    return all;
}

}  // namespace

Workload workload(const ResponsibilityGraph& graph, std::size_t withheld) {
    Workload result;
    result.listed = graph.measure_count();
    result.withheld = withheld;
    result.links = graph.link_count();
    result.departments.reserve(graph.department_count());
    const RankedLoads ranked(graph);
    std::vector<std::size_t> leads(graph.department_count());
    result.declares_leads = count_leads(graph, leads) > 0;
    FractionSum fractional;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        DepartmentLoad load;
        load.department = d;
        load.measures = graph.measures(d).size();
        std::size_t first_of_shared = 0;
        for (const auto measure : graph.measures(d)) {
            const auto departments = graph.departments(measure);
            const bool first = departments[0] == d;
            const bool sole = departments.size() == 1;
            load.first_named += first ? 1 : 0;
            load.sole += sole ? 1 : 0;
            first_of_shared += first && !sole ? 1 : 0;
            fractional.add(departments.size());
        }
        load.fractional = fractional.take();
        load.share = share(load.measures, result.listed, withheld);
        load.leads = leads[d.value];
        load.harmonic = ranked.harmonic[d.value].value();
        load.arithmetic = ranked.arithmetic[d.value].value();
        load.geometric = ranked.geometric[d.value].value();
        if (const auto shared = load.measures - load.sole; shared > 0) {
            load.dominance = static_cast<double>(first_of_shared) / static_cast<double>(shared);
        }
        result.departments.push_back(load);
    }
    return result;
}

}  // namespace remit
