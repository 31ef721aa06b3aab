#include <remit/graph/responsibility_graph.hpp>

#include <remit/graph/bgl.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <utility>

namespace remit {
namespace {

void require(std::uint32_t index, std::size_t count, const char* things) {
    if (index < count) return;
    throw Error("a graph of " + std::to_string(count) + ' ' + things + " has none at position " +
                std::to_string(index));
}

}  // namespace

struct ResponsibilityGraph::Content {
    std::uint32_t measures = 0;
    std::uint32_t departments = 0;
    std::uint32_t regions = 0;
    std::size_t links = 0;
    BglGraph graph;
    std::vector<Role> roles;                // one per link, by measure, in printed order
    std::vector<std::uint32_t> role_begin;  // one more than there are measures
    std::vector<Beyond> beyond;             // one per measure
    std::size_t open = 0;

    [[nodiscard]] std::span<const std::uint32_t> row(std::uint32_t vertex) const {
        require(vertex, graph.m_forward.m_rowstart.size() - 1, "vertices");
        const auto begin = graph.m_forward.m_rowstart[vertex];
        const auto end = graph.m_forward.m_rowstart[vertex + 1];
        return std::span(graph.m_forward.m_column).subspan(begin, end - begin);
    }
};

namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// The positions of `items` ordered by key(item), equal keys in their order: counting sort.
template <class Items, class Key>
std::vector<std::uint32_t> order_by(const Items& items, std::size_t keys, Key key) {
    std::vector<std::uint32_t> begin(keys + 1);
    for (const auto& item : items) ++begin[key(item) + 1];
    for (std::size_t i = 0; i < keys; ++i) begin[i + 1] += begin[i];
    std::vector<std::uint32_t> order(items.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) order[begin[key(items[i])]++] = i;
    return order;
}

}  // namespace

ResponsibilityGraph::ResponsibilityGraph(std::size_t measures, std::size_t departments,
                                         const std::vector<Link>& links, std::size_t regions,
                                         const std::vector<Extension>& extensions,
                                         const std::vector<Beyond>& beyond) {
    for (const auto& link : links) {
        require(link.measure.value, measures, "measures");
        require(link.department.value, departments, "departments");
    }
    for (const auto& extension : extensions) {
        require(extension.measure.value, measures, "measures");
        require(extension.region.value, regions, "regions");
    }
    auto content = std::make_shared<Content>();
    content->measures = static_cast<std::uint32_t>(measures);
    content->departments = static_cast<std::uint32_t>(departments);
    content->regions = static_cast<std::uint32_t>(regions);
    content->links = links.size();
    content->beyond = beyond;
    content->beyond.resize(measures, Beyond::no_one);
    content->open = static_cast<std::size_t>(
        std::count(content->beyond.begin(), content->beyond.end(), Beyond::others));
    const auto first_department = content->measures;
    const auto first_region = content->measures + content->departments;

    const auto by_measure = [](const auto& each) { return each.measure.value; };
    const auto link_order = order_by(links, measures, by_measure);
    const auto extension_order = order_by(extensions, measures, by_measure);

    // Both directions, sorted by their source: measures (departments in printed order, then
    // regions), then departments and regions (measures ascending, as the sorts are stable).
    std::vector<Edge> edges;
    edges.reserve(2 * (links.size() + extensions.size()));
    content->roles.reserve(links.size());
    content->role_begin.reserve(measures + 1);
    content->role_begin.push_back(0);
    std::size_t next_link = 0;
    std::size_t next_extension = 0;
    for (std::uint32_t m = 0; m < measures; ++m) {
        for (; next_link < links.size(); ++next_link) {
            const auto& link = links[link_order[next_link]];
            if (link.measure.value != m) break;
            edges.emplace_back(m, first_department + link.department.value);
            content->roles.push_back(link.role);
        }
        content->role_begin.push_back(static_cast<std::uint32_t>(content->roles.size()));
        for (; next_extension < extensions.size(); ++next_extension) {
            const auto& extension = extensions[extension_order[next_extension]];
            if (extension.measure.value != m) break;
            edges.emplace_back(m, first_region + extension.region.value);
        }
    }
    const std::vector<Edge> forward(edges);
    for (const auto i :
         order_by(forward, first_region + regions, [](const Edge& edge) { return edge.second; })) {
        edges.emplace_back(forward[i].second, forward[i].first);
    }

    content->graph = BglGraph(boost::edges_are_sorted, edges.begin(), edges.end(),
                              static_cast<std::uint32_t>(measures + departments + regions),
                              static_cast<std::uint32_t>(edges.size()));
    content_ = std::move(content);
}

