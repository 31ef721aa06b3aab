#include <remit/analysis/workload.hpp>

#include "compensated_sum.hpp"

#include <remit/analysis/fraction_sum.hpp>

#include <algorithm>

namespace remit {

Share share(std::size_t count, std::size_t listed, std::size_t withheld, std::size_t possible) {
    if (listed == 0) return {};
    const auto announced = static_cast<double>(listed + withheld);
    return {static_cast<double>(count) / static_cast<double>(listed),
            static_cast<double>(count) / announced,
            static_cast<double>(count + possible + withheld) / announced};
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
            return load.geometric;
        case Credit::lead:
            break;
    }
    return static_cast<double>(load.standings.lead);
}

void StandingCounts::add(Standing standing) {
    ++(standing == Standing::lead ? lead : standing == Standing::first_named ? first_named : other);
}

std::vector<StandingCounts> count_standings(const ResponsibilityGraph& graph,
                                            std::span<const MeasureIndex> measures) {
    std::vector<StandingCounts> counts(graph.department_count());
    for (const auto m : measures) {
        const auto departments = graph.departments(m);
        for (std::size_t i = 0; i < departments.size(); ++i) {
            counts[departments[i].value].add(standing(graph.roles(m), i));
        }
    }
    return counts;
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

std::vector<MeasureIndex> all_measures(const ResponsibilityGraph& graph) {
    std::vector<MeasureIndex> measures(graph.measure_count());
    for (MeasureIndex m; m.value < measures.size(); ++m.value) measures[m.value] = m;
    return measures;
}

}  // namespace

Workload workload(const ResponsibilityGraph& graph, std::size_t withheld) {
    Workload result;
    result.listed = graph.measure_count();
    result.withheld = withheld;
    result.open = graph.open_count();
    result.links = graph.link_count();
    result.departments.reserve(graph.department_count());
    const RankedLoads ranked(graph);
    const auto standings = count_standings(graph, all_measures(graph));
    result.declares_leads = std::any_of(standings.begin(), standings.end(),
                                        [](const auto& counts) { return counts.lead > 0; });
    FractionSum fractional;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        DepartmentLoad load;
        load.department = d;
        load.measures = graph.measures(d).size();
        load.possible = result.open;
        std::size_t first_of_shared = 0;
        std::size_t shared = 0;
        for (const auto measure : graph.measures(d)) {
            const auto departments = graph.departments(measure);
            const bool first = departments[0] == d;
            const bool alone = departments.size() == 1;
            if (graph.beyond(measure) == Beyond::others) --load.possible;
            load.first_named += first ? 1 : 0;
            if (graph.is_sole(measure)) ++load.sole;
            if (!alone) ++shared;
            first_of_shared += first && !alone ? 1 : 0;
            fractional.add(departments.size());
        }
        load.fractional = fractional.take();
        load.share = share(load.measures, result.listed, withheld, load.possible);
        load.standings = standings[d.value];
        load.harmonic = ranked.harmonic[d.value].value();
        load.arithmetic = ranked.arithmetic[d.value].value();
        load.geometric = ranked.geometric[d.value].value();
        if (shared > 0) {
            load.dominance = static_cast<double>(first_of_shared) / static_cast<double>(shared);
        }
        result.departments.push_back(load);
    }
    return result;
}

}  // namespace remit
