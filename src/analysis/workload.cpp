#include <remit/analysis/workload.hpp>

#include <remit/analysis/fraction_sum.hpp>

namespace remit {

Share share(std::size_t count, std::size_t listed, std::size_t withheld) {
    if (listed == 0) return {};
    const auto announced = static_cast<double>(listed + withheld);
    return {static_cast<double>(count) / static_cast<double>(listed),
            static_cast<double>(count) / announced,
            static_cast<double>(count + withheld) / announced};
}

Workload workload(const ResponsibilityGraph& graph, std::size_t withheld) {
    Workload result;
    result.listed = graph.measure_count();
    result.withheld = withheld;
    result.links = graph.link_count();
    result.departments.reserve(graph.department_count());
    FractionSum fractional;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        DepartmentLoad load{d, graph.measures(d).size(), 0, 0.0, {}};
        for (const auto measure : graph.measures(d)) {
            const auto departments = graph.departments(measure);
            if (departments[0] == d) ++load.first_named;
            fractional.add(departments.size());
        }
        load.fractional = fractional.take();
        load.share = share(load.measures, result.listed, withheld);
        result.departments.push_back(load);
    }
    return result;
}

}  // namespace remit
