#include "circles.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

namespace remit::detail {

std::vector<std::size_t> circles_of(std::size_t count, const Arrows& arrows) {
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
    const Graph graph(arrows.begin(), arrows.end(), count);
    std::vector<std::size_t> circles(count);
    boost::strong_components(graph, boost::make_iterator_property_map(
                                        circles.begin(), boost::get(boost::vertex_index, graph)));
    return circles;
}

}  // namespace remit::detail
