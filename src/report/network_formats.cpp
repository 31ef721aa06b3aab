#include <remit/report/network.hpp>

#include "json_text.hpp"
#include "table_cells.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>

namespace remit {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "12" or "0.5".
bool is_numeral(std::string_view text) {
    const auto point = text.find('.');
    const auto digits = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
    };
    return digits(text.substr(0, point)) &&
           (point == std::string_view::npos || digits(text.substr(point + 1)));
}

bool is_alphanumeric(char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Whether labels and GML would read what follows an ampersand as a character's name.
bool begins_entity(std::string_view rest) {
    std::size_t i = 0;
    while (i < rest.size() && (is_alphanumeric(rest[i]) || rest[i] == '#')) ++i;
    return i > 0 && i < rest.size() && rest[i] == ';';
}

/// A text in quotes as DOT reads it, and its labels after that: what a backslash or an ampersand
/// would start is not meant. A quote goes by its name, for gv2gml copies it as it stands.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (c == '"') {
            result += "&quot;";
        } else if (c == '&' && begins_entity(text.substr(i + 1))) {
            result += "&amp;";
        } else if (c == '\\') {
            result += "\\\\";
        } else {
            result += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
        }
    }
    return result + '"';
}

/// A number stands without quotes, which NetworkX would take for a part of it.
std::string dot_attribute(std::string_view name, std::string_view value) {
    return std::string(name) + '=' + (is_numeral(value) ? std::string(value) : quoted(value));
}

std::string dot_attributes(const std::vector<NetworkAttribute>& all) {
    std::string text;
    for (const auto& each : all) {
        text += (text.empty() ? "" : " ") + dot_attribute(each.name, each.value);
    }
    return text;
}

/// As XML 1.0 takes it: what it has no character for is a space.
std::string in_xml(std::string_view text) {
    std::string result;
    for (const auto c : code_points(text)) {
        switch (c) {
            case U'&':
                result += "&amp;";
                break;
            case U'<':
                result += "&lt;";
                break;
            case U'>':
                result += "&gt;";
                break;
            case U'"':
                result += "&quot;";
                break;
            default:
                result += c < 0x20 || c == 0xFFFE || c == 0xFFFF ? " " : utf8({&c, 1});
        }
    }
    return result;
}

/// A node's id as GraphML's schema has ids, a name token: what is none there, as it may be in the
/// code of a measure, is its number between colons, and so is a colon.
std::string name_token(std::string_view id) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string token;
    for (const auto c : code_points(id)) {
        const bool ideograph = c >= 0x4E00 && c <= 0x9FA5;
        const bool ascii = c < 0x80 && (is_alphanumeric(static_cast<char>(c)) || c == U'-' ||
                                        c == U'_' || c == U'.');
        if (ascii || ideograph) {
            token += utf8({&c, 1});
            continue;
        }
        std::string number;
        for (auto rest = static_cast<std::uint32_t>(c); rest > 0; rest /= 16) {
            number.insert(number.begin(), digits[rest % 16]);
        }
        token += ':' + number + ':';
    }
    return token;
}

}  // namespace

std::string tables::quoted_in_json(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result = "\"";
    for (const auto c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (byte < 0x20) {
            result += "\\u00";
            result += digits[byte / 16];
            result += digits[byte % 16];
        } else {
            result += c;
        }
    }
    return result + '"';
}

