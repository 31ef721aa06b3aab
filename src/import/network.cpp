// Two-mode networks, as researchers keep them: the first mode are bodies, the second measures.
#include "page.hpp"
#include "xml.hpp"

#include <remit/model/error.hpp>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>

namespace remit::reading {
namespace {

struct Vertex {
    Named named;
    bool first = false;  ///< Of the first mode: a body, or a place.
    std::uint32_t line = 0;
    bool place = false;
    bool linked = false;
    ExactMeasure measure = {};  ///< Of the second mode.
};

Page page_of(std::vector<Vertex> vertices) {
    Page page;
    for (auto& vertex : vertices) {
        if (vertex.first) {
            if (vertex.linked) (vertex.place ? page.places : page.bodies).push_back(vertex.named);
            continue;
        }
        vertex.measure.line = vertex.line;
        vertex.measure.title = vertex.named.name;
        page.measures.push_back(std::move(vertex.measure));
    }
    return page;
}

void link(std::vector<Vertex>& vertices, std::size_t a, std::size_t b, std::uint32_t line,
          const std::string& role = {}, const std::string& weight = {}) {
    if (vertices[a].first == vertices[b].first) {
        throw Error("line " + std::to_string(line) + ": a link between '" + vertices[a].named.name +
                    "' and '" + vertices[b].named.name + "', which are of one mode");
    }
    if (!vertices[b].first) std::swap(a, b);
    auto& to = vertices[b];
    to.linked = true;
    auto& measure = vertices[a].measure;
    if (to.place) {
        measure.scope.push_back(to.named);
    } else {
        measure.links.push_back({to.named, role == "lead" || role == "with" ? role : "", weight});
    }
}

}  // namespace

Page read_graphml(std::string_view text) {
    const Document document(
        xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    const auto* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr || name_of(root) != "graphml")
        throw Error("is no GraphML that can be read");
    std::map<std::string, std::string> keys;  // names by id
    const xmlNode* graph = nullptr;
    for (auto* each = root->children; each != nullptr; each = each->next) {
        if (name_of(each) == "key") keys[attribute(each, "id")] = attribute(each, "attr.name");
        if (name_of(each) == "graph" && graph == nullptr) graph = each;
    }
    std::vector<Vertex> vertices;
    std::map<std::string, std::size_t> position;
    const auto data = [&](const xmlNode* node, const std::string& name) {
        for (auto* each = node->children; each != nullptr; each = each->next) {
            if (name_of(each) != "data" || keys[attribute(each, "key")] != name) continue;
            return tidy(content_of(each));
        }
        return std::string();
    };
    for (auto* each = graph == nullptr ? nullptr : graph->children; each != nullptr;
         each = each->next) {
        if (name_of(each) != "node") continue;
        const auto line = static_cast<std::uint32_t>(xmlGetLineNo(each));
        const auto mode = data(each, "bipartite");
        if (mode.empty()) {
            throw Error("line " + std::to_string(line) + ": the node '" + attribute(each, "id") +
                        "' has no attribute 'bipartite', 0 for bodies and 1 for measures");
        }
        const auto id = attribute(each, "id");
        const auto kind = data(each, "class");
        const auto label = data(each, "label");
        auto name = data(each, "title");
        if (name.empty()) name = label;
        if (name.empty()) name = tidy(id);
        position[id] = vertices.size();
        // remit's own have ids such as "department-mof"; any other tells equal names apart.
        const bool own = id.starts_with(kind + '-');
        Vertex vertex{{name, own ? id.substr(kind.size() + 1) : id, label},
                      mode == "0",
                      line,
                      kind == "region"};
        vertex.measure.number = data(each, "number");
        vertex.measure.code = data(each, "code");
        vertex.measure.category.name = data(each, "category");
        vertices.push_back(std::move(vertex));
    }
    for (auto* each = graph == nullptr ? nullptr : graph->children; each != nullptr;
         each = each->next) {
        if (name_of(each) != "edge") continue;
        const auto line = static_cast<std::uint32_t>(xmlGetLineNo(each));
        const auto a = position.find(attribute(each, "source"));
        const auto b = position.find(attribute(each, "target"));
        if (a == position.end() || b == position.end()) {
            throw Error("line " + std::to_string(line) + ": an edge to a node that is not there");
        }
        link(vertices, a->second, b->second, line, data(each, "role"), data(each, "weight"));
    }
    return page_of(std::move(vertices));
}

Page read_pajek(std::string_view text) {
    std::vector<Vertex> vertices;
    std::istringstream lines{std::string(text)};
    std::string line;
    std::uint32_t number = 0;
    enum class Part { none, names, edges } part = Part::none;
    std::size_t all = 0;
    std::size_t first = 0;
    const auto refuse = [&](const std::string& why) {
        throw Error("line " + std::to_string(number) + ": " + why);
    };
    while (std::getline(lines, line)) {
        ++number;
        line = tidy(line);
        if (line.empty() || line.front() == '%') continue;
        std::istringstream words(line);
        if (line.front() == '*') {
            std::string section;
            words >> section;
            std::transform(section.begin(), section.end(), section.begin(), [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            });
            part = Part::none;
            if (section == "*vertices") {
                if (!(words >> all >> first) || first > all || all > 100'000) {
                    refuse("'*Vertices n m' must say how many are of the first mode");
                }
                vertices.resize(all);
                for (std::size_t i = 0; i < all; ++i) {
                    const auto which = std::to_string(i + 1);
                    vertices[i] = {{"v" + which, '#' + which}, i < first, number};
                }
                part = Part::names;
            } else if (section == "*edges" || section == "*arcs") {
                part = Part::edges;
            }
            continue;
        }
        std::size_t a = 0;
        if (part == Part::none) continue;
        if (!(words >> a) || a == 0 || a > all) refuse("is no vertex of this network");
        if (part == Part::names) {
            const auto quote = line.find('"');
            const auto end = quote == line.npos ? quote : line.find('"', quote + 1);
            std::string name;
            if (end != line.npos)
                name = line.substr(quote + 1, end - quote - 1);
            else
                words >> name;
            if (!name.empty()) vertices[a - 1].named.name = tidy(name);
            vertices[a - 1].line = number;
            continue;
        }
        std::size_t b = 0;
        if (!(words >> b) || b == 0 || b > all) refuse("is no vertex of this network");
        link(vertices, a - 1, b - 1, number);
    }
    if (vertices.empty()) throw Error("is no Pajek network: it has no *Vertices");
    return page_of(std::move(vertices));
}

}  // namespace remit::reading