std::size_t ResponsibilityGraph::measure_count() const {
    return content_->measures;
}
std::size_t ResponsibilityGraph::department_count() const {
    return content_->departments;
}
std::size_t ResponsibilityGraph::region_count() const {
    return content_->regions;
}
std::size_t ResponsibilityGraph::link_count() const {
    return content_->links;
}

Neighbors<DepartmentIndex> ResponsibilityGraph::departments(MeasureIndex measure) const {
    return {content_->row(measure.value).first(roles(measure).size()), content_->measures};
}

std::span<const Role> ResponsibilityGraph::roles(MeasureIndex measure) const {
    require(measure.value, content_->measures, "measures");
    const auto begin = content_->role_begin[measure.value];
    const auto end = content_->role_begin[measure.value + 1];
    return std::span(content_->roles).subspan(begin, end - begin);
}

Beyond ResponsibilityGraph::beyond(MeasureIndex measure) const {
    require(measure.value, content_->measures, "measures");
    return content_->beyond[measure.value];
}

bool ResponsibilityGraph::is_sole(MeasureIndex measure) const {
    return roles(measure).size() == 1 && beyond(measure) == Beyond::no_one;
}

std::size_t ResponsibilityGraph::open_count() const {
    return content_->open;
}

Neighbors<RegionIndex> ResponsibilityGraph::regions(MeasureIndex measure) const {
    return {content_->row(measure.value).subspan(roles(measure).size()),
            content_->measures + content_->departments};
}

Neighbors<MeasureIndex> ResponsibilityGraph::measures(DepartmentIndex department) const {
    return {content_->row(vertex(department)), 0};
}

Neighbors<MeasureIndex> ResponsibilityGraph::measures(RegionIndex region) const {
    return {content_->row(vertex(region)), 0};
}

std::uint32_t ResponsibilityGraph::vertex(MeasureIndex measure) const {
    return measure.value;
}

std::uint32_t ResponsibilityGraph::vertex(DepartmentIndex department) const {
    return content_->measures + department.value;
}

std::uint32_t ResponsibilityGraph::vertex(RegionIndex region) const {
    return content_->measures + content_->departments + region.value;
}

const BglGraph& ResponsibilityGraph::bgl() const {
    return content_->graph;
}

ResponsibilityGraph responsibility_graph(const Dataset& dataset, Regions regions) {
    std::vector<Link> links;
    std::vector<Extension> extensions;
    std::vector<Beyond> beyond;
    std::vector<std::uint32_t> region_of(dataset.registry().places.size());
    for (std::uint32_t r = 0; r < dataset.regions().size(); ++r) {
        region_of[dataset.regions()[r].place.value] = r;
    }
    const auto extend = [&](MeasureIndex measure, PlaceIndex place) {
        extensions.push_back({measure, {region_of[place.value]}});
    };
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        for (const auto& each : dataset.responsibilities(m)) {
            links.push_back({m, each.department, each.role});
        }
        beyond.push_back(dataset[m].open               ? Beyond::others
                         : dataset.names_collective(m) ? Beyond::collective
                                                       : Beyond::no_one);
        if (regions == Regions::without) continue;
        for (const auto& term : dataset.scope(m)) {
            if (const auto* place = std::get_if<PlaceIndex>(&term)) {
                extend(m, *place);
                continue;
            }
            for (const auto place : dataset.registry()[std::get<GroupIndex>(term)].members) {
                extend(m, place);
            }
        }
    }
    return ResponsibilityGraph(dataset.measures().size(), dataset.departments().size(), links,
                               regions == Regions::with ? dataset.regions().size() : 0, extensions,
                               beyond);
}

}  // namespace remit
