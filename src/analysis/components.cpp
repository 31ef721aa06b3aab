#include <remit/analysis/components.hpp>

#include <remit/graph/bgl.hpp>

#include <boost/graph/connected_components.hpp>

namespace remit {

std::vector<Component> components(const ResponsibilityGraph& graph) {
    std::vector<std::uint32_t> component_of(num_vertices(graph.bgl()));
    const auto count = boost::connected_components(
        graph.bgl(), boost::make_iterator_property_map(component_of.begin(),
                                                       get(boost::vertex_index, graph.bgl())));
    std::vector<Component> result(count);
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        result[component_of[graph.vertex(m)]].measures.push_back(m);
    }
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        result[component_of[graph.vertex(d)]].departments.push_back(d);
    }
    for (RegionIndex r; r.value < graph.region_count(); ++r.value) {
        result[component_of[graph.vertex(r)]].regions.push_back(r);
    }
    return result;
}

}  // namespace remit
