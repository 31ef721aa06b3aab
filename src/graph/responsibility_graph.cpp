#include <remit/graph/responsibility_graph.hpp>

#include <remit/graph/bgl.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

namespace remit {
namespace {

constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();

}  // namespace

struct ResponsibilityGraph::Content {
    BglGraph graph;
    std::vector<Role> roles;                // one per link, by measure, in printed order
    std::vector<std::uint32_t> link_begin;  // one more than there are measures
    std::vector<Beyond> beyond;             // one per measure
};

void ResponsibilityGraph::refuse(std::uint32_t index, std::size_t count, const char* things) {
    throw Error("a graph of " + std::to_string(count) + ' ' + things + " has none at position " +
                std::to_string(index));
}

void ResponsibilityGraph::refuse_twice(std::uint32_t measure, std::uint32_t vertex) const {
    const auto other = vertex - measures_;
    const bool region = other >= departments_;
    throw Error("measure " + std::to_string(measure) + " is linked twice with " +
                (region ? "region " : "department ") +
                std::to_string(region ? other - departments_ : other));
}

// The rows are counted, then filled in place: what the caller gave is all that is there twice.
ResponsibilityGraph::ResponsibilityGraph(std::size_t measures, std::size_t departments,
                                         const std::vector<Link>& links, std::size_t regions,
                                         const std::vector<Extension>& extensions,
                                         const std::vector<Beyond>& beyond)
    : measures_(static_cast<std::uint32_t>(measures)),
      departments_(static_cast<std::uint32_t>(departments)),
      regions_(static_cast<std::uint32_t>(regions)) {
    const auto vertices = measures + departments + regions;
    if (std::max(vertices, 2 * (links.size() + extensions.size())) > most) {
        throw Error("a graph has at most " + std::to_string(most) +
                    " vertices and half as many edges");
    }
    if (!beyond.empty() && beyond.size() != measures) {
        throw Error("who answers beyond is said of " + std::to_string(beyond.size()) + " of " +
                    std::to_string(measures) + " measures");
    }
    auto content = std::make_shared<Content>();
    auto& begin = content->graph.m_forward.m_rowstart;
    auto& neighbors = content->graph.m_forward.m_column;
    begin.assign(vertices + 1, 0);
    content->link_begin.assign(measures + 1, 0);
    for (const auto& link : links) {
        require(link.measure.value, measures, "measures");
        require(link.department.value, departments, "departments");
        ++content->link_begin[link.measure.value + 1];
        ++begin[vertex(link.measure) + 1];
        ++begin[vertex(link.department) + 1];
    }
    for (const auto& extension : extensions) {
        require(extension.measure.value, measures, "measures");
        require(extension.region.value, regions, "regions");
        ++begin[vertex(extension.measure) + 1];
        ++begin[vertex(extension.region) + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::partial_sum(content->link_begin.begin(), content->link_begin.end(),
                     content->link_begin.begin());
    neighbors.resize(begin.back());
    content->roles.resize(links.size());
    content->beyond = beyond;
    content->beyond.resize(measures, Beyond::no_one);

    // Of a measure departments in printed order, then regions; of these measures, ascending.
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    for (const auto& link : links) {
        auto& at = next[vertex(link.measure)];
        const auto place = at - begin[vertex(link.measure)];
        content->roles[content->link_begin[link.measure.value] + place] = link.role;
        neighbors[at++] = vertex(link.department);
    }
    for (const auto& extension : extensions) {
        neighbors[next[vertex(extension.measure)]++] = vertex(extension.region);
    }
    for (std::uint32_t m = 0; m < measures; ++m) {
        for (auto i = begin[m]; i < begin[m + 1]; ++i) {
            const auto other = neighbors[i];
            auto& at = next[other];
            if (at > begin[other] && neighbors[at - 1] == m) refuse_twice(m, other);
            neighbors[at++] = m;
        }
    }

    open_ = static_cast<std::size_t>(
        std::count(content->beyond.begin(), content->beyond.end(), Beyond::others));
    row_begin_ = begin.data();
    neighbors_ = neighbors.data();
    link_begin_ = content->link_begin.data();
    roles_ = content->roles.data();
    beyond_ = content->beyond.data();
    content_ = std::move(content);
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