namespace {

using tables::quoted_in_json;

/// The names and types of all attributes, in the order in which they come.
using Types = std::vector<std::pair<std::string, NetworkAttribute::Type>>;

template <class Things>
Types types_of(const Things& things) {
    Types all;
    for (const auto& thing : things) {
        for (const auto& each : thing.attributes) {
            const bool known = std::any_of(all.begin(), all.end(),
                                           [&](const auto& one) { return one.first == each.name; });
            if (!known) all.emplace_back(each.name, each.type);
        }
    }
    return all;
}

std::string_view xml_type(NetworkAttribute::Type type) {
    switch (type) {
        case NetworkAttribute::Type::whole:
            return "long";
        case NetworkAttribute::Type::real:
            return "double";
        case NetworkAttribute::Type::text:
        case NetworkAttribute::Type::list:
            break;
    }
    return "string";
}

std::string value_of(const std::vector<NetworkAttribute>& all, std::string_view name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
    return found == all.end() ? std::string() : found->value;
}

std::string name_of(const NetworkNode& node) {
    const auto title = value_of(node.attributes, "title");
    return title.empty() ? node.label : title;
}

std::string without_quotes(std::string text) {
    for (auto& c : text) {
        if (c == '"') c = '\'';
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    return text;
}

/// Names that tell all nodes apart.
std::vector<std::string> unique_names(const Network& network) {
    std::map<std::string, std::size_t> count;
    for (const auto& node : network.nodes) ++count[without_quotes(name_of(node))];
    std::vector<std::string> names;
    for (const auto& node : network.nodes) {
        const auto name = without_quotes(name_of(node));
        names.push_back(count[name] == 1 ? name : name + " (" + without_quotes(node.id) + ')');
    }
    return names;
}

std::string_view mode_of(const NetworkNode& node) {
    return node.kind == NodeKind::measure ? "1" : "0";
}

/// Departments and measures, each in order, and their edges: what formats of two modes hold.
struct TwoModes {
    std::vector<std::size_t> departments;
    std::vector<std::size_t> measures;
    std::vector<std::size_t> position;  ///< Of a node in its mode.
    std::vector<const NetworkEdge*> edges;
};

TwoModes two_modes(const Network& network) {
    TwoModes modes;
    for (std::size_t n = 0; n < network.nodes.size(); ++n) {
        const auto kind = network.nodes[n].kind;
        auto& mode = kind == NodeKind::measure ? modes.measures : modes.departments;
        modes.position.push_back(kind == NodeKind::region ? 0 : mode.size());
        if (kind != NodeKind::region) mode.push_back(n);
    }
    for (const auto& edge : network.edges) {
        if (network.nodes[edge.b].kind != NodeKind::region) modes.edges.push_back(&edge);
    }
    return modes;
}

std::string weight_of(const NetworkEdge& edge) {
    const auto weight = value_of(edge.attributes, "weight");
    return weight.empty() ? "1" : weight;
}

}  // namespace

std::string to_dot(const Network& network) {
    std::string text = "graph " + quoted(network.title) + " {\n";
    text += "  graph [" + dot_attribute("comment", network.source) + "]\n";
    text += "  node [" + dot_attribute("fontname", network.fonts) + "]\n";
    for (const auto& node : network.nodes) {
        auto all = node.attributes;
        all.insert(all.begin() + 1, {"label", node.label});
        text += "  " + quoted(node.id) + " [" + dot_attributes(all);
        if (node.kind == NodeKind::measure) text += " shape=\"box\"";
        if (node.kind == NodeKind::region) text += " shape=\"hexagon\"";
        text += "]\n";
    }
    for (const auto& edge : network.edges) {
        text += "  " + quoted(network.nodes[edge.a].id) + " -- " +
                quoted(network.nodes[edge.b].id) + " [" + dot_attributes(edge.attributes) + "]\n";
    }
    return text + "}\n";
}

std::string to_graphml(const Network& network) {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    const auto key = [&](const std::string& id, std::string_view of, const std::string& name,
                         std::string_view type) {
        text += "  <key id=\"" + id + "\" for=\"" + std::string(of) + "\" attr.name=\"" + name +
                "\" attr.type=\"" + std::string(type) + "\"/>\n";
    };
    key("source", "graph", "source", "string");
    key("label", "node", "label", "string");
    if (network.bipartite) key("bipartite", "node", "bipartite", "long");
    for (const auto& [name, type] : types_of(network.nodes)) {
        key("node-" + name, "node", name, xml_type(type));
    }
    for (const auto& [name, type] : types_of(network.edges)) {
        key("edge-" + name, "edge", name, xml_type(type));
    }
    const auto data = [&](const std::string& id, std::string_view value) {
        text += "      <data key=\"" + id + "\">" + in_xml(value) + "</data>\n";
    };
    text += "  <graph id=\"remit\" edgedefault=\"undirected\">\n";
    text += "    <data key=\"source\">" + in_xml(network.source) + "</data>\n";
    for (const auto& node : network.nodes) {
        text += "    <node id=\"" + name_token(node.id) + "\">\n";
        data("label", node.label);
        if (network.bipartite) data("bipartite", mode_of(node));
        for (const auto& each : node.attributes) data("node-" + each.name, each.value);
        text += "    </node>\n";
    }
    for (const auto& edge : network.edges) {
        text += "    <edge source=\"" + name_token(network.nodes[edge.a].id) + "\" target=\"" +
                name_token(network.nodes[edge.b].id) + "\">\n";
        for (const auto& each : edge.attributes) data("edge-" + each.name, each.value);
        text += "    </edge>\n";
    }
    return text + "  </graph>\n</graphml>\n";
}

/// Of version 1.2, which NetworkX reads as well as Gephi.
std::string to_gexf(const Network& network) {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
        "  <meta><description>" +
        in_xml(network.source) +
        "</description></meta>\n"
        "  <graph defaultedgetype=\"undirected\" mode=\"static\">\n";
    const auto declare = [&](const char* of, Types types) {
        std::erase_if(types, [](const auto& each) { return each.first == "weight"; });
        text += std::string("    <attributes class=\"") + of + "\" mode=\"static\">\n";
        for (const auto& [name, type] : types) {
            text += "      <attribute id=\"" + name + "\" title=\"" + name + "\" type=\"" +
                    std::string(xml_type(type)) + "\"/>\n";
        }
        text += "    </attributes>\n";
    };
    auto of_nodes = types_of(network.nodes);
    if (network.bipartite) of_nodes.emplace_back("bipartite", NetworkAttribute::Type::whole);
    declare("node", of_nodes);
    declare("edge", types_of(network.edges));
    const auto values = [&](const std::vector<NetworkAttribute>& all) {
        text += "        <attvalues>\n";
        for (const auto& each : all) {
            if (each.name == "weight") continue;
            text += "          <attvalue for=\"" + each.name + "\" value=\"" + in_xml(each.value) +
                    "\"/>\n";
        }
        text += "        </attvalues>\n";
    };
    text += "    <nodes>\n";
    for (const auto& node : network.nodes) {
        text +=
            "      <node id=\"" + in_xml(node.id) + "\" label=\"" + in_xml(node.label) + "\">\n";
        auto all = node.attributes;
        if (network.bipartite) {
            all.push_back({"bipartite", std::string(mode_of(node)), NetworkAttribute::Type::whole});
        }
        values(all);
        text += "      </node>\n";
    }
    text += "    </nodes>\n    <edges>\n";
    std::size_t number = 0;
    for (const auto& edge : network.edges) {
        text += "      <edge id=\"" + std::to_string(number++) + "\" source=\"" +
                in_xml(network.nodes[edge.a].id) + "\" target=\"" +
                in_xml(network.nodes[edge.b].id) + "\" weight=\"" + weight_of(edge) + "\">\n";
        values(edge.attributes);
        text += "      </edge>\n";
    }
    return text + "    </edges>\n  </graph>\n</gexf>\n";
}

std::string to_node_link_json(const Network& network) {
    const auto entries = [](const std::vector<NetworkAttribute>& all) {
        std::string text;
        for (const auto& each : all) {
            const bool quotes = each.type == NetworkAttribute::Type::text;
            text += ", " + quoted_in_json(each.name) + ": " +
                    (quotes ? quoted_in_json(each.value) : each.value);
        }
        return text;
    };
    std::string text = "{\"directed\": false, \"multigraph\": false, \"graph\": {\"name\": " +
                       quoted_in_json(network.title) +
                       ", \"source\": " + quoted_in_json(network.source) + "},\n \"nodes\": [";
    bool first = true;
    for (const auto& node : network.nodes) {
        text += (first ? "\n  {\"id\": " : ",\n  {\"id\": ") + quoted_in_json(node.id) +
                ", \"label\": " + quoted_in_json(node.label);
        if (network.bipartite) text += ", \"bipartite\": " + std::string(mode_of(node));
        text += entries(node.attributes) + '}';
        first = false;
    }
    text += "],\n \"links\": [";
    first = true;
    for (const auto& edge : network.edges) {
        text += (first ? "\n  {\"source\": " : ",\n  {\"source\": ") +
                quoted_in_json(network.nodes[edge.a].id) +
                ", \"target\": " + quoted_in_json(network.nodes[edge.b].id) +
                entries(edge.attributes) + '}';
        first = false;
    }
    return text + "]}\n";
}

std::string to_pajek(const Network& network) {
    const auto modes = two_modes(network);
    const auto first = modes.departments.size();
    const auto names = unique_names(network);
    std::string text = "*Vertices " + std::to_string(first + modes.measures.size());
    if (network.bipartite) text += ' ' + std::to_string(first);
    text += '\n';
    std::size_t number = 0;
    for (const auto* mode : {&modes.departments, &modes.measures}) {
        for (const auto n : *mode) {
            text += std::to_string(++number) + " \"" + names[n] + "\"\n";
        }
    }
    text += "*Edges\n";
    const auto vertex = [&](std::size_t n) {
        const bool measure = network.nodes[n].kind == NodeKind::measure;
        return std::to_string(modes.position[n] + 1 + (measure ? first : 0));
    };
    for (const auto* edge : modes.edges) {
        text += vertex(edge->b) + ' ' + vertex(edge->a) + ' ' + weight_of(*edge) + '\n';
    }
    return text;
}

std::string to_ucinet(const Network& network) {
    const auto modes = two_modes(network);
    const auto count = std::to_string(modes.departments.size());
    std::string text = network.bipartite
                           ? "dl nr=" + count + " nc=" + std::to_string(modes.measures.size()) +
                                 " format=edgelist2\n"
                           : "dl n=" + count + " format=edgelist1\n";
    text += network.bipartite ? "row labels embedded\ncolumn labels embedded\ndata:\n"
                              : "labels embedded\ndata:\n";
    const auto names = unique_names(network);
    const auto label = [&](std::size_t n) { return '"' + names[n] + '"'; };
    for (const auto* edge : modes.edges) {
        text += label(edge->b) + ' ' + label(edge->a) + ' ' + weight_of(*edge) + '\n';
    }
    return text;
}

std::string to_context(const Network& network) {
    const auto modes = two_modes(network);
    const auto names = unique_names(network);
    std::string text = "B\n\n" + std::to_string(modes.measures.size()) + '\n' +
                       std::to_string(modes.departments.size()) + "\n\n";
    for (const auto* mode : {&modes.measures, &modes.departments}) {
        for (const auto n : *mode) text += names[n] + '\n';
    }
    std::vector<std::string> rows(modes.measures.size(),
                                  std::string(modes.departments.size(), '.'));
    for (const auto* edge : modes.edges) {
        rows[modes.position[edge->a]][modes.position[edge->b]] = 'X';
    }
    for (const auto& row : rows) text += row + '\n';
    return text;
}

std::string edges_to_csv(const Network& network) {
    const auto types = types_of(network.edges);
    const auto of_nodes = types_of(network.nodes);
    const bool notices = std::any_of(of_nodes.begin(), of_nodes.end(),
                                     [](const auto& each) { return each.first == "notice"; });
    std::string text = notices ? "notice," : "";
    text += network.bipartite ? "number,measure,department" : "department,other";
    for (const auto& [name, type] : types) text += ',' + name;
    text += "\r\n";
    for (const auto& edge : network.edges) {
        const auto& a = network.nodes[edge.a];
        if (network.nodes[edge.b].kind == NodeKind::region) continue;
        if (notices) text += tables::csv_field(value_of(a.attributes, "notice")) + ',';
        if (network.bipartite) {
            const auto code = value_of(a.attributes, "code");
            text += tables::csv_field(code.empty() ? value_of(a.attributes, "number") : code) + ',';
        }
        text +=
            tables::csv_field(name_of(a)) + ',' + tables::csv_field(name_of(network.nodes[edge.b]));
        for (const auto& [name, type] : types)
            text += ',' + tables::csv_field(value_of(edge.attributes, name));
        text += "\r\n";
    }
    return text;
}

std::string nodes_to_csv(const Network& network) {
    const auto types = types_of(network.nodes);
    std::string text = "id,label";
    for (const auto& [name, type] : types) text += ',' + name;
    text += "\r\n";
    for (const auto& node : network.nodes) {
        text += tables::csv_field(node.id) + ',' + tables::csv_field(node.label);
        for (const auto& [name, type] : types)
            text += ',' + tables::csv_field(value_of(node.attributes, name));
        text += "\r\n";
    }
    return text;
}

}  // namespace remit
